"""When an agency works, and when so much of its working time has passed. Pure; holidays and leave do not count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from services.days_off import days_off
from services.zones import ZONES

FARTHEST: Final = 400
"""Days looked ahead, at most. No holidays of Indonesia's last so long."""
AN_HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingTime:
    """An agency's hours on its own clock; `days` are ISO weekdays. Raises ValueError where no work is left."""

    days: frozenset[int]
    opens: time
    closes: time
    zone: str

    def __post_init__(self) -> None:
        if not self.days or not self.days <= set(range(1, 8)):
            raise ValueError(f"no working days: {sorted(self.days)}")
        if self.opens >= self.closes:
            raise ValueError(f"opens at {self.opens}, closes at {self.closes}")

    @classmethod
    def read(cls, *, days: str, opens: str, closes: str, zone: str) -> WorkingTime:
        """As a row keeps it: the digits of weekdays, and HH:MM."""
        return cls(
            days=frozenset(map(int, days)),
            opens=time.fromisoformat(opens),
            closes=time.fromisoformat(closes),
            zone=zone,
        )

    @property
    def day(self) -> timedelta:
        """How long one working day is."""
        return datetime.combine(date.min, self.closes) - datetime.combine(date.min, self.opens)

    def is_open(self, moment: datetime) -> bool:
        """Whether somebody is at work then."""
        local = moment.astimezone(ZONES[self.zone])
        return self._works(local.date()) and self.opens <= local.time() < self.closes

    def next_opening(self, moment: datetime) -> datetime:
        """That moment where it is in working time, else the next beginning of a working day."""
        opens, _ = next(self._spans(moment))
        return max(opens, moment).astimezone(moment.tzinfo)

    def add_working(self, start: datetime, hours: timedelta) -> datetime:
        """When so much working time has passed since `start`; where it ends with a day, that day's closing."""
        left = hours
        for opens, closes in self._spans(start):
            begins = max(opens, start)
            if left <= closes - begins:
                return (begins + left).astimezone(start.tzinfo)
            left -= closes - begins
        raise AssertionError("days of work never end")

    def clocks_in(self, zone: str, on: date) -> tuple[time, time]:
        """Opening and closing as clocks of another zone show them."""
        opens, closes = self._span(on)
        return opens.astimezone(ZONES[zone]).time(), closes.astimezone(ZONES[zone]).time()

    def _works(self, day: date) -> bool:
        return day.isoweekday() in self.days and day not in days_off(day.year)

    def _span(self, day: date) -> tuple[datetime, datetime]:
        zone = ZONES[self.zone]
        return datetime.combine(day, self.opens, zone), datetime.combine(day, self.closes, zone)

    def _spans(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Working days that are not over at `start`, without an end."""
        day, idle = start.astimezone(ZONES[self.zone]).date(), 0
        while idle < FARTHEST:
            if self._works(day) and (span := self._span(day))[1] > start:
                yield span
                idle = 0
            day, idle = day + timedelta(days=1), idle + 1
        raise ValueError(f"no working day within {FARTHEST} days of {day}")


def hours_as_days(hours: int, work: WorkingTime) -> int | None:
    """How many whole working days so many hours of work are; None where they are none."""
    whole, rest = divmod(hours * AN_HOUR, work.day)
    return whole if whole and not rest else None
