"""Enrolling: a sure seat, a place in line, or a recommendation to wait for; and every no with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.enrolment.dates import DEFAULT_ZONE, letter_due
from services.enrolment.moves import Actor, Part, State, record_first
from services.enrolment.seating import (
    PoolFigures,
    hold_batch,
    overlap_refusal,
    pools_of,
    take_seat,
    usable,
)
from services.errors import Refusal
from storage.database import Database
from storage.repositories.batches import Batch, Batches
from storage.repositories.enrolments import Enrolment, Enrolments, NewEnrolment, Overlap
from storage.repositories.people import VERIFIED, People, Person
from storage.repositories.seats import SeatPools, StoredPool


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """Where the person stands now. `again`: they stood there already, nothing changed."""

    enrolment_id: int
    batch_id: int
    state: State
    again: bool
    pool: PoolFigures | None
    """The pool of the seat or, in line, the own one; None: the batch has no limit, or a recommendation is awaited."""
    place: int | None
    """The place in line, from 1."""
    letter_due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrol:
    """Enrol a verified person while registration is open; the same tap twice enrols once.

    People in line come before newcomers. Raises a Refusal: consent-needed, enrol-unverified, enrol-left,
    training-gone, registration-upcoming, registration-closed, enrol-province, enrol-overlap (with the other's name).
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, batch_id: int) -> Enrolled:
        async with self.database.write() as connection:
            # Nobody else begins something for a person who is held: what can be looked at before the batch is held,
            # is, so that a storm of taps on one batch waits less.
            person = await hold_verified(connection, telegram_id)
            held = await Enrolments(connection).find_live(person.id, batch_id)
            if held is not None:
                return await standing(connection, held, again=True)
            others = await Enrolments(connection).list_overlapping(person.id, batch_id)
            batch, now = await hold_batch(connection, batch_id), self.now()
            await _check(connection, batch, person, others, now)
            return await _enrol(connection, batch, person, now)


async def hold_verified(connection: AsyncConnection, telegram_id: int) -> Person:
    """Somebody who is verified and still employed, held to the end of the transaction."""
    found = await People(connection).lock_employee(telegram_id)
    if found is None or not found[0].consented:
        raise Refusal("consent-needed")
    person, left = found
    if person.identity != VERIFIED:
        raise Refusal("enrol-unverified")
    if left:
        raise Refusal("enrol-left")
    return person


async def standing(connection: AsyncConnection, enrolment: Enrolment, *, again: bool = False) -> Enrolled:
    """Where an enrolment stands, in figures."""
    in_line = enrolment.state == State.WAITLISTED
    pools = await SeatPools(connection).list(enrolment.batch_id) if enrolment.pool_id else ()
    return Enrolled(
        enrolment_id=enrolment.id,
        batch_id=enrolment.batch_id,
        state=State(enrolment.state),
        again=again,
        pool=next((_figures(pool) for pool in pools if pool.id == enrolment.pool_id), None),
        place=await place_of(connection, enrolment) if in_line else None,
        letter_due_at=enrolment.letter_due_at if enrolment.state == State.SUBMITTED else None,
    )


async def place_of(connection: AsyncConnection, enrolment: Enrolment) -> int:
    """The place in line, from 1."""
    return await Enrolments(connection).place_in_line(
        enrolment.id, enrolment.batch_id, enrolment.pool_id, enrolment.submitted_at
    )


async def _check(
    connection: AsyncConnection, batch: Batch, person: Person, others: tuple[Overlap, ...], now: datetime
) -> None:
    if now < batch.registration_opens_at:
        raise Refusal("registration-upcoming", opens_at=batch.registration_opens_at)
    if now >= batch.registration_closes_at:
        raise Refusal("registration-closed", closes_at=batch.registration_closes_at)
    provinces = () if batch.is_for_all else await Batches(connection).list_provinces(batch.id)
    if provinces and person.province not in provinces:
        raise Refusal("enrol-province", provinces=provinces)
    if others:
        raise overlap_refusal(batch, others)


async def _enrol(connection: AsyncConnection, batch: Batch, person: Person, now: datetime) -> Enrolled:
    """A recommendation is awaited first where the batch asks for it; a submitted enrolment holds no seat."""
    if batch.needs_recommendation:
        due = letter_due(batch, person.effective_zone or DEFAULT_ZONE, now)
        return await _begin(connection, batch, person, State.SUBMITTED, None, now, letter_due_at=due)
    pools = await pools_of(connection, batch)
    if not pools:
        return await _begin(connection, batch, person, State.CONFIRMED, None, now)
    if (pool := await take_seat(connection, batch, pools, person.province, now)) is not None:
        return await _begin(connection, batch, person, State.CONFIRMED, pool, now, more=1)
    return await _begin(connection, batch, person, State.WAITLISTED, usable(pools, person.province)[0], now)


async def _begin(
    connection: AsyncConnection,
    batch: Batch,
    person: Person,
    state: State,
    pool: StoredPool | None,
    now: datetime,
    *,
    more: int = 0,
    letter_due_at: datetime | None = None,
) -> Enrolled:
    new = NewEnrolment(
        person_id=person.id,
        batch_id=batch.id,
        pool_id=pool.id if pool else None,
        state=str(state),
        submitted_at=now,
        letter_due_at=letter_due_at,
    )
    enrolment_id = await Enrolments(connection).add(new)
    figures = _figures(pool, more) if pool else None
    details = {"pool": figures.key, "taken": figures.taken, "size": figures.size} if figures else {}
    await record_first(connection, enrolment_id, state, Actor(Part.PERSON, person.id), now, **details)
    place = None
    if state is State.WAITLISTED:
        place = await Enrolments(connection).place_in_line(enrolment_id, batch.id, new.pool_id, now)
    return Enrolled(
        enrolment_id=enrolment_id,
        batch_id=batch.id,
        state=state,
        again=False,
        pool=figures,
        place=place,
        letter_due_at=letter_due_at,
    )


def _figures(pool: StoredPool, more: int = 0) -> PoolFigures:
    return PoolFigures(pool.key, pool.taken + more, pool.size)
