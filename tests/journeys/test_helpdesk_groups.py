"""A team's group: made the agency's, and where a question is talked about from its card to its end."""

from __future__ import annotations

import asyncio
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from services.helpdesk.ask import AskOrganizers
from services.helpdesk.message import Said
from services.helpdesk.thread import AddToThread
from storage.repositories.agencies import Agencies
from storage.tables import DeliveryRow
from tests.journeys.conftest import DEWI, RINA, STRANGER, YOHANA
from tests.journeys.test_verification import delivered

if TYPE_CHECKING:
    from storage.repositories.tickets import Ticket
    from tests.journeys.conftest import World
    from tests.support.sandbox import Person

pytestmark = pytest.mark.postgres
NUMBERS = count(9000)
HELLO = "Jalin menerima pertanyaan peserta pelatihan untuk penyelenggara."


@pytest.mark.one_database
async def test_a_forum_is_made_the_group_of_an_agency_and_its_trouble_is_explained(bot_world: World) -> None:
    sandbox, me, private = bot_world.sandbox, bot_world.app.bot.id, bot_world.person(RINA)
    await private.ask("/start")
    group = await sandbox.add_group("Tim BPSDM DKI", [RINA, DEWI, STRANGER], [me], is_forum=True)
    rina, dewi = bot_world.person(RINA).in_group(group), bot_world.person(DEWI).in_group(group)
    hello = await rina.until(HELLO)
    assert hello.text.count("\n") == 1
    assert hello.labels == ["Grup BPSDM DKI Jakarta"]

    asked = await rina.tap("Grup BPSDM DKI Jakarta")
    assert "Semua anggota grup melihat pertanyaan dan nama penanya" in asked.text
    pressed = await dewi.press("Jadikan grup tim")
    assert "hanya untuk penyelenggara" in ((await pressed.answer()).text or "")
    assert "Grup BPSDM DKI Jakarta" in (await rina.tap("Kembali")).labels
    await rina.tap("Grup BPSDM DKI Jakarta")
    linked = await rina.tap("Jadikan grup tim")
    assert linked.text.startswith("✅ Ini grup BPSDM DKI Jakarta.")
    assert "Kelola Topik" in linked.text

    await sandbox.seat(group, me, "administrator", by=RINA)
    assert "Tiap pertanyaan mendapat topik sendiri" in (await rina.until("Tiap pertanyaan")).text
    await sandbox.seat(group, me, "administrator", by=RINA, rights=["can_delete_messages"])
    told = await private.until("Ada yang perlu dibereskan di grup Tim BPSDM DKI.")
    assert "Kelola Topik" in told.text
    await sandbox.seat(group, me, "kicked", by=RINA)
    told = await private.until("Jalin tidak ada lagi di grup ini")
    shown = await private.tap("Grup tim")
    assert "Tambahkan Jalin lagi" in shown.text
    desk = await private.tap("Kembali")
    assert "Sen–Jum pukul 08.00–16.00 WIB" in desk.text
    days = await private.tap("Hari kerja")
    assert "✅ Jum" in days.labels
    assert "⬜ Jum" in (await private.tap("✅ Jum")).labels
    assert "Sen–Kam" in (await private.tap("Kembali")).text
    await private.tap("Jam buka")
    assert "✅ 09.00" in (await private.tap("⬜ 09.00")).labels
    await private.tap("Kembali")
    await private.tap("Batas menunggu")
    assert "✅ 4 jam kerja" in (await private.tap("⬜ 4 jam kerja")).labels
    assert "Batas menunggu: 4 jam kerja" in (await private.tap("Kembali")).text

    await sandbox.seat(group, me, "member", by=RINA)
    assert "Kelola Topik" in (await rina.until("belum boleh membuat topik")).text
    await rina.send("/grup")
    assert "Kelola Topik" in (await rina.until("✅ Ini grup BPSDM DKI Jakarta.")).text


