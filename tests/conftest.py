"""Fixtures for all tests. Nothing here mocks a part of ours: databases are files or servers, HTTP is HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.base import Base
from storage.database import Database
from storage.tables import __all__ as _tables
from tests.support.clock import Clock

assert _tables


@pytest.fixture
def now() -> Clock:
    """The injected clock, at noon of the example day."""
    return Clock()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database in a file of its own."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'jalin.db'}")
    async with database.write() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield database
    await database.close()
