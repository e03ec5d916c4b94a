"""The baseline: the smallest programs that give seats away. One transaction a tap, two statements, nothing else.

They keep no history and no line, ask nobody who they are, and talk to the database's driver directly.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg

from storage.database import POSTGRES_POOL
from storage.inline import PRAGMAS

Tap = Callable[[int, int, int], Awaitable[object]]
"""Who, which batch, which pool."""

TABLES = (
    "CREATE TABLE bare_pools (id INTEGER PRIMARY KEY, size INTEGER NOT NULL, taken INTEGER NOT NULL)",
    "CREATE TABLE bare_enrolments "
    "(person BIGINT, batch BIGINT, pool INTEGER, sure BOOLEAN, PRIMARY KEY (person, batch))",
)
CONNECTIONS = POSTGRES_POOL + 10  # which SQLAlchemy adds when all are busy
TAKE = "UPDATE bare_pools SET taken = taken + 1 WHERE id = {pool} AND taken < size"
ADD = "INSERT INTO bare_enrolments VALUES ({row})"


@asynccontextmanager
async def on_sqlite(file: Path) -> AsyncIterator[Tap]:
    """One connection with our settings, and no thread in between."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    take, add = TAKE.format(pool="?"), ADD.format(row="?, ?, ?, ?")

    async def tap(person: int, batch: int, pool: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        try:
            sure = connection.execute(take, (pool,)).rowcount == 1
            connection.execute(add, (person, batch, pool, sure))
            connection.execute("COMMIT")
        except sqlite3.IntegrityError:  # the second tap: the seat goes back
            connection.execute("ROLLBACK")

    yield tap
    connection.close()


@asynccontextmanager
async def on_postgres(url: str) -> AsyncIterator[Tap]:
    """As many connections as ours has at most."""
    async with asyncpg.create_pool(url, min_size=CONNECTIONS, max_size=CONNECTIONS) as connections:
        take, add = TAKE.format(pool="$1"), ADD.format(row="$1, $2, $3, $4")

        async def tap(person: int, batch: int, pool: int) -> None:
            try:
                async with connections.acquire() as connection, connection.transaction():
                    sure = await connection.execute(take, pool) == "UPDATE 1"
                    await connection.execute(add, person, batch, pool, sure)
            except asyncpg.UniqueViolationError:
                return

        yield tap
