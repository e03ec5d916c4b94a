"""Who may do what, as rows."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.agencies import RoleRow
from storage.tables.people import PersonRow

ORGANIZER = "organizer"


@dataclass(frozen=True, slots=True)
class Grant:
    """A role for one agency, or (agency None) for all of them."""

    role: str
    agency_id: int | None


class Roles:
    """Reads roles."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list(self, telegram_id: int) -> tuple[Grant, ...]:
        """An account's roles."""
        query = select(RoleRow.role, RoleRow.agency_id).where(RoleRow.telegram_id == telegram_id).order_by(RoleRow.id)
        return tuple(Grant(*row) for row in await self._connection.execute(query))

    async def list_organizers(self, agency_id: int, *, but: int) -> tuple[int, ...]:
        """Person ids of an agency's organizers, except the account `but` (nobody answers for oneself)."""
        query = (
            select(PersonRow.id)
            .join(RoleRow, RoleRow.telegram_id == PersonRow.telegram_id)
            .where(RoleRow.agency_id == agency_id, RoleRow.role == ORGANIZER, RoleRow.telegram_id != but)
            .order_by(PersonRow.id)
        )
        return tuple(await self._connection.scalars(query))
