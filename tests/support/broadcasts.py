"""Announcements for tests, made directly, and their copies as they stand in the outbox."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select

from services.broadcasts import Audience
from storage.database import Database
from storage.tables import BroadcastRow, DeliveryRow
from tests.support.catalogue import add
from tests.support.clock import NOON


async def add_broadcast(database: Database, agency_id: int, audience: Audience = Audience(), **changes: Any) -> int:  # noqa: B008
    """An announcement whose time has come; its number."""
    values: dict[str, Any] = {
        "agency_id": agency_id,
        "state": "scheduled",
        "send_at": NOON,
        "body": {"id": {"text": "Halo"}},
        "audience": audience.kept,
        "created_at": NOON,
    }
    return await add(database, BroadcastRow, **(values | changes))


async def copies(database: Database, broadcast_id: int) -> list[int]:
    """Whom it has a copy for: the persons by number, twice who has two."""
    query = select(DeliveryRow.person_id).where(
        DeliveryRow.kind == "broadcast", DeliveryRow.subject == str(broadcast_id)
    )
    async with database.read() as connection:
        return list(await connection.scalars(query.order_by(DeliveryRow.person_id)))


async def broadcast(database: Database, broadcast_id: int) -> dict[str, Any]:
    """How it stands."""
    async with database.read() as connection:
        query = select(BroadcastRow.__table__).where(BroadcastRow.id == broadcast_id)
        return dict((await connection.execute(query)).mappings().one())


async def add_rows(database: Database, row: type[Any], *rows: dict[str, Any]) -> None:
    """Rows that name the same columns."""
    async with database.write() as connection:
        await connection.execute(insert(row), list(rows))
