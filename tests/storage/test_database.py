"""The door to the database: what is written together is kept together, and nobody is blocked who need not be."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from storage.database import Database
from storage.migrate import migrate
from storage.tables import SenderRow
from tests.support.clock import NOON


async def kept(database: Database) -> list[int]:
    async with database.read() as connection:
        return list(await connection.scalars(select(SenderRow.id).order_by(SenderRow.id)))


async def add(database: Database, number: int) -> None:
    async with database.write() as connection:
        await connection.execute(insert(SenderRow).values(id=number))


async def test_a_block_that_raises_keeps_nothing(database: Database) -> None:
    async def half() -> None:
        async with database.write() as connection:
            await connection.execute(insert(SenderRow).values(id=1))
            raise ValueError("half-way")

    with pytest.raises(ValueError, match="half-way"):
        await half()

    assert await kept(database) == []


async def test_a_cancelled_block_keeps_nothing_and_frees_the_door(database: Database) -> None:
    begun = asyncio.Event()

    async def waits() -> None:
        async with database.write() as connection:
            await connection.execute(insert(SenderRow).values(id=1))
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.get_running_loop().create_task(waits())
    await begun.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await add(database, 2)

    assert await kept(database) == [2]


async def test_readers_see_what_was_committed_when_they_began(database: Database) -> None:
    async with database.read() as connection:
        before = list(await connection.scalars(select(SenderRow.id)))
        await add(database, 1)
        meanwhile = list(await connection.scalars(select(SenderRow.id))) if database.is_sqlite else before

    assert (before, meanwhile, await kept(database)) == ([], [], [1])


async def test_many_writers_come_in_turn(database: Database) -> None:
    await asyncio.gather(*(add(database, number) for number in range(1, 41)))

    assert await kept(database) == list(range(1, 41))


async def test_another_process_that_writes_is_waited_for_beside_the_event_loop(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    ours, theirs = Database(url), Database(url)
    await migrate(ours)

    async with theirs.write() as connection:
        await connection.execute(insert(SenderRow).values(id=1))
        waiting = asyncio.get_running_loop().create_task(add(ours, 2))
        turns = 0
        while turns < 200 and not waiting.done():
            await asyncio.sleep(0)
            turns += 1
        assert turns == 200
    await waiting

    assert await kept(ours) == [1, 2]
    await ours.close()
    await theirs.close()


async def test_a_moment_without_a_zone_is_refused_and_others_come_back_in_utc(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(insert(SenderRow).values(id=1, halted_until=NOON))
        moment = await connection.scalar(select(SenderRow.halted_until))

    assert moment is not None
    assert (moment, moment.tzinfo) == (NOON, UTC)
    with pytest.raises(Exception, match="without a time zone"):
        async with database.write() as connection:
            await connection.execute(insert(SenderRow).values(id=2, halted_until=datetime(2026, 1, 1)))
