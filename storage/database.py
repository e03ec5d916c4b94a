"""The door to the database: reads that never block, and short writes.

On SQLite there are two engines: readers, and one writing connection whose transactions begin IMMEDIATE, so that a
write never fails half-way for want of the lock. On PostgreSQL both are one pool. Never await a call to Telegram
inside `write()`: every other writer waits meanwhile.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

log = structlog.get_logger(__name__)

BUSY_TIMEOUT_MS = 15_000
READERS = 4
POSTGRES_POOL = 10
WAL_RESET_FIXED_IN = (3, 51, 3)


class Database:
    """One database, by URL (`sqlite+aiosqlite:///path` or `postgresql+asyncpg://...`)."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            self._prepare_folder()
            self._writer = self._sqlite_engine(pool_size=1, begin="BEGIN IMMEDIATE")
            self._reader = self._sqlite_engine(pool_size=READERS, begin="BEGIN")
        else:
            self._writer = self._reader = create_async_engine(self.url, pool_size=POSTGRES_POOL, pool_pre_ping=True)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A consistent view; what is written in it is not kept."""
        async with self._reader.connect() as connection:
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """One transaction: committed when the block ends, undone when it raises."""
        async with self._writer.begin() as connection:
            yield connection

    async def close(self) -> None:
        """Hand all connections back."""
        await self._reader.dispose()
        await self._writer.dispose()

    def _prepare_folder(self) -> None:
        warn_of_wal_reset(sqlite3.sqlite_version_info)
        if self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)

    def _sqlite_engine(self, *, pool_size: int, begin: str) -> AsyncEngine:
        engine = create_async_engine(
            self.url, pool_size=pool_size, max_overflow=0, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}
        )
        event.listen(engine.sync_engine, "connect", _set_pragmas)
        event.listen(engine.sync_engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine


def _set_pragmas(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver must not begin transactions by itself: it would begin them deferred.
    connection.isolation_level = None
    cursor: Any = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def warn_of_wal_reset(version: tuple[int, ...]) -> None:
    """SQLite 3.7.0 to 3.51.2 may corrupt the log when several connections write; we keep one, others must not."""
    if version < WAL_RESET_FIXED_IN:
        log.warning("sqlite_wal_reset_bug", version=".".join(map(str, version)), keep="one writing process")
