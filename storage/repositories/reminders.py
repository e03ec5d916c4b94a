"""What people are to be reminded of: why, when, and what became of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    false,
    literal,
    literal_column,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import UtcDateTime
from storage.dialect import insert_for
from storage.repositories.enrolments import ENDED
from storage.repositories.trainings import PUBLISHED, SELF_PACED
from storage.tables.agencies import AgencyRow
from storage.tables.enrolments import EnrolmentRow, OfferRow
from storage.tables.people import PersonRow
from storage.tables.reminders import HeldKindRow, ReminderRow, WatchRow
from storage.tables.trainings import BatchProvinceRow, BatchRow, TrainingRow

PLANNED, POSTED, DROPPED, WITHDRAWN = "planned", "posted", "dropped", "withdrawn"
# Spelled out instead of bound: a partial index serves only a condition that the planner can read.
IS_PLANNED = ReminderRow.state == literal_column("'planned'")
KEY = ("person_id", "kind", "batch_id", "about", "offset", "base_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A reason to remind somebody: of what, the moment it counts down to, and since when the reason holds."""

    person_id: int
    batch_id: int
    about: int
    base_at: datetime
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReminder:
    """A reminder to be kept; one whose moment was over before its reason began is kept as dropped."""

    person_id: int
    kind: str
    batch_id: int
    about: int
    offset: str
    base_at: datetime
    due_at: datetime
    until_at: datetime
    state: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One reminder, with what its person switched off."""

    id: int
    person_id: int
    kind: str
    batch_id: int
    about: int
    offset: str
    base_at: datetime
    due_at: datetime
    until_at: datetime
    state: str
    muted: list[str] | None


@dataclass(frozen=True, slots=True)
class About:
    """What a reminder says of its batch. `access` is for people with a sure seat."""

    title: str
    starts_at: datetime
    ends_at: datetime
    access: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that lies before a person: of which kind, when, and about what."""

    kind: str
    batch_id: int
    about: int
    base_at: datetime
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """How many people have a reason to be reminded, of one batch, counting down to one moment."""

    batch_id: int
    title: str
    number: int
    base_at: datetime
    count: int


def _of_enrolments(base: Any, since: Any, *conditions: ColumnElement[bool]) -> Select[Any]:
    return (
        select(
            EnrolmentRow.person_id,
            EnrolmentRow.batch_id,
            EnrolmentRow.id.label("about"),
            base.label("base_at"),
            since.label("since"),
        )
        .join(BatchRow, BatchRow.id == EnrolmentRow.batch_id)
        .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
        .where(BatchRow.state == PUBLISHED, TrainingRow.state == PUBLISHED, *conditions)
    )


def _of_watches(base: Any) -> Select[Any]:
    live = exists().where(
        EnrolmentRow.person_id == WatchRow.person_id,
        EnrolmentRow.batch_id == BatchRow.id,
        EnrolmentRow.state.not_in(ENDED),
    )
    named = exists().where(BatchProvinceRow.batch_id == BatchRow.id)
    own = exists().where(BatchProvinceRow.batch_id == BatchRow.id, BatchProvinceRow.province == AgencyRow.province)
    return (
        select(
            WatchRow.person_id,
            BatchRow.id.label("batch_id"),
            literal(0).label("about"),
            base.label("base_at"),
            WatchRow.at.label("since"),
        )
        .join(TrainingRow, TrainingRow.id == WatchRow.training_id)
        .join(BatchRow, BatchRow.training_id == TrainingRow.id)
        .join(PersonRow, PersonRow.id == WatchRow.person_id)
        .outerjoin(AgencyRow, AgencyRow.id == PersonRow.agency_id)
        .where(BatchRow.state == PUBLISHED, TrainingRow.state == PUBLISHED, ~live, or_(~named, own))
    )


_OFFERS = (
    select(
        EnrolmentRow.person_id,
        EnrolmentRow.batch_id,
        OfferRow.id.label("about"),
        OfferRow.deadline_at.label("base_at"),
        OfferRow.offered_at.label("since"),
    )
    .join(EnrolmentRow, EnrolmentRow.id == OfferRow.enrolment_id)
    .join(BatchRow, BatchRow.id == EnrolmentRow.batch_id)
    .where(OfferRow.state == literal_column("'open'"), BatchRow.state == PUBLISHED)
)

CAUSES: Mapping[str, Any] = {
    "start": _of_enrolments(
        BatchRow.starts_at,
        EnrolmentRow.changed_at,
        EnrolmentRow.state == "confirmed",
        TrainingRow.mode != SELF_PACED,
    ).subquery("starts"),
    "letter": _of_enrolments(
        EnrolmentRow.letter_due_at,
        EnrolmentRow.submitted_at,
        EnrolmentRow.state == "submitted",
        EnrolmentRow.letter_at.is_(None),
        EnrolmentRow.letter_due_at.is_not(None),
    ).subquery("letters"),
    "offer": _OFFERS.subquery("offered"),
    "closing": _of_watches(BatchRow.registration_closes_at).subquery("closing"),
    "opening": _of_watches(BatchRow.registration_opens_at).subquery("opening"),
}
"""For each kind who is to be reminded of what. The same is asked again before it is said: is it still so?"""


class Reminders:
    """Rows of reminders, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list_causes(
        self, kind: str, offset: str, *, after: datetime, until: datetime, limit: int
    ) -> tuple[Cause, ...]:
        """Reasons that count down to a moment after `after`, until `until`, and have no such reminder yet."""
        causes = CAUSES[kind]
        there = exists().where(
            ReminderRow.person_id == causes.c.person_id,
            ReminderRow.kind == kind,
            ReminderRow.batch_id == causes.c.batch_id,
            ReminderRow.about == causes.c.about,
            ReminderRow.offset == offset,
            ReminderRow.base_at == causes.c.base_at,
        )
        query = select(causes).where(causes.c.base_at > after, causes.c.base_at <= until, ~there).limit(limit)
        return tuple(Cause(**row._mapping) for row in await self._connection.execute(query))

    async def list_true(self, kind: str, ids: Collection[int]) -> dict[int, About]:
        """Of these reminders of one kind those for which there is still the reason that they were planned for."""
        rows = await self._connection.execute(_TRUE[kind], {"ids": list(ids)})
        return {row.id: About(row.title, row.starts_at, row.ends_at, row.access) for row in rows}

    async def list_agenda(self, person_id: int, *, after: datetime, until: datetime) -> tuple[Entry, ...]:
        """What lies before one person, the nearest first."""
        found: list[Entry] = []
        for kind, causes in CAUSES.items():
            query = (
                select(causes.c.batch_id, causes.c.about, causes.c.base_at, TrainingRow.title)
                .join(BatchRow, BatchRow.id == causes.c.batch_id)
                .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
                .where(causes.c.person_id == person_id, causes.c.base_at > after, causes.c.base_at <= until)
            )
            found += [Entry(kind=kind, **row._mapping) for row in await self._connection.execute(query)]
        return tuple(sorted(found, key=lambda entry: (entry.base_at, entry.batch_id, entry.kind)))

    async def watch(self, person_id: int, batch_id: int, *, at: datetime) -> bool:
        """Keep that a person wants to hear of a batch's training; False: there is no such batch."""
        training = await self._connection.scalar(select(BatchRow.training_id).where(BatchRow.id == batch_id))
        if training is None:
            return False
        insert = insert_for(self._connection, WatchRow).values(person_id=person_id, training_id=training, at=at)
        await self._connection.execute(insert.on_conflict_do_nothing(index_elements=["person_id", "training_id"]))
        return True

    async def unwatch(self, person_id: int, batch_id: int) -> None:
        """The person wants to hear of it no more."""
        training = select(BatchRow.training_id).where(BatchRow.id == batch_id).scalar_subquery()
        await self._connection.execute(
            delete(WatchRow).where(WatchRow.person_id == person_id, WatchRow.training_id == training)
        )

    async def is_watched(self, person_id: int, batch_id: int) -> bool:
        """Whether the person wants to hear of the batch's training."""
        query = select(
            exists().where(
                WatchRow.person_id == person_id,
                WatchRow.training_id == BatchRow.training_id,
                BatchRow.id == batch_id,
            )
        )
        return bool(await self._connection.scalar(query))

    async def forecast(
        self, kind: str, hosts: Collection[int] | None, *, after: datetime, until: datetime
    ) -> list[Any]:
        """How many reasons there are for each batch of these hosts (None: all) and moment, the nearest first."""
        causes = CAUSES[kind]
        query = (
            select(
                causes.c.batch_id,
                TrainingRow.title,
                BatchRow.number,
                causes.c.base_at,
                literal_column("count(*)").label("count"),
            )
            .join(BatchRow, BatchRow.id == causes.c.batch_id)
            .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
            .where(causes.c.base_at > after, causes.c.base_at <= until, _hosted(hosts))
            .group_by(causes.c.batch_id, TrainingRow.title, BatchRow.number, causes.c.base_at)
            .order_by(causes.c.base_at, causes.c.batch_id)
        )
        return [Forecast(**row._mapping) for row in await self._connection.execute(query)]

    async def add(self, new: Sequence[NewReminder]) -> None:
        """Keep them; those that are there already stay as they are."""
        if new:
            statement = insert_for(self._connection, ReminderRow).on_conflict_do_nothing(index_elements=KEY)
            await self._connection.execute(statement, [asdict(one) for one in new])

    async def list_due(self, *, now: datetime, limit: int) -> tuple[int, ...]:
        """The people of whom something is due and not held back, the longest due first; once for each thing.

        People who cannot be reached are left alone.
        """
        return tuple(await self._connection.scalars(_DUE, {"now": now, "most": limit}))

    async def list_due_of(self, people: Collection[int], *, until: datetime) -> tuple[Reminder, ...]:
        """What falls due to these people until then, and is not held back."""
        query = _REMINDERS.where(IS_PLANNED, ReminderRow.person_id.in_(people), ReminderRow.due_at <= until, ~_HELD)
        return await self._list(query.order_by(ReminderRow.due_at, ReminderRow.id))

    async def list_by_ids(self, ids: Collection[int]) -> tuple[Reminder, ...]:
        """These reminders, whatever became of them."""
        found = await self._connection.execute(_BY_IDS, {"ids": list(ids)})
        return tuple(Reminder(**row._mapping) for row in found)

    async def settle(self, ids: Collection[int], state: str) -> None:
        """Write what became of planned reminders."""
        if ids:
            await self._connection.execute(
                update(ReminderRow).where(ReminderRow.id.in_(ids), IS_PLANNED).values(state=state)
            )

    async def hold(self, agency_id: int, kind: str, *, hold: bool, at: datetime) -> bool:
        """Hold a kind back for an agency, or let it go; False, and nothing changed, when it is so already."""
        if hold:
            insert = insert_for(self._connection, HeldKindRow).values(agency_id=agency_id, kind=kind, at=at)
            statement: Any = insert.on_conflict_do_nothing(index_elements=["agency_id", "kind"])
        else:
            statement = delete(HeldKindRow).where(HeldKindRow.agency_id == agency_id, HeldKindRow.kind == kind)
        return bool((await self._connection.execute(statement)).rowcount)

    async def list_held(self, agencies: Collection[int]) -> set[tuple[int, str]]:
        """Which kinds these agencies hold back."""
        query = select(HeldKindRow.agency_id, HeldKindRow.kind).where(HeldKindRow.agency_id.in_(agencies))
        return {(row.agency_id, row.kind) for row in await self._connection.execute(query)}

    async def _list(self, query: Select[Any]) -> tuple[Reminder, ...]:
        return tuple(Reminder(**row._mapping) for row in await self._connection.execute(query))


