"""Bringing a database to the schema of this release.

Alembic is imported only when there is something to do: it costs a start-up that a running bot rarely needs.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

log = structlog.get_logger(__name__)

FOLDER = Path(__file__).parent / "migrations"
MIGRATION_LOCK = 7_204_114
"""An arbitrary number: PostgreSQL's advisory lock, so that two processes do not migrate at once."""


def head() -> str:
    """The newest revision, by the file names `NNNN_what.py`."""
    return max(match[1] for file in FOLDER.glob("versions/*.py") if (match := re.match(r"(\d{4})_", file.name)))


async def migrate(database: Database) -> bool:
    """Bring the database to the newest revision; whether anything had to be done."""
    async with database.read() as connection:
        if await connection.run_sync(_current) == head():
            return False
    async with database.write() as connection:
        if not database.is_sqlite:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
        await connection.run_sync(lambda sync: run("upgrade", "head", sync))
    log.info("migrated", revision=head())
    return True


async def revision_of(connection: AsyncConnection) -> str | None:
    """The revision a database stands at; None for an empty one."""
    return await connection.run_sync(_current)


def run(direction: str, revision: str, connection: Connection) -> None:
    """Run alembic's `upgrade` or `downgrade` on a connection whose transaction the caller owns."""
    from alembic import command

    getattr(command, direction)(config(connection), revision)


def config(connection: Connection) -> Config:
    """Alembic's configuration for a connection."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(FOLDER))
    settings.attributes["connection"] = connection
    return settings


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