async def a_question(world: World, text: str) -> Ticket:
    """Yohana asks BPSDM DKI Jakarta."""
    ask = AskOrganizers(database=world.database, now=world.now)
    async with world.database.read() as connection:
        dki = next(one for one in await Agencies(connection).list() if one.code == "bpsdm-dki")
    said = Said(html=text, chat_id=YOHANA, message_id=next(NUMBERS))
    return (await ask(telegram_id=YOHANA, agency_id=dki.id, said=said)).ticket


async def join(world: World, **more: Any) -> Person:
    """Rina's group becomes that of her agency; Yohana has agreed to be kept."""
    for person in (world.person(RINA), world.person(YOHANA)):
        await person.ask("/start")
    await world.person(YOHANA).tap("Baca, lalu mulai")
    await world.person(YOHANA).tap("Setuju dan lanjutkan")
    me = world.app.bot.id
    group = await world.sandbox.add_group("Tim", [RINA, STRANGER], [me], admins=[me, RINA], **more)
    rina = world.person(RINA).in_group(group)
    await rina.until(HELLO)
    await rina.tap("Grup BPSDM DKI Jakarta")
    await rina.tap("Jadikan grup tim")
    return rina


async def topic_is(person: Person, *, closed: bool) -> None:
    """Wait until the one topic of a group is closed, or open."""
    async with asyncio.timeout(10):
        while [one["is_closed"] for one in (await person.view()).topics or []] != [closed]:
            await asyncio.sleep(0.02)


async def owed(world: World, kind: str) -> list[dict[str, Any]]:
    """Rows of the outbox of a kind."""
    async with world.database.read() as connection:
        found = await connection.execute(select(DeliveryRow.__table__).where(DeliveryRow.kind == kind))
        return [dict(row) for row in found.mappings()]


async def test_a_question_in_a_forum_from_its_topic_to_its_end(bot_world: World) -> None:
    rina = await join(bot_world, is_forum=True)
    ticket = await a_question(bot_world, "Ada <b>penginapan</b>?")
    card = await rina.until("Tulis di topik ini untuk menjawab", timeout=10)
    assert card.topic is not None
    topics = (await rina.view()).topics or []
    assert [one["name"] for one in topics] == [f"T-{ticket.id:04d} Ada penginapan?"]
    assert card.labels == ["Ambil pertanyaan", "Serahkan", "Jawaban siap pakai", "Tutup"]
    rina = rina.in_group(rina.chat, card.topic)

    await rina.press("Ambil pertanyaan")
    assert "Dipegang Rina Teladan." in (await rina.until("Dipegang")).text
    await rina.send("// tanya bagian umum dulu")
    assert "hanya untuk tim" in (await rina.until("Catatan")).text
    sent = await rina.send("Ya, asrama tersedia.")
    answered = await rina.until("Diteruskan ke penanya.")
    assert answered.reply_to == sent.message_id
    assert len(await owed(bot_world, "ticket-answer")) == 1
    yohana = bot_world.person(YOHANA)
    assert "Ya, asrama tersedia." in (await yohana.until(f"Jawaban T-{ticket.id:04d}", timeout=10)).text
    await rina.edit(sent.message_id, "Ya, asrama tersedia 6–11 Des.")
    await yohana.until("6–11 Des", timeout=10)
    await rina.send_sticker()
    await rina.until("Yang dapat diteruskan")
    assert len(await owed(bot_world, "ticket-edit")) == 1

    stranger = bot_world.person(STRANGER).in_group(rina.chat, card.topic)
    await stranger.send("Saya tahu jawabannya")
    await stranger.until("hanya penyelenggara BPSDM DKI Jakarta")
    await stranger.send("Sungguh")
    pressed = await stranger.press("Tarik jawaban")
    assert "hanya untuk penyelenggara" in ((await pressed.answer()).text or "")
    await rina.press("Tarik jawaban")
    await rina.until("Jawaban ditarik")
    assert len(await owed(bot_world, "ticket-withdrawn")) == 1
    async with asyncio.timeout(10):
        while any("6–11 Des" in message.text for message in await yohana.messages()):
            await asyncio.sleep(0.05)
    said = [message.text for message in await rina.messages() if "hanya penyelenggara" in message.text]
    assert len(said) == 1

    await rina.press("Tutup")
    await rina.until(lambda message: "Sudah ditutup." in message.text and "Buka lagi" in message.labels)
    await topic_is(rina, closed=True)
    await rina.send("Masih ada yang kurang.")
    late = await rina.until("belum diteruskan")
    assert late.labels == ["Buka lagi"]
    await rina.press("Buka lagi", on=late.id)
    await rina.until("Kirim jawabannya sekarang", timeout=10)
    await topic_is(rina, closed=False)
    await rina.send("Masih ada yang kurang.")
    await rina.until("Diteruskan ke penanya.")
    assert len(await owed(bot_world, "ticket-answer")) == 2
    assert await bot_world.sandbox.warnings() == []


