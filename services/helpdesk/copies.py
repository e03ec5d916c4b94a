"""The copy of an answer in the asker's chat: kept when it was sent, and found again to be changed or taken back."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.helpdesk.albums import is_part
from services.helpdesk.erasing import erase_late
from services.outbox import Over, State
from storage.database import Database
from storage.repositories.ticket_entries import Entry, Side, TicketEntries
from storage.repositories.tickets import Ticket, Tickets


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepCopy:
    """What follows when a message about a question was sent: a reply to it means that question."""

    now: Clock

    async def __call__(self, connection: AsyncConnection, over: Over) -> None:
        if over.state is not State.SENT or not over.message_id:
            return
        ticket_id, entry_id = over.owed.payload["ticket"], over.owed.payload.get("entry")
        tickets = Tickets(connection)
        # Held, so that an asker who erases at this moment waits, or is gone already.
        if await tickets.lock(ticket_id) is None:
            await erase_late(connection, over, self.now())
            return
        chat_id, message_id = over.owed.goes_to, over.message_id
        await tickets.keep_message(chat_id=chat_id, message_id=message_id, ticket_id=ticket_id, entry_id=entry_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCopy:
    """An answer, and where its copies are."""

    ticket: Ticket
    entry: Entry
    reply_to: int | None
    """The bot's first message about the question in the asker's chat."""
    copies: tuple[int, ...]
    """The latest first."""
    is_part: bool
    """It continues an album."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAnswerCopy:
    """An answer as its asker is to get it; None where it is not (any more) for them. Taken back, it has no words."""

    database: Database

    async def __call__(self, *, entry_id: int, telegram_id: int) -> AnswerCopy | None:
        async with self.database.read() as connection:
            entry = await TicketEntries(connection).find(entry_id)
            if entry is None or entry.side != Side.TEAM:
                return None
            tickets = Tickets(connection)
            ticket = await tickets.find(entry.ticket_id)
            if ticket is None or ticket.telegram_id != telegram_id:
                return None
            first = await tickets.find_first_message(ticket.id, telegram_id)
            copies = await tickets.list_copies(entry_id, telegram_id)
            continues = await is_part(connection, entry)
        return AnswerCopy(ticket=ticket, entry=entry, reply_to=first, copies=copies, is_part=continues)
