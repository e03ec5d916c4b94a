"""Who of a team may do what about a question, and what is put on record. Asked anew at every act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import may, reach
from services.actors import Somebody
from services.errors import NotAllowed, Refusal
from storage.repositories.ticket_routes import TicketRoutes
from storage.repositories.tickets import Ticket, Tickets

ANSWER: Final = "ticket.answer"
CLOSE: Final = "ticket.close"
ASSIGN: Final = "ticket.assign"
BLOCK: Final = "ticket.block"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Somebody):
    """Somebody of a team at work."""

    async def record(
        self, connection: AsyncConnection, action: str, ticket: Ticket, at: datetime, **details: Any
    ) -> None:
        """An entry of the audit."""
        action = f"ticket.{action}"
        await self.put_on_record(connection, action, "ticket", ticket.id, at, agency_id=ticket.agency.id, **details)


async def as_team(
    connection: AsyncConnection,
    ticket_id: int,
    telegram_id: int,
    action: str,
    admin_ids: frozenset[int],
    *,
    lock: bool = True,
) -> tuple[Ticket, Member]:
    """The question (held to the end of the transaction) and who acts on it.

    Raises NotAllowed, or a Refusal: ticket-unknown, ticket-own (nobody answers for oneself).
    """
    member = await Member.find(connection, telegram_id, admin_ids)
    if not reach(action, member.grants):
        raise NotAllowed
    tickets = Tickets(connection)
    ticket = await (tickets.lock(ticket_id) if lock else tickets.find(ticket_id))
    if ticket is None:
        raise Refusal("ticket-unknown")
    if not may(action, member.grants, ticket.agency.id):
        raise NotAllowed(agency=ticket.agency.short_name)
    if ticket.telegram_id == telegram_id:
        raise Refusal("ticket-own")
    return ticket, member


async def team_of(connection: AsyncConnection, agency_id: int, *, but: int) -> tuple[int, ...]:
    """Person ids of those who answer for an agency, except the account `but`."""
    return await TicketRoutes(connection).list_team(agency_id, but=but)
