"""People whose questions an agency does not take for now."""

from __future__ import annotations

from dataclasses import dataclass

from services.access import may
from services.clock import Clock
from services.errors import NotAllowed
from services.helpdesk.acting import BLOCK, Member, as_team
from storage.database import Database
from storage.repositories.helpdesk_lists import AskerBlocks


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockAsker:
    """Take no questions of a question's asker any more; whether they were taken before. What was asked stays.

    Raises NotAllowed, or a Refusal: ticket-unknown, ticket-own.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, ticket_id: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.write() as connection:
            ticket, member = await as_team(connection, ticket_id, actor_telegram_id, BLOCK, self.admin_ids)
            blocks = AskerBlocks(connection)
            if not await blocks.add(ticket.agency.id, ticket.person_id, blocked_by=member.person_id, at=now):
                return False
            await member.record(connection, "blocked", ticket, now, person=ticket.person_id)
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class UnblockAsker:
    """Take a person's questions again; whether they were not taken before. Raises NotAllowed."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, agency_id: int, person_id: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.write() as connection:
            member = await Member.find(connection, actor_telegram_id, self.admin_ids)
            if not may(BLOCK, member.grants, agency_id):
                raise NotAllowed
            if not await AskerBlocks(connection).delete(agency_id, person_id):
                return False
            await member.put_on_record(connection, "ticket.unblocked", "person", person_id, now, agency_id=agency_id)
        return True
