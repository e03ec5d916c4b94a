"""Quiet hours: from 20.00 to 06.00 of a person's own clock nothing comes that can wait."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from services.zones import ZONES

EVENING = time(20)
MORNING = time(6)


def after_quiet_hours(moment: datetime, zone: str) -> datetime:
    """The moment itself when it is day in the zone (WIB, WITA, WIT), else the next 06.00 there."""
    local = moment.astimezone(ZONES[zone])
    if MORNING <= local.time() < EVENING:
        return moment
    day = local.date() if local.time() < MORNING else local.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, tzinfo=ZONES[zone]).astimezone(moment.tzinfo)
