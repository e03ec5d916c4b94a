"""SQLite without a thread hop a statement.

An asyncio driver for SQLite moves every call to a thread and back; measured, that was most of what an update cost. A
statement on a local file takes a tenth of a millisecond, less than one hop. So statements run where they are asked
for; only what may wait leaves the event loop: taking the write lock while somebody else holds it, and the commit,
which waits for the disk. Work that reads very much goes through `run_sync`, which has a thread of its own.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Engine, Executable, ScalarResult, create_engine, event
from sqlalchemy.engine import URL, Dialect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

T = TypeVar("T")

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
"""What is erased is overwritten, not only let go of: the file may hold people who asked to be forgotten."""
BUSY_TIMEOUT_MS = 15_000
KEPT_READERS = 4
LOCKED = sqlite3.SQLITE_BUSY


class InlineConnection:
    """The part of SQLAlchemy's AsyncConnection that repositories use, over a connection that is not asynchronous."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        """The database's dialect."""
        return self._connection.dialect

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        """Run a statement here and now."""
        return self._connection.execute(statement, parameters)

    async def scalar(self, statement: Executable, parameters: Any = None) -> Any:
        """The first column of the first row, or None."""
        return self._connection.scalar(statement, parameters)

    async def scalars(self, statement: Executable, parameters: Any = None) -> ScalarResult[Any]:
        """The first column of every row."""
        return self._connection.scalars(statement, parameters)

    async def run_sync(self, work: Callable[[Connection], T]) -> T:
        """Long work, in a thread: the event loop goes on meanwhile."""
        return await asyncio.to_thread(work, self._connection)


class SqliteFile:
    """One SQLite file: readers that never block, and one writing connection."""

    def __init__(self, url: URL) -> None:
        self._readers = _engine(url, begin="BEGIN", timeout_ms=BUSY_TIMEOUT_MS)
        self._writers = _engine(url, begin="BEGIN IMMEDIATE", timeout_ms=0)
        self._turn = asyncio.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite-writer")

    @asynccontextmanager
    async def read(self) -> AsyncIterator[InlineConnection]:
        """A consistent view; what is written in it is not kept."""
        with self._readers.connect() as connection:
            yield InlineConnection(connection)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[InlineConnection]:
        """One transaction, after those before it: committed when the block ends, undone when it raises."""
        async with self._turn:
            connection = self._writers.connect()
            try:
                await self._begin(connection)
                yield InlineConnection(connection)
                await self._in_thread(connection.commit)
            finally:
                connection.close()  # undoes what was not committed

    async def close(self) -> None:
        """Hand all connections back."""
        self._readers.dispose()
        self._writers.dispose()
        self._thread.shutdown()

    async def _begin(self, connection: Connection) -> None:
        try:
            connection.begin()
        except OperationalError as error:
            # Another process writes (`jalin load` beside a running bot): wait for it, but not on the event loop.
            if getattr(error.orig, "sqlite_errorcode", None) != LOCKED:
                raise
            connection.rollback()
            await self._in_thread(lambda: _begin_patiently(connection))

    async def _in_thread(self, work: Callable[[], object]) -> None:
        future = asyncio.get_running_loop().run_in_executor(self._thread, work)
        try:
            await asyncio.shield(future)
        except asyncio.CancelledError:
            # The thread cannot be called back: what it does must be over before the connection is touched again.
            await asyncio.wait([future])
            raise


def _begin_patiently(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    try:
        connection.begin()
    finally:
        driver.execute("PRAGMA busy_timeout=0")


def _engine(url: URL, *, begin: str, timeout_ms: int) -> Engine:
    engine = create_engine(
        url.set(drivername="sqlite"),
        pool_size=KEPT_READERS,
        max_overflow=-1,  # a reader is cheap to open, and waiting for one would stop the event loop
        connect_args={"check_same_thread": False},
        hide_parameters=True,  # an error's text goes to the log; names and NIPs do not
    )

    def set_pragmas(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        # The driver must not begin transactions by itself: it would begin them deferred.
        connection.isolation_level = None
        cursor: Any = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute(f"PRAGMA busy_timeout={timeout_ms}")
        cursor.close()

    event.listen(engine, "connect", set_pragmas)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine
