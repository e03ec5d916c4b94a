"""Making one training of two drafts: the secretariat proposes it, both owners answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import reach
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.planning.acting import Planner, hold_two, planner_of
from services.planning.states import Act, State, What
from storage.database import Database
from storage.repositories.commitments import Commitments
from storage.repositories.merges import AGREED, OPEN, REFUSED, WITHDRAWN, Merges, Proposal
from storage.repositories.planning import Plan, Planning


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeMerge:
    """Propose that `merged_id` goes into `kept_id`; the same proposal again is the one that is open. Returns its id.

    Raises NotAllowed, or a Refusal: plan-unknown, plan-moved-on, merge-open (one of them is part of another one).
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, kept_id: int, merged_id: int, actor_telegram_id: int) -> int:
        async with self.database.write() as connection:
            planner = await planner_of(connection, actor_telegram_id, self.admin_ids)
            kept, merged = await hold_two(connection, kept_id, merged_id, Act.PROPOSE, planner)
            for plan in (kept, merged):
                for earlier in await Merges(connection).list_open(plan.id):
                    if (earlier.kept_id, earlier.merged_id) == (kept_id, merged_id):
                        return earlier.id
                    raise Refusal("merge-open")
            now = self.now()
            proposal = await Merges(connection).add(kept_id, merged_id, proposed_by=planner.person_id, at=now)
            for plan, other in ((kept, merged), (merged, kept)):
                agency_id = planner.agency_for(Act.PROPOSE, plan)
                move = await planner.record(
                    connection, plan, What.PROPOSED, now, agency_id=agency_id, partner=other.title, proposal=proposal
                )
                if plan is kept or merged.agency.id != kept.agency.id:
                    await planner.tell_agencies(connection, {plan.agency.id}, plan.id, move, now)
        return proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerMerge:
    """An owner agrees, or keeps its draft as it is. When both agree, the two become one. Returns the proposal's state.

    Raises NotAllowed, or a Refusal: merge-unknown, merge-over (somebody else ended it).
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, proposal_id: int, actor_telegram_id: int, agrees: bool) -> str:
        async with self.database.write() as connection:
            planner = await planner_of(connection, actor_telegram_id, self.admin_ids)
            own = reach("training.draft", planner.grants)
            if not own:
                raise NotAllowed
            proposal = await Merges(connection).find(proposal_id)
            if proposal is None:
                raise Refusal("merge-unknown")
            held = {
                number: await Planning(connection).lock(number)
                for number in sorted((proposal.kept_id, proposal.merged_id))
            }
            kept, merged = held[proposal.kept_id], held[proposal.merged_id]
            proposal = await Merges(connection).find(proposal_id) or proposal
            if kept is None or merged is None:
                raise Refusal("merge-unknown")
            if not (own.covers(kept.agency.id) or own.covers(merged.agency.id)):
                raise NotAllowed
            answered = replace(
                proposal,
                kept_agrees=agrees if own.covers(kept.agency.id) else proposal.kept_agrees,
                merged_agrees=agrees if own.covers(merged.agency.id) else proposal.merged_agrees,
            )
            if proposal.state != OPEN:
                if answered == proposal:
                    return proposal.state  # the same tap once more
                raise Refusal("merge-over")
            if answered == proposal:
                return OPEN
            return await self._take(connection, planner, answered, kept, merged)

    async def _take(
        self, connection: AsyncConnection, planner: Planner, answered: Proposal, kept: Plan, merged: Plan
    ) -> str:
        now, answers = self.now(), (answered.kept_agrees, answered.merged_agrees)
        state = REFUSED if False in answers else AGREED if answers == (True, True) else OPEN
        await Merges(connection).set(
            answered.id,
            state=state,
            kept_agrees=answered.kept_agrees,
            merged_agrees=answered.merged_agrees,
            closed_at=None if state == OPEN else now,
        )
        mine = kept if reach("training.draft", planner.grants).covers(kept.agency.id) else merged
        what = What.KEPT if state == REFUSED else What.AGREED
        other = merged if mine is kept else kept
        moves = {}
        for plan, partner in ((mine, other), (other, mine)):
            moves[plan.id] = await planner.record(
                connection, plan, what, now, agency_id=mine.agency.id, partner=partner.title, proposal=answered.id
            )
        if state == AGREED:
            await self._merge(connection, planner, kept, merged, now)
        elif state == REFUSED:
            await planner.tell_agencies(connection, {other.agency.id}, other.id, moves[other.id], now)
            await planner.tell_secretariat(connection, mine.id, moves[mine.id], now)
        return state

    async def _merge(
        self, connection: AsyncConnection, planner: Planner, kept: Plan, merged: Plan, now: datetime
    ) -> None:
        planning, seats = Planning(connection), Commitments(connection)
        await planning.set(merged.id, state=State.MERGED)
        before = {commitment.agency.id: commitment.seats for commitment in await seats.list(kept.id)}
        for commitment in await seats.list(merged.id):
            both = before.get(commitment.agency.id, 0) + commitment.seats
            await seats.set(kept.id, commitment.agency.id, both, at=now)
            await seats.delete(merged.id, commitment.agency.id)
        await planner.record(connection, merged, What.MERGED, now, agency_id=merged.agency.id, into=kept.title)
        move = await planner.record(connection, kept, What.MERGED, now, agency_id=kept.agency.id, source=merged.title)
        await planner.tell_agencies(connection, {kept.agency.id, merged.agency.id}, kept.id, move, now)
        await planner.tell_secretariat(connection, kept.id, move, now)


async def withdraw_proposals(connection: AsyncConnection, training_id: int, at: datetime) -> None:
    """Open proposals about a training end unanswered: something else was decided."""
    merges = Merges(connection)
    for proposal in await merges.list_open(training_id):
        await merges.set(
            proposal.id,
            state=WITHDRAWN,
            kept_agrees=proposal.kept_agrees,
            merged_agrees=proposal.merged_agrees,
            closed_at=at,
        )