def _hosted(hosts: Collection[int] | None) -> ColumnElement[bool]:
    if hosts is None:
        return true()
    return BatchRow.host_id.in_(hosts) if hosts else false()


_HELD = exists().where(
    and_(
        BatchRow.id == ReminderRow.batch_id,
        HeldKindRow.agency_id == BatchRow.host_id,
        HeldKindRow.kind == ReminderRow.kind,
    )
)
_COLUMNS: tuple[Any, ...] = (
    ReminderRow.id,
    ReminderRow.person_id,
    ReminderRow.kind,
    ReminderRow.batch_id,
    ReminderRow.about,
    ReminderRow.offset,
    ReminderRow.base_at,
    ReminderRow.due_at,
    ReminderRow.until_at,
    ReminderRow.state,
    PersonRow.muted,
)
_REMINDERS = select(*_COLUMNS).join(PersonRow, PersonRow.id == ReminderRow.person_id)
# Built once: they are asked every second or for every message, and to build them would take longer than to answer.
_BY_IDS = _REMINDERS.where(ReminderRow.id.in_(bindparam("ids", expanding=True))).order_by(
    ReminderRow.base_at, ReminderRow.id
)


def _true(causes: Any) -> Any:
    same = (
        getattr(causes.c, name) == getattr(ReminderRow, name) for name in ("person_id", "batch_id", "about", "base_at")
    )
    return (
        select(ReminderRow.id, TrainingRow.title, BatchRow.starts_at, BatchRow.ends_at, BatchRow.access)
        .join(causes, and_(*same))
        .join(BatchRow, BatchRow.id == ReminderRow.batch_id)
        .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
        .where(ReminderRow.id.in_(bindparam("ids", expanding=True)))
    )


_TRUE = {kind: _true(causes) for kind, causes in CAUSES.items()}
_DUE = (
    select(ReminderRow.person_id)
    .join(PersonRow, PersonRow.id == ReminderRow.person_id)
    .where(
        IS_PLANNED,
        ReminderRow.due_at <= bindparam("now", type_=UtcDateTime),
        ~_HELD,
        PersonRow.unreachable_since.is_(None),
    )
    .order_by(ReminderRow.due_at, ReminderRow.id)
    .limit(bindparam("most"))
)
