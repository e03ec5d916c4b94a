"""A training as one of its planners may see it: everything about it, and what this person can do with it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import Grant, grants_of, may, reach
from services.errors import NotAllowed, Refusal
from services.planning.fields import missing
from services.planning.states import ACTS, Act, State, What
from storage.database import Database
from storage.repositories.agencies import Agency
from storage.repositories.commitments import Commitment, Commitments
from storage.repositories.merges import Merges, Proposal
from storage.repositories.planning import Plan, PlanMove, Planning


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """A training, its history and seats, and what the one who looks can do with it."""

    plan: Plan
    missing: tuple[str, ...]
    """What must be filled in before it can be submitted."""
    moves: tuple[PlanMove, ...]
    commitments: tuple[Commitment, ...]
    offers: frozenset[int]
    """The agencies that would host it."""
    proposal: Proposal | None
    """The open proposal to merge it."""
    acts: frozenset[Act]
    own: frozenset[int]
    """The agencies for which the one who looks can commit seats."""

    @property
    def host(self) -> Agency | None:
        """The agreed host."""
        return next((commitment.agency for commitment in self.commitments if commitment.is_host), None)

    @property
    def remark(self) -> str | None:
        """What the secretariat wrote when it returned the draft last."""
        return next((move.remark for move in reversed(self.moves) if move.what == What.RETURNED), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetPlan:
    """A training for one of its planners; raises NotAllowed, or Refusal("plan-unknown")."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, training_id: int, actor_telegram_id: int) -> PlanView:
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            return await view_of(connection, training_id, grants)


async def view_of(connection: AsyncConnection, training_id: int, grants: Sequence[Grant]) -> PlanView:
    """The view, where the grants allow it."""
    if not reach("planning.open", grants):
        raise NotAllowed
    plan = await Planning(connection).find(training_id)
    if plan is None:
        raise Refusal("plan-unknown")
    commitments = await Commitments(connection).list(training_id)
    proposals = await Merges(connection).list_open(training_id)
    if not await _may_see(connection, plan, commitments, proposals, grants):
        raise NotAllowed
    moves = await Planning(connection).list_moves(training_id)
    return PlanView(
        plan=plan,
        missing=missing(plan),
        moves=moves,
        commitments=commitments,
        offers=offers_of(moves),
        proposal=proposals[0] if proposals else None,
        acts=frozenset(act for act in Act if can(act, plan, grants)),
        own=reach("seats.commit", grants).agencies,
    )


def can(act: Act, plan: Plan, grants: Sequence[Grant]) -> bool:
    """Whether the grants and the state of the training allow it."""
    rule = ACTS[act]
    return plan.state in rule.states and has_right(act, plan, grants)


def has_right(act: Act, plan: Plan, grants: Sequence[Grant]) -> bool:
    """Whether the grants allow it, be the state as it may."""
    rule = ACTS[act]
    if rule.any_agency:
        return bool(reach(rule.action, grants).agencies)
    return may(rule.action, grants, plan.agency.id)


async def involved(connection: AsyncConnection, plan: Plan, commitments: Sequence[Commitment]) -> frozenset[int]:
    """The agencies that have a part in it: the owner, those whose drafts it was merged with, those that take seats."""
    merged = await Merges(connection).list_owners_merged_into(plan.id)
    return frozenset({plan.agency.id, *merged, *(commitment.agency.id for commitment in commitments)})


async def _may_see(
    connection: AsyncConnection,
    plan: Plan,
    commitments: Sequence[Commitment],
    proposals: Sequence[Proposal],
    grants: Sequence[Grant],
) -> bool:
    if may("training.synchronise", grants, plan.agency.id) or may("training.draft", grants, plan.agency.id):
        return True
    own = reach("training.draft", grants).agencies
    if own and plan.state in {State.ACCEPTED, State.PUBLISHED}:
        return True
    if own & await involved(connection, plan, commitments):
        return True
    # Who is asked to merge reads what with.
    for proposal in proposals:
        other = await Planning(connection).find(proposal.merged_id if proposal.kept_id == plan.id else proposal.kept_id)
        if other is not None and other.agency.id in own:
            return True
    return False


def offers_of(moves: Sequence[PlanMove]) -> frozenset[int]:
    """The agencies that are ready to host, and still take seats."""
    offered: set[int] = set()
    for move in moves:
        agency = move.details.get("agency")
        if isinstance(agency, int):
            if move.what == What.OFFERED:
                offered.add(agency)
            elif move.what == What.WITHDREW:
                offered.discard(agency)
    return frozenset(offered)
