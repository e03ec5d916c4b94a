"""The people of a batch as its organizers look through them, and whom they may add."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.enrolments import IS_LIVE
from storage.repositories.people import VERIFIED
from storage.repositories.trainings import PUBLISHED
from storage.tables.agencies import AgencyRow, RosterRow
from storage.tables.enrolments import EnrolmentRow
from storage.tables.people import PersonRow
from storage.tables.seats import SeatPoolRow
from storage.tables.trainings import BatchRow, TrainingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody's enrolment in a batch. The NIP is encrypted; `unit` is as the staff list has it."""

    id: int
    person_id: int
    telegram_id: int
    batch_id: int
    name: str | None
    nip_cipher: bytes | None
    agency_id: int | None
    agency: str | None
    province: str | None
    unit: str | None
    state: str
    pool_key: str | None
    submitted_at: datetime
    letter_file: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody verified who may be added by hand."""

    person_id: int
    telegram_id: int
    name: str | None
    nip_cipher: bytes | None
    agency_id: int | None
    agency: str | None
    province: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody verified whose NIP stands in a file, as a batch sees them."""

    person_id: int
    telegram_id: int
    nip_lookup: bytes
    province: str | None
    left: bool
    """The staff lists say that they are not there any more."""
    is_here: bool
    """In the batch now."""
    was_here: bool
    """In the batch now, or before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostedBatch:
    """A batch as its host lists it."""

    id: int
    number: int
    title: str
    host_id: int
    host: str
    starts_at: datetime
    ends_at: datetime
    capacity: int | None
    state: str


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Whom a list is narrowed to: these states (None: all), this NIP, all of these words in the name."""

    states: Sequence[str] | None = None
    nip_lookup: bytes | None = None
    words: tuple[str, ...] = ()


EVERYBODY = Narrowing()

_unit = select(RosterRow.unit).where(RosterRow.nip_lookup == PersonRow.nip_lookup).limit(1).scalar_subquery()
_LINE: tuple[Any, ...] = (
    EnrolmentRow.id,
    EnrolmentRow.person_id,
    PersonRow.telegram_id,
    EnrolmentRow.batch_id,
    PersonRow.name,
    PersonRow.nip_cipher,
    PersonRow.agency_id,
    AgencyRow.short_name.label("agency"),
    AgencyRow.province,
    func.coalesce(PersonRow.unit, _unit).label("unit"),
    EnrolmentRow.state,
    SeatPoolRow.key.label("pool_key"),
    EnrolmentRow.submitted_at,
    EnrolmentRow.letter_file,
)
_LINES: Select[Any] = (
    select(*_LINE)
    .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
    .outerjoin(AgencyRow, AgencyRow.id == PersonRow.agency_id)
    .outerjoin(SeatPoolRow, SeatPoolRow.id == EnrolmentRow.pool_id)
)
_CANDIDATE: tuple[Any, ...] = (
    PersonRow.id.label("person_id"),
    PersonRow.telegram_id,
    PersonRow.name,
    PersonRow.nip_cipher,
    PersonRow.agency_id,
    AgencyRow.short_name.label("agency"),
    AgencyRow.province,
)
_CANDIDATES: Select[Any] = (
    select(*_CANDIDATE).outerjoin(AgencyRow, AgencyRow.id == PersonRow.agency_id).where(PersonRow.identity == VERIFIED)
)
_of_batch = (EnrolmentRow.person_id == PersonRow.id, EnrolmentRow.batch_id == bindparam("batch"))
_NAMED = (
    select(
        PersonRow.id.label("person_id"),
        PersonRow.telegram_id,
        PersonRow.nip_lookup,
        AgencyRow.province,
        exists().where(RosterRow.nip_lookup == PersonRow.nip_lookup, RosterRow.left_at.is_not(None)).label("left"),
        exists().where(*_of_batch, IS_LIVE).label("is_here"),
        exists().where(*_of_batch).label("was_here"),
    )
    .outerjoin(AgencyRow, AgencyRow.id == PersonRow.agency_id)
    .where(PersonRow.identity == VERIFIED, PersonRow.nip_lookup.in_(bindparam("lookups", expanding=True)))
)
_BATCH: tuple[Any, ...] = (
    BatchRow.id,
    BatchRow.number,
    TrainingRow.title,
    BatchRow.host_id,
    AgencyRow.short_name.label("host"),
    BatchRow.starts_at,
    BatchRow.ends_at,
    BatchRow.capacity,
    BatchRow.state,
)
_BATCHES: Select[Any] = (
    select(*_BATCH)
    .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
    .join(AgencyRow, AgencyRow.id == BatchRow.host_id)
)


class Participants:
    """Reads of the people of batches."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def count(self, batch_id: int) -> dict[str, int]:
        """How many enrolments of a batch stand in each state."""
        query = select(EnrolmentRow.state, func.count()).where(EnrolmentRow.batch_id == batch_id)
        rows = await self._connection.execute(query.group_by(EnrolmentRow.state))
        return {state: int(count) for state, count in rows}

    async def list(
        self, batch_id: int, narrowing: Narrowing = EVERYBODY, *, limit: int | None = None, offset: int = 0
    ) -> tuple[Participant, ...]:
        """In the order of joining."""
        query = _LINES.where(*_narrowed(batch_id, narrowing))
        query = query.order_by(EnrolmentRow.submitted_at, EnrolmentRow.id).limit(limit).offset(offset)
        return tuple(Participant(**row._asdict()) for row in await self._connection.execute(query))

    async def count_found(self, batch_id: int, narrowing: Narrowing) -> int:
        """How many the list above has in all."""
        query = select(func.count()).select_from(EnrolmentRow).where(*_narrowed(batch_id, narrowing))
        if narrowing.words or narrowing.nip_lookup is not None:
            query = query.join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
        return int(await self._connection.scalar(query) or 0)

    async def find(self, enrolment_id: int) -> Participant | None:
        """One of them."""
        row = (await self._connection.execute(_LINES.where(EnrolmentRow.id == enrolment_id))).one_or_none()
        return Participant(**row._asdict()) if row else None

    async def find_candidate(self, person_id: int) -> Candidate | None:
        """Somebody verified, by the number of their row."""
        row = (await self._connection.execute(_CANDIDATES.where(PersonRow.id == person_id))).one_or_none()
        return Candidate(**row._asdict()) if row else None

    async def list_candidates(
        self,
        *,
        nip_lookup: bytes | None = None,
        words: Sequence[str] = (),
        agencies: Collection[int] = (),
        limit: int,
    ) -> tuple[Candidate, ...]:
        """Verified people: who holds a NIP, or of these agencies with all of the words in their name."""
        if nip_lookup is not None:
            query = _CANDIDATES.where(PersonRow.nip_lookup == nip_lookup)
        else:
            query = _CANDIDATES.where(PersonRow.agency_id.in_(agencies), *_named(words))
        rows = await self._connection.execute(query.order_by(PersonRow.name, PersonRow.id).limit(limit))
        return tuple(Candidate(**row._asdict()) for row in rows)

    async def list_named(self, batch_id: int, nip_lookups: Sequence[bytes]) -> tuple[Named, ...]:
        """Who of these is verified; at most some hundred at a time."""
        values = {"batch": batch_id, "lookups": list(nip_lookups)}
        rows = await self._connection.execute(_NAMED, values)
        found = (row._asdict() for row in rows)
        return tuple(
            Named(**row | {name: bool(row[name]) for name in ("left", "is_here", "was_here")}) for row in found
        )

    async def find_batch(self, batch_id: int) -> HostedBatch | None:
        """A batch as its host lists it."""
        row = (await self._connection.execute(_BATCHES.where(BatchRow.id == batch_id))).one_or_none()
        return HostedBatch(**row._asdict()) if row else None

    async def are_sisters(self, batch_id: int, other_id: int) -> bool:
        """Whether two batches are different runs of one training by one host."""
        if batch_id == other_id:
            return False
        query = select(BatchRow.training_id, BatchRow.host_id).where(BatchRow.id.in_((batch_id, other_id))).distinct()
        return len((await self._connection.execute(query)).all()) == 1

    async def list_sisters(self, batch_id: int, *, starts_after: datetime, limit: int) -> tuple[HostedBatch, ...]:
        """The other published batches of the same training and host that have not begun, by start."""
        own = select(BatchRow.training_id, BatchRow.host_id).where(BatchRow.id == batch_id).subquery()
        query = _BATCHES.join(own, and_(own.c.training_id == BatchRow.training_id, own.c.host_id == BatchRow.host_id))
        query = query.where(BatchRow.id != batch_id, BatchRow.starts_at > starts_after)
        query = query.where(BatchRow.state == PUBLISHED, TrainingRow.state == PUBLISHED)
        rows = await self._connection.execute(query.order_by(BatchRow.starts_at, BatchRow.id).limit(limit))
        return tuple(HostedBatch(**row._asdict()) for row in rows)


def _narrowed(batch_id: int, narrowing: Narrowing) -> list[Any]:
    conditions: list[Any] = [EnrolmentRow.batch_id == batch_id, *_named(narrowing.words)]
    if narrowing.states is not None:
        conditions.append(EnrolmentRow.state.in_(narrowing.states))
    if narrowing.nip_lookup is not None:
        conditions.append(PersonRow.nip_lookup == narrowing.nip_lookup)
    return conditions


def _named(words: Sequence[str]) -> list[Any]:
    return [func.lower(PersonRow.name).contains(word, autoescape=True) for word in words]
