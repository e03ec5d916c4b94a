"""The end of a question, by either side; what the asker makes of it then."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.errors import Refusal
from services.helpdesk.acting import CLOSE, as_team
from services.helpdesk.asking import check_may_write, hold_own
from services.helpdesk.telling import CLOSED, What, tell_asker, tell_team
from services.helpdesk.thread import STILL, wait_again
from storage.database import Database
from storage.repositories.tickets import Ticket, Tickets, TicketState

BY_ASKER, BY_TEAM = "asker", "team"


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseOwn:
    """Close a question of one's own; closed already, nothing changes.

    Raises a Refusal: consent-needed, ticket-unknown.
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, ticket_id: int) -> Ticket:
        now = self.now()
        async with self.database.write() as connection:
            ticket, _ = await hold_own(connection, ticket_id, telegram_id)
            if ticket.state == TicketState.CLOSED:
                return ticket
            tickets = Tickets(connection)
            await tickets.set(ticket_id, state=TicketState.CLOSED, closed_at=now, closed_by=BY_ASKER, **STILL)
            await tell_team(connection, ticket, What.CLOSED, now=now, occasion=f"closed:{now.isoformat()}")
            closed = await tickets.find(ticket_id)
        assert closed is not None
        return closed


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseByTeam:
    """Close a question; the asker is told, and can reopen it. Returns whether it was not closed before.

    Raises NotAllowed, or a Refusal: ticket-unknown, ticket-own.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, ticket_id: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.write() as connection:
            ticket, member = await as_team(connection, ticket_id, actor_telegram_id, CLOSE, self.admin_ids)
            if ticket.state == TicketState.CLOSED:
                return False
            await Tickets(connection).set(
                ticket_id, state=TicketState.CLOSED, closed_at=now, closed_by=BY_TEAM, **STILL
            )
            occasion = f"closed:{now.isoformat()}"
            await tell_asker(connection, ticket, CLOSED, now=now, occasion=occasion)
            await tell_team(connection, ticket, What.CLOSED, now=now, occasion=occasion)
            await member.record(connection, "closed", ticket, now)
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenOwn:
    """Open a question of one's own again; it waits for the team. Open already, nothing changes.

    Raises a Refusal: consent-needed, ticket-unknown, ticket-blocked, ticket-flood.
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, ticket_id: int) -> Ticket:
        now = self.now()
        async with self.database.write() as connection:
            ticket, person = await hold_own(connection, ticket_id, telegram_id)
            if ticket.state != TicketState.CLOSED:
                return ticket
            await check_may_write(connection, person, ticket.agency, now)
            ticket = await wait_again(connection, ticket, now)
            await tell_team(connection, ticket, What.REOPENED, now=now, occasion=f"reopened:{now.isoformat()}")
        return ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class RateOwn:
    """Say from 1 to 5 how much the answer helped; the last word counts, as long as the question is closed.

    Raises a Refusal: consent-needed, ticket-unknown, ticket-not-closed.
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, ticket_id: int, rating: int) -> Ticket:
        now = self.now()
        if not 1 <= rating <= 5:
            raise Refusal("ticket-unknown")
        async with self.database.write() as connection:
            ticket, _ = await hold_own(connection, ticket_id, telegram_id)
            if ticket.state != TicketState.CLOSED:
                raise Refusal("ticket-not-closed")
            tickets = Tickets(connection)
            if ticket.rating != rating:
                await tickets.set(ticket_id, rating=rating)
                await tell_team(connection, ticket, What.RATED, now=now, occasion=f"rated:{now.isoformat()}")
            rated = await tickets.find(ticket_id)
        assert rated is not None
        return rated
