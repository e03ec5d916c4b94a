"""Planning a batch's seats: a rule before the first enrolment, changes by hand and another capacity at any time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.enrolment.line import move_line
from services.enrolment.organizers import Organizer, hold_for
from services.enrolment.seating import Pools, new_pool, pools_of
from services.errors import Refusal
from services.identity.decisions import tidy_note
from services.seats import FIRST_COME, OPEN, Method, Party, Reserve, SeatPlan, SeatRule, adjust, make_plan, refit
from storage.database import Database
from storage.repositories.agencies import Agencies
from storage.repositories.batches import Batch, Batches
from storage.repositories.seats import SeatPools

ACTION = "seats.plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSeats:
    """Share a batch's seats by a rule among its provinces (all that have a BPSDM, where it is for everybody).

    Only before the first enrolment; later the pools are adjusted by hand. Raises NotAllowed, or a Refusal:
    training-gone, batch-cancelled, seats-unlimited, seats-in-use, seats-over-capacity.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self,
        *,
        batch_id: int,
        actor_telegram_id: int,
        method: Method,
        reserves: Sequence[Reserve] = (),
        by_hand: Mapping[str, int] | None = None,
    ) -> SeatPlan:
        async with self.database.write() as connection:
            batch, organizer = await hold_for(connection, batch_id, ACTION, actor_telegram_id, self.admin_ids)
            if batch.capacity is None:
                raise Refusal("seats-unlimited")
            if await SeatPools(connection).is_used(batch_id):
                raise Refusal("seats-in-use")
            parties = await parties_of(connection, batch, by_hand)
            plan = make_plan(SeatRule(method=method, parties=parties, reserves=tuple(reserves)), batch.capacity)
            await SeatPools(connection).remove(batch_id)
            await SeatPools(connection).add(batch_id, [new_pool(pool) for pool in plan.pools])
            await Batches(connection).set_plan(batch_id, plan.as_data())
            await organizer.record(connection, "seats.planned", "batch", batch_id, self.now(), method=str(method))
        return plan


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustSeats:
    """Change pools by hand; the reason is kept with the plan, and the line moves into what became free.

    Raises NotAllowed, or a Refusal: training-gone, batch-cancelled, seats-unlimited, reason-missing,
    seat-pool-unknown, seats-not-capacity, seats-below-taken.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self, *, batch_id: int, actor_telegram_id: int, seats: Mapping[str, int], reason: str
    ) -> SeatPlan:
        async with self.database.write() as connection:
            batch, organizer = await hold_for(connection, batch_id, ACTION, actor_telegram_id, self.admin_ids)
            pools, now = await _limited(connection, batch), self.now()
            note = tidy_note(reason) or ""
            plan = adjust(plan_of(batch, pools), seats, reason=note, by=organizer.person_id, at=now)
            await _resize(connection, pools, plan.seats)
            await Batches(connection).set_plan(batch_id, plan.as_data())
            await _end(connection, batch, organizer, "seats.adjusted", now, seats=dict(seats), reason=note)
        return plan


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCapacity:
    """Give a batch more or fewer seats: by its rule, or where it was adjusted or released, in the open pool.

    No pool falls below what is taken. New seats go to those in line at once. Raises NotAllowed, or a Refusal:
    training-gone, batch-cancelled, seats-unlimited, capacity-below-taken.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, actor_telegram_id: int, capacity: int) -> SeatPlan:
        async with self.database.write() as connection:
            batch, organizer = await hold_for(connection, batch_id, ACTION, actor_telegram_id, self.admin_ids)
            plan, now = await resize_batch(connection, batch, capacity), self.now()
            await _end(connection, batch, organizer, "seats.capacity", now, before=batch.capacity, after=capacity)
        return plan


async def resize_batch(connection: AsyncConnection, batch: Batch, capacity: int) -> SeatPlan:
    """Bring the pools of a batch that is held to another capacity, and keep it."""
    pools = await _limited(connection, batch)
    plan = plan_of(batch, pools)
    sizes = refit(_wanted(batch, plan, capacity), {pool.key: pool.taken for pool in pools}, capacity)
    await _resize(connection, pools, sizes)
    resized = replace(plan.with_seats(sizes), capacity=capacity)
    await Batches(connection).set_capacity(batch.id, capacity, resized.as_data() if batch.seat_plan else None)
    return resized


async def follow_capacity(connection: AsyncConnection, batch_id: int, now: datetime) -> None:
    """After a file changed a batch's capacity: the pools follow, never below what is taken, and the line moves."""
    batch, pools = await Batches(connection).lock(batch_id), await SeatPools(connection).list(batch_id)
    if batch is None or batch.capacity is None or not pools:
        return
    if sum(pool.size for pool in pools) != batch.capacity:
        await resize_batch(connection, batch, max(batch.capacity, sum(pool.taken for pool in pools)))
        await move_line(connection, batch, now)


def plan_of(batch: Batch, pools: Pools) -> SeatPlan:
    """The plan as it stands: the rule of the batch, and the seats that its pools have now."""
    seats = {pool.key: pool.size for pool in pools}
    capacity = sum(seats.values()) if pools else batch.capacity or 0
    if batch.seat_plan is None:
        return make_plan(FIRST_COME, capacity)
    return replace(SeatPlan.from_data(batch.seat_plan, seats), capacity=capacity)


def _wanted(batch: Batch, plan: SeatPlan, capacity: int) -> dict[str, int]:
    if batch.is_released or plan.adjustments or plan.rule.method in {Method.BY_HAND, Method.FIRST_COME}:
        return plan.seats | {OPEN: max(0, plan.seats[OPEN] + capacity - plan.capacity)}
    return make_plan(plan.rule, capacity).seats


async def _limited(connection: AsyncConnection, batch: Batch) -> Pools:
    pools = await pools_of(connection, batch)
    if not pools:
        raise Refusal("seats-unlimited")
    return pools


async def parties_of(
    connection: AsyncConnection, batch: Batch, by_hand: Mapping[str, int] | None = None
) -> tuple[Party, ...]:
    """The provinces that share a batch's seats, with their sizes and, where they are by hand, their seats."""
    sizes = await Agencies(connection).map_province_sizes()
    named = tuple(by_hand or await Batches(connection).list_provinces(batch.id) or sizes)
    return tuple(Party(key, sizes.get(key, 0), (by_hand or {}).get(key, 0)) for key in named)


async def _resize(connection: AsyncConnection, pools: Pools, sizes: Mapping[str, int]) -> None:
    """The smaller first: at no moment are there more seats than before and after."""
    for pool in sorted(pools, key=lambda pool: sizes[pool.key] - pool.size):
        if sizes[pool.key] != pool.size and not await SeatPools(connection).resize(pool.id, sizes[pool.key]):
            raise Refusal("seats-below-taken", pool=pool.key, taken=pool.taken)


async def _end(
    connection: AsyncConnection, batch: Batch, organizer: Organizer, action: str, now: datetime, **details: Any
) -> None:
    offers = await move_line(connection, batch, now)
    await organizer.record(connection, action, "batch", batch.id, now, offers=offers, **details)
