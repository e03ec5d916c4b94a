"""Topics that close with their questions, words that go with who erased them, replies to messages nobody noted."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import delete, select

from bot.deliveries.group import EraseWords
from bot.delivery import Recipient
from services.helpdesk.close import CloseByTeam
from services.helpdesk.message import Said
from services.helpdesk.thread import AddToThread
from storage.tables.helpdesk import TicketEntryRow, TicketMessageRow, TicketRow
from tests.journeys.conftest import DEWI, RINA, STRANGER, YOHANA
from tests.journeys.test_announcing import PNG
from tests.journeys.test_helpdesk_groups import NUMBERS, a_question, join, owed, topic_is
from tests.journeys.test_privacy import left_of
from tests.journeys.test_replay import settled
from tests.journeys.test_verification import delivered
from tests.support.asking import ask
from tests.support.asking import yohana as by_chat
from tests.support.planners import meet

if TYPE_CHECKING:
    from tests.journeys.conftest import World
    from tests.support.sandbox import Message, Person

pytestmark = pytest.mark.one_database
GONE = "Penanya sudah menghapus datanya, termasuk pertanyaan ini."


async def ticket_of(world: World, number: int = 1) -> dict[str, Any]:
    async with world.database.read() as connection:
        query = select(TicketRow.__table__).where(TicketRow.id == number)
        return dict((await connection.execute(query)).mappings().one())


async def in_topic(world: World) -> tuple[Person, int]:
    """Rina in the topic of Yohana's question, and its number."""
    rina = await join(world, is_forum=True)
    ticket = await a_question(world, "Ada penginapan?")
    card = await rina.until("Tulis di topik ini untuk menjawab", timeout=10)
    await delivered(world)
    return rina.in_group(rina.chat, card.topic), ticket.id


async def test_a_topic_closed_by_hand_closes_its_question_if_its_closer_may(bot_world: World) -> None:
    rina, number = await in_topic(bot_world)
    yohana, stranger = bot_world.person(YOHANA), bot_world.person(STRANGER).in_group(rina.chat, rina.topic)

    # Who answers for nobody closes the topic, not the question.
    await stranger.change_topic(is_closed=True)
    told = await stranger.until("Topik ini ditutup, tetapi pertanyaan T-0001 belum", timeout=10)
    assert told.topic == rina.topic
    assert (await ticket_of(bot_world))["state"] == "open"
    await rina.change_topic(is_closed=False)
    await rina.silence()

    # An organizer closes both, and opens both.
    await rina.change_topic(is_closed=True)
    line = await rina.until("🎫 T-0001 ditutup.", timeout=10)
    assert (line.labels, line.topic) == (["Buka lagi"], rina.topic)
    assert (await yohana.until("ditutup oleh BPSDM DKI Jakarta", timeout=10)).labels[-1] == "Buka lagi"
    await delivered(bot_world)
    assert (await ticket_of(bot_world))["closed_by"] == "team"
    await rina.change_topic(is_closed=False)
    await rina.until("dibuka lagi. Kirim jawabannya sekarang.", timeout=10)
    await delivered(bot_world)
    assert (await ticket_of(bot_world))["state"] == "open"
    await topic_is(rina, closed=False)
    assert await bot_world.sandbox.ledger(method="closeForumTopic") == []
    assert await bot_world.sandbox.ledger(method="reopenForumTopic") == []

    # The asker closes it, and the topic follows after the last line; who may not opens the topic alone.
    bot_world.now.advance(minutes=1)
    await bot_world.app.tools.helpdesk.close(telegram_id=YOHANA, ticket_id=number)
    await topic_is(rina, closed=True)
    last = [message for message in (await rina.view()).messages if message.topic == rina.topic][-2:]
    assert ("🎫 T-0001 ditutup." in last[0].text, last[1].service is not None) == (True, True)
    await stranger.change_topic(is_closed=False)
    await stranger.until("Topik ini dibuka, tetapi pertanyaan T-0001 tetap ditutup", timeout=10)
    assert (await ticket_of(bot_world))["state"] == "closed"

    # What the asker adds opens both, and is said where it can be read.
    await rina.change_topic(is_closed=True)
    await settled(bot_world)
    add = AddToThread(database=bot_world.database, now=bot_world.now)
    said = Said(html="Satu lagi.", chat_id=YOHANA, message_id=next(NUMBERS))
    await add(telegram_id=YOHANA, ticket_id=number, said=said)
    assert (await rina.until("Satu lagi.", timeout=10)).topic == rina.topic
    await topic_is(rina, closed=False)
    assert await bot_world.sandbox.warnings() == []


