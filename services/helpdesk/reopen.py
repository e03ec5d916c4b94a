"""The team opens a question again that was closed."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.helpdesk.acting import CLOSE, as_team
from services.helpdesk.telling import What, tell_team
from storage.database import Database
from storage.repositories.tickets import Tickets, TicketState


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenByTeam:
    """Nobody waits for an answer by it; whether it was closed. Raises NotAllowed, or a Refusal as CloseByTeam does."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, ticket_id: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.write() as connection:
            ticket, member = await as_team(connection, ticket_id, actor_telegram_id, CLOSE, self.admin_ids)
            if ticket.state != TicketState.CLOSED:
                return False
            state = TicketState.ANSWERED if ticket.answered_at else TicketState.OPEN
            await Tickets(connection).set(ticket_id, state=state, closed_at=None, closed_by=None, rating=None)
            await member.record(connection, "reopened", ticket, now)
            await tell_team(connection, ticket, What.OPENED, now=now, occasion=f"reopened:{now.isoformat()}")
        return True
