"""Seat plans before they are kept, and whether a batch has a limit at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import grants_of, may
from services.clock import Clock
from services.enrolment.organizers import hold_for
from services.enrolment.plan_seats import ACTION, parties_of
from services.enrolment.seating import new_pool
from services.errors import NotAllowed, Refusal
from services.seats import Method, Reserve, SeatPlan, SeatRule, affirmative, make_plan, regional_share
from storage.database import Database
from storage.repositories.batch_desk import BatchDesk
from storage.repositories.batches import Batches
from storage.repositories.seats import SeatPools

REGIONAL_PERCENT: Final = 30
NEW_PROVINCES: Final = ("Papua Barat Daya", "Papua Pegunungan", "Papua Selatan", "Papua Tengah")
"""The four youngest provinces, for which seats may be set apart."""
AFFIRMATIVE: Final = "affirmative"


def reserves_of(*, regional: bool, new_provinces: int) -> tuple[Reserve, ...]:
    """What is set apart before the rest is shared: 30 per cent for the regions, so many for the new provinces."""
    reserves = []
    if new_provinces:
        reserves.append(affirmative(AFFIRMATIVE, NEW_PROVINCES, new_provinces))
    if regional:
        reserves.append(regional_share(REGIONAL_PERCENT))
    return tuple(reserves)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPlan:
    """The plan that a rule would make, to be looked at; nothing is kept.

    Raises NotAllowed, or a Refusal: training-gone, seats-unlimited, seats-in-use, seats-over-capacity,
    seats-province (a province by hand that may not come, or that nobody knows).
    """

    database: Database
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
        async with self.database.read() as connection:
            batch = await Batches(connection).find(batch_id)
            if batch is None:
                raise Refusal("training-gone")
            if not may(ACTION, await grants_of(connection, actor_telegram_id, self.admin_ids), batch.host_id):
                raise NotAllowed
            if batch.capacity is None:
                raise Refusal("seats-unlimited")
            if await SeatPools(connection).is_used(batch_id):
                raise Refusal("seats-in-use")
            may_come = {party.key for party in await parties_of(connection, batch)}
            if strangers := sorted(set(by_hand or ()) - may_come):
                raise Refusal("seats-province", province=strangers[0])
            parties = await parties_of(connection, batch, by_hand)
            return make_plan(SeatRule(method=method, parties=parties, reserves=tuple(reserves)), batch.capacity)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLimit:
    """Give a batch a capacity that had none, or take it away; only before the first enrolment.

    Raises NotAllowed, or a Refusal: training-gone, batch-cancelled, limit-in-use, limit-published.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, actor_telegram_id: int, capacity: int | None) -> None:
        async with self.database.write() as connection:
            batch, organizer = await hold_for(connection, batch_id, ACTION, actor_telegram_id, self.admin_ids)
            if batch.capacity == capacity:
                return
            if await BatchDesk(connection).has_enrolments(batch_id):
                raise Refusal("limit-in-use")
            if batch.is_published and capacity is not None:
                raise Refusal("limit-published")
            await BatchDesk(connection).forget_plan(batch_id)
            await BatchDesk(connection).change(batch_id, {"capacity": capacity})
            await organizer.record(
                connection, "seats.capacity", "batch", batch_id, self.now(), before=batch.capacity, after=capacity
            )


async def share_again(connection: AsyncConnection, batch_id: int) -> None:
    """Share the seats by the same rule among the provinces that may come now; where people are in, the plan stays.

    A plan by hand names provinces: it is taken away.
    """
    batch = await Batches(connection).find(batch_id)
    if batch is None or batch.seat_plan is None or batch.capacity is None:
        return
    if await SeatPools(connection).is_used(batch_id):
        return
    rule = SeatPlan.from_data(batch.seat_plan).rule
    await BatchDesk(connection).forget_plan(batch_id)
    if rule.method is Method.BY_HAND:
        return
    parties = await parties_of(connection, batch)
    plan = make_plan(SeatRule(method=rule.method, parties=parties, reserves=rule.reserves), batch.capacity)
    await SeatPools(connection).add(batch_id, [new_pool(pool) for pool in plan.pools])
    await Batches(connection).set_plan(batch_id, plan.as_data())
