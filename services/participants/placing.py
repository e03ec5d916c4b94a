"""Giving somebody a place by an organizer's hand: a seat where one is free, else a place in line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from services.enrolment.dates import DEFAULT_ZONE, letter_due
from services.enrolment.enrol import standing
from services.enrolment.moves import Actor, State, first_step
from services.enrolment.notices import tell
from services.enrolment.seating import PoolFigures, overlap_refusal, pools_of, take_seat, usable
from services.errors import Refusal
from storage.repositories.batches import Batch, Batches
from storage.repositories.enrolments import Enrolment, Enrolments, NewEnrolment
from storage.repositories.people import Person

ADDED, MOVED, REMOVED = "participant.added", "participant.moved", "participant.removed"
"""What the person is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where the person stands now. `again`: they stood there already, nothing changed."""

    enrolment_id: int
    batch_id: int
    person_id: int
    state: State
    again: bool
    pool: PoolFigures | None
    place: int | None


async def place(
    connection: AsyncConnection,
    batch: Batch,
    person: Person,
    actor: Actor,
    now: datetime,
    *,
    recommended: bool = True,
    **details: Any,
) -> Enrolment:
    """Begin an enrolment in a batch that is held, as the person is; those in line come before newcomers.

    Raises a Refusal: participant-overlap, participant-province.
    """
    if others := await Enrolments(connection).list_overlapping(person.id, batch.id):
        raise overlap_refusal(batch, others, "participant-overlap")
    provinces = () if batch.is_for_all else await Batches(connection).list_provinces(batch.id)
    if provinces and person.province not in provinces:
        raise Refusal("participant-province")
    if batch.needs_recommendation and not recommended:
        due = letter_due(batch, person.effective_zone or DEFAULT_ZONE, now)
        return await _begin(connection, batch, person, State.SUBMITTED, None, actor, now, due=due, **details)
    pools = await pools_of(connection, batch)
    if not pools:
        return await _begin(connection, batch, person, State.CONFIRMED, None, actor, now, **details)
    if (pool := await take_seat(connection, batch, pools, person.province, now)) is not None:
        return await _begin(connection, batch, person, State.CONFIRMED, pool.id, actor, now, **details)
    own = usable(pools, person.province)
    if not own:
        raise Refusal("participant-province")
    return await _begin(connection, batch, person, State.WAITLISTED, own[0].id, actor, now, **details)


async def placed(connection: AsyncConnection, enrolment: Enrolment, *, again: bool = False) -> Placed:
    """Where an enrolment stands, in figures."""
    stands = await standing(connection, enrolment)
    return Placed(
        enrolment_id=enrolment.id,
        batch_id=enrolment.batch_id,
        person_id=enrolment.person_id,
        state=stands.state,
        again=again,
        pool=stands.pool,
        place=stands.place,
    )


async def tell_placed(
    connection: AsyncConnection, kind: str, enrolment: Enrolment, now: datetime, **values: Any
) -> None:
    """Owe the person the news, once an enrolment."""
    await tell(connection, kind, person_id=enrolment.person_id, enrolment_id=enrolment.id, now=now, **values)


async def _begin(
    connection: AsyncConnection,
    batch: Batch,
    person: Person,
    state: State,
    pool_id: int | None,
    actor: Actor,
    now: datetime,
    *,
    due: datetime | None = None,
    **details: Any,
) -> Enrolment:
    enrolments = Enrolments(connection)
    new = NewEnrolment(
        person_id=person.id, batch_id=batch.id, pool_id=pool_id, state=str(state), submitted_at=now, letter_due_at=due
    )
    enrolment_id = await enrolments.add(new)
    await enrolments.record([first_step(enrolment_id, state, actor, now, **details)])
    begun = await enrolments.find(enrolment_id)
    assert begun is not None
    return begun
