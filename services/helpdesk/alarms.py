"""Questions that wait too long: the asker is told that theirs is not lost, the team is alarmed once, then daily."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.helpdesk.acting import team_of
from services.helpdesk.desks import working_time
from services.helpdesk.in_group import owe as owe_group
from services.helpdesk.telling import owe, tell_asker
from services.helpdesk.waiting import alarm_after
from storage.database import Database
from storage.repositories.helpdesks import Helpdesk, Helpdesks
from storage.repositories.people import People
from storage.repositories.ticket_alarms import TicketAlarms
from storage.repositories.tickets import Ticket, Tickets

WAITING: Final = "ticket-waiting"
"""To the asker."""
ALARM: Final = "ticket-alarm"
"""To the holder, else to the group, else to each organizer; where nobody is left in the team, to admins."""
LATE: Final = timedelta(hours=1)
"""An alarm that is so late (nothing ran) waits for the agency's next opening."""
AT_ONCE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundAlarms:
    """Sound those that are due; how many."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self) -> int:
        now = self.now()
        async with self.database.read() as connection:
            if not await TicketAlarms(connection).list_due(now, limit=1):
                return 0  # most minutes take no write lock
        async with self.database.write() as connection:
            due = await TicketAlarms(connection).list_due(now, limit=AT_ONCE, lock=True)
            return sum([await self._sound(connection, ticket_id, now) for ticket_id in due])

    async def _sound(self, connection: AsyncConnection, ticket_id: int, now: datetime) -> int:
        tickets = Tickets(connection)
        ticket = await tickets.find(ticket_id)
        if ticket is None or ticket.alarm_at is None or ticket.waiting_since is None:
            return 0
        desk = await Helpdesks(connection).find(ticket.agency.id) or Helpdesk(agency=ticket.agency)
        work = working_time(desk)
        if now >= ticket.alarm_at + LATE and not work.is_open(now):
            await tickets.set(ticket_id, alarm_at=work.next_opening(now))
            return 0
        number = ticket.alarms + 1
        await tickets.set(ticket_id, alarms=number, alarm_at=work.add_working(now, work.day))
        since = ticket.waiting_since.isoformat()
        if number == 1:
            await tell_asker(connection, ticket, WAITING, now=now, occasion=now.isoformat(), since=since)
        await self._alarm(connection, ticket, desk, since, now)
        return 1

    async def _alarm(
        self, connection: AsyncConnection, ticket: Ticket, desk: Helpdesk, since: str, now: datetime
    ) -> None:
        team = await team_of(connection, ticket.agency.id, but=ticket.telegram_id)
        if not team and desk.group is None:
            team = await self._admins(connection)
        occasion = now.isoformat()  # where an answer was taken back, the same wait may alarm anew
        if ticket.holder_id not in team and desk.group is not None:
            await owe_group(connection, ticket, ALARM, desk.group, now=now, occasion=occasion, since=since)
            return
        payload: dict[str, Any] = {"ticket": ticket.id, "agency": ticket.agency.id, "since": since}
        for person_id in [ticket.holder_id] if ticket.holder_id in team else team:
            if person_id is not None:
                await owe(connection, ticket, ALARM, payload, now=now, occasion=occasion, person_id=person_id)

    async def _admins(self, connection: AsyncConnection) -> tuple[int, ...]:
        known = [await People(connection).find(telegram_id) for telegram_id in sorted(self.admin_ids)]
        return tuple(admin.id for admin in known if admin is not None)


async def reckon_again(connection: AsyncConnection, desk: Helpdesk) -> None:
    """An agency changed its working time: what waits alarms by the new one; what alarmed before, in its hours."""
    work = working_time(desk)
    for ticket in await Tickets(connection).list_waiting([desk.agency.id], but=0):
        if ticket.waiting_since is None or ticket.alarm_at is None:
            continue
        again = work.next_opening(ticket.alarm_at) if ticket.alarms else alarm_after(desk, ticket.waiting_since)
        await Tickets(connection).set(ticket.id, alarm_at=again)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAlarm:
    """Whether an alarm is still true: the question, while the asker waits since the same moment; else None."""

    database: Database

    async def __call__(self, *, ticket_id: int, since: str) -> tuple[Ticket, Helpdesk] | None:
        async with self.database.read() as connection:
            ticket = await Tickets(connection).find(ticket_id)
            if ticket is None or ticket.waiting_since is None or ticket.waiting_since.isoformat() != since:
                return None
            desk = await Helpdesks(connection).find(ticket.agency.id)
        return ticket, desk or Helpdesk(agency=ticket.agency)
