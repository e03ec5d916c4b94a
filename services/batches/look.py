"""What organizers see: their batches, one of them with everything about it, and the trainings they may run."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import Reach, grants_of, may, reach
from services.batches.calendar import Outlook, outlook
from services.batches.checks import Problem, before_publishing, out_of_order
from services.batches.desk import EDIT
from services.clock import Clock
from services.enrolment.dates import cancel_until
from services.enrolment.plan_seats import plan_of
from services.enrolment.seating import PoolFigures
from services.enrolment.seats_view import SeatTable
from services.errors import NotAllowed, Refusal
from storage.database import Database
from storage.repositories.batch_desk import BatchDesk, BatchLine, DeskBatch, HostedTraining
from storage.repositories.batches import Batch, Batches
from storage.repositories.seats import SeatPools


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchView:
    """A batch as its organizers see it."""

    batch: DeskBatch
    provinces: tuple[str, ...]
    """Who may come; empty means all."""
    all_provinces: tuple[str, ...]
    """Whom one could choose from: all that have a training agency, in order."""
    states: Mapping[str, int]
    """How many enrolments stand in each state."""
    table: SeatTable | None
    """The seats; None: without limit."""
    is_used: bool
    """Whether anybody ever enrolled."""
    cancel_until: datetime
    problems: tuple[Problem, ...]
    """In draft what has to be put right before it is published; later what does not fit together."""
    outlook: Outlook

    @property
    def seated(self) -> int:
        """How many have a sure seat."""
        return sum(self.states.get(state, 0) for state in ("confirmed", "attended", "passed", "failed"))

    @property
    def in_line(self) -> int:
        """How many wait for a seat."""
        return self.states.get("waitlisted", 0)

    @property
    def involved(self) -> int:
        """How many would be told if the batch were cancelled."""
        return sum(self.states.get(state, 0) for state in ("submitted", "recommended", "waitlisted", "offered")) + (
            self.states.get("confirmed", 0)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchPage:
    """A page of the own batches; pages are counted from 1."""

    lines: tuple[BatchLine, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPage:
    """A page of the trainings that the own agencies run."""

    trainings: tuple[HostedTraining, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOwnBatches:
    """The batches that the own agencies host: what is to come first, by start. Raises NotAllowed."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, page: int = 1, size: int) -> BatchPage:
        async with self.database.read() as connection:
            hosts = _hosts(await _within(connection, actor_telegram_id, self.admin_ids))
            desk, now = BatchDesk(connection), self.now()
            total, lines = await desk.list(hosts, now=now, limit=size, offset=(page - 1) * size)
            if not lines and total:
                page = -(-total // size)
                total, lines = await desk.list(hosts, now=now, limit=size, offset=(page - 1) * size)
        return BatchPage(lines=lines, total=total, page=page, pages=max(1, -(-total // size)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHostedTrainings:
    """The published trainings of which the own agencies run batches, by title; past the end the last page.

    Raises NotAllowed.
    """

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, page: int = 1, size: int) -> TrainingPage:
        async with self.database.read() as connection:
            hosts = _hosts(await _within(connection, actor_telegram_id, self.admin_ids))
            desk = BatchDesk(connection)
            total, found = await desk.list_hosted(hosts, limit=size, offset=(page - 1) * size)
            if not found and total:
                page = -(-total // size)
                total, found = await desk.list_hosted(hosts, limit=size, offset=(page - 1) * size)
        return TrainingPage(trainings=found, total=total, page=page, pages=max(1, -(-total // size)))


@dataclass(frozen=True, slots=True, kw_only=True)
class GetHostedTraining:
    """One of them. Raises NotAllowed, or a Refusal: training-not-hosted."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, training_id: int, host_id: int) -> HostedTraining:
        async with self.database.read() as connection:
            if not (await _within(connection, actor_telegram_id, self.admin_ids)).covers(host_id):
                raise NotAllowed
            found = await BatchDesk(connection).find_hosted(training_id, host_id)
        if found is None:
            raise Refusal("training-not-hosted")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class GetBatch:
    """A batch with everything about it, whatever its state. Raises NotAllowed, or a Refusal: training-gone."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, actor_telegram_id: int) -> BatchView:
        async with self.database.read() as connection:
            desk = BatchDesk(connection)
            batch, seats = await desk.find(batch_id), await Batches(connection).find(batch_id)
            if batch is None or seats is None:
                raise Refusal("training-gone")
            if not may(EDIT, await grants_of(connection, actor_telegram_id, self.admin_ids), batch.host_id):
                raise NotAllowed
            zones, provinces = await desk.map_zones(), await Batches(connection).list_provinces(batch_id)
            states = await desk.count_states(batch_id)
            problems = before_publishing(batch, self.now()) if batch.is_draft else out_of_order(batch)
            return BatchView(
                batch=batch,
                provinces=provinces,
                all_provinces=tuple(sorted({*zones, *provinces})),
                states=dict(states),
                table=await _table(connection, seats),
                is_used=bool(states),
                cancel_until=cancel_until(seats),
                problems=problems,
                outlook=_outlook(batch, provinces, zones),
            )


async def _within(connection: AsyncConnection, telegram_id: int, admin_ids: frozenset[int]) -> Reach:
    within = reach(EDIT, await grants_of(connection, telegram_id, admin_ids))
    if not within:
        raise NotAllowed
    return within


def _hosts(within: Reach) -> Collection[int] | None:
    return None if within.everywhere else within.agencies


async def _table(connection: AsyncConnection, batch: Batch) -> SeatTable | None:
    pools = await SeatPools(connection).list(batch.id)
    if batch.capacity is None and not pools:
        return None
    plan, taken = plan_of(batch, pools), {pool.key: pool.taken for pool in pools}
    return SeatTable(
        plan=plan,
        pools=tuple(PoolFigures(pool.key, taken.get(pool.key, 0), pool.seats) for pool in plan.pools),
        own=None,
        place=None,
        release_at=batch.seats_release_at,
        released_at=batch.seats_released_at,
    )


def _outlook(batch: DeskBatch, provinces: Collection[str], zones: Mapping[str, str]) -> Outlook:
    return outlook(
        starts_at=batch.starts_at,
        ends_at=batch.ends_at,
        host_zone=batch.host_zone,
        zones={zones[province] for province in provinces or zones if province in zones},
        mode=batch.mode,
        self_paced=batch.is_self_paced,
    )
