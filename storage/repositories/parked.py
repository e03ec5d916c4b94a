"""Deliveries that nothing will send by itself any more: refused, or perhaps arrived and sent at most once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, case, cast, func, literal_column, not_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.broadcasts import KIND as BROADCAST
from storage.repositories.copies import DELETE, EDIT
from storage.tables.agencies import AgencyRow
from storage.tables.broadcasts import BroadcastRow
from storage.tables.enrolments import EnrolmentRow
from storage.tables.helpdesk import TicketRow
from storage.tables.knowledge import FaqRow
from storage.tables.outbox import DeliveryRow
from storage.tables.people import PersonRow, VerificationRow
from storage.tables.trainings import BatchRow

# Spelled out instead of bound: a partial index serves only a condition that the planner can read.
IS_PARKED = DeliveryRow.state.in_([literal_column("'failed'"), literal_column("'unknown'")])


@dataclass(frozen=True, slots=True)
class Parked:
    """One of them. `agency_id`: the agency that it is about; None: nobody but admins looks after it."""

    id: int
    kind: str
    state: str
    attempt: int
    reason: str | None
    done_at: datetime | None
    person_id: int
    person_name: str | None
    person_agency_id: int | None
    person_agency: str | None
    agency_id: int | None


class ParkedDeliveries:
    """Those to people who can be reached, within one transaction of the caller's. Agencies None: all of them."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list(self, agencies: Collection[int] | None, *, skip: int, limit: int) -> tuple[Parked, ...]:
        """A part of them, the newest first."""
        query = _of(_PARKED, agencies).where(not_(_AWAY))
        query = query.order_by(DeliveryRow.id.desc()).offset(skip).limit(limit)
        return tuple(Parked(*row) for row in await self._connection.execute(query))

    async def count(self, agencies: Collection[int] | None) -> tuple[int, int]:
        """How many, and how many more to people who cannot be reached."""
        away = func.sum(case((_AWAY, 1), else_=0))
        row = (await self._connection.execute(_of(_COUNT.add_columns(away), agencies))).one()
        return row[0] - (row[1] or 0), row[1] or 0

    async def find(self, delivery_id: int) -> Parked | None:
        """One delivery with its agency, whatever its state."""
        row = (await self._connection.execute(_DELIVERY.where(DeliveryRow.id == delivery_id))).first()
        return Parked(*row) if row else None

    async def requeue(self, delivery_id: int, *, attempt: int, now: datetime) -> bool:
        """Let it be sent once more; False when it was since then, or is being sent."""
        statement = (
            update(DeliveryRow)
            .where(DeliveryRow.id == delivery_id, IS_PARKED, DeliveryRow.attempt == attempt)
            .values(state="queued", due_at=now, done_at=None, reason=None)
        )
        return (await self._connection.execute(statement)).rowcount > 0


def _of(query: Select[Any], agencies: Collection[int] | None) -> Select[Any]:
    return query if agencies is None else query.where(_AGENCY.in_(agencies))


def _numbered(prefix: str, *conditions: ColumnElement[bool]) -> ColumnElement[int | None]:
    """The number in a subject such as `enrolment:7`; NULL in any other."""
    number = func.substr(DeliveryRow.subject, len(prefix) + 1)
    is_number = and_(number != "", func.trim(number, "0123456789") == "")
    return case(
        (and_(DeliveryRow.subject.startswith(prefix), is_number, *conditions), cast(number, Integer)), else_=None
    )


_AWAY = and_(PersonRow.unreachable_since.is_not(None), DeliveryRow.chat_id.is_(None))
_ENROLMENT = _numbered("enrolment:")
_BATCH = func.coalesce(EnrolmentRow.batch_id, _numbered("batch:"))
_BROADCAST = _numbered("", DeliveryRow.kind.in_([BROADCAST, EDIT, DELETE]))
_AGENCY = func.coalesce(
    BatchRow.host_id, VerificationRow.agency_id, TicketRow.agency_id, FaqRow.agency_id, BroadcastRow.agency_id
)
_JOINED = (
    DeliveryRow.__table__.join(PersonRow.__table__, PersonRow.id == DeliveryRow.person_id)
    .outerjoin(AgencyRow.__table__, AgencyRow.id == PersonRow.agency_id)
    .outerjoin(EnrolmentRow.__table__, EnrolmentRow.id == _ENROLMENT)
    .outerjoin(BatchRow.__table__, BatchRow.id == _BATCH)
    .outerjoin(VerificationRow.__table__, VerificationRow.id == _numbered("verification:"))
    .outerjoin(TicketRow.__table__, TicketRow.id == _numbered("ticket:"))
    .outerjoin(FaqRow.__table__, FaqRow.id == _numbered("faq:"))
    .outerjoin(BroadcastRow.__table__, BroadcastRow.id == _BROADCAST)
)
_COLUMNS: tuple[Any, ...] = (
    DeliveryRow.id,
    DeliveryRow.kind,
    DeliveryRow.state,
    DeliveryRow.attempt,
    DeliveryRow.reason,
    DeliveryRow.done_at,
    PersonRow.id,
    PersonRow.name,
    PersonRow.agency_id,
    AgencyRow.short_name,
    _AGENCY,
)
_DELIVERY: Select[Any] = select(*_COLUMNS).select_from(_JOINED)
_PARKED: Select[Any] = _DELIVERY.where(IS_PARKED)
_COUNT: Select[Any] = select(func.count()).select_from(_JOINED).where(IS_PARKED)