async def test_neither_a_lost_right_nor_a_deleted_topic_stops_a_question(bot_world: World) -> None:
    rina, number = await in_topic(bot_world)
    refused = "not enough rights to close or open the topic"
    await bot_world.sandbox.fault("400", "closeForumTopic", description=refused)
    shut = CloseByTeam(database=bot_world.database, now=bot_world.now, admin_ids=frozenset())
    assert await shut(ticket_id=number, actor_telegram_id=RINA)
    await bot_world.person(RINA).until("Ada yang perlu dibereskan di grup Tim.", timeout=10)
    assert (await ticket_of(bot_world))["state"] == "closed"
    await delivered(bot_world)
    bot_world.now.advance(minutes=1)
    await rina.press("Buka lagi")
    await rina.until("dibuka lagi. Kirim", timeout=10)
    await delivered(bot_world)
    bot_world.now.advance(minutes=1)
    flat = bot_world.person(RINA).in_group(rina.chat)
    await rina.change_topic(deleted=True)
    assert await shut(ticket_id=number, actor_telegram_id=RINA)
    line = await flat.until("🎫 T-0001 ditutup.", timeout=10)
    assert line.topic is None
    await delivered(bot_world)
    row = await ticket_of(bot_world)
    assert (row["state"], row["thread_id"]) == ("closed", None)
    assert await bot_world.sandbox.warnings() == []


async def known(world: World) -> Person:
    """Yohana has agreed already; her NIP, name and office are kept now."""
    identity = world.app.tools.identity
    await identity.enter_nip(telegram_id=YOHANA, text="199003152015032014")
    await identity.enter_name(telegram_id=YOHANA, text="Yohana Contoh")
    agency = (await identity.find_agencies(text="dinas pangan provinsi ntt", limit=1))[0]
    await identity.choose_agency(telegram_id=YOHANA, agency_id=agency.id)
    return world.person(YOHANA)


def shown(messages: list[Message]) -> list[str]:
    """What the bot says in a chat, apart from Telegram's own lines."""
    return [message.text for message in messages if message.from_bot and not message.service]


