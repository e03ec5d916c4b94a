"""Moments and dates as people write them in a table, absolute or relative to the day of loading.

2026-12-07 09:00 WITA      a moment, with the name of its zone (or +08:00)
2026-12-07 09:00           the same in the zone of the batch's host
+21 hari 09:00 WITA        the 21st day after loading
+3 minggu Senin 09:00      Monday of the third week after the one of loading; weeks begin on Monday
4 hari 7 jam               (ends only) so long after the start
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from services.imports.faults import CellFault, FaultKey
from services.zones import ZONES

INDONESIAN = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: number for names in (INDONESIAN, ENGLISH) for number, name in enumerate(names)}
LONGEST_AWAY = timedelta(days=3660)
CLOCK = r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?"
ZONE = r"(?:\s*(?P<zone>WIB|WITA|WIT|Z|[+-]\d\d:?\d\d))?"
ABSOLUTE = re.compile(rf"(?P<date>\d{{4}}-\d\d-\d\d)[T\s]+{CLOCK}{ZONE}", re.I | re.A)
DAYS = re.compile(rf"(?P<sign>[+-])\s*(?P<count>\d{{1,4}})\s*(?:hari|days?)\s+{CLOCK}{ZONE}", re.I | re.A)
WEEKS = re.compile(
    rf"(?P<sign>[+-])\s*(?P<count>\d{{1,3}})\s*(?:minggu|weeks?)\s+(?P<weekday>[a-z]+)\s+{CLOCK}{ZONE}", re.I | re.A
)
DURATION = re.compile(
    r"(?:(?P<days>\d{1,3})\s*(?:hari|days?))?\s*(?:(?P<hours>\d{1,3})\s*(?:jam|hours?))?"
    r"\s*(?:(?P<minutes>\d{1,4})\s*(?:menit|minutes?))?",
    re.I | re.A,
)


@dataclass(frozen=True, slots=True)
class Absolute:
    """A moment; without a zone it is meant in the host's."""

    local: datetime

    def resolve(self, *, now: datetime, zone: tzinfo) -> datetime:
        """The moment in UTC."""
        aware = self.local if self.local.tzinfo else self.local.replace(tzinfo=zone)
        return aware.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Relative:
    """So many days after the day of loading, or a weekday of so many weeks later."""

    days: int
    weekday: int | None
    at: time
    zone: tzinfo | None

    def resolve(self, *, now: datetime, zone: tzinfo) -> datetime:
        """The moment in UTC, counted from the day that it is now in its zone."""
        zone = self.zone or zone
        day = now.astimezone(zone).date() + timedelta(days=self.days)
        if self.weekday is not None:
            day += timedelta(days=self.weekday - day.weekday())
        return datetime.combine(day, self.at, zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Duration:
    """So long after the start."""

    length: timedelta


Moment = Absolute | Relative
End = Absolute | Relative | Duration


def read_moment(value: object) -> Moment:
    """A moment, from text or from a spreadsheet's date with time."""
    if isinstance(value, datetime):
        return Absolute(value)
    text = str(value).strip()
    moment = _absolute(text) or _relative(text)
    if moment is None:
        raise CellFault(FaultKey.NOT_A_MOMENT)
    return moment


def read_end(value: object) -> End:
    """A moment, or how long after the start."""
    match = DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if match and any(match.groups()):
        return Duration(timedelta(**{unit: int(count) for unit, count in match.groupdict(default="0").items()}))
    return read_moment(value)


def read_date(value: object) -> date:
    """A day: 2026-06-30, or a spreadsheet's date."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise CellFault(FaultKey.NOT_A_DATE) from None


def _absolute(text: str) -> Absolute | None:
    match = ABSOLUTE.fullmatch(text)
    if match is None:
        return None
    try:
        local = datetime.combine(date.fromisoformat(match["date"]), _time(match), _zone(match["zone"]))
    except ValueError:
        return None
    return Absolute(local)


def _relative(text: str) -> Relative | None:
    match = DAYS.fullmatch(text) or WEEKS.fullmatch(text)
    if match is None:
        return None
    named = match.groupdict().get("weekday")
    weekday = WEEKDAYS.get(named.casefold()) if named else None
    days = int(match["sign"] + match["count"]) * (7 if named else 1)
    if (named and weekday is None) or abs(days) > LONGEST_AWAY.days:
        return None
    return Relative(days, weekday, _time(match), _zone(match["zone"]))


def _time(match: re.Match[str]) -> time:
    return time(int(match["hour"]), int(match["minute"]))


def _zone(name: str | None) -> tzinfo | None:
    if name is None:
        return None
    return ZONES.get(name.upper()) or datetime.fromisoformat(f"2000-01-01T00:00{name.upper()}").tzinfo
