"""What a person left in the helpdesk: shown to them whole, and gone when they erase."""

from __future__ import annotations

from sqlalchemy import select, update

from services.outbox import ListParked
from services.privacy import EraseData, ExportData
from storage.base import Base
from storage.tables import DeliveryRow
from storage.tables.helpdesk import AskerBlockRow, ReadyAnswerRow, TicketEntryRow, TicketMessageRow, TicketRow
from tests.support.clock import NOON, Clock
from tests.support.helpdesk import DEWI, RINA, YOHANA, Desk
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
