"""Since when somebody waits for an answer, and when that has been too long: by the agency's working time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from services.helpdesk.desks import working_time
from storage.repositories.agencies import Agency
from storage.repositories.helpdesks import Helpdesk, Helpdesks
from storage.repositories.ticket_entries import Entry, Side, TicketEntries
from storage.repositories.tickets import Ticket, Tickets, TicketState


async def alarm_at(connection: AsyncConnection, agency: Agency, start: datetime) -> datetime:
    """When a question that began to wait at `start` alarms its agency."""
    return alarm_after(await Helpdesks(connection).find(agency.id) or Helpdesk(agency=agency), start)


def alarm_after(desk: Helpdesk, start: datetime) -> datetime:
    """The same, of a desk that is known."""
    return working_time(desk).add_working(start, timedelta(hours=desk.alarm_hours))


async def wait_where_unanswered(connection: AsyncConnection, ticket: Ticket) -> None:
    """Who wrote last decides whether the asker waits, and since when; what was taken back was not said."""
    said = [
        entry
        for entry in await TicketEntries(connection).list(ticket.id)
        if entry.side != Side.NOTE and entry.withdrawn_at is None
    ]
    if said and said[-1].side == Side.TEAM:
        return
    since = _began(said) or ticket.opened_at
    changes: dict[str, Any] = {"state": TicketState.OPEN, "waiting_since": since}
    changes |= {"alarm_at": await alarm_at(connection, ticket.agency, since), "alarms": 0}
    await Tickets(connection).set(ticket.id, **changes)


def _began(said: list[Entry]) -> datetime | None:
    """When the asker's last turn began."""
    first = None
    for entry in reversed(said):
        if entry.side == Side.TEAM:
            break
        first = entry.at
    return first
