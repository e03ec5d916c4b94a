"""What a reminder says, looked up when it is said: only what is still true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.reminders.kinds import Kind
from storage.database import Database
from storage.repositories.batches import Batch, Batches
from storage.repositories.reminders import Reminder, Reminders


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderView:
    """One thing to be reminded of. `about` is the enrolment, or the offer; 0: the batch itself."""

    id: int
    kind: Kind
    batch_id: int
    about: int
    offset: str
    base_at: datetime
    title: str
    starts_at: datetime
    ends_at: datetime
    access: str | None
    """How to get in, in the last reminder before the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GetReminders:
    """Those of these reminders that are a person's own and still true, the nearest moment first."""

    database: Database
    now: Clock

    async def __call__(self, *, person_id: int, ids: Sequence[int]) -> tuple[ReminderView, ...]:
        async with self.database.read() as connection:
            found = await Reminders(connection).list_by_ids(ids)
            own = [one for one in found if one.person_id == person_id and one.until_at > self.now()]
            views = [await _view(connection, one) for one in own if await Reminders(connection).is_true(one)]
        return tuple(view for view in views if view is not None)


async def _view(connection: AsyncConnection, one: Reminder) -> ReminderView | None:
    batch = await Batches(connection).find(one.batch_id)
    if batch is None:
        return None
    return ReminderView(
        id=one.id,
        kind=Kind(one.kind),
        batch_id=one.batch_id,
        about=one.about,
        offset=one.offset,
        base_at=one.base_at,
        title=batch.title,
        starts_at=batch.starts_at,
        ends_at=batch.ends_at,
        access=await _access(connection, one, batch),
    )


async def _access(connection: AsyncConnection, one: Reminder, batch: Batch) -> str | None:
    if one.kind != Kind.START or one.offset != "1h":
        return None
    return await Batches(connection).find_access(batch.id)
