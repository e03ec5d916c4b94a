"""Owing a message: once, and only when its cause is kept."""

from __future__ import annotations

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from services.outbox import Due, post, post_all
from storage.database import Database
from storage.tables import DeliveryRow, PersonRow
from tests.support.clock import Clock


async def owe(connection: AsyncConnection, now: Clock, *, occasion: str = "") -> bool:
    return await post(
        connection,
        person_id=1,
        kind="verification-result",
        subject="7",
        occasion=occasion,
        payload={"verification": 7},
        due_at=now(),
        now=now(),
    )


async def add_person(database: Database, now: Clock) -> None:
    async with database.write() as connection:
        await connection.execute(insert(PersonRow).values(id=1, telegram_id=5001, created_at=now()))


async def owe_and_fail(database: Database, now: Clock) -> None:
    async with database.write() as connection:
        await owe(connection, now)
        raise ZeroDivisionError


async def count(database: Database) -> int:
    async with database.read() as connection:
        return await connection.scalar(select(func.count()).select_from(DeliveryRow)) or 0


async def test_the_same_message_is_owed_once(database: Database, now: Clock) -> None:
    await add_person(database, now)

    async with database.write() as connection:
        answers = [await owe(connection, now) for _ in range(3)]

    assert answers == [True, False, False]
    assert await count(database) == 1


async def test_another_occasion_is_another_message(database: Database, now: Clock) -> None:
    await add_person(database, now)

    async with database.write() as connection:
        answers = [await owe(connection, now, occasion=day) for day in ("h-7", "h-1")]

    assert answers == [True, True]
    assert await count(database) == 2


async def test_a_cause_that_is_undone_owes_nothing(database: Database, now: Clock) -> None:
    await add_person(database, now)

    with pytest.raises(ZeroDivisionError):
        await owe_and_fail(database, now)

    assert await count(database) == 0


async def test_many_are_owed_at_once_and_each_still_once(database: Database, now: Clock) -> None:
    await add_person(database, now)
    dues = [
        Due(
            person_id=1, kind="reminder", subject=f"reminder:{number}", occasion="", payload={}, urgency=4, due_at=now()
        )
        for number in (1, 2, 2)
    ]

    async with database.write() as connection:
        await post_all(connection, dues, now())
        await post_all(connection, [*dues[:1]], now())
        await post_all(connection, [], now())

    assert await count(database) == 2
