"""The line: a free seat becomes an offer to whoever comes next, in the transaction that freed it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.enrolment import notices
from services.enrolment.dates import DEFAULT_ZONE, offer_span
from services.enrolment.moves import CLOCK, Actor, State, move
from services.seats import OPEN
from storage.repositories.batches import Batch
from storage.repositories.enrolments import Enrolment, Enrolments, Waiting
from storage.repositories.offers import NewOffer, Offers
from storage.repositories.seats import SeatPools, StoredPool


async def move_line(connection: AsyncConnection, batch: Batch, now: datetime) -> int:
    """Offer every free seat of a batch that the caller holds to those in line for it; how many offers were made.

    A pool's own line comes first. Once unused seats are released, what it leaves goes to the open pool.
    """
    if not batch.is_published or now >= batch.starts_at:
        return 0
    made = 0
    for pool in await SeatPools(connection).list(batch.id):
        if pool.key == OPEN and batch.is_released:
            pool = await _collect_unused(connection, batch)
        made += await _offer_free_seats(connection, batch, pool, now)
    return made


async def offer(
    connection: AsyncConnection,
    batch: Batch,
    pool_id: int | None,
    waiting: Waiting,
    enrolment: Enrolment,
    now: datetime,
    *,
    actor: Actor = CLOCK,
) -> bool:
    """Hold a seat that is taken already for somebody; False: the batch starts before they could answer."""
    span = offer_span(batch, waiting.zone or DEFAULT_ZONE, now)
    if span is None:
        return False
    start, deadline = span
    offer_id = await Offers(connection).add(
        NewOffer(enrolment_id=enrolment.id, pool_id=pool_id, offered_at=now, deadline_at=deadline)
    )
    # In line, a person stays in the line of the own pool; the offer knows whose seat it holds.
    await move(
        connection,
        enrolment,
        State.OFFERED,
        actor,
        now,
        pool_id=enrolment.pool_id,
        offer=offer_id,
        deadline=deadline.isoformat(),
    )
    await notices.tell(
        connection,
        notices.OFFERED,
        person_id=waiting.person_id,
        enrolment_id=enrolment.id,
        now=now,
        occasion=offer_id,
        due_at=start,
        offer=offer_id,
    )
    return True


async def _offer_free_seats(connection: AsyncConnection, batch: Batch, pool: StoredPool, now: datetime) -> int:
    if not pool.free:
        return 0
    who = pool.who
    line = await Enrolments(connection).next_in_line(
        batch.id, provinces=who["provinces"], regional=who["regional"], limit=pool.free
    )
    made = 0
    for waiting in line:
        enrolment = await Enrolments(connection).find(waiting.id)
        if enrolment is not None and await SeatPools(connection).take(pool.id):
            if await offer(connection, batch, pool.id, waiting, enrolment, now):
                made += 1
            else:
                await SeatPools(connection).give_back(pool.id)
    return made


async def _collect_unused(connection: AsyncConnection, batch: Batch) -> StoredPool:
    """Bring the free seats of all pools into the open one."""
    pools = SeatPools(connection)
    *others, open_pool = await pools.list(batch.id)
    unused = [pool for pool in others if pool.free]
    for pool in unused:
        await pools.resize(pool.id, pool.taken)
    if unused:
        await pools.resize(open_pool.id, open_pool.size + sum(pool.free for pool in unused))
    return (await pools.list(batch.id))[-1]
