"""Who of the team looks after a question: taken, handed to a colleague, handed to another agency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from services.clock import Clock
from services.errors import Refusal
from services.helpdesk.acting import ASSIGN, as_team, team_of
from services.helpdesk.telling import HANDED, MOVED, What, owe, tell_asker, tell_team
from services.helpdesk.waiting import alarm_at
from storage.database import Database
from storage.repositories.agencies import Agencies
from storage.repositories.people import People
from storage.repositories.roles import Member as RoleHolder
from storage.repositories.roles import Roles
from storage.repositories.ticket_routes import ANSWERING
from storage.repositories.tickets import Ticket, Tickets, TicketState

MOST_COLLEAGUES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeTicket:
    """Look after a question oneself; whether that changed anything. Who left the team holds nothing any more.

    Raises NotAllowed, or a Refusal: ticket-unknown, ticket-own, ticket-closed, ticket-start-first (who takes one has to
    be known as a person), ticket-taken.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, ticket_id: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.write() as connection:
            ticket, member = await as_team(connection, ticket_id, actor_telegram_id, ASSIGN, self.admin_ids)
            if member.person_id is None:
                raise Refusal("ticket-start-first")
            if ticket.state == TicketState.CLOSED:
                raise Refusal("ticket-closed")
            if ticket.holder_id == member.person_id:
                return False
            if ticket.holder_id in await team_of(connection, ticket.agency.id, but=actor_telegram_id):
                raise Refusal("ticket-taken", by=ticket.holder or "-")
            await Tickets(connection).set(ticket_id, holder_id=member.person_id)
            await member.record(connection, "taken", ticket, now)
            await tell_team(connection, ticket, What.TAKEN, now=now, occasion=f"taken:{now.isoformat()}")
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColleagues:
    """Whom of the same agency a question can be handed to. Raises as TakeTicket does."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, ticket_id: int, actor_telegram_id: int) -> tuple[RoleHolder, ...]:
        async with self.database.read() as connection:
            ticket, _ = await as_team(connection, ticket_id, actor_telegram_id, ASSIGN, self.admin_ids, lock=False)
            members = await Roles(connection).list_members([ticket.agency.id], skip=0, most=MOST_COLLEAGUES)
        beside = {ticket.telegram_id, actor_telegram_id}
        return tuple(one for one in members if one.role in ANSWERING and one.telegram_id not in beside)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandToColleague:
    """Let somebody else of the agency look after a question, by their role; they are told. Whether it changed anything.

    Raises NotAllowed, or a Refusal: ticket-unknown, ticket-own, ticket-closed, ticket-colleague-unknown.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, ticket_id: int, actor_telegram_id: int, role_id: int) -> bool:
        now = self.now()
        async with self.database.write() as connection:
            ticket, member = await as_team(connection, ticket_id, actor_telegram_id, ASSIGN, self.admin_ids)
            if ticket.state == TicketState.CLOSED:
                raise Refusal("ticket-closed")
            role = await Roles(connection).find(role_id)
            if role is None or role.role not in ANSWERING or role.agency_id != ticket.agency.id:
                raise Refusal("ticket-colleague-unknown")
            colleague = await People(connection).find(role.telegram_id)
            if colleague is None or colleague.id == ticket.person_id:
                raise Refusal("ticket-colleague-unknown")
            if ticket.holder_id == colleague.id:
                return False
            await Tickets(connection).set(ticket_id, holder_id=colleague.id)
            await member.record(connection, "handed", ticket, now, to=colleague.id)
            occasion = f"handed:{now.isoformat()}"
            payload: dict[str, Any] = {"ticket": ticket_id, "by": member.person_id}
            if colleague.id != member.person_id:
                await owe(connection, ticket, HANDED, payload, now=now, occasion=occasion, person_id=colleague.id)
            await tell_team(connection, ticket, What.TAKEN, now=now, occasion=occasion)
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class HandToAgency:
    """Hand a question on to another agency, with its whole thread; it waits there anew, and the asker is told.

    Returns it as it was; None where it is there already. Raises NotAllowed, or a Refusal: ticket-unknown, ticket-own,
    agency-unknown, ticket-nobody (nobody answers there).
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, ticket_id: int, actor_telegram_id: int, agency_id: int) -> Ticket | None:
        now = self.now()
        async with self.database.write() as connection:
            ticket, member = await as_team(connection, ticket_id, actor_telegram_id, ASSIGN, self.admin_ids)
            if ticket.agency.id == agency_id:
                return None
            agency = await Agencies(connection).find(agency_id)
            if agency is None:
                raise Refusal("agency-unknown")
            if not await team_of(connection, agency_id, but=ticket.telegram_id):
                raise Refusal("ticket-nobody", agency=agency.short_name)
            changes: dict[str, Any] = {"state": TicketState.OPEN, "holder_id": None, "chat_id": None, "thread_id": None}
            changes |= {"waiting_since": ticket.waiting_since or now, "closed_at": None, "closed_by": None}
            changes |= {"alarm_at": await alarm_at(connection, agency, now), "alarms": 0, "rating": None}
            await Tickets(connection).set(ticket_id, agency_id=agency_id, **changes)
            moved = await Tickets(connection).find(ticket_id)
            assert moved is not None
            occasion = f"moved:{now.isoformat()}"
            await tell_team(connection, ticket, What.LEFT, now=now, occasion=occasion)
            await tell_team(connection, moved, What.NEW, now=now, occasion=occasion)
            await tell_asker(connection, moved, MOVED, now=now, occasion=occasion, agency=agency_id)
            await member.record(connection, "moved", ticket, now, to_agency=agency_id)
        return ticket
