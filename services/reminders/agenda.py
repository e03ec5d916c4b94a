"""What lies before one person in the next days: starts, deadlines, openings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from services.clock import Clock
from storage.database import Database
from storage.repositories.people import People
from storage.repositories.reminders import Entry, Reminders

DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAgenda:
    """Everything of the next 30 days that a person would be reminded of, the nearest first."""

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int) -> tuple[Entry, ...]:
        now = self.now()
        async with self.database.read() as connection:
            person = await People(connection).find(telegram_id)
            if person is None:
                return ()
            return await Reminders(connection).list_agenda(person.id, after=now, until=now + timedelta(days=DAYS))
