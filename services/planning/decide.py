"""The secretariat accepts drafts, or returns one with a remark."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.errors import Refusal
from services.identity.decisions import tidy_note
from services.planning.acting import hold, planner_of
from services.planning.merge import withdraw_proposals
from services.planning.states import Act, State, What
from services.planning.view import involved
from storage.database import Database
from storage.repositories.agencies import BPSDM, Agencies
from storage.repositories.commitments import Commitments
from storage.repositories.planning import Plan, Planning


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptDrafts:
    """Accept one draft or several at once: all of them or none. From now on agencies commit seats.

    The owner is told that it was, and all others who plan together (every BPSDM, and whoever has a part in it already)
    that seats are asked for; each organizer once. Other agencies find it in their list.

    Raises NotAllowed, or a Refusal: plan-unknown, plan-moved-on.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, training_ids: tuple[int, ...], actor_telegram_id: int) -> None:
        async with self.database.write() as connection:
            planner = await planner_of(connection, actor_telegram_id, self.admin_ids)
            now = self.now()
            plans = [await hold(connection, number, Act.ACCEPT, planner) for number in sorted(set(training_ids))]
            for plan in plans:
                await withdraw_proposals(connection, plan.id, now)
                await Planning(connection).set(plan.id, state=State.ACCEPTED)
                agency_id = planner.agency_for(Act.ACCEPT, plan)
                move = await planner.record(connection, plan, What.ACCEPTED, now, agency_id=agency_id)
                await planner.tell_agencies(connection, {plan.agency.id}, plan.id, move, now)
                partners = await _partners(connection, plan)
                await planner.tell_agencies(connection, partners, plan.id, move, now)


async def _partners(connection: AsyncConnection, plan: Plan) -> frozenset[int]:
    planning_together = frozenset(one.id for one in await Agencies(connection).list() if one.kind == BPSDM)
    return planning_together | await involved(connection, plan, await Commitments(connection).list(plan.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnDraft:
    """Give a draft back with a remark, so that its owner can mend it.

    Raises NotAllowed, or a Refusal: remark-needed, plan-unknown, plan-moved-on.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, training_id: int, actor_telegram_id: int, remark: str) -> None:
        note = tidy_note(remark)
        if note is None:
            raise Refusal("remark-needed")
        async with self.database.write() as connection:
            planner = await planner_of(connection, actor_telegram_id, self.admin_ids)
            plan, now = await hold(connection, training_id, Act.RETURN, planner), self.now()
            await withdraw_proposals(connection, training_id, now)
            await Planning(connection).set(training_id, state=State.RETURNED)
            agency_id = planner.agency_for(Act.RETURN, plan)
            move = await planner.record(connection, plan, What.RETURNED, now, agency_id=agency_id, remark=note)
            await planner.tell_agencies(connection, {plan.agency.id}, training_id, move, now)
