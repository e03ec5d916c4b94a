"""Sweeping: whose hour has come is owed a quiz or a summary, and the next one is planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.outbox import Due, post_all
from services.practice.habits.hours import DAY, at, last_week, monday_of, next_quiz, next_week, today
from storage.database import Database
from storage.repositories.habits import HabitRows, Hour

QUIZ, WEEKLY = "quiz-daily", "quiz-week"
"""The kinds of delivery; their occasions are the day, and the Monday of the week."""
TOO_LATE = timedelta(hours=3)
WEEK_TOO_LATE = timedelta(days=1)
SLICE = 200
URGENCY = 6


Look = Callable[..., Awaitable[list[Hour]]]


@dataclass(frozen=True, slots=True)
class Swept:
    """How many messages are owed now, and how many came too late."""

    posted: int = 0
    dropped: int = 0

    def __add__(self, other: Swept) -> Swept:
        return Swept(self.posted + other.posted, self.dropped + other.dropped)


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepHabits:
    """Owe daily quizzes and summaries that are due, in small slices. An idle sweep takes no write lock.

    The moment is told anew by the clock that the person has now: who moved hears at the hour they chose, and once a
    day. Who did a quiz today, learnt nothing this week, or cannot be reached is passed over.
    """

    database: Database
    now: Clock
    default_zone: str = "WIB"
    slice_size: int = SLICE

    async def __call__(self) -> Swept:
        now = self.now()
        return await self._sweep_quizzes(now) + await self._sweep_weeks(now)

    async def _sweep_quizzes(self, now: datetime) -> Swept:
        swept = Swept()
        while due := await self._list_due(HabitRows.list_quizzes_due, now):
            async with self.database.write() as connection:
                swept += await self._owe_quizzes(connection, due, now)
        return swept

    async def _sweep_weeks(self, now: datetime) -> Swept:
        swept = Swept()
        while due := await self._list_due(HabitRows.list_weeks_due, now):
            async with self.database.write() as connection:
                swept += await self._owe_weeks(connection, due, now)
        return swept

    async def _list_due(self, look: Look, now: datetime) -> list[Hour]:
        async with self.database.read() as connection:
            return await look(HabitRows(connection), now=now, limit=self.slice_size)

    async def _owe_quizzes(self, connection: AsyncConnection, due: Sequence[Hour], now: datetime) -> Swept:
        habits = HabitRows(connection)
        done = await habits.list_last_done([one.person_id for one in due], now=now)
        owed: list[Due] = []
        moved, dropped = [], 0
        for one in due:
            zone, hour = one.zone or self.default_zone, one.quiz_at
            assert hour is not None
            moved.append((one, next_quiz(hour, zone, now)))
            day = today(now, zone)
            moment, last = at(day, hour, zone), done.get(one.person_id)
            if moment > now or now - moment > TOO_LATE:
                dropped += now - one.planned > TOO_LATE  # else they moved: their hour is still to come
            elif one.reachable and (last is None or today(last, zone) != day):
                payload = {"day": day.isoformat(), "at": moment.isoformat()}
                owed.append(_owed(one, QUIZ, day, payload, now))
        await habits.move_quizzes(moved)
        await post_all(connection, owed, now)
        return Swept(len(owed), dropped)

    async def _owe_weeks(self, connection: AsyncConnection, due: Sequence[Hour], now: datetime) -> Swept:
        habits, dropped = HabitRows(connection), 0
        moved: list[tuple[Hour, datetime | None]] = []
        weeks: dict[date, list[Hour]] = defaultdict(list)
        for one in due:
            zone = one.zone or self.default_zone
            moment = last_week(zone, now)
            if now - moment <= WEEK_TOO_LATE:
                weeks[monday_of(today(moment, zone))].append(one)
            else:
                moved.append((one, next_week(zone, now)))
                dropped += now - one.planned > WEEK_TOO_LATE
        owed: list[Due] = []
        for monday, people in weeks.items():
            learnt = await habits.list_learnt([one.person_id for one in people], first=monday, last=monday + 6 * DAY)
            for one in people:
                has_learnt = one.person_id in learnt
                # Who learnt nothing is planned again once they do.
                moved.append((one, next_week(one.zone or self.default_zone, now) if has_learnt else None))
                if has_learnt and one.reachable:
                    owed.append(_owed(one, WEEKLY, monday, {"monday": monday.isoformat()}, now))
        await habits.move_weeks(moved)
        await post_all(connection, owed, now)
        return Swept(len(owed), dropped)


def _owed(one: Hour, kind: str, day: date, payload: dict[str, str], now: datetime) -> Due:
    return Due(
        person_id=one.person_id,
        kind=kind,
        subject="practice",
        occasion=day.isoformat(),
        payload=payload,
        urgency=URGENCY,
        due_at=now,
    )
