"""Answering an offer: accepting, also in exchange for another seat, and declining. Silence passes it on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.enrolment import notices
from services.enrolment.dates import cancel_until
from services.enrolment.enrol import Enrolled, standing
from services.enrolment.line import move_line
from services.enrolment.moves import CLOCK, Actor, Part, State, move
from services.enrolment.own import leave
from services.enrolment.seating import overlap_refusal
from services.errors import Refusal
from storage.database import Database
from storage.repositories.batches import Batch, Batches
from storage.repositories.enrolments import Enrolment, Enrolments, Overlap
from storage.repositories.offers import ACCEPTED, DECLINED, EXPIRED, OPEN, WITHDRAWN, Offer, Offers
from storage.repositories.people import People
from storage.repositories.seats import SeatPools


@dataclass(frozen=True, slots=True)
class _Held:
    """An offer with its enrolment and batch; the person, the batch and those of overlapping seats are held."""

    offer: Offer
    enrolment: Enrolment
    batch: Batch
    others: tuple[Overlap, ...]
    batches: dict[int, Batch]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptOffer:
    """Make an offered seat sure. Where sure seats overlap, `swap` gives them back in the same transaction.

    Raises a Refusal: offer-unknown, offer-gone, offer-lapsed (it was passed on), offer-overlap (the offer stays),
    swap-too-late (the other seat can be given back no more).
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, offer_id: int, swap: bool = False) -> Enrolled:
        async with self.database.write() as connection:
            held, now = await _hold(connection, telegram_id, offer_id), self.now()
            lapsed = held.offer.state == OPEN and now >= held.offer.deadline_at
            if lapsed:
                await pass_on(connection, held.batch, [held.offer], now)
            else:
                return await self._accept(connection, held, swap, now)
        raise Refusal("offer-lapsed", deadline=held.offer.deadline_at, batch=held.batch.id)

    async def _accept(self, connection: AsyncConnection, held: _Held, swap: bool, now: datetime) -> Enrolled:
        if held.offer.state == ACCEPTED:
            return await standing(connection, held.enrolment, again=True)
        _check_open(held)
        if held.others and not swap:
            raise overlap_refusal(held.batch, held.others, "offer-overlap")
        actor = Actor(Part.PERSON, held.offer.person_id)
        for other in held.others:
            await _give_back(connection, held.batches[other.batch_id], other, actor, held.enrolment, now)
        await Offers(connection).close(held.offer.id, ACCEPTED, at=now)
        await move(connection, held.enrolment, State.CONFIRMED, actor, now, pool_id=held.offer.pool_id)
        sure = await Enrolments(connection).find(held.enrolment.id)
        assert sure is not None
        return await standing(connection, sure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """`changed` is False where it had been declined before."""

    enrolment_id: int
    batch_id: int
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineOffer:
    """Pass an offered seat on to the next in line. Raises a Refusal: offer-unknown, offer-gone, offer-lapsed."""

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, offer_id: int) -> Declined:
        async with self.database.write() as connection:
            held, now = await _hold(connection, telegram_id, offer_id), self.now()
            if changed := held.offer.state != DECLINED:
                _check_open(held)
                await _end(connection, held.offer, DECLINED, Actor(Part.PERSON, held.offer.person_id), now)
                await move_line(connection, held.batch, now)
        return Declined(enrolment_id=held.enrolment.id, batch_id=held.batch.id, changed=changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpireOffers:
    """The sweep: offers whose deadline has come go to the next in line. Returns how many lapsed."""

    database: Database
    now: Clock

    async def __call__(self) -> int:
        async with self.database.read() as connection:
            batches = await Offers(connection).list_batches_with_lapsed(now=self.now())
        return sum([await self._expire(batch_id) for batch_id in batches])

    async def _expire(self, batch_id: int) -> int:
        async with self.database.write() as connection:
            batch, now = await Batches(connection).lock(batch_id), self.now()
            lapsed = await Offers(connection).list_lapsed(batch_id, now=now)
            if batch is not None:
                await pass_on(connection, batch, lapsed, now)
        return len(lapsed)


async def pass_on(connection: AsyncConnection, batch: Batch, lapsed: Iterable[Offer], now: datetime) -> None:
    """End offers that nobody answered, tell their people, and offer the seats to the next in line."""
    for offer in lapsed:
        await _end(connection, offer, EXPIRED, CLOCK, now)
        await notices.tell(
            connection,
            notices.OFFER_EXPIRED,
            person_id=offer.person_id,
            enrolment_id=offer.enrolment_id,
            now=now,
            offer=offer.id,
        )
    await move_line(connection, batch, now)


async def _hold(connection: AsyncConnection, telegram_id: int, offer_id: int) -> _Held:
    """The person first, then all batches by number: whoever swaps the other way round must not wait for ever."""
    person, found = await People(connection).lock_person(telegram_id), await Offers(connection).find(offer_id)
    batch = await Batches(connection).find(found.batch_id) if found else None
    if person is None or found is None or batch is None or found.person_id != person.id:
        raise Refusal("offer-unknown")
    others = await Enrolments(connection).list_overlapping(person.id, batch.id)
    batches = {}
    for batch_id in sorted({batch.id, *(other.batch_id for other in others)}):
        batches[batch_id] = await Batches(connection).lock(batch_id) or batch
    # Between the look and the locks the offer may have lapsed, or another batch may have been cancelled.
    offer = await Offers(connection).find(offer_id)
    enrolment = await Enrolments(connection).find(found.enrolment_id)
    assert offer is not None
    assert enrolment is not None
    others = await Enrolments(connection).list_overlapping(person.id, batch.id)
    return _Held(offer, enrolment, batches[batch.id], others, batches)


def _check_open(held: _Held) -> None:
    if held.offer.state == EXPIRED:
        raise Refusal("offer-lapsed", deadline=held.offer.deadline_at, batch=held.batch.id)
    if held.offer.state in {DECLINED, WITHDRAWN, ACCEPTED}:
        raise Refusal("offer-gone")


async def _give_back(
    connection: AsyncConnection, batch: Batch, other: Overlap, actor: Actor, wanted: Enrolment, now: datetime
) -> None:
    """Leave the other seat for this one."""
    if now >= (until := cancel_until(batch)):
        raise Refusal("swap-too-late", other=other.title, until=until)
    enrolment = await Enrolments(connection).find(other.enrolment_id)
    if enrolment is not None:
        await leave(connection, batch, enrolment, actor, now, swapped_for=wanted.id)


async def _end(connection: AsyncConnection, offer: Offer, state: str, actor: Actor, now: datetime) -> None:
    """The offer ends without an answer that wants the seat."""
    enrolment = await Enrolments(connection).find(offer.enrolment_id)
    if enrolment is None or not await Offers(connection).close(offer.id, state, at=now):
        return
    await move(connection, enrolment, State(state), actor, now, pool_id=enrolment.pool_id, offer=offer.id)
    if offer.pool_id is not None:
        await SeatPools(connection).give_back(offer.pool_id)
