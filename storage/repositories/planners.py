"""Who is told of what happens to trainings that are planned together."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.agencies import RoleRow
from storage.tables.people import PersonRow


class Planners:
    """Reads the people behind roles."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list(self, role: str, agency_ids: Collection[int] | None, *, but: int) -> tuple[int, ...]:
        """Person ids of those who hold a role (for one of these agencies), except the account `but`."""
        query = (
            select(PersonRow.id)
            .join(RoleRow, RoleRow.telegram_id == PersonRow.telegram_id)
            .where(RoleRow.role == role, RoleRow.revoked_at.is_(None), RoleRow.telegram_id != but)
            .distinct()
            .order_by(PersonRow.id)
        )
        if agency_ids is not None:
            query = query.where(RoleRow.agency_id.in_(agency_ids))
        return tuple(await self._connection.scalars(query))
