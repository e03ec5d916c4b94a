"""When somebody has waited too long for an answer: after so many hours of the agency's working time."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from services.helpdesk.desks import working_time
from storage.repositories.agencies import Agency
from storage.repositories.helpdesks import Helpdesk, Helpdesks


async def alarm_at(connection: AsyncConnection, agency: Agency, start: datetime) -> datetime:
    """When a question that began to wait at `start` alarms its agency."""
    return alarm_after(await Helpdesks(connection).find(agency.id) or Helpdesk(agency=agency), start)


def alarm_after(desk: Helpdesk, start: datetime) -> datetime:
    """The same, of a desk that is known."""
    return working_time(desk).add_working(start, timedelta(hours=desk.alarm_hours))
