"""What a reminder says, looked up when it is said: only what is still true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from services.clock import Clock
from services.reminders.kinds import Kind
from storage.database import Database
from storage.repositories.reminders import About, Reminder, Reminders


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
            reminders, now = Reminders(connection), self.now()
            found = await reminders.list_by_ids(ids)
            own = [one for one in found if one.person_id == person_id and one.until_at > now]
            still: dict[int, About] = {}
            for kind in {one.kind for one in own}:
                still |= await reminders.list_true(kind, [one.id for one in own if one.kind == kind])
        return tuple(_view(one, still[one.id]) for one in own if one.id in still)


def _view(one: Reminder, about: About) -> ReminderView:
    return ReminderView(
        id=one.id,
        kind=Kind(one.kind),
        batch_id=one.batch_id,
        about=one.about,
        offset=one.offset,
        base_at=one.base_at,
        title=about.title,
        starts_at=about.starts_at,
        ends_at=about.ends_at,
        access=about.access if one.kind == Kind.START and one.offset == "1h" else None,
    )
