"""What holds for whoever asks or adds: they agreed to be kept, are not blocked, and do not flood a team."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.errors import Refusal
from storage.repositories.agencies import Agency
from storage.repositories.helpdesk_lists import AskerBlocks
from storage.repositories.people import People, Person
from storage.repositories.ticket_entries import TicketEntries
from storage.repositories.tickets import Ticket, Tickets

MOST_OPEN: Final = 5
MOST_MESSAGES: Final = 10
WITHIN: Final = timedelta(minutes=10)


async def hold_asker(connection: AsyncConnection, telegram_id: int) -> Person:
    """Who asks, held to the end of the transaction; raises Refusal("consent-needed")."""
    person = await People(connection).lock_person(telegram_id)
    if person is None or not person.consented:
        raise Refusal("consent-needed")
    return person


async def hold_own(connection: AsyncConnection, ticket_id: int, telegram_id: int) -> tuple[Ticket, Person]:
    """A question of one's own; both are held. Raises a Refusal: consent-needed, ticket-unknown."""
    person = await hold_asker(connection, telegram_id)
    ticket = await Tickets(connection).lock(ticket_id)
    if ticket is None or ticket.person_id != person.id:
        raise Refusal("ticket-unknown")
    return ticket, person


async def check_may_write(connection: AsyncConnection, person: Person, agency: Agency, now: datetime) -> None:
    """Raises a Refusal: ticket-blocked, ticket-flood."""
    if await AskerBlocks(connection).is_blocked(agency.id, person.id):
        raise Refusal("ticket-blocked", agency=agency.short_name)
    if await TicketEntries(connection).count_asked(person.id, since=now - WITHIN) >= MOST_MESSAGES:
        raise Refusal("ticket-flood", minutes=int(WITHIN.total_seconds() // 60))


async def check_may_open(connection: AsyncConnection, person: Person, agency: Agency, now: datetime) -> None:
    """The same for a new question; raises also Refusal("ticket-many")."""
    await check_may_write(connection, person, agency, now)
    if await Tickets(connection).count_own(person.id, unclosed_only=True) >= MOST_OPEN:
        raise Refusal("ticket-many", most=MOST_OPEN)
