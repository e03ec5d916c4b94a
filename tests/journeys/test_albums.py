"""Several pictures or documents at once, in questions and answers: nothing is lost, nobody is answered for each."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot.callbacks_helpdesk import Ask
from storage.tables import AgencyRow, BatchRow
from storage.tables.helpdesk import TicketEntryRow, TicketRow
from tests.journeys.conftest import STRANGER, YOHANA
from tests.journeys.test_asking import rows
from tests.journeys.test_helpdesk_groups import join
from tests.journeys.test_verification import delivered
from tests.support.asking import rina, say, yohana
from tests.support.sandbox_forms import pictures

if TYPE_CHECKING:
    from tests.journeys.conftest import World
    from tests.support.sandbox import Message, Person

PAPERS = tuple((f"{name}.pdf", f"%PDF-{name}".encode(), "application/pdf") for name in ("surat", "jadwal"))
FILM = ("kelas.mp4", b"film", "video/mp4")


async def said_since(person: Person, number: int) -> list[Message]:
    """What the bot said after a message, once all is delivered and handled."""
    return [
        message
        for message in await person.messages()
        if message.id > number and message.from_bot and not message.service
    ]


async def kept(world: World) -> list[str]:
    """The sides of all that was kept."""
    return [row["side"] for row in await rows(world, TicketEntryRow)]


async def settled(world: World) -> None:
    """Everything that people sent was handled, and what it caused was delivered."""
    async with asyncio.timeout(10):
        while await world.sandbox.pending() or not world.app.inbox.lanes.is_idle:
            await asyncio.sleep(0.02)
    await delivered(world)


@pytest.mark.one_database
async def test_albums_in_own_chats_from_the_question_to_an_answer_taken_back(bot_world: World) -> None:
    asker, organizer = await yohana(bot_world), await rina(bot_world)

    # The question: one window, which counts; all parts reach the team, the first with the words.
    await asker.ask("/tanya")
    numbers = await asker.send_album(*pictures(3), FILM, captions=("Ini masuk lewat mana?",))
    where = await asker.until("3 foto terlampir")
    await settled(bot_world)
    where = await asker.last()
    assert where.text.startswith("Video tidak ikut dikirim.")
    assert '\n\n"Ini masuk lewat mana?"\n3 foto terlampir\n\nDitujukan ke' in where.text
    assert [message.id for message in await said_since(asker, numbers[-1])] == [where.id]
    await asker.tap("Instansi lain")
    await say(asker, "bpsdm dki jakarta")
    await asker.press("1")
    received = await asker.until("🎫 Pertanyaan T-0001 sudah sampai")
    last = await organizer.until("T-0001 · lampiran lanjutan")
    await settled(bot_world)
    told = [message for message in await organizer.messages() if message.raw["photo"]]
    assert ["Ini masuk lewat mana?" in message.text for message in told] == [True, False, False]
    assert len({message.raw["photo"] for message in told}) == 3

    # More of it as a reply, and by the button; each is acknowledged once.
    for reply in (True, False):
        if not reply:
            await asker.tap("Lihat pertanyaan")
            await asker.tap("Tambahkan sesuatu")
        more = {"reply_to": received.id} if reply else {}
        sent = await asker.send_album(*pictures(2), captions=("", "Yang ini juga."), **more)
        await asker.until("🎫 T-0001 sudah ditambah")
        await settled(bot_world)
        assert len(await said_since(asker, sent[-1])) == 1
    assert await kept(bot_world) == ["asker"] * 7

    # The answer replies to a part; its parts follow in order, with one acknowledgement. A note's parts stay notes.
    await organizer.press("Jawab", on=told[0].id)
    await organizer.until("Tulis jawaban untuk T-0001")
    note = await organizer.send_album(*pictures(2), captions=("// lihat dulu",))
    await organizer.until("Catatan untuk T-0001 tersimpan.")
    answer = await organizer.send_album(*PAPERS, captions=("Ini denahnya.", "Ini jadwalnya."), reply_to=last.id)
    await organizer.until("✅ Jawaban T-0001")
    await settled(bot_world)
    assert len(await said_since(organizer, note[0])) == 2
    got = [message for message in await asker.messages() if message.from_bot and message.raw["document"]]
    assert [(message.raw["document"]["name"], message.text.split("\n")[-1]) for message in got] == [
        ("surat.pdf", "Ini denahnya."),
        ("jadwal.pdf", "Ini jadwalnya."),
    ]
    assert [message.labels for message in got] == [["Tutup, sudah jelas", "Balas"], []]
    assert (await kept(bot_world))[7:] == ["note", "note", "team", "team"]
    await asker.press("Tutup, sudah jelas", on=got[0].id)
    await asker.until("ditutup")

    # Another document in place of the second one reaches the copy; [Tarik] takes both parts back.
    await organizer.edit(answer[1], "Jadwal yang benar.", ("benar.pdf", b"%PDF-benar", "application/pdf"))
    changed = await asker.until("Jadwal yang benar.")
    assert (changed.id, changed.raw["document"]["name"]) == (got[1].id, "benar.pdf")
    await organizer.press("Lihat pertanyaan")
    shown = await organizer.until("2 dokumen terlampir")
    assert "2 foto terlampir" in shown.text
    await organizer.tap("Lainnya")
    which = await organizer.tap("Tarik jawaban")
    assert which.labels == ["Biarkan", "Tarik jawaban"]
    await organizer.tap("Tarik jawaban")
    await settled(bot_world)
    assert not {message.id for message in got} & {message.id for message in await asker.messages()}

    # An album that asks nothing is answered once, and so is one whose first part is not taken.
    for captions, answered in (((), "Jalin membaca tulisan"), (("x" * 1000,), "paling banyak 778")):
        if captions:
            await asker.ask("/tanya")
        files = pictures(3) if captions else (FILM, *pictures(2), FILM)
        sent = await asker.send_album(*files, captions=captions)
        assert answered in (await asker.until(answered)).text
        await settled(bot_world)
        assert len(await said_since(asker, sent[-1])) == 1
    assert await bot_world.sandbox.warnings() == []


@pytest.mark.one_database
async def test_the_albums_of_who_is_blocked_are_refused_once_and_a_replay_changes_nothing(bot_world: World) -> None:
    asker, organizer = await yohana(bot_world), await rina(bot_world)
    # Of a batch's host one asks at once: the first part is on its way before the next one comes.
    async with bot_world.database.read() as connection:
        hosted = select(BatchRow.id).join(AgencyRow, AgencyRow.id == BatchRow.host_id)
        found = await connection.execute(hosted.where(AgencyRow.code == "bpsdm-dki").limit(1))
        batch = found.scalar_one()
    menu = await asker.ask("/menu")
    await asker.press_data(Ask(batch=batch).pack(), on=menu.id)
    await asker.until("Tulis pertanyaan Anda")
    sent = await asker.send_album(*pictures(2), captions=("", "Kamarnya seperti ini?"))
    received = await asker.until("sudah sampai ke")
    told = await organizer.until("lampiran lanjutan")
    assert told.text.endswith("Kamarnya seperti ini?")
    await settled(bot_world)
    assert [message.id for message in await said_since(asker, sent[-1])] == [received.id]
    [ticket] = await rows(bot_world, TicketRow)
    assert ticket["title"] == "Kamarnya seperti ini?"
    before = await kept(bot_world)
    assert before == ["asker"] * 2
    for part in await rows(bot_world, TicketEntryRow):
        again = {
            "message_id": part["message_id"],
            "date": 1,
            "chat": {"id": YOHANA, "type": "private", "first_name": "Yohana"},
            "from": {"id": YOHANA, "is_bot": False, "first_name": "Yohana"},
            "media_group_id": part["media"]["album"],
            "photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}],
        }
        await bot_world.sandbox.queue_update({"message": again})
    await settled(bot_world)
    assert (await asker.last()).id == received.id
    assert await kept(bot_world) == before
    await organizer.press("Lihat pertanyaan", on=(await organizer.until("Pertanyaan baru")).id)
    assert told.raw["photo"]
    await organizer.until(lambda message: "Lainnya" in message.labels)
    await organizer.tap("Lainnya")
    await organizer.tap("Blokir penanya")
    await organizer.tap("Blokir penanya")
    sent = await asker.send_album(*pictures(3), reply_to=received.id)
    await asker.until("sedang tidak menerima")
    await settled(bot_world)
    assert len(await said_since(asker, sent[-1])) == 1
    assert await kept(bot_world) == before


@pytest.mark.postgres
@pytest.mark.one_database
async def test_albums_in_a_forum_both_ways(bot_world: World) -> None:
    group = await join(bot_world, is_forum=True)
    asker = bot_world.person(YOHANA)
    await asker.ask("/tanya")
    await asker.send_album(*PAPERS, captions=("", "Formulir mana yang diisi?"))
    await asker.until("2 dokumen terlampir")
    await asker.tap("Cari instansi")
    await say(asker, "bpsdm dki jakarta")
    await asker.press("1")
    received = await asker.until("sudah sampai ke")
    await group.until("T-0001 · lampiran penanya", timeout=10)
    await settled(bot_world)
    card = next(message for message in await group.messages() if "Ambil pertanyaan" in message.labels)
    papers = [message for message in await group.messages() if message.raw["document"]]
    assert [message.raw["document"]["name"] for message in papers] == ["surat.pdf", "jadwal.pdf"]
    assert papers[1].text.endswith("Formulir mana yang diisi?")
    assert {message.topic for message in papers} == {card.topic}
    topic = group.in_group(group.chat, card.topic)

    # A video among the pictures cannot be passed on, which is said once; the pictures are, with one acknowledgement.
    sent = await topic.send_album(*pictures(2), FILM, FILM, captions=("Yang kiri.",))
    await topic.until("Yang dapat diteruskan")
    await settled(bot_world)
    said = [message for message in await said_since(topic, sent[-1]) if not message.service]
    assert sorted(message.text[:12] for message in said) == ["Diteruskan k", "Yang dapat d"]
    got = [message for message in await asker.messages() if message.from_bot and message.raw["photo"]]
    assert ["Yang kiri." in message.text for message in got] == [True, False]

    # More from the asker: one line, and its files below; then the answer is taken back as a whole.
    await asker.send_album(*pictures(2), captions=("Seperti ini?",), reply_to=received.id)
    await asker.until("sudah ditambah")
    await settled(bot_world)
    more = [message for message in await said_since(topic, sent[-1]) if "Seperti ini?" in message.text]
    assert len(more) == 1
    assert len([message for message in await said_since(topic, more[0].id) if message.raw["photo"]]) == 2
    await topic.press("Tarik jawaban")
    await topic.until("Jawaban ditarik")
    await settled(bot_world)
    assert not [message for message in await asker.messages() if message.from_bot and message.raw["photo"]]

    # Who may not answer, and who writes after the end, hear it once an album.
    stranger = bot_world.person(STRANGER).in_group(group.chat, card.topic)
    sent = await stranger.send_album(*pictures(3))
    await stranger.until("hanya penyelenggara BPSDM DKI Jakarta")
    await settled(bot_world)
    assert len(await said_since(topic, sent[-1])) == 1
    await topic.press("Tutup")
    await topic.until("T-0001 ditutup.")
    sent = await topic.send_album(*pictures(3))
    await topic.until("belum diteruskan")
    await settled(bot_world)
    assert len(await said_since(topic, sent[-1])) == 1
    assert await kept(bot_world) == ["asker", "asker", "team", "team", "asker", "asker"]
    assert await bot_world.sandbox.warnings() == []
