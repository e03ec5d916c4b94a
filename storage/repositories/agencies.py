"""Agencies as everything else sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Executable, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.agencies import AgencyRow

BPSDM = "bpsdm"
"""The kind of a province's training agency, which answers for the province's other agencies."""


def columns_of(source: type[AgencyRow]) -> tuple[Any, ...]:
    """The columns that make an `Agency`, of the table or of an alias of it."""
    return (source.id, source.code, source.name, source.short_name, source.kind, source.province, source.zone)


AGENCY_COLUMNS = columns_of(AgencyRow)


@dataclass(frozen=True, slots=True)
class Agency:
    """A body that employs people or organizes trainings; `zone` is WIB, WITA or WIT."""

    id: int
    code: str
    name: str
    short_name: str
    kind: str
    province: str | None
    zone: str

    def answers_for(self, other: Agency) -> bool:
        """The same agency, or one of the same province."""
        return self.id == other.id or (self.province is not None and self.province == other.province)


class Agencies:
    """Reads agencies."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, agency_id: int) -> Agency | None:
        """The agency, or None."""
        return await self._one(select(*AGENCY_COLUMNS).where(AgencyRow.id == agency_id))

    async def find_training_agency(self, province: str) -> Agency | None:
        """The BPSDM of a province; the first, should there be two."""
        query = select(*AGENCY_COLUMNS).where(AgencyRow.kind == BPSDM, AgencyRow.province == province)
        return await self._one(query.order_by(AgencyRow.id).limit(1))

    async def map_province_sizes(self) -> dict[str, int]:
        """How many civil servants each province has, by its short name: all provinces with a BPSDM, in order."""
        query = select(AgencyRow.province, AgencyRow.pns_count).where(AgencyRow.kind == BPSDM).order_by(AgencyRow.id)
        rows = await self._connection.execute(query.where(AgencyRow.province.is_not(None)))
        return {row.province: row.pns_count or 0 for row in rows if row.province}

    async def list(self) -> tuple[Agency, ...]:
        """All of them, by name."""
        rows = await self._connection.execute(select(*AGENCY_COLUMNS).order_by(AgencyRow.name, AgencyRow.id))
        return tuple(Agency(*row) for row in rows)

    async def _one(self, query: Executable) -> Agency | None:
        row = (await self._connection.execute(query)).first()
        return Agency(*row) if row else None
