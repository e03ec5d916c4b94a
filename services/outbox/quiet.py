"""Quiet hours: in the evening and at night of a person's own clock nothing comes that can wait."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from services.zones import ZONES

EVENING = time(20)
MORNING = time(6)
CHOICES: Final[dict[str, tuple[time, time] | None]] = {
    "20-06": (EVENING, MORNING),
    "21-05": (time(21), time(5)),
    "19-07": (time(19), time(7)),
    "none": None,
}
"""What people can choose, the usual hours first: from when until when; None: at any hour."""
USUAL: Final = "20-06"


def after_quiet_hours(moment: datetime, zone: str, quiet: str | None = None) -> datetime:
    """The moment itself when it is day in the zone (WIB, WITA, WIT), else the next morning there.

    `quiet` is the person's choice; without one, or with one that is not known any more, the usual hours hold.
    """
    hours = CHOICES.get(quiet or USUAL, CHOICES[USUAL])
    if hours is None:
        return moment
    evening, morning = hours
    local = moment.astimezone(ZONES[zone])
    if morning <= local.time() < evening:
        return moment
    day = local.date() if local.time() < morning else local.date() + timedelta(days=1)
    return datetime.combine(day, morning, tzinfo=ZONES[zone]).astimezone(moment.tzinfo)
