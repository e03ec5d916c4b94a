"""Batches as their organizers work on them: making, changing, listing; and which trainings an agency may run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, delete, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.repositories.agencies import BPSDM
from storage.repositories.batches import CANCELLED
from storage.repositories.enrolments import IS_LIVE, IS_SURE
from storage.repositories.offers import IS_OPEN
from storage.repositories.trainings import PUBLISHED, SELF_PACED
from storage.tables.agencies import AgencyRow
from storage.tables.enrolments import EnrolmentRow, OfferRow
from storage.tables.outbox import DeliveryRow
from storage.tables.planning import SeatCommitmentRow
from storage.tables.seats import SeatPoolRow
from storage.tables.trainings import BatchProvinceRow, BatchRow, TrainingRow

DRAFT = "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskBatch:
    """Everything an organizer decides about a batch."""

    id: int
    code: str
    number: int
    training_id: int
    title: str
    mode: str
    training_state: str
    host_id: int
    host_short_name: str
    host_zone: str
    state: str
    place: str | None
    access: str | None
    starts_at: datetime
    ends_at: datetime
    registration_opens_at: datetime
    registration_closes_at: datetime
    capacity: int | None
    needs_recommendation: bool
    offer_hours: int
    seats_release_at: datetime | None
    seats_released_at: datetime | None
    cancel_until: datetime | None
    fill: str
    nominate_until: datetime | None
    has_plan: bool

    @property
    def is_draft(self) -> bool:
        return self.state == DRAFT

    @property
    def is_published(self) -> bool:
        return self.state == PUBLISHED

    @property
    def is_cancelled(self) -> bool:
        return self.state == CANCELLED

    @property
    def is_self_paced(self) -> bool:
        return self.mode == SELF_PACED


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLine:
    """A batch as a line of its organizers' list."""

    id: int
    number: int
    title: str
    mode: str
    host_zone: str
    state: str
    starts_at: datetime
    ends_at: datetime
    capacity: int | None
    taken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HostedTraining:
    """A published training, and an agency that runs its batches."""

    training_id: int
    code: str
    title: str
    mode: str
    host_id: int
    host_short_name: str
    host_zone: str
    batches: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBatch:
    """A batch to be made."""

    code: str
    training_id: int
    number: int
    host_id: int
    starts_at: datetime
    ends_at: datetime
    registration_opens_at: datetime
    registration_closes_at: datetime
    capacity: int | None


_DESK = (
    BatchRow.id,
    BatchRow.code,
    BatchRow.number,
    BatchRow.training_id,
    TrainingRow.title,
    TrainingRow.mode,
    TrainingRow.state.label("training_state"),
    BatchRow.host_id,
    AgencyRow.short_name.label("host_short_name"),
    AgencyRow.zone.label("host_zone"),
    BatchRow.state,
    BatchRow.place,
    BatchRow.access,
    BatchRow.starts_at,
    BatchRow.ends_at,
    BatchRow.registration_opens_at,
    BatchRow.registration_closes_at,
    BatchRow.capacity,
    BatchRow.needs_recommendation,
    BatchRow.offer_hours,
    BatchRow.seats_release_at,
    BatchRow.seats_released_at,
    BatchRow.cancel_until,
    BatchRow.fill,
    BatchRow.nominate_until,
    BatchRow.seat_plan.is_not(None).label("has_plan"),
)
_TAKEN = (
    select(func.count())
    .where(EnrolmentRow.batch_id == BatchRow.id, EnrolmentRow.state.in_(("confirmed", "attended", "passed", "failed")))
    .correlate(BatchRow)
    .scalar_subquery()
)
_LINE = (
    BatchRow.id,
    BatchRow.number,
    TrainingRow.title,
    TrainingRow.mode,
    AgencyRow.zone.label("host_zone"),
    BatchRow.state,
    BatchRow.starts_at,
    BatchRow.ends_at,
    BatchRow.capacity,
    _TAKEN.label("taken"),
)
_commitment = aliased(SeatCommitmentRow)
_AGREED = and_(_commitment.training_id == TrainingRow.id, _commitment.is_host)
# The host that the agencies agreed on; where they agreed on none, the training's own agency.
_RUNS = or_(
    exists().where(_AGREED, _commitment.agency_id == AgencyRow.id),
    and_(TrainingRow.agency_id == AgencyRow.id, ~exists().where(_AGREED)),
)
_BATCHES_SO_FAR = (
    select(func.count())
    .where(BatchRow.training_id == TrainingRow.id, BatchRow.host_id == AgencyRow.id)
    .correlate(TrainingRow, AgencyRow)
    .scalar_subquery()
)
_HOSTED = (
    TrainingRow.id.label("training_id"),
    TrainingRow.code,
    TrainingRow.title,
    TrainingRow.mode,
    AgencyRow.id.label("host_id"),
    AgencyRow.short_name.label("host_short_name"),
    AgencyRow.zone.label("host_zone"),
    _BATCHES_SO_FAR.label("batches"),
)


