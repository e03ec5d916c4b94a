"""What a message says when its turn comes: whether a quiz is still wanted, and what somebody's week was like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from services.clock import Clock
from services.practice.habits.hours import DAY, SUNDAY, WEEK, WEEK_HOUR, at, midnight, today
from services.practice.habits.sweeping import TOO_LATE, WEEK_TOO_LATE
from storage.database import Database
from storage.repositories.habits import Day, HabitRows, Known

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class IsQuizWanted:
    """Whether a daily quiz may still be said: not too late, not switched off since, none done on its day."""

    database: Database
    now: Clock

    async def __call__(self, *, person_id: int, day: date, moment: datetime, zone: str) -> bool:
        now = self.now()
        if now - moment > TOO_LATE:
            return False
        async with self.database.read() as connection:
            habits = HabitRows(connection)
            last = (await habits.list_last_done([person_id], now=now)).get(person_id)
            chosen = (await habits.get(person_id)).quiz_at
        return chosen is not None and (last is None or today(last, zone) != day)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days of one person, from Monday on; `known` is how they answered each question."""

    days: tuple[Day, ...]
    known: tuple[Known, ...]

    @property
    def learnt(self) -> int:
        """On how many days something was answered."""
        return sum(day.answered > 0 for day in self.days)

    @property
    def answered(self) -> int:
        return sum(day.answered for day in self.days)

    @property
    def right(self) -> int:
        return sum(day.right for day in self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetWeek:
    """A person's week from this Monday on; None where its summary is not wanted any more, or nothing was learnt."""

    database: Database
    now: Clock

    async def __call__(self, *, person_id: int, monday: date, zone: str) -> Week | None:
        sunday = monday + SUNDAY * DAY
        if self.now() - at(sunday, WEEK_HOUR, zone) > WEEK_TOO_LATE:
            return None
        async with self.database.read() as connection:
            habits = HabitRows(connection)
            if not (await habits.get(person_id)).weekly:
                return None
            found = {day.day: day for day in await habits.list_days(person_id, first=monday, last=sunday)}
            known = await habits.list_known(person_id, start=midnight(monday, zone), end=midnight(monday + WEEK, zone))
        every = (monday + number * DAY for number in range(7))
        return Week(tuple(found.get(day, Day(day, 0, 0)) for day in every), known) if found else None


@dataclass(frozen=True, slots=True)
class Standing(Generic[T]):
    """What somebody knows best, and what they should look at again; None where nothing stands out."""

    strongest: T | None
    to_repeat: T | None


def standing(answers: Iterable[tuple[T, int, int]]) -> Standing[T]:
    """Of topics with how often each was answered, and how often right. Pure.

    To repeat is the one with the least right of those with something missed; strongest the best of the others.
    """
    asked: dict[T, tuple[int, int]] = {}
    for topic, answered, right in answers:
        before = asked.get(topic, (0, 0))
        asked[topic] = before[0] + answered, before[1] + right
    missed = [topic for topic, (answered, right) in asked.items() if right < answered]
    again = min(missed, key=lambda topic: (_share(asked[topic]), -asked[topic][0]), default=None)
    known = [topic for topic, (_, right) in asked.items() if right and topic != again]
    best = max(known, key=lambda topic: (_share(asked[topic]), asked[topic][0]), default=None)
    return Standing(best, again)


def _share(counts: tuple[int, int]) -> float:
    answered, right = counts
    return right / answered
