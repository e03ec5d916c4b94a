"""When the daily quiz and the week's summary come, on people's own clocks. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from services.outbox.quiet import after_quiet_hours
from services.zones import ZONES

HOURS: Final = ("06:30", "07:30", "12:00", "16:30", "19:00")
"""Before work, at its beginning, at noon, at its end, in the evening."""
WEEK_HOUR: Final = "19:30"
"""On Sunday: whoever learns at seven has this day in it too, and nobody's usual quiet hours have begun."""
DAY, WEEK = timedelta(days=1), timedelta(days=7)
SUNDAY = 6


def at(day: date, hour: str, zone: str) -> datetime:
    """The moment at which a clock of the zone shows this hour on this day."""
    return datetime.combine(day, time.fromisoformat(hour), ZONES[zone]).astimezone(UTC)


def today(moment: datetime, zone: str) -> date:
    """The day on a clock of the zone."""
    return moment.astimezone(ZONES[zone]).date()


def midnight(day: date, zone: str) -> datetime:
    """When the day begins on a clock of the zone."""
    return at(day, "00:00", zone)


def next_quiz(hour: str, zone: str, now: datetime) -> datetime:
    """The next time that it is this hour."""
    moment = at(today(now, zone), hour, zone)
    return moment if moment > now else moment + DAY


def last_week(zone: str, now: datetime) -> datetime:
    """The last time that summaries were due."""
    day = today(now, zone)
    moment = at(day + timedelta(days=SUNDAY - day.weekday()), WEEK_HOUR, zone)
    return moment if moment <= now else moment - WEEK


def next_week(zone: str, now: datetime) -> datetime:
    """The next time that summaries are due."""
    return last_week(zone, now) + WEEK


def monday_of(day: date) -> date:
    """The first day of the week that a day is in."""
    return day - timedelta(days=day.weekday())


def is_heard(hour: str, zone: str, quiet: str | None, now: datetime) -> bool:
    """Whether the hour lies outside a person's quiet hours: within them nothing comes that can wait."""
    moment = next_quiz(hour, zone, now)
    return after_quiet_hours(moment, zone, quiet) == moment
