"""Handing a draft to the secretariat, and taking it back before anything was decided."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.planning.acting import hold, planner_of
from services.planning.fields import missing
from services.planning.merge import withdraw_proposals
from services.planning.states import Act, State, What
from storage.database import Database
from storage.repositories.planning import Planning


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitDraft:
    """Hand it in; what is still missing is returned, all of it, and then nothing changes.

    Raises NotAllowed, or a Refusal: plan-unknown, plan-moved-on.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, training_id: int, actor_telegram_id: int) -> tuple[str, ...]:
        async with self.database.write() as connection:
            planner = await planner_of(connection, actor_telegram_id, self.admin_ids)
            plan = await hold(connection, training_id, Act.SUBMIT, planner)
            gaps = missing(plan)
            if not gaps:
                now, agency_id = self.now(), planner.agency_for(Act.SUBMIT, plan)
                await Planning(connection).set(training_id, state=State.SUBMITTED)
                move = await planner.record(connection, plan, What.SUBMITTED, now, agency_id=agency_id)
                await planner.tell_secretariat(connection, training_id, move, now)
        return gaps


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallDraft:
    """Take a submitted draft back to change it; an open proposal to merge it ends with that.

    Raises NotAllowed, or a Refusal: plan-unknown, plan-moved-on.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, training_id: int, actor_telegram_id: int) -> None:
        async with self.database.write() as connection:
            planner = await planner_of(connection, actor_telegram_id, self.admin_ids)
            plan = await hold(connection, training_id, Act.RECALL, planner)
            now, agency_id = self.now(), planner.agency_for(Act.RECALL, plan)
            await withdraw_proposals(connection, training_id, now)
            await Planning(connection).set(training_id, state=State.DRAFT)
            await planner.record(connection, plan, What.RECALLED, now, agency_id=agency_id)
