"""Seats that are held for one person until a deadline."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, insert, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.enrolments import EnrolmentRow, OfferRow
from storage.tables.people import PersonRow

OPEN = "open"
ACCEPTED = "accepted"
DECLINED = "declined"
EXPIRED = "expired"
WITHDRAWN = "withdrawn"
# Spelled out instead of bound: a partial index serves only a condition that the planner can read.
IS_OPEN = OfferRow.state == literal_column("'open'")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffer:
    """An offer to be made."""

    enrolment_id: int
    pool_id: int | None
    offered_at: datetime
    deadline_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer with whom it is to and for which batch."""

    id: int
    enrolment_id: int
    pool_id: int | None
    state: str
    offered_at: datetime
    deadline_at: datetime
    closed_at: datetime | None
    batch_id: int
    person_id: int
    telegram_id: int


class Offers:
    """Rows of offers, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, new: NewOffer) -> int:
        """The new offer's id; fails on the index of open ones when the enrolment has one."""
        statement = insert(OfferRow).values(asdict(new)).returning(OfferRow.id)
        return int((await self._connection.execute(statement)).scalar_one())

    async def find(self, offer_id: int) -> Offer | None:
        """The offer, whatever its state."""
        found = await self._list(OfferRow.id == offer_id)
        return found[0] if found else None

    async def find_open(self, enrolment_id: int) -> Offer | None:
        """The open offer of an enrolment."""
        found = await self._list(OfferRow.enrolment_id == enrolment_id, IS_OPEN)
        return found[0] if found else None

    async def list_open(self, batch_id: int) -> tuple[Offer, ...]:
        """The open offers of a batch, oldest first."""
        return await self._list(EnrolmentRow.batch_id == batch_id, IS_OPEN)

    async def list_lapsed(self, batch_id: int, *, now: datetime) -> tuple[Offer, ...]:
        """The open offers of a batch whose deadline has come, oldest first."""
        return await self._list(EnrolmentRow.batch_id == batch_id, IS_OPEN, OfferRow.deadline_at <= now)

    async def list_batches_with_lapsed(self, *, now: datetime) -> tuple[int, ...]:
        """The batches that have such offers."""
        query = (
            select(EnrolmentRow.batch_id)
            .join(OfferRow, OfferRow.enrolment_id == EnrolmentRow.id)
            .where(IS_OPEN, OfferRow.deadline_at <= now)
        )
        return tuple(await self._connection.scalars(query.distinct().order_by(EnrolmentRow.batch_id)))

    async def close(self, offer_id: int, state: str, *, at: datetime) -> bool:
        """End an open offer; False, and nothing changed, when it is open no more."""
        statement = update(OfferRow).where(OfferRow.id == offer_id, IS_OPEN).values(state=state, closed_at=at)
        return (await self._connection.execute(statement)).rowcount == 1

    async def _list(self, *conditions: ColumnElement[bool]) -> tuple[Offer, ...]:
        rows = await self._connection.execute(_OFFERS.where(*conditions))
        return tuple(Offer(**row._asdict()) for row in rows)


_COLUMNS: tuple[Any, ...] = (
    OfferRow.id,
    OfferRow.enrolment_id,
    OfferRow.pool_id,
    OfferRow.state,
    OfferRow.offered_at,
    OfferRow.deadline_at,
    OfferRow.closed_at,
    EnrolmentRow.batch_id,
    EnrolmentRow.person_id,
    PersonRow.telegram_id,
)
_OFFERS = (
    select(*_COLUMNS)
    .join(EnrolmentRow, EnrolmentRow.id == OfferRow.enrolment_id)
    .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
    .order_by(OfferRow.id)
)
