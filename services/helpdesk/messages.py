"""The bot's own messages about questions: which question a reply means."""

from __future__ import annotations

from dataclasses import dataclass

from services.access import grants_of, may
from services.helpdesk.acting import ANSWER
from storage.database import Database
from storage.repositories.tickets import Ticket, Tickets


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepMessage:
    """Remember that a message of the bot's is about a question; twice is once."""

    database: Database

    async def __call__(self, *, chat_id: int, message_id: int, ticket_id: int, entry_id: int | None = None) -> None:
        async with self.database.write() as connection:
            tickets = Tickets(connection)
            if await tickets.find(ticket_id) is not None:  # the asker may have erased it meanwhile
                await tickets.keep_message(
                    chat_id=chat_id, message_id=message_id, ticket_id=ticket_id, entry_id=entry_id
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class FindByNumber:
    """The question of a number, for its asker and for those who may answer it; None: for nobody else.

    What a message says counts more than what is remembered of it: an organizer turns from one question to the next in
    the same message, and a message whose sending was cut short is remembered not at all.
    """

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, ticket_id: int, telegram_id: int) -> Ticket | None:
        async with self.database.read() as connection:
            ticket = await Tickets(connection).find(ticket_id)
            if ticket is None or ticket.telegram_id == telegram_id:
                return ticket
            grants = await grants_of(connection, telegram_id, self.admin_ids)
            return ticket if may(ANSWER, grants, ticket.agency.id) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindByMessage:
    """The question that a message of the bot's is about; None: none."""

    database: Database

    async def __call__(self, *, chat_id: int, message_id: int) -> Ticket | None:
        async with self.database.read() as connection:
            tickets = Tickets(connection)
            ticket_id = await tickets.find_by_message(chat_id, message_id)
            return await tickets.find(ticket_id) if ticket_id is not None else None
