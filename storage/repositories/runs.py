"""Announcements from sending on: which are under way, how they are steered, what their author was told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.dialect import insert_for
from storage.repositories.broadcasts import BroadcastState
from storage.tables.agencies import AgencyRow
from storage.tables.broadcasts import BroadcastPressRow, BroadcastRow
from storage.tables.people import PersonRow

BEGUN = (BroadcastState.QUEUEING, BroadcastState.SENDING, BroadcastState.PAUSED)
OVER = (BroadcastState.DONE, BroadcastState.CANCELLED)
MOST_TOLD = 50
"""Authors who are told of their announcements at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """An announcement as it is being sent, or was."""

    id: int
    state: str
    agency_id: int
    agency: str
    """Its short name."""
    body: dict[str, Any]
    general: bool
    version: int
    send_at: datetime | None
    started_at: datetime | None
    done_at: datetime | None
    changing: str | None
    change_cursor: int | None
    progress_message: int | None
    progress_said: str | None
    author_telegram_id: int | None
    author_language: str | None
    author_zone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFacts:
    """What decides whether a copy goes out, or changes."""

    state: str
    general: bool
    version: int
    changing: str | None
    muted: list[str] | None
    """What its recipient does not want to hear of."""


class Runs:
    """Announcements from sending on, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, broadcast_id: int, *, lock: bool = False) -> Run | None:
        """One that was begun or is about to be; with `lock` it is held to the end of the transaction."""
        query = _RUNS.where(BroadcastRow.id == broadcast_id)
        if lock:
            query = query.with_for_update(of=BroadcastRow)
        row = (await self._connection.execute(query)).mappings().first()
        return Run(**row) if row else None

    async def list_live(self) -> tuple[Run, ...]:
        """Those that something is to be done about: begun, stopped but not settled, or being changed."""
        unsettled = (BroadcastRow.state == BroadcastState.CANCELLED) & BroadcastRow.done_at.is_(None)
        query = _RUNS.where(or_(BroadcastRow.state.in_(BEGUN), unsettled, BroadcastRow.changing.is_not(None)))
        return await self._list(query.order_by(BroadcastRow.id))

    async def list_to_tell(self) -> tuple[Run, ...]:
        """Those whose author is to see how far they are, or was not told of their end yet."""
        told = BroadcastRow.progress_said == BroadcastRow.state
        untold = BroadcastRow.state.in_(OVER) & or_(BroadcastRow.progress_said.is_(None), ~told)
        live = or_(BroadcastRow.state.in_(BEGUN), BroadcastRow.changing.is_not(None), untold)
        reachable = PersonRow.telegram_id.is_not(None) & PersonRow.unreachable_since.is_(None)
        query = _RUNS.where(live, reachable, BroadcastRow.started_at.is_not(None))
        return await self._list(query.order_by(BroadcastRow.id).limit(MOST_TOLD))

    async def list_sent(
        self, agencies: Collection[int] | None, *, skip: int, limit: int
    ) -> tuple[tuple[Run, ...], int]:
        """A page of those that were begun or are scheduled, the newest first, and how many there are."""
        shown = BroadcastRow.state.in_([BroadcastState.SCHEDULED, *BEGUN, *OVER])
        counting, query = select(func.count()).select_from(BroadcastRow).where(shown), _RUNS.where(shown)
        if agencies is not None:
            counting = counting.where(BroadcastRow.agency_id.in_(agencies))
            query = query.where(BroadcastRow.agency_id.in_(agencies))
        total = await self._connection.scalar(counting) or 0
        return await self._list(query.order_by(BroadcastRow.id.desc()).offset(skip).limit(limit)), total

    async def move(self, broadcast_id: int, **values: Any) -> None:
        """Change how far it is."""
        await self._connection.execute(update(BroadcastRow).where(BroadcastRow.id == broadcast_id).values(**values))

    async def facts(self, broadcast_id: int, person_id: int) -> CopyFacts | None:
        """What decides about one person's copy."""
        query = (
            select(
                BroadcastRow.state,
                BroadcastRow.general,
                BroadcastRow.version,
                BroadcastRow.changing,
                PersonRow.muted,
            )
            .join(PersonRow, PersonRow.id == person_id)
            .where(BroadcastRow.id == broadcast_id)
        )
        row = (await self._connection.execute(query)).mappings().first()
        return CopyFacts(**row) if row else None

    async def press(self, broadcast_id: int, person_id: int, button: int, now: datetime) -> bool:
        """Count a button of somebody's once; False: it is counted already."""
        statement = (
            insert_for(self._connection, BroadcastPressRow)
            .values(broadcast_id=broadcast_id, person_id=person_id, button=button, at=now)
            .on_conflict_do_nothing(index_elements=["broadcast_id", "person_id", "button"])
        )
        return (await self._connection.execute(statement)).rowcount > 0

    async def count_pressing(self, broadcast_id: int) -> int:
        """How many people pressed a button."""
        people = func.count(BroadcastPressRow.person_id.distinct())
        return await self._connection.scalar(select(people).where(BroadcastPressRow.broadcast_id == broadcast_id)) or 0

    async def count_presses(self, broadcast_id: int) -> dict[int, int]:
        """How many people pressed each button."""
        query = select(BroadcastPressRow.button, func.count()).where(BroadcastPressRow.broadcast_id == broadcast_id)
        found = await self._connection.execute(query.group_by(BroadcastPressRow.button))
        return {row[0]: row[1] for row in found}

    async def _list(self, query: Any) -> tuple[Run, ...]:
        return tuple(Run(**row) for row in (await self._connection.execute(query)).mappings())


_HOME = aliased(AgencyRow)
_RUNS = (
    select(
        BroadcastRow.id,
        BroadcastRow.state,
        BroadcastRow.agency_id,
        AgencyRow.short_name.label("agency"),
        BroadcastRow.body,
        BroadcastRow.general,
        BroadcastRow.version,
        BroadcastRow.send_at,
        BroadcastRow.started_at,
        BroadcastRow.done_at,
        BroadcastRow.changing,
        BroadcastRow.change_cursor,
        BroadcastRow.progress_message,
        BroadcastRow.progress_said,
        PersonRow.telegram_id.label("author_telegram_id"),
        PersonRow.language.label("author_language"),
        func.coalesce(PersonRow.zone, _HOME.zone, AgencyRow.zone).label("author_zone"),
    )
    .join(AgencyRow, AgencyRow.id == BroadcastRow.agency_id)
    .outerjoin(PersonRow, PersonRow.id == BroadcastRow.author_id)
    .outerjoin(_HOME, _HOME.id == PersonRow.agency_id)
)
