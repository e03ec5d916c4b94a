"""What waits for a team, and all else it was asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from services.access import reach
from services.errors import NotAllowed
from services.helpdesk.acting import ANSWER, Member
from storage.database import Database
from storage.repositories.tickets import Ticket, Tickets


class Which(StrEnum):
    """The parts of a queue."""

    ALL = "all"
    MINE = "mine"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """A page of it; the nearest page there is, where another was asked for."""

    items: tuple[Ticket, ...]
    which: Which
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListQueue:
    """Questions to the agencies of a member of a team, waiting longest first; closed ones apart. Raises NotAllowed."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, which: Which, page: int, size: int) -> QueuePage:
        async with self.database.read() as connection:
            member = await Member.find(connection, actor_telegram_id, self.admin_ids)
            within = reach(ANSWER, member.grants)
            if not within:
                raise NotAllowed
            agencies = None if within.everywhere else within.agencies
            holder = (member.person_id or 0) if which == Which.MINE else None
            closed, tickets = which == Which.CLOSED, Tickets(connection)
            total = await tickets.count_for_team(agencies, closed=closed, holder_id=holder, but=actor_telegram_id)
            pages = max(1, -(-total // size))
            page = min(max(page, 1), pages)
            items = await tickets.list_for_team(
                agencies,
                closed=closed,
                holder_id=holder,
                but=actor_telegram_id,
                skip=(page - 1) * size,
                limit=size,
            )
        return QueuePage(items=items, which=which, page=page, pages=pages, total=total)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingTickets:
    """What waits for a member of a team, the longest first. Raises NotAllowed."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> tuple[Ticket, ...]:
        async with self.database.read() as connection:
            member = await Member.find(connection, actor_telegram_id, self.admin_ids)
            within = reach(ANSWER, member.grants)
            if not within:
                raise NotAllowed
            agencies = None if within.everywhere else within.agencies
            return await Tickets(connection).list_waiting(agencies, but=actor_telegram_id)
