"""A PostgreSQL server that ends its connections in the middle of work: updates wait, none counts as failed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import asyncpg
import pytest
from sqlalchemy import literal, select

from storage.database import Database
from storage.tables import InboxRow
from tests.support import databases, postgres
from tests.support.clock import Clock
from tests.support.inbox import World, update

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(not postgres.WANTED, reason="runs where PostgreSQL is asked for (make test-postgres)"),
]


@pytest.fixture
def server_url(postgres_server: str) -> Iterator[str]:
    with databases.postgres_copy(postgres_server) as url:
        yield url


@pytest.fixture
async def database(server_url: str) -> AsyncIterator[Database]:
    """On a server always: a file has none to lose."""
    database = Database(server_url)
    yield database
    await database.close()


async def test_connections_that_end_at_once_cost_no_update(database: Database, now: Clock) -> None:
    handled: list[int] = []

    async def feed(raw: dict[str, Any]) -> None:
        handled.append(raw["update_id"])
        if len(handled) == 5:
            async with database.read() as connection:
                await connection.scalar(select(InboxRow.seq).limit(1))
                await _end_all_connections(database)
                await connection.scalar(select(InboxRow.seq).limit(1))

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(number, person=number) for number in range(1, 6)])
        await world.settle()

    async with database.read() as connection:
        states = set(await connection.scalars(select(InboxRow.state)))
    assert (set(handled), states) == ({1, 2, 3, 4, 5}, {"done"})
    assert world.slept


async def test_a_connection_that_ended_while_it_rested_is_never_handed_out(database: Database) -> None:
    ended = asyncio.Event()
    async with database.read() as connection:
        driver: Any = (await connection.get_raw_connection()).driver_connection
        driver.add_termination_listener(lambda _: ended.set())
    await _end_all_connections(database)
    await ended.wait()

    async with database.read() as connection:
        assert await connection.scalar(select(literal(1))) == 1
    async with database.write() as connection:
        assert await connection.scalar(select(literal(2))) == 2


async def _end_all_connections(database: Database) -> None:
    url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(url)
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await connection.close()
