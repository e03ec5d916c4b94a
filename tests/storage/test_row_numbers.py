"""Rows that may be erased never lend their number to another one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.migrate import migrate

ERASABLE = ("people", "verifications", "outbox")


@pytest.mark.parametrize("table", ERASABLE)
async def test_a_migrated_database_never_gives_a_number_again(tmp_path: Path, table: str) -> None:
    database = Database(f"sqlite:///{tmp_path / 'blank.db'}")
    await migrate(database)

    async with database.read() as connection:
        made = await connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": table})

    assert re.search(r"id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT", made)
    await database.close()
