"""What a person left in the helpdesk: shown to them whole, and gone when they erase."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, update

from services.helpdesk.copies import KeepCopy
from services.helpdesk.erasing import ERASED
from services.helpdesk.group_endings import AfterTopic
from services.helpdesk.messages import FindByNumber
from services.outbox import ListParked, Over, Owed, State
from services.privacy import EraseData, ExportData
from storage.base import Base
from storage.tables import DeliveryRow, PersonRow
from storage.tables.helpdesk import AskerBlockRow, ReadyAnswerRow, TicketEntryRow, TicketMessageRow, TicketRow
from tests.support.clock import NOON, Clock
from tests.support.helpdesk import BAGUS, DARMA, DEWI, RINA, YOHANA, Desk
from tests.support.in_group import CHAT, FORUM, NEW_CHAT, InGroup
from tests.support.personal import fill


async def busy(desk: Desk) -> int:
    """A question with an answer, a note and messages, a ready answer, and a block; its number."""
    ticket = await desk.open("Soal penginapan?")
    await desk.reply(ticket, "Jawaban penginapan.")
    await desk.reply(ticket, "// catatan penginapan")
    for chat in (YOHANA, RINA):
        await desk.keep(chat_id=chat, message_id=90, ticket_id=ticket)
    await desk.add_ready(agency_id=desk.dki, actor_telegram_id=RINA, html="Siap pakai.")
    await desk.block(ticket_id=ticket, actor_telegram_id=RINA)
    return ticket


async def test_one_is_shown_the_own_questions_without_the_notes_of_the_team(desk: Desk) -> None:
    ticket = await busy(desk)
    export = ExportData(database=desk.database, vault=desk.staff.vault)

    shown = await export(telegram_id=YOHANA)
    theirs = await export(telegram_id=RINA)

    assert shown is not None
    assert theirs is not None
    assert [(row["id"], row["title"], row["state"]) for row in shown["tickets"]] == [
        (ticket, "Soal penginapan?", "answered")
    ]
    assert [(row["side"], row["body"]) for row in shown["ticket_entries"]] == [
        ("asker", "Soal penginapan?"),
        ("team", "Jawaban penginapan."),
    ]
    assert [row["agency"] for row in shown["blocks"]] == ["BPSDM Provinsi DKI Jakarta"]
    assert [row["side"] for row in theirs["answers"]] == ["team", "note"]
    assert "tickets" not in theirs


async def test_nothing_is_left_of_what_who_erases_asked(desk: Desk, now: Clock) -> None:
    await busy(desk)

    await EraseData(database=desk.database, now=now)(telegram_id=YOHANA)

    for row in (TicketRow, TicketEntryRow, AskerBlockRow):
        assert await desk.staff.rows(row, by="id" if hasattr(row, "id") else "person_id") == []
    async with desk.database.read() as connection:
        assert (await connection.execute(select(TicketMessageRow.__table__))).all() == []
        tables = [await connection.execute(select(table)) for table in Base.metadata.sorted_tables]
    left = [str(value) for rows in tables for row in rows for value in row]
    assert "penginapan" not in "\n".join(left)
    assert str(YOHANA) not in left


@pytest.mark.postgres
async def test_what_teams_were_shown_is_owed_to_go_and_names_nobody(desk: Desk, now: Clock) -> None:
    rina, asker = await desk.staff.person_id(RINA), await desk.staff.person_id(YOHANA)
    room = InGroup(desk, now)
    await room.join(FORUM)
    moved = await desk.open("Soal penginapan?")
    [(_, topic)] = await room.post()
    [(_, card)] = await room.post()
    await desk.add(telegram_id=YOHANA, ticket_id=moved, said=desk.said("Satu penginapan lagi."))
    lines = [number for kind, number in await room.post() if kind == "ticket-group-line"]
    await desk.move(ticket_id=moved, actor_telegram_id=RINA, agency_id=desk.ntt)
    left = [number for kind, number in await room.post() if kind == "ticket-group-line"]
    await desk.keep(chat_id=RINA, message_id=91, ticket_id=moved)
    await desk.keep(chat_id=RINA, message_id=92, ticket_id=moved)
    await desk.keep(chat_id=YOHANA, message_id=93, ticket_id=moved)
    await desk.keep(chat_id=9_999_999, message_id=94, ticket_id=moved)
    coming = await desk.open("Penginapan kedua?")
    [on_the_way] = [row for row in await room.owed() if row["kind"] == "ticket-topic"]
    async with desk.database.write() as connection:
        await connection.execute(
            update(DeliveryRow).where(DeliveryRow.id == on_the_way["id"]).values(state="sending", attempt=1)
        )
        sent = update(DeliveryRow).where(DeliveryRow.kind == "ticket-topic", DeliveryRow.state == "queued")
        await connection.execute(sent.values(state="sent", message_id=topic))

    await EraseData(database=desk.database, now=now)(telegram_id=YOHANA)

    rows = [row for row in await desk.owed() if row["kind"] == ERASED]
    assert [(row["person_id"], row["chat_id"], row["payload"]["message"], row["payload"]["what"]) for row in rows] == [
        (asker, CHAT, topic, "name"),
        (asker, CHAT, topic, "topic"),
        (asker, CHAT, card, "first"),
        *((asker, CHAT, number, "message") for number in [*lines, *left]),
        (rina, None, 91, "first"),
        (rina, None, 92, "message"),
    ]
    assert str(YOHANA) not in str(rows)
    assert "penginapan" not in str(rows).lower()
    [person] = [row for row in await desk.staff.rows(PersonRow) if row["id"] == asker]
    assert (person["telegram_id"], person["name"], person["nip_cipher"]) == (-asker, None, None)

    # What was on its way comes after the rows about it went; it is known by its own end, and goes too. Twice is once.
    fields: dict[str, Any] = {name: on_the_way.get(name) for name in Owed.__slots__}
    for _ in range(2):
        async with desk.database.write() as connection:
            await AfterTopic(now=now)(connection, Over(Owed(**fields), State.SENT, 777))
            for what in (State.SKIPPED, State.FAILED):
                await AfterTopic(now=now)(connection, Over(Owed(**fields), what, None))
            note = replace(Owed(**fields), person_id=rina, telegram_id=RINA, chat_id=None, kind="ticket-new")
            await KeepCopy(now=now)(connection, Over(note, State.SENT, 778))
            own = replace(note, person_id=asker, telegram_id=YOHANA, kind="ticket-answer")
            await KeepCopy(now=now)(connection, Over(own, State.SENT, 779))
            gone = replace(Owed(**fields), person_id=99_999)
            await AfterTopic(now=now)(connection, Over(gone, State.SENT, 780))
    late = [row for row in await desk.owed() if row["kind"] == ERASED][len(rows) :]
    assert [(row["chat_id"], row["payload"]["message"], row["payload"]["what"]) for row in late] == [
        (CHAT, 777, "name"),
        (CHAT, 777, "topic"),
        (None, 778, "message"),
    ]
    assert {row["payload"]["ticket"] for row in late} == {coming}

    # A group that is given up hears of it still. Of one that moved the rows say where they were meant.
    await room.move(old=CHAT, new=NEW_CHAT)
    places = [row["payload"] for row in await desk.owed() if row["chat_id"] == NEW_CHAT and row["kind"] == ERASED]
    assert {(place["chat"], place["stood"]) for place in places} == {(NEW_CHAT, CHAT)}
    await room.unlink(agency_id=desk.dki, actor_telegram_id=RINA)
    assert {row["state"] for row in await desk.owed() if row["kind"] == ERASED} == {"queued"}


async def test_a_number_means_a_question_to_its_asker_and_its_team_only(desk: Desk) -> None:
    ticket = await desk.open()
    find = FindByNumber(database=desk.database, admin_ids=frozenset())
    seen = {
        who: await find(ticket_id=number, telegram_id=who) is not None
        for who, number in [(YOHANA, ticket), (RINA, ticket), (DARMA, ticket), (BAGUS, ticket), (DEWI, ticket)]
    }
    assert seen == {YOHANA: True, RINA: True, DARMA: True, BAGUS: False, DEWI: False}
    assert await find(ticket_id=999_999_999, telegram_id=RINA) is None

    room = InGroup(desk, desk.now)
    await room.join()
    theirs = await desk.open(agency=desk.ntt)
    for number, found in ((ticket, True), (theirs, False), (999_999_999, False)):
        means = await room.find(chat_id=CHAT, thread=None, reply_to=5, number=number)
        assert (means is not None) == found
    assert await room.find(chat_id=-5, thread=None, reply_to=5, number=ticket) is None


async def test_an_organizer_who_erases_leaves_the_answer_without_its_author(desk: Desk, now: Clock) -> None:
    ticket = await busy(desk)

    await EraseData(database=desk.database, now=now)(telegram_id=RINA)

    view = await desk.own(telegram_id=YOHANA, ticket_id=ticket)
    answer = view.entries[-1]
    assert (answer.body, answer.author, answer.chat_id) == ("Jawaban penginapan.", None, 0)
    assert view.ticket.holder is None
    [ready] = await desk.staff.rows(ReadyAnswerRow)
    [block] = await desk.staff.rows(AskerBlockRow, by="person_id")
    assert (ready["author_id"], block["blocked_by"]) == (None, None)
    assert await desk.by_message(chat_id=RINA, message_id=90) is None
    assert await desk.by_message(chat_id=YOHANA, message_id=90) is not None


async def test_an_answer_that_was_refused_is_listed_for_its_agency(desk: Desk) -> None:
    ticket = await desk.open()
    await desk.reply(ticket)
    [owed] = await desk.owed(YOHANA, "ticket-answer")
    async with desk.database.write() as connection:
        await connection.execute(
            update(DeliveryRow).where(DeliveryRow.id == owed["id"]).values(state="failed", done_at=NOON)
        )
    parked = ListParked(database=desk.database, admin_ids=frozenset())

    assert [one.kind for one in (await parked(actor_telegram_id=RINA, page=1, size=5)).items] == ["ticket-answer"]
    assert (await parked(actor_telegram_id=DEWI, page=1, size=5)).total == 0
    await fill(desk.staff, YOHANA, unreachable_since=NOON)
    assert (await parked(actor_telegram_id=RINA, page=1, size=5)).away == 1
