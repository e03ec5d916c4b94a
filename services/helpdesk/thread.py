"""What an asker adds to a question of theirs, or changes of what they wrote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.errors import Refusal
from services.helpdesk.asking import check_may_write, hold_asker, hold_own
from services.helpdesk.message import Said
from services.helpdesk.telling import What, tell_team
from services.helpdesk.waiting import alarm_at
from storage.database import Database
from storage.repositories.ticket_entries import Side, TicketEntries
from storage.repositories.tickets import Ticket, Tickets, TicketState


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What was added to which question; `new` is False where the same message was taken before."""

    ticket: Ticket
    entry_id: int
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToThread:
    """Add to a question of one's own: it waits for the team again, answered or closed as it may have been.

    Raises a Refusal: consent-needed, ticket-unknown, ticket-empty, ticket-long, ticket-blocked, ticket-flood.
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, ticket_id: int, said: Said) -> Added:
        body, now = said.tidy(), self.now()
        async with self.database.write() as connection:
            ticket, person = await hold_own(connection, ticket_id, telegram_id)
            entries = TicketEntries(connection)
            earlier = await entries.find_by_message(said.chat_id, said.message_id)
            if earlier is not None:
                if earlier.ticket_id != ticket_id:
                    raise Refusal("ticket-unknown")
                return Added(ticket=ticket, entry_id=earlier.id, new=False)
            await check_may_write(connection, person, ticket.agency, now)
            entry_id = await entries.add(
                ticket_id=ticket_id,
                author_id=person.id,
                side=Side.ASKER,
                body=body,
                at=now,
                **said.source,
            )
            assert entry_id is not None
            what = What.REOPENED if ticket.state == TicketState.CLOSED else What.ADDED
            ticket = await wait_again(connection, ticket, now)
            await tell_team(connection, ticket, what, now=now, occasion=str(entry_id), entry_id=entry_id)
        return Added(ticket=ticket, entry_id=entry_id, new=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditOwn:
    """The asker edited a message that is part of a question: the question says what it says now.

    Returns the question; None where the message is no part of one, or nothing changed. Raises a Refusal: ticket-empty,
    ticket-long, ticket-blocked, ticket-flood (a change is read by the team as a message is).
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, said: Said) -> Ticket | None:
        now = self.now()
        async with self.database.read() as connection:  # people edit what is no question far more often
            found = await TicketEntries(connection).find_by_message(said.chat_id, said.message_id)
            if found is None or found.side != Side.ASKER:
                return None
        async with self.database.write() as connection:
            person = await hold_asker(connection, telegram_id)
            entry = await TicketEntries(connection).find_by_message(said.chat_id, said.message_id)
            if entry is None or entry.side != Side.ASKER or entry.author_id != person.id:
                return None
            ticket = await Tickets(connection).lock(entry.ticket_id)
            body, media = said.tidy(), said.within(entry.media).kept_media
            if ticket is None or (body, media) == (entry.body, entry.media):
                return None
            await check_may_write(connection, person, ticket.agency, now)
            version = entry.version + 1
            await TicketEntries(connection).set(entry.id, body=body, media=media, version=version, edited_at=now)
            occasion = f"{entry.id}:{version}"
            await tell_team(connection, ticket, What.EDITED, now=now, occasion=occasion, entry_id=entry.id)
        return ticket


async def wait_again(connection: AsyncConnection, ticket: Ticket, now: datetime) -> Ticket:
    """The question waits for the team: since now, if it did not before."""
    tickets = Tickets(connection)
    changes: dict[str, Any] = {"state": TicketState.OPEN, "closed_at": None, "closed_by": None, "rating": None}
    if ticket.waiting_since is None:
        changes |= {"waiting_since": now, "alarm_at": await alarm_at(connection, ticket.agency, now), "alarms": 0}
    await tickets.set(ticket.id, **changes)
    found = await tickets.find(ticket.id)
    assert found is not None
    return found


STILL: dict[str, Any] = {"waiting_since": None, "alarm_at": None, "alarms": 0}
"""What a question holds while nothing is owed to its asker."""
