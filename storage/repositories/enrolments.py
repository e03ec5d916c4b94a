"""Enrolments as those see them who move them: where each stands, the line, and the history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, func, insert, literal_column, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.repositories.trainings import SELF_PACED
from storage.tables.agencies import AgencyRow, InvitationRow
from storage.tables.enrolments import EnrolmentMoveRow, EnrolmentRow, OfferRow
from storage.tables.people import PersonRow
from storage.tables.trainings import BatchRow, TrainingRow

ENDED: Final = ("declined", "expired", "cancelled")
"""The states that leave a person free to join again."""
# Spelled out instead of bound: a partial index serves only a condition that the planner can read.
IS_LIVE = EnrolmentRow.state.not_in([literal_column(f"'{state}'") for state in ENDED])
IS_WAITING = EnrolmentRow.state == literal_column("'waitlisted'")
IS_SURE = EnrolmentRow.state.in_([literal_column("'confirmed'"), literal_column("'attended'")])
MAY_WAIT: Final = ("submitted", "recommended", "waitlisted", "offered")
"""The states of those who are in line, or may come into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """A person's place in a batch."""

    id: int
    person_id: int
    batch_id: int
    pool_id: int | None
    state: str
    submitted_at: datetime
    letter_due_at: datetime | None
    letter_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEnrolment:
    """A place to be made."""

    person_id: int
    batch_id: int
    pool_id: int | None
    state: str
    submitted_at: datetime
    letter_due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A step of an enrolment's history. Details are plain values."""

    enrolment_id: int
    from_state: str | None
    to_state: str
    actor: str
    actor_id: int | None
    agency_id: int | None
    at: datetime
    reason: str | None
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Somebody in line, with what an offer to them needs to know."""

    id: int
    person_id: int
    zone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """A sure seat at the time of another batch."""

    person_id: int
    enrolment_id: int
    batch_id: int
    title: str
    number: int
    starts_at: datetime
    ends_at: datetime


_COLUMNS: tuple[Any, ...] = (
    EnrolmentRow.id,
    EnrolmentRow.person_id,
    EnrolmentRow.batch_id,
    EnrolmentRow.pool_id,
    EnrolmentRow.state,
    EnrolmentRow.submitted_at,
    EnrolmentRow.letter_due_at,
    EnrolmentRow.letter_at,
)
_BY_ID = select(*_COLUMNS).where(EnrolmentRow.id == bindparam("enrolment"))
_PEOPLE = EnrolmentRow.person_id.in_(bindparam("people", expanding=True))
_LIVE_OF = select(*_COLUMNS).where(_PEOPLE, EnrolmentRow.batch_id == bindparam("batch"), IS_LIVE)
_wanted = aliased(BatchRow)
_wanted_training = aliased(TrainingRow)
_OVERLAPPING = (
    select(
        EnrolmentRow.person_id,
        EnrolmentRow.id.label("enrolment_id"),
        EnrolmentRow.batch_id,
        TrainingRow.title,
        BatchRow.number,
        BatchRow.starts_at,
        BatchRow.ends_at,
    )
    .join(BatchRow, BatchRow.id == EnrolmentRow.batch_id)
    .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
    .join(_wanted, and_(BatchRow.starts_at < _wanted.ends_at, BatchRow.ends_at > _wanted.starts_at))
    .join(_wanted_training, _wanted_training.id == _wanted.training_id)
    .where(_PEOPLE, IS_SURE, TrainingRow.mode != SELF_PACED)
    .where(_wanted.id == bindparam("batch"), BatchRow.id != _wanted.id, _wanted_training.mode != SELF_PACED)
    .order_by(BatchRow.starts_at, BatchRow.id)
)
_WAITING: tuple[Any, ...] = (
    EnrolmentRow.id,
    EnrolmentRow.person_id,
    func.coalesce(PersonRow.zone, AgencyRow.zone).label("zone"),
)
_IN_LINE = (
    select(*_WAITING)
    .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
    .outerjoin(AgencyRow, AgencyRow.id == PersonRow.agency_id)
    .where(EnrolmentRow.batch_id == bindparam("batch"), IS_WAITING)
    .order_by(EnrolmentRow.submitted_at, EnrolmentRow.id)
    .limit(bindparam("most"))
)
_REACHABLE = PersonRow.unreachable_since.is_(None)
_HAS_LINE = select(EnrolmentRow.id).where(EnrolmentRow.batch_id == bindparam("batch"), IS_WAITING).limit(1)
_LINES = (
    select(EnrolmentRow.pool_id, func.count().label("waiting"))
    .where(EnrolmentRow.batch_id == bindparam("batch"), IS_WAITING)
    .group_by(EnrolmentRow.pool_id)
)
_LATEST = select(func.max(EnrolmentRow.submitted_at)).where(
    EnrolmentRow.batch_id == bindparam("batch"), EnrolmentRow.state.in_(MAY_WAIT)
)
_AHEAD = select(func.count()).where(
    EnrolmentRow.batch_id == bindparam("batch"),
    EnrolmentRow.pool_id == bindparam("pool"),
    IS_WAITING,
    or_(
        EnrolmentRow.submitted_at < bindparam("since"),
        and_(EnrolmentRow.submitted_at == bindparam("since"), EnrolmentRow.id < bindparam("enrolment")),
    ),
)


def _without_letter(now: datetime) -> tuple[ColumnElement[bool], ...]:
    due = EnrolmentRow.letter_due_at <= now
    return EnrolmentRow.state == literal_column("'submitted'"), EnrolmentRow.letter_at.is_(None), due


class Enrolments:
    """Rows of enrolments, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, new: NewEnrolment) -> int:
        """The new enrolment's id; fails on the index of live ones when the person has one in the batch already."""
        return (await self.add_all([new]))[0]

    async def add_all(self, new: Sequence[NewEnrolment]) -> tuple[int, ...]:
        """The ids of several, in their order: in line, who has the smaller one comes first.

        The caller holds the batch. Whoever comes later counts as coming no sooner, also where the clock stepped back.
        """
        latest = {batch_id: await self._latest(batch_id) for batch_id in {each.batch_id for each in new}}
        rows = [
            asdict(each)
            | {"changed_at": each.submitted_at}
            | {"submitted_at": max(each.submitted_at, latest[each.batch_id] or each.submitted_at)}
            for each in new
        ]
        return tuple(await self._connection.scalars(_ADD, rows)) if rows else ()

    async def find(self, enrolment_id: int) -> Enrolment | None:
        """The enrolment, whatever its state."""
        return await self._one(_BY_ID, enrolment=enrolment_id)

    async def find_live(self, person_id: int, batch_id: int) -> Enrolment | None:
        """The person's enrolment in the batch that has not ended."""
        return await self._one(_LIVE_OF, people=[person_id], batch=batch_id)

    async def find_live_of(self, person_ids: Sequence[int], batch_id: int) -> dict[int, Enrolment]:
        """The same of several people, by person."""
        rows = await self._connection.execute(_LIVE_OF, {"people": list(person_ids), "batch": batch_id})
        return {row.person_id: Enrolment(**row._asdict()) for row in rows}

    async def list_live(self, batch_id: int, states: Sequence[str] | None = None) -> tuple[Enrolment, ...]:
        """What has not ended in a batch, in the order of joining; `states` narrows it."""
        query = select(*_COLUMNS).where(EnrolmentRow.batch_id == batch_id, IS_LIVE)
        if states is not None:
            query = query.where(EnrolmentRow.state.in_(states))
        rows = await self._connection.execute(query.order_by(EnrolmentRow.submitted_at, EnrolmentRow.id))
        return tuple(Enrolment(**row._asdict()) for row in rows)

    async def list_batches_without_letter(self, *, now: datetime) -> tuple[int, ...]:
        """The batches in which a recommendation was due and none waits."""
        query = select(EnrolmentRow.batch_id).where(*_without_letter(now)).distinct()
        return tuple(await self._connection.scalars(query.order_by(EnrolmentRow.batch_id)))

    async def list_without_letter(self, batch_id: int, *, now: datetime) -> tuple[Enrolment, ...]:
        """The enrolments of a batch whose recommendation was due and for which none waits."""
        query = select(*_COLUMNS).where(EnrolmentRow.batch_id == batch_id, *_without_letter(now))
        rows = await self._connection.execute(query.order_by(EnrolmentRow.id))
        return tuple(Enrolment(**row._asdict()) for row in rows)

    async def list_live_of(self, person_id: int) -> tuple[Enrolment, ...]:
        """A person's enrolments that have not ended, by batch."""
        query = select(*_COLUMNS).where(EnrolmentRow.person_id == person_id, IS_LIVE)
        rows = await self._connection.execute(query.order_by(EnrolmentRow.batch_id))
        return tuple(Enrolment(**row._asdict()) for row in rows)

    async def list_overlapping(self, person_id: int, batch_id: int) -> tuple[Overlap, ...]:
        """The person's sure seats in other batches at the time of this one, by their start; fixed sessions only."""
        return (await self.list_overlapping_of([person_id], batch_id)).get(person_id, ())

    async def list_overlapping_of(self, person_ids: Sequence[int], batch_id: int) -> dict[int, tuple[Overlap, ...]]:
        """The same of several people, by person; those who have none are missing."""
        found: dict[int, tuple[Overlap, ...]] = {}
        values = {"people": list(person_ids), "batch": batch_id}
        for row in await self._connection.execute(_OVERLAPPING, values):
            found[row.person_id] = (*found.get(row.person_id, ()), Overlap(**row._asdict()))
        return found

    async def has_line(self, batch_id: int) -> bool:
        """Whether anybody is in line for the batch."""
        return await self._connection.scalar(_HAS_LINE, {"batch": batch_id}) is not None

    async def next_in_line(
        self, batch_id: int, *, provinces: Sequence[str], regional: bool, limit: int
    ) -> tuple[Waiting, ...]:
        """Who comes next and can be reached: of these provinces or (none named) of all, or of all regions."""
        query = _IN_LINE.where(_REACHABLE)
        if provinces:
            query = query.where(AgencyRow.province.in_(provinces))
        elif regional:
            query = query.where(AgencyRow.province.is_not(None))
        rows = await self._connection.execute(query, {"batch": batch_id, "most": limit})
        return tuple(Waiting(**row._asdict()) for row in rows)

    async def count_lines(self, batch_id: int) -> dict[int | None, int]:
        """How many are in the line of each pool; pools without a line are missing."""
        rows = await self._connection.execute(_LINES, {"batch": batch_id})
        return {row.pool_id: row.waiting for row in rows}

    async def place_in_line(self, enrolment_id: int, batch_id: int, pool_id: int | None, submitted_at: datetime) -> int:
        """The place from 1 in the line of the own pool."""
        values = {"batch": batch_id, "pool": pool_id, "since": submitted_at, "enrolment": enrolment_id}
        return int(await self._connection.scalar(_AHEAD, values) or 0) + 1

    async def count_in_line(self, pool_id: int) -> int:
        """How many are in line of a pool."""
        query = select(func.count()).where(EnrolmentRow.pool_id == pool_id, IS_WAITING)
        return int(await self._connection.scalar(query) or 0)

    async def move(self, move: Move, *, pool_id: int | None) -> bool:
        """Change the state and write it into the history; False, and nothing changed, when it is another by now."""
        statement = (
            update(EnrolmentRow)
            .where(EnrolmentRow.id == move.enrolment_id, EnrolmentRow.state == move.from_state)
            .values(state=move.to_state, changed_at=move.at, pool_id=pool_id)
        )
        if (await self._connection.execute(statement)).rowcount != 1:
            return False
        await self.record([move])
        return True

    async def record(self, moves: Sequence[Move]) -> None:
        """Write steps into the history."""
        if moves:
            await self._connection.execute(_RECORD, [asdict(move) for move in moves])

    async def set_letter(self, enrolment_id: int, *, file: str | None, at: datetime | None) -> None:
        """Keep where the letter is; None: there is none any more."""
        await self._connection.execute(
            update(EnrolmentRow).where(EnrolmentRow.id == enrolment_id).values(letter_file=file, letter_at=at)
        )

    async def set_coming(self, enrolment_id: int, *, person_id: int, at: datetime) -> bool:
        """Keep when a person with a sure seat said that they will come; False: they have none."""
        own = (EnrolmentRow.id == enrolment_id, EnrolmentRow.person_id == person_id, EnrolmentRow.state == "confirmed")
        statement = update(EnrolmentRow).where(*own).values(coming_at=func.coalesce(EnrolmentRow.coming_at, at))
        return (await self._connection.execute(statement)).rowcount == 1

    async def forget_coming(self, batch_id: int) -> None:
        """Nobody has said of this batch, as it is now, that they will come."""
        said = (EnrolmentRow.batch_id == batch_id, EnrolmentRow.coming_at.is_not(None))
        await self._connection.execute(update(EnrolmentRow).where(*said).values(coming_at=None))

    async def set_letter_due(self, enrolment_id: int, due: datetime) -> None:
        """Keep until when another letter is awaited."""
        await self._connection.execute(
            update(EnrolmentRow).where(EnrolmentRow.id == enrolment_id).values(letter_due_at=due)
        )

    async def delete_of(self, person_id: int) -> None:
        """Everything about a person's enrolments, their history and offers."""
        own = select(EnrolmentRow.id).where(EnrolmentRow.person_id == person_id)
        for row in (EnrolmentMoveRow, OfferRow, InvitationRow):
            await self._connection.execute(delete(row).where(row.enrolment_id.in_(own)))
        await self._connection.execute(delete(EnrolmentRow).where(EnrolmentRow.person_id == person_id))

    async def _latest(self, batch_id: int) -> datetime | None:
        return await self._connection.scalar(_LATEST, {"batch": batch_id})

    async def _one(self, query: Select[Any], **values: Any) -> Enrolment | None:
        row = (await self._connection.execute(query, values)).one_or_none()
        return Enrolment(**row._asdict()) if row else None


_RECORD = insert(EnrolmentMoveRow)
_ADD = insert(EnrolmentRow).returning(EnrolmentRow.id, sort_by_parameter_order=True)