@pytest.mark.one_database
async def test_a_plain_group_answers_by_replying_and_moves_to_a_supergroup(bot_world: World) -> None:
    rina = await join(bot_world, type="group")
    ticket = await a_question(bot_world, "Ada penginapan?")
    card = await rina.until("Balas pesan ini untuk menjawab", timeout=10)
    await delivered(bot_world)  # written down as well, before time passes
    bot_world.now.advance(days=2)
    await bot_world.app.schedule.alarm()
    alarm = await rina.until("sudah menunggu lebih dari 1 hari kerja", timeout=10)
    assert alarm.reply_to == card.id
    waiting = await bot_world.person(YOHANA).until("belum terjawab", timeout=10)
    assert waiting.labels == ["Tambahkan sesuatu", "Tutup pertanyaan"]
    assert "1 pertanyaan lewat batas menunggu" in (await bot_world.person(RINA).ask("/kelola")).text
    await rina.send("Kita rapat pukul 10")
    await rina.reply("Ya, asrama tersedia.", card)
    await rina.until("Diteruskan ke penanya.")
    add = AddToThread(database=bot_world.database, now=bot_world.now)
    said = Said(html="Sampai tanggal berapa?", chat_id=YOHANA, message_id=next(NUMBERS))
    await add(telegram_id=YOHANA, ticket_id=ticket.id, said=said)
    added = await rina.until("Sampai tanggal berapa?", timeout=10)
    assert added.reply_to == card.id
    assert "menambahkan:" in added.text

    chat = {"id": rina.chat, "type": "group", "title": "Tim"}
    about: dict[str, Any] = {"date": 1, "chat": chat, "from": {"id": 1087968824, "is_bot": True, "first_name": "G"}}
    hidden = about | {"message_id": 7, "text": "Ya.", "sender_chat": chat}
    answers = {"reply_to_message": about | {"message_id": card.id}}
    await bot_world.sandbox.queue_update({"message": hidden | answers})
    assert "Pesan anonim tidak dapat diteruskan" in (await rina.until("anonim")).text

    new = bot_world.person(RINA).in_group(await rina.migrate())
    again = await new.until("Balas pesan ini untuk menjawab", timeout=10)
    await new.until("Sampai tanggal berapa?", timeout=10)
    await new.reply("Sampai 11 Desember.", again)
    await new.until("Diteruskan ke penanya.")
    assert [row["payload"]["ticket"] for row in await owed(bot_world, "ticket-answer")] == [ticket.id] * 2

    await bot_world.sandbox.seat(new.chat, bot_world.app.bot.id, "kicked", by=RINA)
    await bot_world.person(RINA).until("Jalin tidak ada lagi di grup ini")
    lost = await a_question(bot_world, "Masih adakah?")
    assert {row["payload"]["ticket"] for row in await owed(bot_world, "ticket-new")} == {lost.id}
