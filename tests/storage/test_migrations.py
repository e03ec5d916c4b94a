"""Migrations go up, down and up again, and end where the models are."""

from __future__ import annotations

from functools import partial

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from storage.database import Database
from storage.migrate import FOLDER, head, migrate, revision_of, run
from storage.tables import Base

REVISIONS = sorted(file.name[:4] for file in FOLDER.glob("versions/*.py"))


@pytest.mark.parametrize("revision", REVISIONS)
async def test_every_migration_goes_up_down_and_up_again(blank_url: str, revision: str) -> None:
    database = Database(blank_url)
    async with database.write() as connection:
        for direction, target in (("upgrade", revision), ("downgrade", "-1"), ("upgrade", revision)):
            await connection.run_sync(partial(run, direction, target))

    async with database.read() as connection:
        assert await revision_of(connection) == revision
    await database.close()


async def test_a_migrated_schema_equals_the_models(database: Database) -> None:
    async with database.read() as connection:
        drift = await connection.run_sync(_drift)

    assert drift == []


async def test_a_current_database_is_left_alone(blank_url: str) -> None:
    database = Database(blank_url)

    assert [await migrate(database), await migrate(database)] == [True, False]

    async with database.read() as connection:
        assert await revision_of(connection) == head()
    await database.close()


def _drift(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Base.metadata))
