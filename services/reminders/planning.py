"""Planning: each reason to remind somebody becomes a reminder a little before it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.clock import Clock
from services.reminders.kinds import OFFSETS, Kind, Offset
from storage.database import Database
from storage.repositories.reminders import DROPPED, PLANNED, Cause, NewReminder, Reminders

HORIZON = timedelta(minutes=15)
"""So long before they are due reminders are planned; a date that moves until then costs nothing."""
SLICE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReminders:
    """Plan what falls due soon, or fell due while nobody planned and would still help. Twice changes nothing.

    What was due before its reason began (somebody enrols three days before the start: the reminder of seven days) is
    kept as dropped, and not looked at again. Returns how many were planned.
    """

    database: Database
    now: Clock

    async def __call__(self) -> int:
        return sum([await self._plan(kind, offset) for kind in Kind for offset in OFFSETS[kind]])

    async def _plan(self, kind: Kind, offset: Offset) -> int:
        planned, more = 0, True
        while more:
            now = self.now()
            async with self.database.read() as connection:
                causes = await Reminders(connection).list_causes(
                    kind,
                    offset.name,
                    after=now + offset.before - offset.late,
                    until=now + offset.before + HORIZON,
                    limit=SLICE,
                )
            more = len(causes) == SLICE
            if causes:
                new = [_reminder(cause, kind, offset, now) for cause in causes]
                async with self.database.write() as connection:
                    await Reminders(connection).add(new)
                planned += sum(one.state == PLANNED for one in new)
        return planned


def _reminder(cause: Cause, kind: Kind, offset: Offset, now: datetime) -> NewReminder:
    due = cause.base_at - offset.before
    return NewReminder(
        person_id=cause.person_id,
        kind=kind,
        batch_id=cause.batch_id,
        about=cause.about,
        offset=offset.name,
        base_at=cause.base_at,
        due_at=due,
        until_at=due + offset.late,
        state=PLANNED if cause.since <= due else DROPPED,
        created_at=now,
    )
