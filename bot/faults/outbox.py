"""The outbox of a fault run: who is owed what, and how it stands."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from bot.bench.deliverer import NOTICE
from bot.faults.worker import BEGAN
from services.broadcasts import KIND
from storage.database import Database
from storage.tables import DeliveryRow, PersonRow

FIRST_CHAT = 7_100_000_000
PEOPLE = 500
"""So many share the messages: each chat takes one a second."""
AT_ONCE = 1_000
OPEN = ("queued", "sending")
LOOK_S = 0.01
LONGEST_S = 300


@dataclass(frozen=True, slots=True)
class Standing:
    """How one delivery stands; its text is its number."""

    number: str
    kind: str
    state: str
    person_id: int


def chat_of(person_id: int) -> int:
    """A person's chat."""
    return FIRST_CHAT + person_id


async def add_people(database: Database) -> None:
    """Those whom messages are owed, numbered from 1."""
    rows = [{"id": id_, "telegram_id": chat_of(id_), "created_at": BEGAN} for id_ in range(1, PEOPLE + 1)]
    async with database.write() as connection:
        await connection.execute(insert(PersonRow), rows)


async def owe(database: Database, messages: int, people: int | None = None) -> None:
    """Owe so many messages and nothing else: to each person in turn, every other one an announcement's copy."""
    people = people or PEOPLE
    rows = [
        {
            "person_id": number % people + 1,
            "kind": KIND if (number // people + number) % 2 else NOTICE,
            "subject": str(number),
            "payload": {"text": str(number)},
            "due_at": BEGAN,
            "created_at": BEGAN,
        }
        for number in range(messages)
    ]
    async with database.write() as connection:
        await connection.execute(delete(DeliveryRow))
        await connection.execute(update(PersonRow).values(unreachable_since=None))
        for first in range(0, messages, AT_ONCE):
            await connection.execute(insert(DeliveryRow), rows[first : first + AT_ONCE])


async def count(database: Database, *states: str) -> int:
    """How many stand so."""
    async with database.read() as connection:
        query = select(func.count()).select_from(DeliveryRow).where(DeliveryRow.state.in_(states))
        return await connection.scalar(query) or 0


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    """Look again and again; a run that hangs is a fault too."""
    async with asyncio.timeout(LONGEST_S):
        while not await condition():  # noqa: ASYNC110 - it becomes true in another process
            await asyncio.sleep(LOOK_S)


async def until_none(database: Database, *states: str) -> None:
    """Wait until no delivery stands so."""

    async def is_none() -> bool:
        return not await count(database, *states)

    await until(is_none)


async def until_queued(database: Database, most: float) -> None:
    """Wait until at most so many are queued."""

    async def is_reached() -> bool:
        return await count(database, "queued") <= most

    await until(is_reached)


async def standings(database: Database) -> list[Standing]:
    """All of them."""
    columns: tuple[Any, ...] = (DeliveryRow.subject, DeliveryRow.kind, DeliveryRow.state, DeliveryRow.person_id)
    async with database.read() as connection:
        return [Standing(*row) for row in await connection.execute(select(*columns).order_by(DeliveryRow.id))]


@dataclass(frozen=True, slots=True)
class Toll:
    """What went wrong: found by what the outbox says and what was accepted."""

    lost: int
    """Said to be sent, but never accepted; or not sent, and nothing says so."""
    doubled: int
    """Announcements accepted more than once."""
    unknown: int


def reckon(standings: list[Standing], accepted: Counter[str]) -> Toll:
    """Compare the two."""
    told = {"unknown", "failed", "skipped"}
    return Toll(
        lost=sum(not accepted[one.number] and one.state not in told for one in standings),
        doubled=sum(max(0, accepted[one.number] - 1) for one in standings if one.kind == KIND),
        unknown=sum(one.state == "unknown" for one in standings),
    )
