"""What to mind about a batch's days: holidays, weekends, Friday prayer, the clocks of three zones. It never blocks.

Sessions are taken to last, on every day, from the hour of the start to the hour of the end: that is all that is known.
Whoever comes to a place lives by its clock. Where people take part from home (blended, e-learning), their own clocks
count as well, for Friday prayer and for hours that are too early or too late.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import takewhile

from services.days_off import days_off
from services.zones import ZONES

PRAYER = (time(11, 30), time(13))
EARLIEST, LATEST = time(7), time(17)
FRIDAY, SATURDAY = 5, 6
LONGEST = 366
"""So many days are looked at, at most."""
FROM_HOME = frozenset({"blended", "e-learning"})


class CautionKind(StrEnum):
    """What is to be minded."""

    HOLIDAY = "holiday"
    LEAVE = "leave"
    """A day of joint leave (cuti bersama): offices are closed."""
    WEEKEND = "weekend"
    FRIDAY = "friday"
    EARLY = "early"
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """One thing to mind: on these days, in this zone, or the holiday of this name."""

    kind: CautionKind
    days: tuple[date, ...] = ()
    zone: str | None = None
    name: str | None = None
    clock: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What an organizer should know about the days before people read of them."""

    starts: tuple[tuple[str, time], ...]
    """The first hour in each zone that people come from, west to east; empty where there is one zone only."""
    cautions: tuple[Caution, ...]


def outlook(
    *, starts_at: datetime, ends_at: datetime, host_zone: str, zones: Collection[str], mode: str, self_paced: bool
) -> Outlook:
    """What is to be minded. `zones` are those of the provinces that may come; self-paced batches mind nothing."""
    if self_paced or ends_at < starts_at:
        return Outlook(starts=(), cautions=())
    everywhere = tuple(zone for zone in ZONES if zone in {host_zone, *zones})
    clocks = everywhere if mode in FROM_HOME else (host_zone,)
    days = tuple(_days(starts_at, ends_at, host_zone))
    told = tuple((zone, _clock(starts_at, zone)) for zone in everywhere) if len(everywhere) > 1 else ()
    found = (*_holidays(days), *_weekend(days), *_fridays(starts_at, ends_at, days, clocks), *_hours(starts_at, clocks))
    return Outlook(starts=told, cautions=found)


def _days(starts_at: datetime, ends_at: datetime, zone: str) -> Iterator[date]:
    first, last = starts_at.astimezone(ZONES[zone]).date(), ends_at.astimezone(ZONES[zone]).date()
    every = (first + timedelta(days=number) for number in range(LONGEST))
    return takewhile(lambda day: day <= last, every)


def _holidays(days: tuple[date, ...]) -> list[Caution]:
    found: list[Caution] = []
    for kind in (CautionKind.HOLIDAY, CautionKind.LEAVE):
        named: dict[str, list[date]] = {}
        for day in days:
            off = days_off(day.year)
            known = off.holidays if kind is CautionKind.HOLIDAY else off.leave
            if day in known:
                named.setdefault(known[day], []).append(day)
        found += [Caution(kind=kind, days=tuple(on), name=name) for name, on in named.items()]
    return sorted(found, key=lambda caution: caution.days)


def _weekend(days: tuple[date, ...]) -> Iterator[Caution]:
    if free := tuple(day for day in days if day.isoweekday() >= SATURDAY):
        yield Caution(kind=CautionKind.WEEKEND, days=free)


def _fridays(
    starts_at: datetime, ends_at: datetime, days: tuple[date, ...], clocks: tuple[str, ...]
) -> Iterator[Caution]:
    for zone in clocks:
        meets = tuple(
            day for day in days if day.isoweekday() == FRIDAY and _meets_prayer(day, starts_at, ends_at, days, zone)
        )
        if meets:
            yield Caution(kind=CautionKind.FRIDAY, days=meets, zone=zone)


def _meets_prayer(day: date, starts_at: datetime, ends_at: datetime, days: tuple[date, ...], zone: str) -> bool:
    """Whether a Friday's session touches the hours of prayer on this zone's clock."""
    since, until = _clock(starts_at, zone), _clock(ends_at, zone)
    if until <= since:  # no hours that hold for every day: the first day from its start, the last to its end
        since = since if day == days[0] else time.min
        until = until if day == days[-1] else time.max
    return since < PRAYER[1] and until > PRAYER[0]


def _hours(starts_at: datetime, clocks: tuple[str, ...]) -> Iterator[Caution]:
    for zone in clocks:
        clock = _clock(starts_at, zone)
        if clock < EARLIEST:
            yield Caution(kind=CautionKind.EARLY, zone=zone, clock=clock)
        elif clock > LATEST:
            yield Caution(kind=CautionKind.LATE, zone=zone, clock=clock)


def _clock(moment: datetime, zone: str) -> time:
    return moment.astimezone(ZONES[zone]).time()
