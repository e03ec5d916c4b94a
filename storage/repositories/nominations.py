"""Applicants of batches whose seats are given by nomination: who ranks them, in which order they stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, literal_column, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.repositories.agencies import BPSDM
from storage.repositories.batches import NOMINATION
from storage.repositories.trainings import PUBLISHED
from storage.tables.agencies import AgencyRow
from storage.tables.enrolments import EnrolmentMoveRow, EnrolmentRow
from storage.tables.people import PersonRow
from storage.tables.trainings import BatchRow, TrainingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Somebody who applied. `ready`: nothing is missing but the seat."""

    enrolment_id: int
    person_id: int
    telegram_id: int
    name: str | None
    nip_cipher: bytes | None
    agency: str | None
    province: str | None
    zone: str | None
    rank: int | None
    ready: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The applicants of one batch that one agency ranks, in figures."""

    batch_id: int
    ranker_id: int
    ranker: str
    title: str
    number: int
    nominate_until: datetime
    applicants: int
    ranked: int


_bpsdm = aliased(AgencyRow)
_of_province = (
    select(func.min(_bpsdm.id))
    .where(_bpsdm.kind == BPSDM, _bpsdm.province == AgencyRow.province)
    .correlate(AgencyRow)
    .scalar_subquery()
)
# A province's seats are one line, so its BPSDM ranks for all its offices; who has no BPSDM ranks for themselves.
_RANKER: ColumnElement[int] = func.coalesce(_of_province, AgencyRow.id)
_IN_IT = EnrolmentRow.state.in_([literal_column("'submitted'"), literal_column("'recommended'")])
IS_APPROVED = exists().where(
    EnrolmentMoveRow.enrolment_id == EnrolmentRow.id,
    EnrolmentMoveRow.actor == "organizer",
    EnrolmentMoveRow.to_state == "recommended",
)
"""An organizer of the host approved the recommendation, and the seat waits for the nomination."""
IS_READY = or_(
    and_(EnrolmentRow.state == literal_column("'submitted'"), EnrolmentRow.letter_due_at.is_(None)),
    and_(EnrolmentRow.state == literal_column("'recommended'"), IS_APPROVED),
)
_APPLICANT: tuple[Any, ...] = (
    EnrolmentRow.id.label("enrolment_id"),
    EnrolmentRow.person_id,
    PersonRow.telegram_id,
    PersonRow.name,
    PersonRow.nip_cipher,
    AgencyRow.short_name.label("agency"),
    AgencyRow.province,
    func.coalesce(PersonRow.zone, AgencyRow.zone).label("zone"),
    EnrolmentRow.rank,
    IS_READY.label("ready"),
)
_APPLICANTS = (
    select(*_APPLICANT)
    .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
    .outerjoin(AgencyRow, AgencyRow.id == PersonRow.agency_id)
)
_IN_ORDER = (EnrolmentRow.rank.is_(None), EnrolmentRow.rank, EnrolmentRow.submitted_at, EnrolmentRow.id)
_EACH = (
    select(
        EnrolmentRow.batch_id,
        EnrolmentRow.rank,
        PersonRow.telegram_id,
        _RANKER.label("ranker_id"),
    )
    .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
    .join(AgencyRow, AgencyRow.id == PersonRow.agency_id)
    .where(_IN_IT)
    .subquery()
)


class Nominations:
    """Rows of applicants, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list_groups(
        self, rankers: Collection[int] | None, *, now: datetime, but: int, batch_id: int | None = None
    ) -> tuple[Group, ...]:
        """What these agencies (None: all) may rank now, by deadline; without those in which account `but` applied."""
        own = func.sum(case((_EACH.c.telegram_id == but, 1), else_=0))
        query = (
            select(
                BatchRow.id.label("batch_id"),
                _EACH.c.ranker_id,
                AgencyRow.short_name.label("ranker"),
                TrainingRow.title,
                BatchRow.number,
                BatchRow.nominate_until,
                func.count().label("applicants"),
                func.count(_EACH.c.rank).label("ranked"),
            )
            .join(BatchRow, BatchRow.id == _EACH.c.batch_id)
            .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
            .join(AgencyRow, AgencyRow.id == _EACH.c.ranker_id)
            .where(BatchRow.state == PUBLISHED, TrainingRow.state == PUBLISHED, BatchRow.fill == NOMINATION)
            .where(BatchRow.nominated_at.is_(None), BatchRow.nominate_until > now, BatchRow.capacity.is_not(None))
            .group_by(
                BatchRow.id,
                _EACH.c.ranker_id,
                AgencyRow.short_name,
                TrainingRow.title,
                BatchRow.number,
                BatchRow.nominate_until,
            )
            .having(own == 0)
            .order_by(BatchRow.nominate_until, BatchRow.id, _EACH.c.ranker_id)
        )
        if rankers is not None:
            query = query.where(_EACH.c.ranker_id.in_(rankers))
        if batch_id is not None:
            query = query.where(BatchRow.id == batch_id)
        return tuple(Group(**row._asdict()) for row in await self._connection.execute(query))

    async def list_applicants(self, batch_id: int, ranker_id: int) -> tuple[Applicant, ...]:
        """Those whom one agency ranks, in the order of applying."""
        query = _APPLICANTS.where(EnrolmentRow.batch_id == batch_id, _IN_IT, _RANKER.in_([ranker_id]))
        return await self._list(query.order_by(EnrolmentRow.submitted_at, EnrolmentRow.id))

    async def list_ready(self, batch_id: int) -> tuple[Applicant, ...]:
        """Those of all agencies who lack nothing but a seat: by rank, then those without one by time."""
        query = _APPLICANTS.where(EnrolmentRow.batch_id == batch_id, IS_READY)
        return await self._list(query.order_by(*_IN_ORDER))

    async def list_due(self, *, now: datetime) -> tuple[int, ...]:
        """Batches whose nomination is over, and those that went back to first come, first served with applicants."""
        waits = and_(BatchRow.nominated_at.is_(None), BatchRow.capacity.is_not(None))
        over = and_(BatchRow.fill == NOMINATION, waits, BatchRow.nominate_until <= now)
        ready = exists().where(EnrolmentRow.batch_id == BatchRow.id, IS_READY)
        query = select(BatchRow.id).where(
            BatchRow.state == PUBLISHED, or_(over, and_(BatchRow.fill != NOMINATION, ready))
        )
        return tuple(await self._connection.scalars(query.order_by(BatchRow.id)))

    async def is_approved(self, enrolment_id: int) -> bool:
        """Whether the host approved the recommendation, and the seat waits for the nomination."""
        query = select(EnrolmentRow.id).where(
            EnrolmentRow.id == enrolment_id, EnrolmentRow.state == "recommended", IS_APPROVED
        )
        return await self._connection.scalar(query) is not None

    async def set_ranks(self, applicants: Sequence[int], order: Sequence[int]) -> None:
        """Give these applicants their place in the order, from 1; none to those that it leaves out."""
        places = {enrolment_id: place for place, enrolment_id in enumerate(order, 1)}
        for enrolment_id in applicants:
            statement = update(EnrolmentRow).where(EnrolmentRow.id == enrolment_id)
            await self._connection.execute(statement.values(rank=places.get(enrolment_id)))

    async def join_line(self, enrolment_id: int, *, at: datetime) -> None:
        """From when on somebody stands in line."""
        statement = update(EnrolmentRow).where(EnrolmentRow.id == enrolment_id).values(submitted_at=at)
        await self._connection.execute(statement)

    async def _list(self, query: Any) -> tuple[Applicant, ...]:
        return tuple(
            Applicant(**(row._asdict() | {"ready": bool(row.ready)})) for row in await self._connection.execute(query)
        )
