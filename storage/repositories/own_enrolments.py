"""Enrolments to be looked at: a person's own, with their batch and history, and those that wait for an organizer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.repositories.enrolments import ENDED
from storage.repositories.nominations import IS_APPROVED
from storage.repositories.offers import IS_OPEN
from storage.tables.agencies import AgencyRow, RoleRow
from storage.tables.enrolments import EnrolmentMoveRow, EnrolmentRow, OfferRow
from storage.tables.people import PersonRow
from storage.tables.seats import SeatPoolRow
from storage.tables.trainings import BatchRow, TrainingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentLine:
    """An enrolment with what its screen shows of the batch, the pool and an open offer."""

    id: int
    person_id: int
    telegram_id: int
    state: str
    submitted_at: datetime
    changed_at: datetime
    letter_due_at: datetime | None
    letter_at: datetime | None
    letter_file: str | None
    batch_id: int
    number: int
    title: str
    mode: str
    lesson_hours: int
    host_short_name: str
    place: str | None
    access: str | None
    starts_at: datetime
    ends_at: datetime
    pool_key: str | None
    pool_taken: int | None
    pool_size: int | None
    offer_id: int | None
    offer_deadline_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the history. `by` names the organizer's agency, or the superior."""

    from_state: str | None
    to_state: str
    actor: str
    by: str | None
    at: datetime
    reason: str | None
    details: dict[str, Any]


_person = aliased(PersonRow)
_host = aliased(AgencyRow)
_role_name = (
    select(RoleRow.name)
    .where(RoleRow.telegram_id == _person.telegram_id, RoleRow.name.is_not(None))
    .order_by(RoleRow.id)
    .limit(1)
    .scalar_subquery()
)
_LINE: tuple[Any, ...] = (
    EnrolmentRow.id,
    EnrolmentRow.person_id,
    PersonRow.telegram_id,
    EnrolmentRow.state,
    EnrolmentRow.submitted_at,
    EnrolmentRow.changed_at,
    EnrolmentRow.letter_due_at,
    EnrolmentRow.letter_at,
    EnrolmentRow.letter_file,
    EnrolmentRow.batch_id,
    BatchRow.number,
    TrainingRow.title,
    TrainingRow.mode,
    TrainingRow.lesson_hours,
    _host.short_name.label("host_short_name"),
    BatchRow.place,
    BatchRow.access,
    BatchRow.starts_at,
    BatchRow.ends_at,
    SeatPoolRow.key.label("pool_key"),
    SeatPoolRow.taken.label("pool_taken"),
    SeatPoolRow.size.label("pool_size"),
    OfferRow.id.label("offer_id"),
    OfferRow.deadline_at.label("offer_deadline_at"),
)
_LINES: Select[Any] = (
    select(*_LINE)
    .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
    .join(BatchRow, BatchRow.id == EnrolmentRow.batch_id)
    .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
    .join(_host, _host.id == BatchRow.host_id)
    .outerjoin(OfferRow, and_(OfferRow.enrolment_id == EnrolmentRow.id, IS_OPEN))
    .outerjoin(SeatPoolRow, SeatPoolRow.id == EnrolmentRow.pool_id)
)
_STEPS: tuple[Any, ...] = (
    EnrolmentMoveRow.from_state,
    EnrolmentMoveRow.to_state,
    EnrolmentMoveRow.actor,
    EnrolmentMoveRow.at,
    EnrolmentMoveRow.reason,
    EnrolmentMoveRow.details,
    AgencyRow.short_name,
    _person.name,
)


class OwnEnrolments:
    """Reads of enrolments for those they concern."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list(self, telegram_id: int, *, ended: bool) -> tuple[EnrolmentLine, ...]:
        """A person's enrolments by start; those that ended, the latest first."""
        in_part = EnrolmentRow.state.in_(ENDED) if ended else EnrolmentRow.state.not_in(ENDED)
        query = _LINES.where(PersonRow.telegram_id == telegram_id, in_part)
        order = (EnrolmentRow.changed_at.desc(), EnrolmentRow.id.desc()) if ended else (BatchRow.starts_at, BatchRow.id)
        return tuple(EnrolmentLine(**row._asdict()) for row in await self._connection.execute(query.order_by(*order)))

    async def find(self, enrolment_id: int) -> EnrolmentLine | None:
        """One enrolment."""
        row = (await self._connection.execute(_LINES.where(EnrolmentRow.id == enrolment_id))).one_or_none()
        return EnrolmentLine(**row._asdict()) if row else None

    async def list_steps(self, enrolment_id: int) -> tuple[Step, ...]:
        """The history of an enrolment, oldest first."""
        query = (
            select(*_STEPS)
            .outerjoin(AgencyRow, AgencyRow.id == EnrolmentMoveRow.agency_id)
            .outerjoin(_person, _person.id == EnrolmentMoveRow.actor_id)
            .where(EnrolmentMoveRow.enrolment_id == enrolment_id)
            .order_by(EnrolmentMoveRow.id)
        )
        return tuple(_step(tuple(row)) for row in await self._connection.execute(query))

    async def last_decision(self, enrolment_id: int) -> tuple[str | None, datetime] | None:
        """Which organizer decided last, by the name of their role (None: an admin without one), and when."""
        query = (
            select(func.coalesce(_role_name, _person.name).label("by"), EnrolmentMoveRow.at)
            .outerjoin(_person, _person.id == EnrolmentMoveRow.actor_id)
            .where(EnrolmentMoveRow.enrolment_id == enrolment_id, EnrolmentMoveRow.actor == "organizer")
            .order_by(EnrolmentMoveRow.id.desc())
            .limit(1)
        )
        row = (await self._connection.execute(query)).one_or_none()
        return (row.by, row.at) if row else None

    async def list_recommended(self, hosts: Collection[int] | None, *, but: int) -> tuple[int, ...]:
        """Enrolments whose recommendation these hosts (None: all) look at, in order; without those of account `but`."""
        handed_in = and_(EnrolmentRow.state == "submitted", EnrolmentRow.letter_at.is_not(None))
        given = and_(EnrolmentRow.state == "recommended", ~IS_APPROVED)
        query = (
            select(EnrolmentRow.id)
            .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
            .join(BatchRow, BatchRow.id == EnrolmentRow.batch_id)
            .where(or_(given, handed_in), PersonRow.telegram_id != but)
            .order_by(EnrolmentRow.submitted_at, EnrolmentRow.id)
        )
        if hosts is not None:
            query = query.where(BatchRow.host_id.in_(hosts))
        return tuple(await self._connection.scalars(query))


def _step(row: tuple[Any, ...]) -> Step:
    from_state, to_state, actor, at, reason, details, agency, name = row
    named = {"organizer": agency, "superior": name}.get(actor)
    return Step(from_state=from_state, to_state=to_state, actor=actor, by=named, at=at, reason=reason, details=details)
