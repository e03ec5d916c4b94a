"""Many people with a sure seat in batches that begin within one minute, among very many reminders of later dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Integer, cast, delete, insert, literal, select, text, update

from bot.bench.audience import AGENCY, add_batch, add_people
from services.clock import utc_now
from storage.base import UtcDateTime
from storage.database import Database
from storage.tables import BatchRow, EnrolmentRow, PersonRow, ReminderRow

LATER = 1_000
"""What is `about` so much is no enrolment of the world: it only lies there."""


async def add_world(database: Database, people: int) -> None:
    """People without quiet hours, and one batch."""
    await add_people(database, people)
    await add_batch(database, people)
    async with database.write() as connection:
        await connection.execute(update(PersonRow).values(quiet="none"))


async def add_planned(database: Database, rows: int, people: int, due: int) -> None:
    """So many planned reminders; `due` of them are due already, the others in two days."""
    now, numbers = utc_now(), select(literal(1).label("number")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.number + 1).where(numbers.c.number < rows))
    number = numbers.c.number

    def write(connection: Connection) -> None:
        for first, last, moment in ((1, due, now - timedelta(hours=1)), (due + 1, rows, now + timedelta(days=2))):
            values: dict[str, Any] = {
                "person_id": cast(number % people, Integer) + 1,
                "kind": literal("start"),
                "batch_id": literal(1),
                "about": number + literal(LATER * people),
                "offset": literal("7d"),
                "base_at": literal(moment + timedelta(days=40), UtcDateTime),
                "due_at": literal(moment, UtcDateTime),
                "until_at": literal(moment + timedelta(days=39), UtcDateTime),
                "state": literal("planned"),
                "created_at": literal(now, UtcDateTime),
            }
            chosen = select(*values.values()).where(number.between(first, last))
            connection.execute(insert(ReminderRow).from_select(list(values), chosen))

    async with database.write() as connection:
        await connection.run_sync(write)
    await look_through(database)


async def forget_due(database: Database) -> None:
    """What was due so far is not any more."""
    async with database.write() as connection:
        await connection.execute(delete(ReminderRow).where(ReminderRow.due_at <= utc_now()))


async def add_starts(database: Database, people: int, starts: Sequence[datetime]) -> None:
    """Batches that begin at these moments, and everybody with a sure seat in one of them; enrolled just now."""
    now = utc_now()
    batches = [
        {
            "id": number,
            "code": f"bench-{number}",
            "training_id": 1,
            "number": number,
            "host_id": AGENCY,
            "starts_at": moment,
            "ends_at": moment + timedelta(days=4),
            "registration_opens_at": now - timedelta(days=1),
            "registration_closes_at": now,
            "needs_recommendation": False,
        }
        for number, moment in enumerate(starts, 2)
    ]
    enrolments = [
        {
            "person_id": person,
            "batch_id": 2 + person % len(starts),
            "state": "confirmed",
            "submitted_at": now,
            "changed_at": now,
        }
        for person in range(1, people + 1)
    ]
    async with database.write() as connection:
        await connection.execute(insert(BatchRow), batches)
        await connection.execute(insert(EnrolmentRow), enrolments)
    await look_through(database)


async def look_through(database: Database) -> None:
    """What the database does by itself before long: know how large its tables are."""
    async with database.write() as connection:
        await connection.execute(text("ANALYZE"))
