"""What everybody may see of a batch's seats: each pool, why it is as large as it is, and one's own share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.enrolment.enrol import place_of
from services.enrolment.plan_seats import plan_of
from services.enrolment.seating import PoolFigures, Pools, usable
from services.errors import Refusal
from services.seats import SeatPlan
from storage.database import Database
from storage.repositories.batches import Batches
from storage.repositories.enrolments import Enrolments
from storage.repositories.people import People, Person
from storage.repositories.seats import Miscount, SeatPools

__all__ = ["CheckSeats", "GetSeats", "Miscount", "OwnSeats", "SeatTable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatTable:
    """All pools in figures, with the plan that explains them."""

    plan: SeatPlan
    pools: tuple[PoolFigures, ...]
    own: PoolFigures | None
    """The first pool that the person may use; None: they may use none, or nobody asked."""
    place: int | None
    """Their place in line, from 1."""
    release_at: datetime | None
    released_at: datetime | None
    nominate_until: datetime | None = None
    """Until when agencies rank their applicants, where seats are given by nomination."""
    next_place: int | None = None
    """The place in line of the own pool for who is not enrolled and joins now; None: they are, or a seat is free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSeats:
    """The seats of a published batch, seen by a person where one is named; None: it has no limit."""

    database: Database

    async def __call__(self, *, batch_id: int, telegram_id: int | None = None) -> SeatTable | None:
        async with self.database.read() as connection:
            batch = await Batches(connection).find(batch_id)
            if batch is None or not batch.is_published:
                raise Refusal("training-gone")
            pools = await SeatPools(connection).list(batch_id)
            person = await People(connection).find(telegram_id) if telegram_id is not None else None
            live = await Enrolments(connection).find_live(person.id, batch_id) if person else None
            in_line = live is not None and live.state == "waitlisted"
            place = await place_of(connection, live) if live and in_line else None
            behind = await _next_place(connection, pools, person) if person and live is None else None
        if batch.capacity is None and not pools:
            return None
        plan, taken = plan_of(batch, pools), {pool.key: pool.taken for pool in pools}
        figures = {pool.key: PoolFigures(pool.key, taken.get(pool.key, 0), pool.seats) for pool in plan.pools}
        mine = [figures[pool.key] for pool in plan.pools if person and pool.who.admits(person.province)]
        own = mine[0] if mine else None
        return SeatTable(
            plan=plan,
            pools=tuple(figures.values()),
            own=own,
            place=place,
            release_at=batch.seats_release_at,
            released_at=batch.seats_released_at,
            next_place=behind,
            nominate_until=batch.nominates_until,
        )


async def _next_place(connection: AsyncConnection, pools: Pools, person: Person) -> int | None:
    own = usable(pools, person.province)
    if not own or any(pool.free for pool in own):
        return None
    return await Enrolments(connection).count_in_line(own[0].id) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSeats:
    """For each of these batches the pool that people of a province use first. Those without pools are missing."""

    database: Database

    async def __call__(self, *, batch_ids: Sequence[int], province: str | None) -> dict[int, PoolFigures]:
        async with self.database.read() as connection:
            pools = await SeatPools(connection).list_many(batch_ids)
        own: dict[int, PoolFigures] = {}
        for pool in usable(pools, province):
            own.setdefault(pool.batch_id, PoolFigures(pool.key, pool.taken, pool.size))
        return own


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSeats:
    """The nightly check: pools whose count is not what sure seats and open offers hold. There should be none."""

    database: Database

    async def __call__(self) -> tuple[Miscount, ...]:
        async with self.database.read() as connection:
            return await SeatPools(connection).list_miscounts()
