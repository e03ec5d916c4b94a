"""Fresh databases for tests: each a copy of one that was migrated when the session began."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import asyncpg
from sqlalchemy.engine import make_url

from storage.database import Database
from storage.migrate import migrate

TEMPLATE = "jalin_template"
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


def sqlite_url(file: Path) -> str:
    """The URL of a SQLite file."""
    return f"sqlite:///{file}"


async def _create_tables(url: str) -> None:
    database = Database(url)
    await migrate(database)
    await database.close()


async def _statement(server: str, sql: str) -> None:
    # Databases are made outside any transaction, which the door to ours always opens.
    url = make_url(server.format(database="postgres")).set(drivername="postgresql")
    connection = await asyncpg.connect(url.render_as_string(hide_password=False))
    await connection.execute(sql)
    await connection.close()
