"""Enrolling: a sure seat, a place in line, or a recommendation to wait for; and every no with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.enrolment.dates import DEFAULT_ZONE, letter_due
from services.enrolment.moves import Actor, Part, State, first_step
from services.enrolment.seating import (
    PoolFigures,
    after_line,
    hold_batch,
    overlap_refusal,
    pools_of,
    take_free,
    usable,
)
from services.enrolment.together import Together
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


Answer = Enrolled | Refusal


@dataclass(frozen=True, slots=True)
class _Begin:
    """How an enrolment begins: its state, and the pool of the seat or, in line, the own one."""

    person: Person
    state: State
    pool: StoredPool | None = None
    letter_due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrol:
    """Enrol a verified person while registration is open; the same tap twice enrols once.

    People in line come before newcomers. Those who tap at the same moment are served in one transaction, in the order
    in which they came. Raises a Refusal: consent-needed, enrol-unverified, enrol-left, training-gone,
    registration-upcoming, registration-closed, enrol-province, enrol-overlap (with the other's name).
    """

    database: Database
    now: Clock
    _together: Together[Answer] = field(default_factory=Together, init=False, repr=False, compare=False)

    async def __call__(self, *, telegram_id: int, batch_id: int) -> Enrolled:
        answer = await self._together(batch_id, telegram_id, self._serve)
        if isinstance(answer, Refusal):
            raise Refusal(answer.key, **answer.values)  # others may be told the same: each raises their own
        return answer

    async def _serve(self, batch_id: int, telegram_ids: Sequence[int]) -> list[Answer]:
        """An answer to each tap; who taps twice stands where the first tap brought them."""
        async with self.database.write() as connection:
            answers = await _enrol_all(connection, batch_id, tuple(dict.fromkeys(telegram_ids)), self.now)
        told: list[Answer] = []
        for telegram_id in telegram_ids:
            answer = answers[telegram_id]
            told.append(answer)
            if isinstance(answer, Enrolled):
                answers[telegram_id] = replace(answer, again=True)
        return told


async def hold_verified(connection: AsyncConnection, telegram_id: int) -> Person:
    """Somebody who is verified and still employed, held to the end of the transaction."""
    found = await People(connection).lock_employees([telegram_id])
    return _verified(found.get(telegram_id))


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


async def _enrol_all(
    connection: AsyncConnection, batch_id: int, telegram_ids: Sequence[int], clock: Clock
) -> dict[int, Answer]:
    """Everybody who came, in their order: those who may not get their no, the others a seat or a place in line."""
    # Nobody else begins something for people who are held: what can be looked at before the batch is held, is.
    newcomers, answers = await _hold_newcomers(connection, batch_id, telegram_ids)
    if not newcomers:
        return answers
    others = await Enrolments(connection).list_overlapping_of([person.id for person in newcomers], batch_id)
    try:
        batch, now = await hold_batch(connection, batch_id), clock()
        provinces = () if batch.is_for_all else await Batches(connection).list_provinces(batch.id)
        _check_open(batch, now)
    except Refusal as refusal:
        return answers | {person.telegram_id: refusal for person in newcomers}
    admitted: list[Person] = []
    for person in newcomers:
        try:
            _check(batch, person, provinces, others.get(person.id, ()))
            admitted.append(person)
        except Refusal as refusal:
            answers[person.telegram_id] = refusal
    begun = await _begin_all(connection, batch, await _decide(connection, batch, admitted, now), now)
    return answers | begun


async def _hold_newcomers(
    connection: AsyncConnection, batch_id: int, telegram_ids: Sequence[int]
) -> tuple[list[Person], dict[int, Answer]]:
    """Those who are verified and not in the batch yet, held; and the answers to the others."""
    held = await People(connection).lock_employees(telegram_ids)
    people: list[Person] = []
    answers: dict[int, Answer] = {}
    for telegram_id in telegram_ids:
        try:
            people.append(_verified(held.get(telegram_id)))
        except Refusal as refusal:
            answers[telegram_id] = refusal
    live = await Enrolments(connection).find_live_of([person.id for person in people], batch_id) if people else {}
    for person in people:
        if person.id in live:
            answers[person.telegram_id] = await standing(connection, live[person.id], again=True)
    return [person for person in people if person.id not in live], answers


def _verified(found: tuple[Person, bool] | None) -> Person:
    if found is None or not found[0].consented:
        raise Refusal("consent-needed")
    person, left = found
    if person.identity != VERIFIED:
        raise Refusal("enrol-unverified")
    if left:
        raise Refusal("enrol-left")
    return person


def _check_open(batch: Batch, now: datetime) -> None:
    if now < batch.registration_opens_at:
        raise Refusal("registration-upcoming", opens_at=batch.registration_opens_at)
    if now >= batch.registration_closes_at:
        raise Refusal("registration-closed", closes_at=batch.registration_closes_at)


def _check(batch: Batch, person: Person, provinces: tuple[str, ...], others: tuple[Overlap, ...]) -> None:
    if provinces and person.province not in provinces:
        raise Refusal("enrol-province", provinces=provinces)
    if others:
        raise overlap_refusal(batch, others)


async def _decide(connection: AsyncConnection, batch: Batch, people: Sequence[Person], now: datetime) -> list[_Begin]:
    """A recommendation is awaited first where the batch asks for it; a submitted enrolment holds no seat."""
    if batch.needs_recommendation:
        due = [letter_due(batch, person.effective_zone or DEFAULT_ZONE, now) for person in people]
        return [_Begin(person, State.SUBMITTED, letter_due_at=at) for person, at in zip(people, due, strict=True)]
    if batch.nominates_until is not None:
        return [_Begin(person, State.SUBMITTED) for person in people]
    pools = await pools_of(connection, batch)
    if not pools:
        return [_Begin(person, State.CONFIRMED) for person in people]
    pools = await after_line(connection, batch, pools, now)
    # Who finds no seat now leaves none behind that those who come next could take before them.
    begins = []
    for person in people:
        taken = await take_free(connection, pools, person.province)
        if taken is not None:
            pools = tuple(taken if pool.id == taken.id else pool for pool in pools)
            begins.append(_Begin(person, State.CONFIRMED, taken))
        else:
            begins.append(_Begin(person, State.WAITLISTED, usable(pools, person.province)[0]))
    return begins


async def _begin_all(
    connection: AsyncConnection, batch: Batch, begins: Sequence[_Begin], now: datetime
) -> dict[int, Answer]:
    """Write the enrolments and how their histories begin; by telegram id."""
    lines = await _lines(connection, batch, begins)
    ids = await Enrolments(connection).add_all([_new(batch, begin, now) for begin in begins])
    told: dict[int, Answer] = {}
    steps = []
    for enrolment_id, begin in zip(ids, begins, strict=True):
        figures = _figures(begin.pool) if begin.pool else None
        details = {"pool": figures.key, "taken": figures.taken, "size": figures.size} if figures else {}
        steps.append(first_step(enrolment_id, begin.state, Actor(Part.PERSON, begin.person.id), now, **details))
        place = None
        if begin.state is State.WAITLISTED and begin.pool:
            place = lines[begin.pool.id] = lines.get(begin.pool.id, 0) + 1
        told[begin.person.telegram_id] = Enrolled(
            enrolment_id=enrolment_id,
            batch_id=batch.id,
            state=begin.state,
            again=False,
            pool=figures,
            place=place,
            letter_due_at=begin.letter_due_at,
        )
    await Enrolments(connection).record(steps)
    return told


async def _lines(connection: AsyncConnection, batch: Batch, begins: Sequence[_Begin]) -> dict[int | None, int]:
    """How many are in line before those who join it now, by pool."""
    if not any(begin.state is State.WAITLISTED for begin in begins):
        return {}
    return await Enrolments(connection).count_lines(batch.id)


def _new(batch: Batch, begin: _Begin, now: datetime) -> NewEnrolment:
    return NewEnrolment(
        person_id=begin.person.id,
        batch_id=batch.id,
        pool_id=begin.pool.id if begin.pool else None,
        state=str(begin.state),
        submitted_at=now,
        letter_due_at=begin.letter_due_at,
    )


def _figures(pool: StoredPool) -> PoolFigures:
    return PoolFigures(pool.key, pool.taken, pool.size)
