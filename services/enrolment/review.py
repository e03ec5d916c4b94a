"""The organizer's side of recommendations: which wait, and what approving does. The first decision holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import grants_of, reach
from services.clock import Clock
from services.enrolment import notices
from services.enrolment.dates import DEFAULT_ZONE, letter_due
from services.enrolment.enrol import Enrolled, standing
from services.enrolment.line import offer
from services.enrolment.moves import Actor, State, move
from services.enrolment.organizers import organizer_of
from services.enrolment.seating import pools_of, take_seat, usable
from services.errors import NotAllowed, Refusal
from services.identity.decisions import tidy_note
from storage.database import Database
from storage.repositories.batches import Batch, Batches
from storage.repositories.enrolments import Enrolment, Enrolments, Waiting
from storage.repositories.nominations import Nominations
from storage.repositories.own_enrolments import OwnEnrolments
from storage.repositories.people import People, Person

DECIDE = "recommendation.decide"
AWAITED = frozenset({State.SUBMITTED, State.RECOMMENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationQueue:
    """Enrolments with a letter or a superior's word that an organizer may decide about, in the order of submission."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> tuple[int, ...]:
        async with self.database.read() as connection:
            within = reach(DECIDE, await grants_of(connection, actor_telegram_id, self.admin_ids))
            if not within:
                raise NotAllowed
            hosts = None if within.everywhere else within.agencies
            return await OwnEnrolments(connection).list_recommended(hosts, but=actor_telegram_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRecommendation:
    """Approve a recommendation or not; the person is told. Later decisions get the one that holds (`again`).

    Approved, the seat is sure where one is free; else the person is in line by the time of submission. Where another
    sure seat of theirs overlaps by now, the seat is offered instead, to be swapped. Not approved, the enrolment stays
    and another letter may come. `seen` is the mark of what the organizer looked at: when a colleague answered it, or
    another letter took its place, nothing is decided. Raises NotAllowed, or a Refusal: enrolment-unknown,
    recommend-own, recommendation-changed, reason-missing, training-gone, batch-started.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self,
        *,
        enrolment_id: int,
        actor_telegram_id: int,
        approved: bool,
        reason: str | None = None,
        seen: int | None = None,
    ) -> Enrolled:
        async with self.database.write() as connection:
            person, batch, enrolment = await _hold(connection, enrolment_id)
            organizer = await organizer_of(connection, batch, DECIDE, actor_telegram_id, self.admin_ids)
            if person.telegram_id == actor_telegram_id:
                raise Refusal("recommend-own")
            if enrolment.state not in AWAITED or await Nominations(connection).is_approved(enrolment_id):
                return await standing(connection, enrolment, again=True)
            if seen is not None and seen != mark_of(enrolment.state, enrolment.letter_at):
                raise Refusal("recommendation-changed")
            now, note = self.now(), tidy_note(reason)
            if approved:
                await _give(connection, batch, person, enrolment, organizer.actor, now)
            else:
                await _return(connection, enrolment, organizer.actor, note, now)
                await _give_time(connection, batch, person, enrolment, now)
            action = "recommendation.approved" if approved else "recommendation.rejected"
            await organizer.record(connection, action, "enrolment", enrolment_id, now, person=person.id)
            return await standing(connection, await Enrolments(connection).find(enrolment_id) or enrolment)


def mark_of(state: str, letter_at: datetime | None) -> int:
    """Tells one letter from the next; 1 is a superior's word without any, 0: nothing is there to decide about."""
    if state == State.SUBMITTED or (state == State.RECOMMENDED and letter_at):
        return int(letter_at.timestamp()) if letter_at else 0
    return 1 if state == State.RECOMMENDED else 0


async def _hold(connection: AsyncConnection, enrolment_id: int) -> tuple[Person, Batch, Enrolment]:
    """The person first, then the batch."""
    found = await Enrolments(connection).find(enrolment_id)
    if found is None:
        raise Refusal("enrolment-unknown")
    await People(connection).lock(found.person_id)
    batch = await Batches(connection).lock(found.batch_id)
    person = await People(connection).find_by_id(found.person_id)
    enrolment = await Enrolments(connection).find(enrolment_id)
    if person is None or enrolment is None:  # they erased their data meanwhile
        raise Refusal("enrolment-unknown")
    if batch is None or not batch.is_published:
        raise Refusal("training-gone")
    return person, batch, enrolment


async def _give(
    connection: AsyncConnection, batch: Batch, person: Person, enrolment: Enrolment, actor: Actor, now: datetime
) -> None:
    if batch.nominates_until is not None:
        return await _await_nomination(connection, enrolment, actor, now)
    pools = await pools_of(connection, batch)
    pool = await take_seat(connection, batch, pools, person.province, now)
    if pools and pool is None:
        home = usable(pools, person.province)[0].id
        return await _settle(connection, enrolment, State.WAITLISTED, actor, home, now)
    pool_id = pool.id if pool else None
    if not await Enrolments(connection).list_overlapping(person.id, batch.id):
        return await _settle(connection, enrolment, State.CONFIRMED, actor, pool_id, now)
    waiting = Waiting(id=enrolment.id, person_id=person.id, zone=person.effective_zone)
    if not await offer(connection, batch, pool_id, waiting, enrolment, now, actor=actor):
        raise Refusal("batch-started")
    return None


async def _await_nomination(connection: AsyncConnection, enrolment: Enrolment, actor: Actor, now: datetime) -> None:
    """Approved: the person's agency ranks them, and the seat is given on the day."""
    await move(connection, enrolment, State.RECOMMENDED, actor, now, pool_id=None, approved=True)
    await notices.tell(connection, notices.APPROVED, person_id=enrolment.person_id, enrolment_id=enrolment.id, now=now)


async def _settle(
    connection: AsyncConnection, enrolment: Enrolment, state: State, actor: Actor, pool_id: int | None, now: datetime
) -> None:
    await move(connection, enrolment, state, actor, now, pool_id=pool_id, approved=True)
    await notices.tell(
        connection,
        notices.CONFIRMED if state is State.CONFIRMED else notices.WAITLISTED,
        person_id=enrolment.person_id,
        enrolment_id=enrolment.id,
        now=now,
    )


async def _give_time(
    connection: AsyncConnection, batch: Batch, person: Person, enrolment: Enrolment, now: datetime
) -> None:
    """A letter that was looked at after its time gets a new one: the host's delay is not the person's."""
    due = letter_due(batch, person.effective_zone or DEFAULT_ZONE, now)
    if enrolment.letter_due_at is not None and enrolment.letter_due_at <= now < due:
        await Enrolments(connection).set_letter_due(enrolment.id, due)


async def _return(
    connection: AsyncConnection, enrolment: Enrolment, actor: Actor, reason: str | None, now: datetime
) -> None:
    if reason is None:
        raise Refusal("reason-missing")
    await Enrolments(connection).set_letter(enrolment.id, file=None, at=None)
    await move(connection, enrolment, State.SUBMITTED, actor, now, pool_id=None, reason=reason, approved=False)
    await notices.tell(
        connection,
        notices.REJECTED,
        person_id=enrolment.person_id,
        enrolment_id=enrolment.id,
        now=now,
        occasion=now.isoformat(),
    )
