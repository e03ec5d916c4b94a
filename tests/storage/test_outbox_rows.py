"""The outbox's rows: who may change which, and what an upsert leaves alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.dialect import insert_for
from storage.repositories.outbox import Due, Ending, Outbox, State
from storage.tables import PersonRow, SenderRow
from tests.support.clock import NOON
from tests.support.deliveries import add_people, owe, rows, states

LATER = NOON + timedelta(hours=1)


def ending(id_: int, *, held_attempt: int) -> Ending:
    return Ending(id=id_, held_attempt=held_attempt, state=State.SENT, attempt=held_attempt, due_at=NOON, message_id=5)


async def test_a_queued_row_cannot_end(database: Database) -> None:
    await add_people(database, 1)
    await owe(database, 1)

    async with database.write() as connection:
        await Outbox(connection).end([ending(1, held_attempt=0)])

    assert await states(database) == ["queued"]


async def test_a_row_ends_once(database: Database) -> None:
    await add_people(database, 1)
    await owe(database, 1)

    async with database.write() as connection:
        outbox = Outbox(connection)
        await outbox.lease([1], until=LATER)
        await outbox.end([ending(1, held_attempt=1)])
        await outbox.end([Ending(id=1, held_attempt=1, state=State.FAILED, attempt=1, due_at=NOON)])

    (row,) = await rows(database)
    assert (row.state, row.message_id) == ("sent", 5)


async def test_only_queued_rows_are_leased_or_postponed(database: Database) -> None:
    await add_people(database, 1)
    await owe(database, 1)

    async with database.write() as connection:
        outbox = Outbox(connection)
        await outbox.lease([1], until=LATER)
        await outbox.lease([1], until=LATER + timedelta(hours=1))
        await outbox.postpone([1], due_at=LATER)

    (row,) = await rows(database)
    assert (row.attempt, row.lease_until, row.due_at) == (1, LATER, NOON)


async def test_nothing_to_end_is_no_statement(database: Database) -> None:
    async with database.write() as connection:
        await Outbox(connection).end([])

    assert await rows(database) == []


async def test_a_message_to_nobody_is_refused(database: Database) -> None:
    due = Due(person_id=99, kind="x", subject="1", occasion="", payload={}, urgency=5, due_at=NOON)

    with pytest.raises(IntegrityError):
        async with database.write() as connection:
            await Outbox(connection).add(due, created_at=NOON)


async def test_an_upsert_meets_the_row_that_is_there(database: Database) -> None:
    async with database.write() as connection:
        for until in (NOON, LATER):
            statement = insert_for(connection, SenderRow).values(id=1, halted_until=until)
            await connection.execute(statement.on_conflict_do_nothing(index_elements=["id"]))
        kept = await Outbox(connection).find_halt()

    assert kept == NOON


async def test_a_clash_elsewhere_is_still_an_error(database: Database) -> None:
    await add_people(database, 1)

    async with database.write() as connection:
        statement = insert_for(connection, PersonRow).values(id=2, telegram_id=5001, created_at=NOON)
        with pytest.raises(IntegrityError):
            await connection.execute(statement.on_conflict_do_nothing(index_elements=["id"]))
