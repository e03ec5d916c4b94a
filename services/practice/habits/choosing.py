"""What people choose about practice: the hour of the daily quiz, the week's summary, their place on the board."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.errors import Refusal
from services.people import Person
from services.practice.habits.hours import HOURS, next_quiz, next_week
from storage.database import Database
from storage.repositories.habits import HIDDEN, NAMED, OFF, HabitRows, Habits
from storage.repositories.people import VERIFIED

BOARD = (OFF, HIDDEN, NAMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetHabits:
    """What a person chose. Raises a Refusal: habits-consent."""

    database: Database

    async def __call__(self, *, person: Person | None) -> Habits:
        async with self.database.read() as connection:
            return await HabitRows(connection).get(agreed(person).id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetQuizHour:
    """Keep the hour of the daily quiz on the person's clock (None: no daily quiz).

    Raises a Refusal: habits-consent, or habits-hour for an hour that is not offered.
    """

    database: Database
    now: Clock

    async def __call__(self, *, person: Person | None, zone: str, hour: str | None) -> Habits:
        person_id, now = agreed(person).id, self.now()
        if hour is not None and hour not in HOURS:
            raise Refusal("habits-hour")
        async with self.database.write() as connection:
            habits = HabitRows(connection)
            following = next_quiz(hour, zone, now) if hour else None
            await habits.set_quiz(person_id, hour=hour, following=following, at=now)
            return await habits.get(person_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWeekly:
    """Keep whether the week's summary comes. Raises a Refusal: habits-consent."""

    database: Database
    now: Clock

    async def __call__(self, *, person: Person | None, zone: str, on: bool) -> Habits:
        person_id, now = agreed(person).id, self.now()
        async with self.database.write() as connection:
            habits = HabitRows(connection)
            await habits.set_weekly(person_id, following=next_week(zone, now) if on else None, at=now)
            return await habits.get(person_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBoard:
    """Keep whether the person counts on the board, and whether their name shows.

    Raises a Refusal: habits-consent; board-province while nobody knows which province is theirs; board-name where no
    agency vouched for the name.
    """

    database: Database
    now: Clock

    async def __call__(self, *, person: Person | None, board: str) -> Habits:
        known = agreed(person)
        if board != OFF and known.province is None:
            raise Refusal("board-province")
        if board == NAMED and known.identity != VERIFIED:
            raise Refusal("board-name")
        assert board in BOARD
        async with self.database.write() as connection:
            habits = HabitRows(connection)
            await habits.set_board(known.id, board, at=self.now())
            return await habits.get(known.id)


def agreed(person: Person | None) -> Person:
    """The person, who has agreed to be kept; raises a Refusal otherwise."""
    if person is None or not person.consented:
        raise Refusal("habits-consent")
    return person
