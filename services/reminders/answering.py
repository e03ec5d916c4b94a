"""What people answer a reminder: they will come, or want to hear of it again tomorrow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.clock import Clock
from services.errors import Refusal
from services.reminders.sweeping import DELIVERY, subject_of
from storage.database import Database
from storage.repositories.enrolments import Enrolments
from storage.repositories.outbox import Outbox
from storage.repositories.people import People
from storage.repositories.reminders import PLANNED, NewReminder, Reminder, Reminders

TOMORROW = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SayComing:
    """Keep that somebody with a sure seat will come; twice changes nothing. Raises a Refusal: enrolment-unknown."""

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, enrolment_id: int) -> None:
        async with self.database.write() as connection:
            person = await People(connection).find(telegram_id)
            if person is None or not await Enrolments(connection).set_coming(
                enrolment_id, person_id=person.id, at=self.now()
            ):
                raise Refusal("enrolment-unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    """Remind once more in a day, of what a message reminded of and is not over by then.

    Returns when, or None: by then it would be over. Twice on one day changes nothing more.
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, first: int) -> datetime | None:
        now = self.now()
        again = now + TOMORROW
        async with self.database.write() as connection:
            person = await People(connection).find(telegram_id)
            if person is None:
                return None
            said = await Outbox(connection).find_payload(person.id, DELIVERY, subject_of(first)) or {"reminders": []}
            found = await Reminders(connection).list_by_ids(said["reminders"])
            later = [one for one in found if one.base_at > again]
            await Reminders(connection).add([_again(one, again, now) for one in later])
        return again if later else None


def _again(one: Reminder, due: datetime, now: datetime) -> NewReminder:
    return NewReminder(
        person_id=one.person_id,
        kind=one.kind,
        batch_id=one.batch_id,
        about=one.about,
        offset=f"{due:%Y%m%d}",
        base_at=one.base_at,
        due_at=due,
        until_at=one.base_at,
        state=PLANNED,
        created_at=now,
    )
