"""A person's own questions, with what was said; notes of the team and what was taken back are left out."""

from __future__ import annotations

from dataclasses import dataclass

from services.errors import Refusal
from storage.database import Database
from storage.repositories.people import People
from storage.repositories.ticket_entries import Entry, Side, TicketEntries
from storage.repositories.tickets import Ticket, Tickets


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """A page of questions; the nearest page there is, where another was asked for."""

    items: tuple[Ticket, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTicket:
    """One question and its thread, oldest first."""

    ticket: Ticket
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOwnTickets:
    """What a person asked: what is not closed first, the newest first; who is unknown asked nothing."""

    database: Database

    async def __call__(self, *, telegram_id: int, page: int, size: int) -> OwnPage:
        async with self.database.read() as connection:
            person = await People(connection).find(telegram_id)
            if person is None:
                return OwnPage(items=(), page=1, pages=1, total=0)
            tickets = Tickets(connection)
            total = await tickets.count_own(person.id)
            pages = max(1, -(-total // size))
            page = min(max(page, 1), pages)
            items = await tickets.list_own(person.id, skip=(page - 1) * size, limit=size)
        return OwnPage(items=items, page=page, pages=pages, total=total)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetOwnTicket:
    """One of them; raises Refusal("ticket-unknown")."""

    database: Database

    async def __call__(self, *, telegram_id: int, ticket_id: int) -> OwnTicket:
        async with self.database.read() as connection:
            ticket = await Tickets(connection).find(ticket_id)
            if ticket is None or ticket.telegram_id != telegram_id:
                raise Refusal("ticket-unknown")
            entries = await TicketEntries(connection).list(ticket_id)
        shown = tuple(entry for entry in entries if entry.side != Side.NOTE and entry.withdrawn_at is None)
        return OwnTicket(ticket=ticket, entries=shown)
