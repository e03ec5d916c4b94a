"""The board of provinces: nobody is on it who did not join, and no name shows that was not released."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from operator import neg

from services.clock import Clock
from services.people import Person
from services.practice.habits.choosing import agreed
from services.practice.habits.hours import DAY, monday_of, today
from services.practice.habits.keeping import Kept
from storage.database import Database
from storage.repositories.board import BoardRows, Participant, Province
from storage.repositories.habits import OFF, HabitRows

FEWEST = 3
"""A province with fewer participants is not ranked: its number would be one person's."""
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Ranked:
    """A province and its place; `average` is right answers per participant."""

    code: str
    place: int
    participants: int
    average: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Somebody's place in their province, of so many; equal ones share it. A name only where it was released."""

    place: int
    of: int
    right: int
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The week from `monday` on, as one person may see it.

    `few` counts provinces with too few participants. `people` are the first of the own province, none where it has too
    few; `right` is what the person answered right, None where they did not join or learnt nothing yet; `own` is their
    place by that, None also where it would tell of few others.
    """

    monday: date
    joined: str
    province: str | None
    ranked: tuple[Ranked, ...]
    few: int
    people: tuple[Placed, ...]
    own: Placed | None
    right: int | None = None


@dataclass(slots=True, kw_only=True)
class SeeBoard:
    """The board of this week on the person's clock. Raises a Refusal: habits-consent.

    What thousands look at on a Sunday evening is added up once a minute; whoever would be shown is looked up each time,
    so that who leaves or takes their name back is on no screen from then on; who looks sees themselves as they are now.
    """

    database: Database
    now: Clock
    _provinces: Kept[date, tuple[Province, ...]] = field(init=False)
    _people: Kept[tuple[str, date], tuple[Participant, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self._provinces, self._people = Kept(self.now), Kept(self.now)

    async def __call__(self, *, person: Person | None, zone: str) -> Board:
        known = agreed(person)
        monday = monday_of(today(self.now(), zone))
        days = [monday + number * DAY for number in range(7)]
        provinces = await self._provinces(monday, partial(self._add_up, days))
        people: tuple[Participant, ...] = ()
        if known.province:
            people = await self._people((known.province, monday), partial(self._list_people, known.province, days))
        async with self.database.read() as connection:
            habits = HabitRows(connection)
            joined = (await habits.get(known.id)).board
            own = await habits.list_days(known.id, first=days[0], last=days[-1])
            right = sum(day.right for day in own) if joined != OFF and known.province and own else None
            people = _with_own(people, known.id, right)
            names = await BoardRows(connection).map_names([one.person_id for one in people[:SHOWN]])
        first = tuple(one for one in people[:SHOWN] if one.person_id in names)
        people = (*first, *people[SHOWN:])
        shown = first if len(people) >= FEWEST else ()
        rights = [one.right for one in people]
        return Board(
            monday=monday,
            joined=joined,
            province=known.province,
            ranked=rank(provinces),
            few=sum(one.participants < FEWEST for one in provinces),
            people=tuple(_placed(one.right, rights, names[one.person_id]) for one in shown),
            own=_placed(right, rights) if shown and right is not None else None,
            right=right,
        )

    async def _add_up(self, days: list[date]) -> tuple[Province, ...]:
        async with self.database.read() as connection:
            return await BoardRows(connection).list_provinces(days)

    async def _list_people(self, province: str, days: list[date]) -> tuple[Participant, ...]:
        async with self.database.read() as connection:
            return await BoardRows(connection).list_people(province, days)


def _with_own(people: Iterable[Participant], person_id: int, right: int | None) -> tuple[Participant, ...]:
    """The people as they were added up, with the person who looks as they are now."""
    now = [one for one in people if one.person_id != person_id]
    if right is not None:
        now.append(Participant(person_id, right))
    return tuple(sorted(now, key=lambda one: (-one.right, one.person_id)))


def _placed(right: int, rights: list[int], name: str | None = None) -> Placed:
    """`rights` are those of all, the most first."""
    return Placed(1 + bisect_left(rights, -right, key=neg), len(rights), right, name)


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
