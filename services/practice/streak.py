"""How many days somebody has learnt in a row. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from services.zones import ZONES

FREE_DAYS = 1
"""So many days off in a row end no streak; they do not count either."""


def streak(days: Collection[date], today: date) -> int:
    """The days of learning up to now that belong together; 0 once more than one day was left out.

    Today is not over, so it is never a day left out. Tomorrow (they travelled west) counts like any other; what lies
    beyond comes from a clock that went wrong.
    """
    reach = timedelta(days=FREE_DAYS + 1)
    count, next_day = 0, today
    for day in sorted({day for day in days if day <= today + timedelta(days=1)}, reverse=True):
        if next_day - day > reach:
            break
        count, next_day = count + 1, day
    return count


def day_of(moment: datetime, zone: str) -> date:
    """The day on a clock of this zone."""
    return moment.astimezone(ZONES[zone]).date()
