"""Fresh databases for tests: each a copy of one that was migrated when the session began."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path

import asyncpg
from sqlalchemy.engine import make_url

from storage.database import Database
from storage.migrate import migrate
from storage.tables import Base

TEMPLATE = "jalin_template"
LENT_AT_MOST = 40
EMPTY = f"""
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid();
SET session_replication_role = replica;
{";".join(f'DELETE FROM "{table}"' for table in Base.metadata.tables)};
SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S';
"""
"""Nobody else is connected, no rows are left (foreign keys do not matter then), and numbers begin with 1 again."""
_numbers = count(1)


def make_sqlite_template(folder: Path) -> Path:
    """A SQLite file with all tables, as the migrations make it."""
    file = folder / "template.db"
    asyncio.run(_create_tables(sqlite_url(file)))
    return file


def sqlite_copy(template: Path, folder: Path) -> str:
    """The URL of a fresh SQLite file in `folder`."""
    file = folder / "jalin.db"
    shutil.copyfile(template, file)
    return sqlite_url(file)


def make_postgres_template(server: str) -> None:
    """The database that others are copied from. `server` is a URL with `{database}` in it."""
    asyncio.run(_statement(server, f"CREATE DATABASE {TEMPLATE}"))
    asyncio.run(_create_tables(server.format(database=TEMPLATE)))


@contextmanager
def postgres_copy(server: str, of: str = TEMPLATE) -> Iterator[str]:
    """The URL of a fresh PostgreSQL database, dropped afterwards."""
    name = f"jalin_{next(_numbers)}"
    asyncio.run(_statement(server, f"CREATE DATABASE {name} TEMPLATE {of} STRATEGY FILE_COPY"))
    yield server.format(database=name)
    asyncio.run(_statement(server, f"DROP DATABASE {name} WITH (FORCE)"))


class PostgresCopies:
    """Databases of one server, emptied and lent again: to empty one takes a fifth of making and dropping it."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._free: list[tuple[AbstractContextManager[str], str, int]] = []

    @contextmanager
    def one(self) -> Iterator[str]:
        """The URL of a database that is as if fresh."""
        copy, url, lent = self._free.pop() if self._free else self._make()
        yield url
        # What deleted rows leave behind makes it slower by and by; what cannot be emptied was altered by the test.
        if lent < LENT_AT_MOST and asyncio.run(_is_emptied(url)):
            self._free.append((copy, url, lent + 1))
        else:
            copy.__exit__(None, None, None)

    def _make(self) -> tuple[AbstractContextManager[str], str, int]:
        copy = postgres_copy(self._server)
        return copy, copy.__enter__(), 1


def sqlite_url(file: Path) -> str:
    """The URL of a SQLite file."""
    return f"sqlite:///{file}"


async def _create_tables(url: str) -> None:
    database = Database(url)
    await migrate(database)
    await database.close()


async def _is_emptied(url: str) -> bool:
    connection = await asyncpg.connect(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False))
    try:
        await connection.execute(EMPTY)
    except asyncpg.PostgresError:
        return False
    finally:
        await connection.close()
    return True


async def _statement(server: str, sql: str) -> None:
    # Databases are made outside any transaction, which the door to ours always opens.
    url = make_url(server.format(database="postgres")).set(drivername="postgresql")
    connection = await asyncpg.connect(url.render_as_string(hide_password=False))
    await connection.execute(sql)
    await connection.close()