async def test_who_erases_is_gone_from_the_team_s_group_and_the_organizers_chats_too(bot_world: World) -> None:
    rina, dewi = await join(bot_world, is_forum=True), await meet(bot_world, DEWI)
    yohana = await known(bot_world)
    received = await ask(yohana, "Ada penginapan bagi kami?")
    card = await rina.until("Tulis di topik ini untuk menjawab", timeout=10)
    rina = rina.in_group(rina.chat, card.topic)
    await yohana.send_file("denah.png", PNG, "image/png", "Denah asramaku", reply_to=received.id)
    await rina.until("lampiran penanya", timeout=10)
    await rina.send("Ya, asrama tersedia.")
    await rina.until("Diteruskan ke penanya.")
    await yohana.until("🎫 Jawaban T-0001", timeout=10)
    other = await ask(yohana, "Bus ke penginapan pukul berapa?", "bpsdm ntt")
    await yohana.send_file("denah.png", PNG, "image/png", "Denah asramaku", reply_to=other.id)
    await dewi.until(lambda message: "Ada tambahan dari penanya" in message.text and message.raw["photo"], timeout=10)
    [told] = [message for message in await dewi.messages() if "Pertanyaan baru" in message.text]
    await delivered(bot_world)
    assert any("Yohana Contoh" in text for text in shown(await rina.messages()))

    # What is older than 48 hours Telegram lets nobody delete.
    late = "message can't be deleted for everyone"
    await bot_world.sandbox.fault("400", "deleteMessage", chat=DEWI, description=late)
    await yohana.ask("/hapus_data")
    await yohana.tap("Hapus data saya")
    await rina.until("🎫 T-0001 · " + GONE, timeout=10)
    states = await delivered(bot_world)

    assert set(states) <= {"sent", "skipped"}
    assert [(one["name"], one["is_closed"]) for one in (await rina.view()).topics or []] == [("T-0001 terhapus", True)]
    messages = await rina.messages()
    assert shown(messages) == [
        *(text for text in shown(messages) if text.startswith(("Jalin menerima", "✅ Ini grup"))),
        "🎫 T-0001 · " + GONE,
        "Diteruskan ke penanya.",
    ]
    assert [message.text for message in messages if not message.from_bot and not message.service] == [
        "Ya, asrama tersedia."
    ]
    first, second = [message for message in await dewi.messages() if GONE in message.text]
    assert (first.id, first.text, first.labels) == (told.id, "🎫 T-0002 · " + GONE, [])
    assert (second.raw["photo"], second.raw["document"]["name"]) == (None, "terhapus.txt")
    for secret in ("penginapan", "asramaku", "Yohana", "1990…014"):
        assert not any(secret in text for text in [*shown(messages), *shown(await dewi.messages())])
    left = await left_of(bot_world, "penginapan", "asramaku", str(YOHANA))
    assert [line for line in left if not line.startswith(("inbox.lane", "trainings."))] == []

    # What is written there now reaches nobody, and nothing waits for it.
    await rina.send("Masih perlu?")
    await rina.silence(0.3)
    assert await bot_world.sandbox.warnings() == []


async def test_where_the_group_is_gone_erasing_breaks_nothing(bot_world: World) -> None:
    rina, _ = await in_topic(bot_world)
    await bot_world.sandbox.seat(rina.chat, bot_world.app.bot.id, "kicked", by=RINA)
    await bot_world.person(RINA).until("Jalin tidak ada lagi di grup ini")
    await bot_world.person(RINA).until("Pertanyaan baru untuk tim Anda:", timeout=10)

    await bot_world.person(YOHANA).ask("/hapus_data")
    done = await bot_world.person(YOHANA).tap("Hapus data saya")
    assert done.text.startswith("✅ Data Anda sudah dihapus")
    await bot_world.person(RINA).until("🎫 T-0001 · " + GONE, timeout=10)
    async with asyncio.timeout(10):
        while {row["state"] for row in await owed(bot_world, "ticket-erased")} & {"queued", "sending"}:
            await asyncio.sleep(0.02)
    rows = await owed(bot_world, "ticket-erased")
    states = [row["state"] for row in rows]
    assert states == ["failed"] * 3 + ["sent"], "nothing is changed in a group that the bot was thrown out of"
    assert await left_of(bot_world, "Ada penginapan") == []

    # A group that moved counts its messages anew: what was meant for the old ones changes none of them.
    render, nobody = EraseWords(bot_world.app.tools), Recipient(1, -1, None, "WIB")
    payloads = [row["payload"] for row in rows if row["chat_id"] is not None]
    assert all([await render(payload, nobody) is not None for payload in payloads])
    assert [await render(payload | {"chat": -5}, nobody) for payload in payloads] == [None] * 3


async def forget_messages(world: World) -> None:
    """As if the process had died each time before it noted as which message something went."""
    await delivered(world)
    async with world.database.write() as connection:
        await connection.execute(delete(TicketMessageRow))


