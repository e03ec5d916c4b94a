"""Giving seats away and taking them back, in a batch that the caller holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.enrolment.line import move_line
from services.errors import Refusal
from services.seats import FIRST_COME, PlannedPool, Who, make_plan
from storage.repositories.batches import Batch, Batches
from storage.repositories.enrolments import Enrolment, Enrolments, Overlap
from storage.repositories.offers import WITHDRAWN, Offers
from storage.repositories.seats import SEATED, NewPool, SeatPools, StoredPool

Pools = tuple[StoredPool, ...]


@dataclass(frozen=True, slots=True)
class PoolFigures:
    """A pool in figures: Jatim 7/7."""

    key: str
    taken: int
    size: int


async def hold_batch(connection: AsyncConnection, batch_id: int) -> Batch:
    """A published batch, held to the end of the transaction."""
    batch = await Batches(connection).lock(batch_id)
    if batch is None or not batch.is_published:
        raise Refusal("training-gone")
    return batch


async def pools_of(connection: AsyncConnection, batch: Batch) -> Pools:
    """The pools of a batch; where nobody planned any, one is made that is open to all. None: there is no limit."""
    pools = await SeatPools(connection).list(batch.id)
    if pools or batch.capacity is None:
        return pools
    plan = make_plan(FIRST_COME, batch.capacity)
    await SeatPools(connection).add(batch.id, [new_pool(pool) for pool in plan.pools])
    return await SeatPools(connection).list(batch.id)


def new_pool(pool: PlannedPool) -> NewPool:
    """A planned pool as it is stored."""
    who = {"provinces": list(pool.who.provinces), "regional": pool.who.regional}
    return NewPool(key=pool.key, kind=str(pool.kind), who=who, size=pool.seats)


def usable(pools: Pools, province: str | None) -> Pools:
    """The pools that people of this province may use, their own first."""
    return tuple(pool for pool in pools if Who(tuple(pool.who["provinces"]), pool.who["regional"]).admits(province))


async def take_seat(
    connection: AsyncConnection, batch: Batch, pools: Pools, province: str | None, now: datetime
) -> StoredPool | None:
    """A seat for somebody who just came: those in line come first. None: no seat is free for them."""
    if any(pool.free for pool in usable(pools, province)):
        pools = await after_line(connection, batch, pools, now)
    return await take_free(connection, pools, province)


async def after_line(connection: AsyncConnection, batch: Batch, pools: Pools, now: datetime) -> Pools:
    """The pools once those in line were offered what is free in them: what is left is for newcomers."""
    if not any(pool.free for pool in pools) or not await Enrolments(connection).has_line(batch.id):
        return pools
    await move_line(connection, batch, now)
    return await SeatPools(connection).list(batch.id)


async def take_free(connection: AsyncConnection, pools: Pools, province: str | None) -> StoredPool | None:
    """Take a seat that is left, in the own pool first; the pool with it. None: no seat is free for them."""
    for pool in usable(pools, province):
        if pool.free and await SeatPools(connection).take(pool.id):
            return replace(pool, taken=pool.taken + 1)
    return None


async def free_seat(connection: AsyncConnection, enrolment: Enrolment, now: datetime) -> bool:
    """Give back what an enrolment holds: its seat, or the one that an offer holds for it; whether there was one."""
    pool_id = enrolment.pool_id if enrolment.state in SEATED else None
    offer = await Offers(connection).find_open(enrolment.id)
    if offer is not None and await Offers(connection).close(offer.id, WITHDRAWN, at=now):
        pool_id = offer.pool_id
    if pool_id is not None:
        await SeatPools(connection).give_back(pool_id)
    return pool_id is not None


def overlap_refusal(batch: Batch, others: tuple[Overlap, ...], key: str = "enrol-overlap") -> Refusal:
    """The no that names the other training."""
    other = others[0]
    return Refusal(
        key,
        title=batch.title,
        starts=batch.starts_at,
        ends=batch.ends_at,
        other=other.title,
        other_starts=other.starts_at,
        other_ends=other.ends_at,
        other_enrolment=other.enrolment_id,
        other_batch=other.batch_id,
    )
