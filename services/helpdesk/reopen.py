"""The team opens a question again that was closed."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.helpdesk.acting import CLOSE, as_team
from services.helpdesk.close import BY_TEAM
from services.helpdesk.telling import What, tell_team
from services.helpdesk.waiting import wait_where_unanswered
from storage.database import Database
from storage.repositories.tickets import Tickets, TicketState


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenByTeam:
    """Whether it was closed. What the team closed without an answer waits again; what its asker closed does not.

    Raises NotAllowed, or a Refusal as CloseByTeam does.
    """

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
            if ticket.closed_by == BY_TEAM:
                await wait_where_unanswered(connection, ticket)
            await member.record(connection, "reopened", ticket, now)
            await tell_team(connection, ticket, What.OPENED, now=now, occasion=f"reopened:{now.isoformat()}")
        return True
