"""The one statement that both databases spell apart: an insert that may meet a row already there."""

from __future__ import annotations

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import Base


def insert_for(connection: AsyncConnection, row: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An insert that knows `on_conflict_do_nothing` and `on_conflict_do_update` on the connection's database.

    Name `index_elements` (and `index_where`), never a constraint: SQLite knows indexes only.
    """
    return sqlite.insert(row) if connection.dialect.name == "sqlite" else postgresql.insert(row)
