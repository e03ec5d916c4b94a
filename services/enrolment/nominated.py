"""The day of the nomination: seats go out by rank, the rest into the line in the same order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.enrolment import notices
from services.enrolment.line import move_line, offer
from services.enrolment.moves import CLOCK, State, move
from services.enrolment.seating import Pools, pools_of, usable
from storage.database import Database
from storage.repositories.audit import Audit
from storage.repositories.batches import Batch, Batches
from storage.repositories.enrolments import Enrolment, Enrolments, Waiting
from storage.repositories.nominations import Applicant, Nominations
from storage.repositories.people import People
from storage.repositories.seats import SeatPools, StoredPool


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveNominated:
    """The sweep: where the time to rank is over, each pool's seats go to its applicants by rank, then by time.

    One transaction a batch, and once. From then on the batch works first come, first served. Returns how many
    batches were done.
    """

    database: Database
    now: Clock

    async def __call__(self) -> int:
        async with self.database.read() as connection:
            batches = await Nominations(connection).list_due(now=self.now())
        return sum([await self._give(batch_id) for batch_id in batches])

    async def _give(self, batch_id: int) -> bool:
        async with self.database.write() as connection:
            # The people first, then the batch, as everywhere: a seat elsewhere must not become sure beside this look.
            held = sorted({one.person_id for one in await Nominations(connection).list_ready(batch_id)})
            for person_id in held:
                await People(connection).lock(person_id)
            batch, now = await Batches(connection).lock(batch_id), self.now()
            if batch is None or not batch.is_published or not _is_over(batch, now):
                return False
            ready = await Nominations(connection).list_ready(batch_id)
            if not {one.person_id for one in ready} <= set(held):
                return False  # somebody applied in between, and is not held: the next tick
            if batch.nominates_until is not None:
                await Batches(connection).set_nominated(batch_id, at=now)
            seated = await _share(connection, batch, ready, now)
            await move_line(connection, replace(batch, nominated_at=now), now)
            await Audit(connection).add(
                "nomination.given",
                subject="batch",
                subject_id=batch_id,
                at=now,
                actor_id=None,
                agency_id=batch.host_id,
                applicants=len(ready),
                seated=seated,
            )
        return True


def _is_over(batch: Batch, now: datetime) -> bool:
    """Also where an organizer went back to first come, first served while people had applied."""
    return batch.nominates_until is None or now >= batch.nominates_until


async def _share(connection: AsyncConnection, batch: Batch, ready: tuple[Applicant, ...], now: datetime) -> int:
    """Walk through the order once; how many have a seat, or are offered one.

    The others stand in line in the same order, from the end of the nomination on: before everybody who comes later.
    """
    pools = await pools_of(connection, batch)
    free = {pool.id: pool.free for pool in pools}
    seated = 0
    for place, applicant in enumerate(ready):
        enrolment = await Enrolments(connection).find(applicant.enrolment_id)
        if enrolment is None:
            continue
        own = usable(pools, applicant.province)
        pool = next((pool for pool in own if free[pool.id]), None)
        if await _seat(connection, batch, pools, pool, applicant, enrolment, now):
            seated += 1
            if pool is not None:
                free[pool.id] -= 1
        elif own:
            await _into_line(connection, own[0], applicant, enrolment, now)
            if batch.nominates_until is not None:
                at = batch.nominates_until + timedelta(microseconds=place)
                await Nominations(connection).join_line(enrolment.id, at=at)
    return seated


async def _seat(
    connection: AsyncConnection,
    batch: Batch,
    pools: Pools,
    pool: StoredPool | None,
    applicant: Applicant,
    enrolment: Enrolment,
    now: datetime,
) -> bool:
    """A sure seat or, where another sure seat of theirs overlaps by now, an offer to swap; False: none is free."""
    if pools and (pool is None or not await SeatPools(connection).take(pool.id)):
        return False
    pool_id = pool.id if pool else None
    if await Enrolments(connection).list_overlapping(applicant.person_id, batch.id):
        waiting = Waiting(id=enrolment.id, person_id=applicant.person_id, zone=applicant.zone)
        if not await offer(connection, batch, pool_id, waiting, enrolment, now):
            if pool_id is not None:
                await SeatPools(connection).give_back(pool_id)
            return False
        return True
    details: dict[str, Any] = {"nominated": True, "rank": applicant.rank}
    await move(connection, enrolment, State.CONFIRMED, CLOCK, now, pool_id=pool_id, **details)
    await _tell(connection, notices.CONFIRMED, applicant, now)
    return True


async def _into_line(
    connection: AsyncConnection, pool: StoredPool, applicant: Applicant, enrolment: Enrolment, now: datetime
) -> None:
    details: dict[str, Any] = {"nominated": True, "rank": applicant.rank}
    await move(connection, enrolment, State.WAITLISTED, CLOCK, now, pool_id=pool.id, **details)
    await _tell(connection, notices.WAITLISTED, applicant, now)


async def _tell(connection: AsyncConnection, kind: str, applicant: Applicant, now: datetime) -> None:
    await notices.tell(connection, kind, person_id=applicant.person_id, enrolment_id=applicant.enrolment_id, now=now)
