"""Taking an answer back, on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from services.clock import Clock
from services.errors import Refusal
from services.helpdesk.acting import ANSWER, as_team
from services.helpdesk.albums import parts_of
from services.helpdesk.message import without_media
from services.helpdesk.telling import WITHDRAWN, What, tell_asker, tell_team
from services.helpdesk.waiting import wait_where_unanswered
from storage.database import Database
from storage.repositories.ticket_entries import Side, TicketEntries
from storage.repositories.tickets import TicketState

WITHIN: Final = timedelta(hours=48)
"""So long Telegram lets a bot take a message back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawAnswer:
    """Take an answer back: its words are gone, and so is the asker's copy. A question left without any waits again.

    An album goes as a whole, whichever part is named.

    Returns whether it was not taken back before. Raises NotAllowed, or a Refusal: ticket-unknown, ticket-own,
    ticket-withdraw-late (after 48 hours).
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, entry_id: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.read() as connection:
            found = await TicketEntries(connection).find(entry_id)
        async with self.database.write() as connection:
            # Who may nothing learns nothing, whatever number the button carries.
            ticket_id = found.ticket_id if found and found.side == Side.TEAM else 0
            ticket, member = await as_team(connection, ticket_id, actor_telegram_id, ANSWER, self.admin_ids)
            entry = await TicketEntries(connection).find(entry_id)
            if entry is None:
                raise Refusal("ticket-unknown")
            if entry.withdrawn_at is not None:
                return False
            parts = await parts_of(connection, entry)
            if now >= entry.at + WITHIN:
                raise Refusal("ticket-withdraw-late", hours=int(WITHIN.total_seconds() // 3600))
            for part in parts:
                gone: dict[str, Any] = {"withdrawn_at": now, "body": "", "media": without_media(part.media)}
                await TicketEntries(connection).set(part.id, **gone)
                await tell_asker(connection, ticket, WITHDRAWN, now=now, occasion=str(part.id), entry=part.id)
            if ticket.state == TicketState.ANSWERED:
                await wait_where_unanswered(connection, ticket)
            await member.record(connection, "withdrawn", ticket, now, entry=entry_id)
            occasion = f"withdrawn:{entry_id}"
            await tell_team(connection, ticket, What.WITHDRAWN, now=now, occasion=occasion, entry_id=entry_id)
        return True