class BatchDesk:
    """Rows of batches for those who run them, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, batch_id: int) -> DeskBatch | None:
        """The batch, whatever its state."""
        query = (
            select(*_DESK)
            .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
            .join(AgencyRow, AgencyRow.id == BatchRow.host_id)
            .where(BatchRow.id == batch_id)
        )
        row = (await self._connection.execute(query)).one_or_none()
        return DeskBatch(**row._asdict()) if row else None

    async def list(
        self, hosts: Collection[int] | None, *, now: datetime, limit: int, offset: int
    ) -> tuple[int, tuple[BatchLine, ...]]:
        """How many batches these hosts (None: all) have, and a stretch: what is to come by start, then the past."""
        own = BatchRow.host_id.in_(hosts) if hosts is not None else BatchRow.id.is_not(None)
        to_come = and_(BatchRow.ends_at > now, BatchRow.state != CANCELLED)
        query = (
            select(*_LINE)
            .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
            .join(AgencyRow, AgencyRow.id == BatchRow.host_id)
            .where(own)
            .order_by(
                case((to_come, 0), else_=1),
                case((to_come, BatchRow.starts_at), else_=None),
                BatchRow.starts_at.desc(),
                BatchRow.id,
            )
            .limit(limit)
            .offset(offset)
        )
        total = await self._connection.scalar(select(func.count(BatchRow.id)).where(own))
        return int(total or 0), tuple(BatchLine(**row._asdict()) for row in await self._connection.execute(query))

    async def list_hosted(
        self, hosts: Collection[int] | None, *, limit: int, offset: int
    ) -> tuple[int, tuple[HostedTraining, ...]]:
        """The published trainings that these agencies (None: all) run, by title; how many, and a stretch."""
        conditions = [TrainingRow.state == PUBLISHED, _RUNS]
        if hosts is not None:
            conditions.append(AgencyRow.id.in_(hosts))
        total = await self._connection.scalar(
            select(func.count()).select_from(TrainingRow, AgencyRow).where(*conditions)
        )
        query = (
            select(*_HOSTED)
            .select_from(TrainingRow, AgencyRow)
            .where(*conditions)
            .order_by(TrainingRow.title, TrainingRow.id, AgencyRow.id)
        )
        rows = await self._connection.execute(query.limit(limit).offset(offset))
        return int(total or 0), tuple(HostedTraining(**row._asdict()) for row in rows)

    async def find_hosted(self, training_id: int, host_id: int) -> HostedTraining | None:
        """A published training that the agency runs."""
        query = select(*_HOSTED).select_from(TrainingRow, AgencyRow).where(TrainingRow.state == PUBLISHED, _RUNS)
        row = (
            await self._connection.execute(query.where(TrainingRow.id == training_id, AgencyRow.id == host_id))
        ).one_or_none()
        return HostedTraining(**row._asdict()) if row else None

    async def hold_training(self, training_id: int) -> None:
        """Whoever makes another batch of this training waits to the end of the transaction."""
        query = select(TrainingRow.id).where(TrainingRow.id == training_id)
        await self._connection.execute(query.with_for_update(key_share=True))

    async def find_draft(self, training_id: int, host_id: int, starts_at: datetime, ends_at: datetime) -> int | None:
        """A draft of the same training, host and time."""
        query = select(BatchRow.id).where(
            BatchRow.training_id == training_id,
            BatchRow.host_id == host_id,
            BatchRow.state == DRAFT,
            BatchRow.starts_at == starts_at,
            BatchRow.ends_at == ends_at,
        )
        found = await self._connection.scalar(query.order_by(BatchRow.id).limit(1))
        return int(found) if found is not None else None

    async def next_number(self, training_id: int) -> int:
        """The number after the last of a training's batches."""
        query = select(func.max(BatchRow.number)).where(BatchRow.training_id == training_id)
        return int(await self._connection.scalar(query) or 0) + 1

    async def has_code(self, code: str) -> bool:
        """Whether a batch has this code."""
        return await self._connection.scalar(select(BatchRow.id).where(BatchRow.code == code)) is not None

    async def add(self, new: NewBatch) -> int:
        """A draft; its id."""
        values = {name: getattr(new, name) for name in NewBatch.__slots__}
        statement = insert(BatchRow).values(values | {"state": DRAFT, "needs_recommendation": False})
        return int((await self._connection.execute(statement.returning(BatchRow.id))).scalar_one())

    async def change(self, batch_id: int, values: Mapping[str, Any]) -> None:
        """Write columns of a batch."""
        if values:
            await self._connection.execute(update(BatchRow).where(BatchRow.id == batch_id).values(**values))

    async def set_provinces(self, batch_id: int, provinces: Collection[str]) -> None:
        """Who may come; none: everybody."""
        await self._connection.execute(delete(BatchProvinceRow).where(BatchProvinceRow.batch_id == batch_id))
        rows = [{"batch_id": batch_id, "province": province} for province in sorted(set(provinces))]
        if rows:
            await self._connection.execute(insert(BatchProvinceRow), rows)

    async def forget_plan(self, batch_id: int) -> None:
        """No pools, no plan."""
        await self._connection.execute(delete(SeatPoolRow).where(SeatPoolRow.batch_id == batch_id))
        await self.change(batch_id, {"seat_plan": None})

    async def has_enrolments(self, batch_id: int) -> bool:
        """Whether anybody ever enrolled."""
        query = select(EnrolmentRow.id).where(EnrolmentRow.batch_id == batch_id).limit(1)
        return await self._connection.scalar(query) is not None

    async def count_states(self, batch_id: int) -> Counter[str]:
        """How many enrolments stand in each state."""
        query = select(EnrolmentRow.state, func.count()).where(EnrolmentRow.batch_id == batch_id)
        rows = await self._connection.execute(query.group_by(EnrolmentRow.state))
        return Counter({str(state): int(count) for state, count in rows})

    async def map_zones(self) -> dict[str, str]:
        """The zone of each province that has a training agency."""
        query = select(AgencyRow.province, AgencyRow.zone).where(AgencyRow.kind == BPSDM).order_by(AgencyRow.id)
        rows = await self._connection.execute(query.where(AgencyRow.province.is_not(None)))
        return {row.province: row.zone for row in rows if row.province}

    async def count_overlapping(self, batch_id: int, starts_at: datetime, ends_at: datetime) -> int:
        """How many with a sure seat would have another sure seat, of fixed sessions, at the same time."""
        other, other_batch, other_training = aliased(EnrolmentRow), aliased(BatchRow), aliased(TrainingRow)
        query = (
            select(func.count(func.distinct(EnrolmentRow.person_id)))
            .join(other, and_(other.person_id == EnrolmentRow.person_id, other.batch_id != EnrolmentRow.batch_id))
            .join(other_batch, other_batch.id == other.batch_id)
            .join(other_training, other_training.id == other_batch.training_id)
            .where(EnrolmentRow.batch_id == batch_id, IS_SURE, _sure(other), other_training.mode != SELF_PACED)
            .where(other_batch.starts_at < ends_at, other_batch.ends_at > starts_at)
        )
        return int(await self._connection.scalar(query) or 0)

    async def count_live(self, batch_id: int) -> int:
        """How many take part or wait."""
        query = select(func.count()).where(EnrolmentRow.batch_id == batch_id, IS_LIVE)
        return int(await self._connection.scalar(query) or 0)

    async def cut_offers(self, batch_id: int, until: datetime) -> None:
        """No open offer of a batch outlasts this moment."""
        own = select(EnrolmentRow.id).where(EnrolmentRow.batch_id == batch_id)
        late = and_(OfferRow.enrolment_id.in_(own), IS_OPEN, OfferRow.deadline_at > until)
        await self._connection.execute(update(OfferRow).where(late).values(deadline_at=until))

    async def list_untold(self, kind: str, subjects: Sequence[str]) -> dict[str, dict[str, Any]]:
        """What was owed last about these subjects and has not been sent: payloads by subject."""
        query = select(DeliveryRow.subject, DeliveryRow.payload).where(
            DeliveryRow.kind == kind, DeliveryRow.state == "queued", DeliveryRow.subject.in_(subjects)
        )
        return {row.subject: row.payload for row in await self._connection.execute(query.order_by(DeliveryRow.id))}


def _sure(enrolment: Any) -> ColumnElement[bool]:
    return enrolment.state.in_(("confirmed", "attended"))  # type: ignore[no-any-return]
