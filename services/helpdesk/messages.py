"""The bot's own messages about questions: which question a reply means, and where the copy of an answer is."""

from __future__ import annotations

from dataclasses import dataclass

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
class FindByMessage:
    """The question that a message of the bot's is about; None: none."""

    database: Database

    async def __call__(self, *, chat_id: int, message_id: int) -> Ticket | None:
        async with self.database.read() as connection:
            tickets = Tickets(connection)
            ticket_id = await tickets.find_by_message(chat_id, message_id)
            return await tickets.find(ticket_id) if ticket_id is not None else None
