"""What is like a training that is planned: for the secretariat side by side, for its owner before it is submitted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from services.access import grants_of, may
from services.errors import NotAllowed, Refusal
from services.planning.likeness import ALIKE, Likeness, likeness, topics_alike
from services.planning.states import Act, State
from services.planning.view import PlanView, has_right, view_of
from storage.database import Database
from storage.repositories.merges import OPEN, Merges
from storage.repositories.planning import Plan, Planning


@dataclass(frozen=True, slots=True)
class Alike:
    """Another training, and how alike it is."""

    plan: Plan
    likeness: Likeness
    refused: bool
    """Its owner or this one's did not want to merge the two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindSimilar:
    """Trainings like this one, the most alike first: other submitted ones for the secretariat, else those decided on.

    Raises NotAllowed, or Refusal("plan-unknown").
    """

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, training_id: int, actor_telegram_id: int) -> tuple[Alike, ...]:
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            plan = (await view_of(connection, training_id, grants)).plan
            synchronises = has_right(Act.PROPOSE, plan, grants)
            states = {State.SUBMITTED} if synchronises else {State.ACCEPTED, State.PUBLISHED}
            others = await Planning(connection).list(states, but=training_id)
            refused = await Merges(connection).list_refused_with(training_id)
        return _ranked(plan, others, refused)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two drafts side by side, and how alike they are."""

    first: PlanView
    second: PlanView
    alike: Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePlans:
    """Two trainings for who may see both; raises NotAllowed, or Refusal("plan-unknown")."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, first_id: int, second_id: int, actor_telegram_id: int) -> Pair:
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            first = await view_of(connection, first_id, grants)
            second = await view_of(connection, second_id, grants)
        return Pair(first=first, second=second, alike=likeness(first.plan, second.plan))


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlesLike:
    """Titles of accepted and published trainings that are like a title, the most alike first."""

    database: Database

    async def __call__(self, *, title: str, limit: int = 2) -> tuple[str, ...]:
        async with self.database.read() as connection:
            plans = await Planning(connection).list({State.ACCEPTED, State.PUBLISHED})
        scored = sorted(((topics_alike(title, plan.title), plan.title) for plan in plans), reverse=True)
        return tuple(dict.fromkeys(name for score, name in scored if score >= ALIKE))[:limit]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeView:
    """An open proposal to merge two drafts, as one of their owners sees it."""

    id: int
    pair: Pair
    kept_agrees: bool | None
    merged_agrees: bool | None
    waits_for_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GetMerge:
    """An open proposal with both drafts; raises NotAllowed, or a Refusal: merge-unknown, merge-over."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, proposal_id: int, actor_telegram_id: int) -> MergeView:
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            proposal = await Merges(connection).find(proposal_id)
            if proposal is None:
                raise Refusal("merge-unknown")
            kept = await Planning(connection).find(proposal.kept_id)
            merged = await Planning(connection).find(proposal.merged_id)
            if kept is None or merged is None:
                raise Refusal("merge-unknown")
            mine = [may("training.draft", grants, plan.agency.id) for plan in (kept, merged)]
            if not any(mine) and not has_right(Act.PROPOSE, kept, grants):
                raise NotAllowed
            if proposal.state != OPEN:
                raise Refusal("merge-over")
            views = [await view_of(connection, number, grants) for number in (kept.id, merged.id)]
        unanswered = (proposal.kept_agrees is None, proposal.merged_agrees is None)
        return MergeView(
            id=proposal.id,
            pair=Pair(first=views[0], second=views[1], alike=likeness(kept, merged)),
            kept_agrees=proposal.kept_agrees,
            merged_agrees=proposal.merged_agrees,
            waits_for_me=any(own and waits for own, waits in zip(mine, unanswered, strict=True)),
        )


def _ranked(plan: Plan, others: Iterable[Plan], refused: frozenset[int]) -> tuple[Alike, ...]:
    found = [Alike(other, likeness(plan, other), other.id in refused) for other in others]
    found = [one for one in found if one.likeness.percent >= ALIKE]
    return tuple(sorted(found, key=lambda one: (one.refused, -one.likeness.percent, one.plan.id)))
