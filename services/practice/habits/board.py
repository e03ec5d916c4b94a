"""The board of provinces: nobody is on it who did not join, and no name shows that was not released."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from services.clock import Clock
from services.people import Person
from services.practice.habits.choosing import agreed
from services.practice.habits.hours import DAY, monday_of, today
from storage.database import Database
from storage.repositories.board import BoardRows, Participant, Province
from storage.repositories.habits import HabitRows

FEWEST = 3
"""A province with fewer participants is not ranked: its number would be one person's."""
SHOWN = 5
GOOD_FOR = timedelta(minutes=1)
"""So long the provinces are not added up again: on Sunday evening thousands look."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A province and its place; `average` is right answers per participant."""

    code: str
    place: int
    participants: int
    average: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The week from `monday` on, as one person may see it.

    `few` counts provinces with too few participants. `people` are the first of the own province, none where it has too
    few; `own` is the person's own place, None where they did not join or learnt nothing yet.
    """

    monday: date
    joined: str
    province: str | None
    ranked: tuple[Ranked, ...]
    few: int
    people: tuple[Participant, ...]
    own: Participant | None


@dataclass(slots=True, kw_only=True)
class SeeBoard:
    """The board of this week on the person's clock. Raises a Refusal: habits-consent."""

    database: Database
    now: Clock
    _kept: tuple[date, datetime, tuple[Province, ...]] | None = field(default=None, init=False)

    async def __call__(self, *, person: Person | None, zone: str) -> Board:
        known, now = agreed(person), self.now()
        monday = monday_of(today(now, zone))
        days = [monday + number * DAY for number in range(7)]
        provinces = await self._provinces(monday, days, now)
        async with self.database.read() as connection:
            habits = await HabitRows(connection).get(known.id)
            found: tuple[Participant, ...] = ()
            if known.province:
                found = await BoardRows(connection).list_people(known.province, days, own=known.id, most=SHOWN)
        enough = bool(found) and found[0].of >= FEWEST
        return Board(
            monday=monday,
            joined=habits.board,
            province=known.province,
            ranked=rank(provinces),
            few=sum(one.participants < FEWEST for one in provinces),
            people=tuple(one for one in found if one.place <= SHOWN)[:SHOWN] if enough else (),
            own=next((one for one in found if one.person_id == known.id), None),
        )

    async def _provinces(self, monday: date, days: list[date], now: datetime) -> tuple[Province, ...]:
        if self._kept and self._kept[0] == monday and timedelta() <= now - self._kept[1] < GOOD_FOR:
            return self._kept[2]
        async with self.database.read() as connection:
            found = await BoardRows(connection).list_provinces(days)
        self._kept = (monday, now, found)
        return found


def rank(provinces: Iterable[Province]) -> tuple[Ranked, ...]:
    """Those with enough participants, by right answers per participant; equal ones share a place. Pure."""
    enough = [one for one in provinces if one.participants >= FEWEST]
    averages = {one.code: one.right / one.participants for one in enough}
    order = sorted(enough, key=lambda one: (-averages[one.code], one.code))
    return tuple(
        Ranked(
            one.code,
            1 + sum(other > averages[one.code] for other in averages.values()),
            one.participants,
            averages[one.code],
        )
        for one in order
    )
