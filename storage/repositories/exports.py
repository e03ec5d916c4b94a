"""What agencies have, row by row, under the names of the columns of the data files."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.batches import CANCELLED
from storage.tables.agencies import AgencyRow, RosterRow
from storage.tables.trainings import BatchProvinceRow, BatchRow, TrainingRow

Row = Mapping[str, Any]

_PERSON: tuple[Any, ...] = (
    AgencyRow.id.label("agency_id"),
    AgencyRow.code.label("agency"),
    AgencyRow.zone,
    RosterRow.nip_cipher,
    RosterRow.name,
    RosterRow.unit,
    RosterRow.left_at,
)
_ROSTER: Select[Any] = (
    select(*_PERSON)
    .join(AgencyRow, AgencyRow.id == RosterRow.agency_id)
    .order_by(AgencyRow.code, RosterRow.name, RosterRow.id)
)
_TRAINING: tuple[Any, ...] = (
    AgencyRow.id.label("agency_id"),
    AgencyRow.code.label("agency"),
    AgencyRow.zone,
    TrainingRow.code,
    TrainingRow.title,
    TrainingRow.competency,
    TrainingRow.mode,
    TrainingRow.lesson_hours,
    TrainingRow.funding,
    TrainingRow.funding_note,
    TrainingRow.programme,
    TrainingRow.summary,
    TrainingRow.requirements,
    TrainingRow.state,
)
_TRAININGS: Select[Any] = (
    select(*_TRAINING).join(AgencyRow, AgencyRow.id == TrainingRow.agency_id).order_by(TrainingRow.code)
)
_BATCH: tuple[Any, ...] = (
    AgencyRow.id.label("agency_id"),
    AgencyRow.code.label("host"),
    AgencyRow.zone,
    BatchRow.id,
    BatchRow.code,
    TrainingRow.code.label("training"),
    BatchRow.number,
    BatchRow.place,
    BatchRow.starts_at,
    BatchRow.ends_at,
    BatchRow.registration_opens_at,
    BatchRow.registration_closes_at,
    BatchRow.capacity,
    BatchRow.seats_release_at,
    BatchRow.needs_recommendation,
    BatchRow.state,
)
_BATCHES: Select[Any] = (
    select(*_BATCH)
    .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
    .join(AgencyRow, AgencyRow.id == BatchRow.host_id)
    .where(BatchRow.state != CANCELLED)
    .order_by(BatchRow.code)
)
_ALL = {"roster": _ROSTER, "trainings": _TRAININGS, "batches": _BATCHES}


class Exports:
    """Reads whole tables of agencies."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def rows(self, table: str, agencies: Collection[int] | None) -> Sequence[Row]:
        """The rows of `roster`, `trainings` or `batches` of these agencies (None: all)."""
        query = _ALL[table]
        if agencies is not None:
            query = query.where(AgencyRow.id.in_(agencies))
        # In a thread of its own where the database is a file: a staff list may have a hundred thousand lines.
        rows = await self._connection.run_sync(lambda sync: [dict(row) for row in sync.execute(query).mappings()])
        if table == "batches":
            provinces = await self._provinces()
            for row in rows:
                row["provinces"] = provinces.get(row["id"], [])
        return rows

    async def _provinces(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        query = select(BatchProvinceRow.batch_id, BatchProvinceRow.province).order_by(BatchProvinceRow.province)
        for batch_id, province in await self._connection.execute(query):
            found.setdefault(batch_id, []).append(province)
        return found
