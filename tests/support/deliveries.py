"""People and messages owed to them, for the tests of the outbox and of the worker."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select

from services.clock import Clock
from services.outbox import Desk, Policy, Rule, post
from storage.database import Database
from storage.tables import AgencyRow, DeliveryRow, PersonRow
from tests.support.clock import NOON

FIRST_TELEGRAM_ID = 5000
RULES = {
    "notice": Rule(Policy.AT_LEAST_ONCE),
    "reminder": Rule(Policy.AT_MOST_ONCE),
    "alarm": Rule(Policy.AT_LEAST_ONCE, urgent=True),
}


async def add_people(database: Database, *ids: int, **values: Any) -> None:
    """Persons with these ids; Telegram knows them by 5000 more."""
    rows = [{"id": id_, "telegram_id": FIRST_TELEGRAM_ID + id_, "created_at": NOON, **values} for id_ in ids]
    async with database.write() as connection:
        await connection.execute(insert(PersonRow), rows)


async def add_agency(database: Database, id_: int, zone: str) -> None:
    """An agency in a zone."""
    async with database.write() as connection:
        await connection.execute(
            insert(AgencyRow).values(id=id_, code=f"a{id_}", name="BPSDM", short_name="BPSDM", kind="bpsdm", zone=zone)
        )


async def owe(
    database: Database,
    person_id: int,
    kind: str = "notice",
    subject: str = "1",
    *,
    due_at: datetime = NOON,
    urgency: int = 5,
    chat_id: int | None = None,
    **payload: Any,
) -> None:
    """Owe one message."""
    async with database.write() as connection:
        await post(
            connection,
            person_id=person_id,
            kind=kind,
            subject=subject,
            payload=payload,
            due_at=due_at,
            now=NOON,
            urgency=urgency,
            chat_id=chat_id,
        )


def desk(database: Database, now: Clock, **rules: Rule) -> Desk:
    """The worker's use cases."""
    return Desk(database=database, now=now, rules=rules or RULES)


async def rows(database: Database) -> list[Row[Any]]:
    """All deliveries, in the order in which they were owed."""
    async with database.read() as connection:
        return list(await connection.execute(select(DeliveryRow.__table__).order_by(DeliveryRow.id)))


async def states(database: Database) -> list[str]:
    """How all deliveries stand, in the order in which they were owed."""
    return [row.state for row in await rows(database)]
