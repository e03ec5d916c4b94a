"""Announcements as they are written: the row itself, and the names of what an audience is made of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.broadcasts import Audience
from storage.tables.agencies import AgencyRow, RoleRow
from storage.tables.broadcasts import BroadcastRow
from storage.tables.people import PersonRow
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
        return next(iter(await self._list(_QUERY.where(BroadcastRow.id == broadcast_id))), None)

    async def lock(self, broadcast_id: int) -> Announcement | None:
        """One of them, held to the end of the transaction."""
        held = select(BroadcastRow.id).where(BroadcastRow.id == broadcast_id).with_for_update()
        await self._connection.execute(held)
        return await self.find(broadcast_id)

    async def list_drafts(self, author_id: int, *, since: datetime | None = None) -> tuple[Announcement, ...]:
        """An author's drafts, the newest first."""
        query = _QUERY.where(
            BroadcastRow.author_id == author_id, BroadcastRow.state == "draft", BroadcastRow.template.is_(None)
        )
        if since is not None:
            query = query.where(BroadcastRow.created_at >= since)
        return await self._list(query.order_by(BroadcastRow.id.desc()))

    async def list_templates(self, agency_ids: Collection[int] | None) -> tuple[Announcement, ...]:
        """The templates of these agencies (None: of all), by name."""
        query = _QUERY.where(BroadcastRow.template.is_not(None))
        if agency_ids is not None:
            query = query.where(BroadcastRow.agency_id.in_(agency_ids))
        return await self._list(query.order_by(BroadcastRow.template, BroadcastRow.id))

    async def list_in(self, state: str) -> tuple[Announcement, ...]:
        """All in a state, the oldest first."""
        return await self._list(_QUERY.where(BroadcastRow.state == state).order_by(BroadcastRow.id))

    async def author_name(self, person_id: int) -> str | None:
        """The name of who wrote it: as on the staff list, else as their role has it."""
        query = select(func.coalesce(PersonRow.name, RoleRow.name)).select_from(PersonRow)
        query = query.outerjoin(RoleRow, RoleRow.telegram_id == PersonRow.telegram_id)
        name: str | None = await self._connection.scalar(query.where(PersonRow.id == person_id).limit(1))
        return name

    async def add(
        self,
        agency_id: int,
        author_id: int,
        *,
        body: dict[str, Any],
        audience: Audience,
        general: bool,
        at: datetime,
        template: str | None = None,
    ) -> int:
        """A new draft, or (with a name) a template; its id."""
        values = {
            "agency_id": agency_id,
            "author_id": author_id,
            "state": "draft",
            "body": body,
            "audience": audience.kept,
            "general": general,
            "created_at": at,
            "template": template,
        }
        statement = insert(BroadcastRow).values(**values).returning(BroadcastRow.id)
        return int((await self._connection.execute(statement)).scalar_one())

    async def set(self, broadcast_id: int, **values: Any) -> None:
        """Change it."""
        await self._connection.execute(update(BroadcastRow).where(BroadcastRow.id == broadcast_id).values(**values))

    async def delete(self, broadcast_id: int) -> None:
        """Forget it."""
        await self._connection.execute(delete(BroadcastRow).where(BroadcastRow.id == broadcast_id))

    async def _list(self, query: Select[Any]) -> tuple[Announcement, ...]:
        rows = (await self._connection.execute(query)).mappings()
        return tuple(Announcement(**dict(row) | {"audience": Audience.read(row["audience"])}) for row in rows)

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
