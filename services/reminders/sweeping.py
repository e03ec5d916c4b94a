"""Sweeping: what is due goes to the outbox, a person's reminders of the next minutes as one message."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.clock import Clock
from services.outbox import Due, post_all
from services.reminders.kinds import group_of
from storage.database import Database
from storage.repositories.reminders import DROPPED, POSTED, WITHDRAWN, Reminder, Reminders

DELIVERY = "reminder"
"""The kind of delivery; its payload names the reminders."""
TOGETHER = timedelta(minutes=10)
SLICE = 200
URGENCY = 4


@dataclass(frozen=True, slots=True)
class Swept:
    """How many messages are owed now, and how many reminders came too late."""

    posted: int = 0
    dropped: int = 0

    def __add__(self, other: Swept) -> Swept:
        return Swept(self.posted + other.posted, self.dropped + other.dropped)


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepReminders:
    """Owe what is due. Late but true is sent, too late is dropped, switched off is withdrawn.

    One takes along those that fall due to the same person within ten minutes. An idle sweep takes no write lock.
    """

    database: Database
    now: Clock

    async def __call__(self) -> Swept:
        # What falls due meanwhile is the next sweep's: where much does, this one would not end.
        swept, now = Swept(), self.now()
        while await self._is_anything_due(now):
            swept += await self._sweep(now)
        return swept

    async def _is_anything_due(self, now: datetime) -> bool:
        async with self.database.read() as connection:
            return bool(await Reminders(connection).list_due(now=now, limit=1))

    async def _sweep(self, now: datetime) -> Swept:
        async with self.database.write() as connection:
            reminders = Reminders(connection)
            people = set(await reminders.list_due(now=now, limit=SLICE))
            due = await reminders.list_due_of(people, until=now + TOGETHER)
            late = [one.id for one in due if one.until_at <= now]
            said = _last_of_each(one for one in due if one.until_at > now and not _is_muted(one))
            settled = {*late, *(one.id for one in said)}
            await reminders.settle(late, DROPPED)
            await reminders.settle([one.id for one in said], POSTED)
            await reminders.settle([one.id for one in due if one.id not in settled], WITHDRAWN)
            await post_all(connection, [_message(together, now) for together in _by_person(said)], now)
        return Swept(len({one.person_id for one in said}), len(late))


def _is_muted(reminder: Reminder) -> bool:
    return group_of(reminder.kind) in (reminder.muted or ())


def _last_of_each(due: Iterable[Reminder]) -> list[Reminder]:
    """Of several that count down to the same moment the last one says it all."""
    return list({(one.person_id, one.kind, one.batch_id, one.about): one for one in due}.values())


def _by_person(due: Iterable[Reminder]) -> list[list[Reminder]]:
    people: dict[int, list[Reminder]] = defaultdict(list)
    for one in due:
        people[one.person_id].append(one)
    return list(people.values())


def subject_of(first: int) -> str:
    """How the outbox names a message whose first reminder is this one."""
    return f"reminder:{first}"


def _message(together: list[Reminder], now: datetime) -> Due:
    first = together[0]
    return Due(
        person_id=first.person_id,
        kind=DELIVERY,
        subject=subject_of(first.id),
        occasion="",
        payload={"reminders": [one.id for one in together]},
        urgency=URGENCY,
        due_at=now,
    )