async def entries_of(world: World) -> list[tuple[int, str, str]]:
    async with world.database.read() as connection:
        query = select(TicketEntryRow.ticket_id, TicketEntryRow.side, TicketEntryRow.body).order_by(TicketEntryRow.id)
        return [(row.ticket_id, row.side, row.body) for row in await connection.execute(query)]


async def test_replies_find_their_question_by_the_number_that_the_message_says(bot_world: World) -> None:
    asker, organizer = await by_chat(bot_world), await meet(bot_world, RINA)
    await ask(asker, "Parkir bus tersedia?")
    told = await organizer.until("Pertanyaan baru untuk tim Anda:", timeout=10)
    await forget_messages(bot_world)
    await organizer.reply("Ya, di gedung B.", told)
    await organizer.until("✅ Jawaban T-0001")
    answer = await asker.until("🎫 Jawaban T-0001", timeout=10)
    await forget_messages(bot_world)
    await asker.reply("Sampai pukul berapa?", answer)
    await asker.until("🎫 T-0001 sudah ditambah")
    assert [entry[0] for entry in await entries_of(bot_world)] == [1, 1, 1]

    # The message in which an organizer turned to another question is about that one.
    await ask(asker, "Ada musala di sana?")
    second = await organizer.until(lambda message: "T-0002" in message.text, timeout=10)
    await organizer.press("Lihat pertanyaan", on=second.id)
    await organizer.until(lambda message: message.id == second.id and "⬅️ Pertanyaan" in message.labels)
    await organizer.press("⬅️ Pertanyaan", on=second.id)
    queue = await organizer.until(lambda message: message.id == second.id and "2" in message.labels)
    place = next(line[0] for line in queue.text.splitlines() if "T-0001" in line)
    await organizer.press(place, on=second.id)
    turned = await organizer.until(lambda message: message.id == second.id and "Parkir bus" in message.text)
    await organizer.reply("Sampai pukul 18.00.", turned)
    await organizer.until("✅ Jawaban T-0001")
    assert (await entries_of(bot_world))[-1] == (1, "team", "Sampai pukul 18.00.")

    # Somebody's own reply about a question of others is a search; so is one to a number that the bot did not write.
    stranger = await meet(bot_world, STRANGER)
    me = {"id": bot_world.app.bot.id, "is_bot": True, "first_name": "Jalin"}
    chat = {"id": STRANGER, "type": "private", "first_name": "X"}
    about: dict[str, Any] = {"date": 1, "chat": chat, "from": chat | {"is_bot": False}}
    del about["from"]["type"]
    forged = about | {"message_id": 1, "text": "🎫 T-0001 · ", "from": me}
    await bot_world.sandbox.queue_update(
        {"message": about | {"message_id": 900_001, "text": "apa itu wog?", "reply_to_message": forged}}
    )
    assert "Whole of Government" in (await stranger.until("📘")).text

    # A message of nobody's (a channel's) that is answered, with a button below it.
    keys = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}
    nobodys = {"date": 1, "chat": chat, "message_id": 2, "text": "🎫 T-0001", "reply_markup": keys}
    await bot_world.sandbox.queue_update(
        {"message": about | {"message_id": 900_002, "text": "mitra praja utama", "reply_to_message": nobodys}}
    )
    await stranger.until("Maksud Anda yang mana?")
    assert len(await entries_of(bot_world)) == 5
    assert (await settled(bot_world))["quarantined"] == 0


async def test_in_a_group_a_reply_to_a_card_that_nobody_noted_is_the_answer(bot_world: World) -> None:
    rina = await join(bot_world, type="group")
    await a_question(bot_world, "Ada penginapan?")
    card = await rina.until("Balas pesan ini untuk menjawab", timeout=10)
    await forget_messages(bot_world)

    await rina.reply("Ya, asrama tersedia.", card)
    await rina.until("Diteruskan ke penanya.")

    assert "Ya, asrama tersedia." in (await bot_world.person(YOHANA).until("🎫 Jawaban T-0001", timeout=10)).text
