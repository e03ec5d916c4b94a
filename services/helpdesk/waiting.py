"""When somebody has waited too long for an answer."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.zones import ZONES
from storage.repositories.agencies import Agency

A_DAY: Final = timedelta(hours=24)
FRIDAY: Final = 5


async def alarm_at(connection: AsyncConnection, agency: Agency, start: datetime) -> datetime:
    """When a question that began to wait at `start` alarms its agency."""
    return alarm_after(start, agency.zone)


def alarm_after(start: datetime, zone: str) -> datetime:
    """24 hours later, of which none are on a Saturday or Sunday of the zone."""
    local = start.astimezone(ZONES[zone])
    if local.isoweekday() > FRIDAY:
        days = 8 - local.isoweekday()
        local = (local + timedelta(days=days)).replace(hour=0, minute=0, second=0, microsecond=0)
    local += A_DAY
    while local.isoweekday() > FRIDAY:
        local += A_DAY
    return local.astimezone(start.tzinfo)
