"""Trainings and batches as the catalogue reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.agencies import AgencyRow
from storage.tables.trainings import BatchProvinceRow, BatchRow, TrainingRow

PUBLISHED = "published"
SELF_PACED = "mandiri"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchQuery:
    """Which published batches are wanted; what is None does not matter."""

    competency: str | None = None
    mode: str | None = None
    host_id: int | None = None
    province: str | None = None
    """Batches for all provinces, and those for this one."""
    training_id: int | None = None
    runs_in: tuple[datetime, datetime] | None = None
    """From (included) to (excluded): starts in it, or, where it is self-paced, can be followed in it."""
    opened_by: datetime | None = None
    closes_after: datetime | None = None
    ends_after: datetime | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions that matter."""
        return tuple(name for name in self.__slots__ if getattr(self, name) is not None)

    @property
    def values(self) -> dict[str, Any]:
        """What the conditions of the questions compare with."""
        values = {name: getattr(self, name) for name in self.asked}
        first, past = values.pop("runs_in", (None, None))
        return values | ({"runs_from": first, "runs_until": past} if first else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedBatch:
    """A batch with what a line of a list shows."""

    id: int
    training_id: int
    training_code: str
    title: str
    competency: str
    mode: str
    programme: str | None
    number: int
    host_id: int
    host_short_name: str
    starts_at: datetime
    ends_at: datetime
    registration_opens_at: datetime
    registration_closes_at: datetime
    capacity: int | None
    province_count: int
    """How many provinces it is for; 0 means all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBatch:
    """Everything a card shows of a batch, its training and its host."""

    id: int
    code: str
    number: int
    training_id: int
    training_code: str
    title: str
    competency: str
    mode: str
    lesson_hours: int
    funding: str
    funding_note: str
    programme: str | None
    summary: str
    requirements: str | None
    host_id: int
    host_name: str
    host_short_name: str
    host_zone: str
    place: str | None
    starts_at: datetime
    ends_at: datetime
    registration_opens_at: datetime
    registration_closes_at: datetime
    capacity: int | None
    needs_recommendation: bool
    fill: str
    nominate_until: datetime | None
    provinces: tuple[str, ...]
    """In alphabetical order; empty means all."""


class Trainings:
    """Reads of published trainings and their batches."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list(self, query: BatchQuery) -> tuple[ListedBatch, ...]:
        """All that fit, by start; self-paced ones without a capacity last."""
        rows = await self._connection.execute(_all_that_fit(query.asked), query.values)
        return tuple(_listed(row) for row in rows)

    async def page(self, query: BatchQuery, *, limit: int, offset: int) -> tuple[int, tuple[ListedBatch, ...]]:
        """How many fit in all, and a stretch of them in the order of `list`; 0 when the stretch lies past the end."""
        stretch = {"limit": limit, "offset": offset}
        rows = (await self._connection.execute(_a_stretch(query.asked), query.values | stretch)).all()
        return (rows[0].total if rows else 0), tuple(_listed(row) for row in rows)

    async def count(self, query: BatchQuery) -> int:
        """How many fit."""
        statement = _wanted(_joined(select(func.count(BatchRow.id))), query.asked)
        return int((await self._connection.execute(statement, query.values)).scalar_one())

    async def find(self, batch_id: int) -> StoredBatch | None:
        """The published batch with everything on its card."""
        statement = _joined(select(*_CARD)).where(BatchRow.id == batch_id, *_published())
        row = (await self._connection.execute(statement)).one_or_none()
        if row is None:
            return None
        return StoredBatch(**row._asdict(), provinces=await self._provinces(batch_id))

    async def list_by_code(self, code: str) -> tuple[ListedBatch, ...]:
        """The batch of this code, or all batches of the training of this code, by start."""
        statement = _lines().where(or_(BatchRow.code == code, TrainingRow.code == code), *_published())
        return tuple(_listed(row) for row in await self._connection.execute(_ordered(statement)))

    async def _provinces(self, batch_id: int) -> tuple[str, ...]:
        statement = select(BatchProvinceRow.province).where(BatchProvinceRow.batch_id == batch_id)
        return tuple((await self._connection.scalars(statement.order_by(BatchProvinceRow.province))).all())


_PROVINCE_COUNT = (
    select(func.count()).where(BatchProvinceRow.batch_id == BatchRow.id).correlate(BatchRow).scalar_subquery()
)
_LINE = (
    BatchRow.id,
    BatchRow.training_id,
    TrainingRow.code.label("training_code"),
    TrainingRow.title,
    TrainingRow.competency,
    TrainingRow.mode,
    TrainingRow.programme,
    BatchRow.number,
    BatchRow.host_id,
    AgencyRow.short_name.label("host_short_name"),
    BatchRow.starts_at,
    BatchRow.ends_at,
    BatchRow.registration_opens_at,
    BatchRow.registration_closes_at,
    BatchRow.capacity,
    _PROVINCE_COUNT.label("province_count"),
)
_CARD = (
    BatchRow.id,
    BatchRow.code,
    BatchRow.number,
    BatchRow.training_id,
    TrainingRow.code.label("training_code"),
    TrainingRow.title,
    TrainingRow.competency,
    TrainingRow.mode,
    TrainingRow.lesson_hours,
    TrainingRow.funding,
    TrainingRow.funding_note,
    TrainingRow.programme,
    TrainingRow.summary,
    TrainingRow.requirements,
    BatchRow.host_id,
    AgencyRow.name.label("host_name"),
    AgencyRow.short_name.label("host_short_name"),
    AgencyRow.zone.label("host_zone"),
    BatchRow.place,
    BatchRow.starts_at,
    BatchRow.ends_at,
    BatchRow.registration_opens_at,
    BatchRow.registration_closes_at,
    BatchRow.capacity,
    BatchRow.needs_recommendation,
    BatchRow.fill,
    BatchRow.nominate_until,
)


def _listed(row: Row[Any]) -> ListedBatch:
    values = row._asdict()
    values.pop("total", None)
    return ListedBatch(**values)


def _lines() -> Select[*tuple[Any, ...]]:
    return _joined(select(*_LINE))


def _joined(statement: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        statement.select_from(BatchRow)
        .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
        .join(AgencyRow, AgencyRow.id == BatchRow.host_id)
    )


def _ordered(statement: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    always_there = and_(TrainingRow.mode == SELF_PACED, BatchRow.capacity.is_(None))
    return statement.order_by(case((always_there, 1), else_=0), BatchRow.starts_at, BatchRow.id)


# Built once for each set of questions asked: browsing is what people do most, and building a statement costs as much
# as running it.
@lru_cache(maxsize=256)
def _all_that_fit(asked: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    return _ordered(_wanted(_lines(), asked))


@lru_cache(maxsize=256)
def _a_stretch(asked: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    counted = _lines().add_columns(func.count().over().label("total"))
    return _ordered(_wanted(counted, asked)).limit(bindparam("limit")).offset(bindparam("offset"))


def _wanted(statement: Select[*tuple[Any, ...]], asked: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    return statement.where(*_published(), *(_CONDITIONS[name] for name in asked))


def _published() -> tuple[ColumnElement[bool], ...]:
    return BatchRow.state == PUBLISHED, TrainingRow.state == PUBLISHED


_NAMED = exists().where(BatchProvinceRow.batch_id == BatchRow.id)
_BEGUN_OR_BEGINNING = or_(
    BatchRow.starts_at >= bindparam("runs_from"),
    and_(TrainingRow.mode == SELF_PACED, BatchRow.ends_at >= bindparam("runs_from")),
)
_CONDITIONS: dict[str, ColumnElement[bool]] = {
    "competency": TrainingRow.competency == bindparam("competency"),
    "mode": TrainingRow.mode == bindparam("mode"),
    "host_id": BatchRow.host_id == bindparam("host_id"),
    "training_id": BatchRow.training_id == bindparam("training_id"),
    "province": or_(~_NAMED, _NAMED.where(BatchProvinceRow.province == bindparam("province"))),
    "opened_by": BatchRow.registration_opens_at <= bindparam("opened_by"),
    "closes_after": BatchRow.registration_closes_at > bindparam("closes_after"),
    "ends_after": BatchRow.ends_at > bindparam("ends_after"),
    "runs_in": and_(BatchRow.starts_at < bindparam("runs_until"), _BEGUN_OR_BEGINNING),
}
"""What each question of a `BatchQuery` asks of a batch."""
