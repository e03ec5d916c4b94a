"""Batches as those see them who give their seats away: one at a time, and held while seats move."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, exists, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.trainings import PUBLISHED, SELF_PACED
from storage.tables.agencies import AgencyRow
from storage.tables.enrolments import EnrolmentRow
from storage.tables.seats import SeatPoolRow
from storage.tables.trainings import BatchProvinceRow, BatchRow, TrainingRow

CANCELLED = "cancelled"
NOMINATION = "nomination"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A batch with what decides about its seats."""

    id: int
    number: int
    title: str
    mode: str
    host_id: int
    host_zone: str
    starts_at: datetime
    ends_at: datetime
    registration_opens_at: datetime
    registration_closes_at: datetime
    capacity: int | None
    needs_recommendation: bool
    state: str
    training_state: str
    seat_plan: dict[str, Any] | None
    offer_hours: int
    seats_release_at: datetime | None
    seats_released_at: datetime | None
    cancel_until: datetime | None
    is_for_all: bool
    """No province is named whose people alone may join."""
    fill: str = "first-come"
    nominate_until: datetime | None = None
    nominated_at: datetime | None = None

    @property
    def is_published(self) -> bool:
        return self.state == self.training_state == PUBLISHED

    @property
    def is_cancelled(self) -> bool:
        return self.state == CANCELLED

    @property
    def is_self_paced(self) -> bool:
        return self.mode == SELF_PACED

    @property
    def is_released(self) -> bool:
        """Whether seats that nobody used in their pool are open to all by now."""
        return self.seats_released_at is not None

    @property
    def nominates_until(self) -> datetime | None:
        """Until when agencies rank their applicants; None: seats are given first come, first served, or by now are."""
        waits = self.fill == NOMINATION and self.nominated_at is None and self.capacity is not None
        return self.nominate_until if waits else None


_COLUMNS = (
    BatchRow.id,
    BatchRow.number,
    TrainingRow.title,
    TrainingRow.mode,
    BatchRow.host_id,
    AgencyRow.zone.label("host_zone"),
    BatchRow.starts_at,
    BatchRow.ends_at,
    BatchRow.registration_opens_at,
    BatchRow.registration_closes_at,
    BatchRow.capacity,
    BatchRow.needs_recommendation,
    BatchRow.state,
    TrainingRow.state.label("training_state"),
    BatchRow.seat_plan,
    BatchRow.offer_hours,
    BatchRow.seats_release_at,
    BatchRow.seats_released_at,
    BatchRow.cancel_until,
    BatchRow.fill,
    BatchRow.nominate_until,
    BatchRow.nominated_at,
    (~exists().where(BatchProvinceRow.batch_id == BatchRow.id)).label("is_for_all"),
)
_BY_ID: Select[Any] = (
    select(*_COLUMNS)
    .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
    .join(AgencyRow, AgencyRow.id == BatchRow.host_id)
    .where(BatchRow.id == bindparam("batch_id"))
)
# Not a lock of the whole row: rows that point to the batch may still be written.
_HELD = _BY_ID.with_for_update(key_share=True, of=BatchRow)


class Batches:
    """Rows of batches, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, batch_id: int) -> Batch | None:
        """The batch, whatever its state."""
        return await self._one(_BY_ID, batch_id)

    async def lock(self, batch_id: int) -> Batch | None:
        """The batch, held to the end of the transaction: whoever moves its seats waits.

        Hold the person first where both are held, and several batches in the order of their ids.
        """
        return await self._one(_HELD, batch_id)

    async def list_provinces(self, batch_id: int) -> tuple[str, ...]:
        """The provinces whose people may join, by name; none: all may."""
        query = select(BatchProvinceRow.province).where(BatchProvinceRow.batch_id == batch_id)
        return tuple(await self._connection.scalars(query.order_by(BatchProvinceRow.province)))

    async def set_capacity(self, batch_id: int, capacity: int, plan: dict[str, Any] | None) -> None:
        """Keep how many seats there are, and the plan that shares them."""
        await self._set(batch_id, capacity=capacity, seat_plan=plan)

    async def set_plan(self, batch_id: int, plan: dict[str, Any]) -> None:
        """Keep the plan that shares the seats."""
        await self._set(batch_id, seat_plan=plan)

    async def set_released(self, batch_id: int, *, at: datetime) -> None:
        """Unused seats are open to all from now on."""
        await self._set(batch_id, seats_released_at=at)

    async def set_nominated(self, batch_id: int, *, at: datetime) -> None:
        """The seats of the nomination are given; from now on it is first come, first served."""
        await self._set(batch_id, nominated_at=at)

    async def set_cancelled(self, batch_id: int) -> None:
        """The batch does not take place."""
        await self._set(batch_id, state=CANCELLED)

    async def list_to_release(self, *, now: datetime) -> tuple[int, ...]:
        """Published batches whose published hour has come."""
        query = select(BatchRow.id).where(
            BatchRow.state == PUBLISHED, BatchRow.seats_release_at <= now, BatchRow.seats_released_at.is_(None)
        )
        return tuple(await self._connection.scalars(query.order_by(BatchRow.id)))

    async def list_with_idle_seats(self, *, now: datetime) -> tuple[int, ...]:
        """Published batches before their start that have both a free seat and somebody in line."""
        free = exists().where(SeatPoolRow.batch_id == BatchRow.id, SeatPoolRow.taken < SeatPoolRow.size)
        # Spelled out instead of bound, so that the planner finds the index of the line.
        waiting = exists().where(
            EnrolmentRow.batch_id == BatchRow.id, EnrolmentRow.state == literal_column("'waitlisted'")
        )
        query = select(BatchRow.id).where(BatchRow.state == PUBLISHED, BatchRow.starts_at > now, free, waiting)
        return tuple(await self._connection.scalars(query.order_by(BatchRow.id)))

    async def _one(self, query: Select[Any], batch_id: int) -> Batch | None:
        row = (await self._connection.execute(query, {"batch_id": batch_id})).one_or_none()
        return Batch(**row._mapping) if row else None

    async def _set(self, batch_id: int, **values: Any) -> None:
        await self._connection.execute(update(BatchRow).where(BatchRow.id == batch_id).values(**values))
