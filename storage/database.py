"""The door to the database: reads that never block, and short writes, the same on SQLite and PostgreSQL.

Never await a call to Telegram inside `write()`: every other writer waits meanwhile.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, cast

import structlog
from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from storage.inline import SqliteFile

log = structlog.get_logger(__name__)

POSTGRES_POOL = 10
WAL_RESET_FIXED_IN = (3, 51, 3)


class Database:
    """One database, by URL (`sqlite:///path` or `postgresql+asyncpg://...`)."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            warn_of_wal_reset(sqlite3.sqlite_version_info)
            Path(self.url.database or "jalin.db").parent.mkdir(parents=True, exist_ok=True)
        self._door = SqliteFile(self.url) if self.is_sqlite else PostgresServer(self.url)

    def read(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """For reading only: one view of it all on SQLite, what is committed by each statement on PostgreSQL."""
        # SqliteFile's connection is the part of AsyncConnection that repositories use.
        return cast(AbstractAsyncContextManager[AsyncConnection], self._door.read())

    def write(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """One transaction: committed when the block ends, undone when it raises."""
        return cast(AbstractAsyncContextManager[AsyncConnection], self._door.write())

    async def close(self) -> None:
        """Hand all connections back."""
        await self._door.close()


class PostgresServer:
    """A PostgreSQL database; readers and writers share a pool."""

    def __init__(self, url: URL) -> None:
        self._engine = create_async_engine(url, pool_size=POSTGRES_POOL, hide_parameters=True)
        self._reading = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        event.listen(self._engine.sync_engine, "checkout", _refuse_closed)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection without a transaction, which would cost two round trips and show the same."""
        async with self._reading.connect() as connection:
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A connection whose transaction is committed at the end."""
        async with self._engine.begin() as connection:
            yield connection

    async def close(self) -> None:
        """Hand all connections back."""
        await self._engine.dispose()


def _refuse_closed(connection: DBAPIConnection, _: ConnectionPoolEntry, __: PoolProxiedConnection) -> None:
    """The pool opens another one in place of what the server has ended. Asking the server each time (`pool_pre_ping`)
    takes three round trips; the driver knows already. What breaks unnoticed fails in use, and its update waits.
    """
    driver: Any = connection.driver_connection
    if driver.is_closed():
        raise DisconnectionError("the server has ended this connection")


def warn_of_wal_reset(version: tuple[int, ...]) -> None:
    """SQLite 3.7.0 to 3.51.2 may corrupt the log when several connections write; we keep one, others must not."""
    if version < WAL_RESET_FIXED_IN:
        log.warning("sqlite_wal_reset_bug", version=".".join(map(str, version)), keep="one writing process")
