"""The staff lists that people are verified against."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.agencies import AGENCY_COLUMNS, Agency
from storage.tables.agencies import AgencyRow, RosterRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """One line of a staff list; `phone_lookup` is None where the agency gave no number."""

    name: str
    unit: str
    phone_lookup: bytes | None
    left: bool
    agency: Agency


class Roster:
    """Reads staff lists."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, nip_lookup: bytes) -> Employee | None:
        """Whom the lists hold under a NIP; those who left too."""
        columns = (RosterRow.name, RosterRow.unit, RosterRow.phone_lookup, RosterRow.left_at)
        query = (
            select(*columns, *AGENCY_COLUMNS)
            .join(AgencyRow, AgencyRow.id == RosterRow.agency_id)
            .where(RosterRow.nip_lookup == nip_lookup)
        )
        row = (await self._connection.execute(query)).first()
        if row is None:
            return None
        name, unit, phone_lookup, left_at, *agency = row
        return Employee(
            name=name, unit=unit, phone_lookup=phone_lookup, left=left_at is not None, agency=Agency(*agency)
        )
