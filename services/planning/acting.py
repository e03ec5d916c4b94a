"""Doing something with a training: it is held, the right is asked for, the step is written down and told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import ORGANIZER, SECRETARIAT, Grant, grants_of, reach
from services.errors import NotAllowed, Refusal
from services.outbox import post
from services.planning.states import ACTS, Act, What
from services.planning.view import has_right
from storage.repositories.audit import Audit
from storage.repositories.people import People
from storage.repositories.planners import Planners
from storage.repositories.planning import Plan, Planning

STEP_KIND: Final = "planning-step"
"""The one kind of message about trainings that are planned; which step it tells of is in the payload."""


@dataclass(frozen=True, slots=True)
class Planner:
    """Somebody at work on a training. An admin may have no record as a person, and no agency."""

    telegram_id: int
    person_id: int | None
    grants: tuple[Grant, ...]

    def agency_for(self, act: Act, plan: Plan) -> int | None:
        """The agency in whose name they do it: the owner's, where their right is the owner's, else their role's."""
        action = ACTS[act].action
        own = reach(action, self.grants).agencies
        if plan.agency.id in own:
            return plan.agency.id
        return next((grant.agency_id for grant in self.grants if grant.agency_id in own), None)

    async def record(
        self,
        connection: AsyncConnection,
        plan: Plan,
        what: What,
        at: datetime,
        *,
        agency_id: int | None,
        remark: str | None = None,
        **details: Any,
    ) -> int:
        """The step in the history and in the audit; its number in the history."""
        move = await Planning(connection).add_move(
            plan.id,
            what,
            at=at,
            actor_id=self.person_id,
            agency_id=agency_id,
            remark=remark,
            details=details,
        )
        await self.audit(connection, f"training.{what}", plan.id, at, agency_id=agency_id, **details)
        return move

    async def audit(
        self,
        connection: AsyncConnection,
        action: str,
        training_id: int,
        at: datetime,
        *,
        agency_id: int | None,
        **details: Any,
    ) -> None:
        """The audit entry alone."""
        facts = {("for" if name == "agency" else name): value for name, value in details.items()}
        await Audit(connection).add(
            action,
            subject="training",
            subject_id=training_id,
            at=at,
            actor_id=self.person_id,
            account=self.telegram_id,
            agency_id=agency_id,
            **facts,
        )

    async def tell_agencies(
        self, connection: AsyncConnection, agency_ids: Collection[int], training_id: int, move: int, at: datetime
    ) -> None:
        """Owe the organizers of these agencies a message about the step, but not the one who took it."""
        people = await Planners(connection).list(ORGANIZER, agency_ids, but=self.telegram_id)
        await _owe(connection, people, training_id, move, at)

    async def tell_secretariat(self, connection: AsyncConnection, training_id: int, move: int, at: datetime) -> None:
        """Owe the secretariat's people a message about the step."""
        people = await Planners(connection).list(SECRETARIAT, None, but=self.telegram_id)
        await _owe(connection, people, training_id, move, at)


async def planner_of(connection: AsyncConnection, telegram_id: int, admin_ids: frozenset[int]) -> Planner:
    """Who acts, with what they hold."""
    person = await People(connection).find(telegram_id)
    grants = await grants_of(connection, telegram_id, admin_ids)
    return Planner(telegram_id, person.id if person else None, grants)


async def hold(connection: AsyncConnection, training_id: int, act: Act, planner: Planner) -> Plan:
    """The training, held, for who may do this with it now.

    Raises NotAllowed, or a Refusal: plan-unknown, plan-moved-on (its state has changed since it was looked at).
    """
    if not reach(ACTS[act].action, planner.grants):
        raise NotAllowed
    plan = await Planning(connection).lock(training_id)
    if plan is None:
        raise Refusal("plan-unknown")
    if not has_right(act, plan, planner.grants):
        raise NotAllowed
    if plan.state not in ACTS[act].states:
        raise Refusal("plan-moved-on")
    return plan


async def hold_two(connection: AsyncConnection, one: int, other: int, act: Act, planner: Planner) -> tuple[Plan, Plan]:
    """Two trainings, held in the order of their ids, handed back in the order they were named."""
    if one == other:
        raise Refusal("plan-unknown")
    held = {number: await hold(connection, number, act, planner) for number in sorted((one, other))}
    return held[one], held[other]


async def _owe(connection: AsyncConnection, people: Collection[int], training_id: int, move: int, at: datetime) -> None:
    for person_id in people:
        await post(
            connection,
            person_id=person_id,
            kind=STEP_KIND,
            subject=f"training:{training_id}",
            occasion=str(move),
            payload={"training": training_id, "move": move},
            due_at=at,
            now=at,
        )
