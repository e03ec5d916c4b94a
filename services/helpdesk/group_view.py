"""A question as its team's group sees it, at the moment something is said about it there."""

from __future__ import annotations

from dataclasses import dataclass

from services.helpdesk.albums import is_later_part
from services.identity.nip import Nip
from services.vault import Vault
from storage.database import Database
from storage.repositories.group_talk import GroupTalk
from storage.repositories.helpdesks import Helpdesk, Helpdesks
from storage.repositories.people import People
from storage.repositories.ticket_entries import Entry, Side, TicketEntries
from storage.repositories.tickets import Ticket, Tickets


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The question, what was first asked, and (if one was asked for) another entry."""

    ticket: Ticket
    desk: Helpdesk
    first: Entry | None
    entry: Entry | None
    is_part: bool
    """The entry continues an album."""
    last: int
    """The number of the last thing said."""
    name: str | None
    nip: str | None
    """Masked: a group has members who hold no role."""
    province: str | None
    card: int | None
    """The message in which the question stands in the group."""
    left: bool
    """It is another agency's now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewInGroup:
    """None where the question is gone, or the group is not one of a team any more."""

    database: Database
    vault: Vault

    async def __call__(self, *, ticket_id: int, chat_id: int, entry_id: int | None = None) -> GroupView | None:
        async with self.database.read() as connection:
            ticket = await Tickets(connection).find(ticket_id)
            desk = await Helpdesks(connection).find_by_chat(chat_id)
            if ticket is None or desk is None or desk.group is None:
                return None
            entries = await TicketEntries(connection).list(ticket_id)
            claim = await People(connection).find_claim(ticket.telegram_id)
            card = await Tickets(connection).find_first_message(ticket_id, chat_id)
        entry = next((one for one in entries if one.id == entry_id), None)
        cipher, agency = (claim.nip_cipher, claim.agency) if claim else (None, None)
        return GroupView(
            ticket=ticket,
            desk=desk,
            first=next((entry for entry in entries if entry.side == Side.ASKER), None),
            entry=entry,
            is_part=entry is not None and is_later_part(entries, entry),
            last=entries[-1].id if entries else 0,
            name=claim.name if claim else None,
            nip=Nip(self.vault.decrypt(cipher)).masked if cipher else None,
            province=agency.province if agency else None,
            card=card,
            left=ticket.agency.id != desk.agency.id,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FindInGroup:
    """The question that a message in a group means; None: none.

    `number` is what the message of the bot's says that is answered: of a question of the group's team.
    """

    database: Database

    async def __call__(
        self, *, chat_id: int, thread: int | None, reply_to: int | None, number: int | None = None
    ) -> Ticket | None:
        async with self.database.read() as connection:
            found = await GroupTalk(connection).find_ticket(chat_id, thread=thread, reply_to=reply_to)
            if found is not None:
                return await Tickets(connection).find(found)
            ticket = await Tickets(connection).find(number) if number is not None else None
            desk = await Helpdesks(connection).find_by_chat(chat_id) if ticket is not None else None
            return ticket if ticket and desk and ticket.agency.id == desk.agency.id else None
