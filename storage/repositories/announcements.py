"""Announcements as they are written: the row itself, and the names of what an audience is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.broadcasts import Audience
from storage.tables.agencies import AgencyRow
from storage.tables.broadcasts import BroadcastRow
from storage.tables.trainings import BatchRow, TrainingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """One of them, with the short name of the agency that speaks."""

    id: int
    agency_id: int
    agency: str
    agency_zone: str
    author_id: int | None
    state: str
    template: str | None
    body: dict[str, Any]
    audience: Audience
    general: bool
    version: int
    send_at: datetime | None
    approved_by: int | None
    remark: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What an audience chooses, by name; in the order of the choice's numbers."""

    agencies: tuple[str, ...]
    trainings: tuple[str, ...]
    batches: tuple[tuple[str, int], ...]
    """Title of the training, and number of the batch."""


class Announcements:
    """Reads and writes them, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, broadcast_id: int) -> Announcement | None:
        """One of them."""
        query = _QUERY.where(BroadcastRow.id == broadcast_id)
        row = (await self._connection.execute(query)).mappings().first()
        return Announcement(**dict(row) | {"audience": Audience.read(row["audience"])}) if row else None

    async def name(self, audience: Audience) -> Named:
        """The names of the chosen agencies, trainings and batches."""
        agencies = select(AgencyRow.short_name).where(AgencyRow.id.in_(audience.agencies)).order_by(AgencyRow.id)
        trainings = select(TrainingRow.title).where(TrainingRow.id.in_(audience.trainings)).order_by(TrainingRow.id)
        batches = select(TrainingRow.title, BatchRow.number).join(BatchRow, BatchRow.training_id == TrainingRow.id)
        batches = batches.where(BatchRow.id.in_(audience.batches)).order_by(BatchRow.id)
        return Named(
            agencies=tuple(await self._connection.scalars(agencies)) if audience.agencies else (),
            trainings=tuple(await self._connection.scalars(trainings)) if audience.trainings else (),
            batches=tuple((row.title, row.number) for row in await self._connection.execute(batches))
            if audience.batches
            else (),
        )


_QUERY = select(
    BroadcastRow.id,
    BroadcastRow.agency_id,
    AgencyRow.short_name.label("agency"),
    AgencyRow.zone.label("agency_zone"),
    BroadcastRow.author_id,
    BroadcastRow.state,
    BroadcastRow.template,
    BroadcastRow.body,
    BroadcastRow.audience,
    BroadcastRow.general,
    BroadcastRow.version,
    BroadcastRow.send_at,
    BroadcastRow.approved_by,
    BroadcastRow.remark,
    BroadcastRow.created_at,
).join(AgencyRow, AgencyRow.id == BroadcastRow.agency_id)
