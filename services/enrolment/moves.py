"""The states of an enrolment, which may follow which, and the one way to go from one to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.enrolments import ENDED, Enrolment, Enrolments, Move

__all__ = ["CLOCK", "ENDED", "MAY_FOLLOW", "Actor", "Part", "State", "first_step", "move"]


class State(StrEnum):
    """Where an enrolment stands."""

    SUBMITTED = "submitted"
    RECOMMENDED = "recommended"
    CONFIRMED = "confirmed"
    ATTENDED = "attended"
    PASSED = "passed"
    FAILED = "failed"
    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    EXEMPTED = "exempted"


S = State
MAY_FOLLOW: Final[dict[State, frozenset[State]]] = {
    # Submitted again: the recommendation was not approved, another may be handed in.
    S.SUBMITTED: frozenset({S.SUBMITTED, S.RECOMMENDED, S.CONFIRMED, S.WAITLISTED, S.OFFERED, S.CANCELLED}),
    # Recommended again: the host approved what the superior said, and seats are given by nomination.
    S.RECOMMENDED: frozenset({S.RECOMMENDED, S.SUBMITTED, S.CONFIRMED, S.WAITLISTED, S.OFFERED, S.CANCELLED}),
    S.WAITLISTED: frozenset({S.OFFERED, S.CANCELLED}),
    S.OFFERED: frozenset({S.CONFIRMED, S.DECLINED, S.EXPIRED, S.CANCELLED}),
    S.CONFIRMED: frozenset({S.ATTENDED, S.CANCELLED}),
    S.ATTENDED: frozenset({S.PASSED, S.FAILED}),
    **dict.fromkeys((S.PASSED, S.FAILED, S.DECLINED, S.EXPIRED, S.CANCELLED, S.EXEMPTED), frozenset()),
}
FIRST: Final = frozenset({S.SUBMITTED, S.CONFIRMED, S.WAITLISTED})


class Part(StrEnum):
    """In which part somebody acted."""

    PERSON = "person"
    SUPERIOR = "superior"
    ORGANIZER = "organizer"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who made a move: in which part, their person id (none: an admin without a record), for which agency."""

    part: Part
    person_id: int | None = None
    agency_id: int | None = None


CLOCK: Final = Actor(Part.CLOCK)
"""Nobody: time ran out, or a seat became free."""


async def move(
    connection: AsyncConnection,
    enrolment: Enrolment,
    to: State,
    actor: Actor,
    at: datetime,
    *,
    pool_id: int | None,
    reason: str | None = None,
    **details: Any,
) -> None:
    """Bring an enrolment to another state and write it into its history. The batch is held by the caller."""
    if to not in MAY_FOLLOW[State(enrolment.state)]:
        raise ValueError(f"{to} does not follow {enrolment.state}")
    step = _step(enrolment.id, enrolment.state, to, actor, at, reason, details)
    if not await Enrolments(connection).move(step, pool_id=pool_id):
        raise RuntimeError(f"enrolment {enrolment.id} was moved by somebody who does not hold its batch")


def first_step(enrolment_id: int, state: State, actor: Actor, at: datetime, **details: Any) -> Move:
    """How an enrolment begins, to be written into its history."""
    if state not in FIRST:
        raise ValueError(f"no enrolment begins {state}")
    return _step(enrolment_id, None, state, actor, at, None, details)


def _step(
    enrolment_id: int,
    from_state: str | None,
    to_state: str,
    actor: Actor,
    at: datetime,
    reason: str | None,
    details: dict[str, Any],
) -> Move:
    return Move(
        enrolment_id=enrolment_id,
        from_state=from_state,
        to_state=str(to_state),
        actor=str(actor.part),
        actor_id=actor.person_id,
        agency_id=actor.agency_id,
        at=at,
        reason=reason,
        details=details,
    )
