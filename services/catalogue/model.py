"""What the catalogue answers with: data without words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from services.catalogue.months import month_of, months_between
from storage.repositories.trainings import SELF_PACED, ListedBatch, StoredBatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What someone looks for; None means anything."""

    competency: str | None = None
    mode: str | None = None
    host_id: int | None = None
    month: str | None = None
    """"2026-12": starts in it or, where it is self-paced, can be followed in it."""
    province: str | None = None
    open_only: bool = True
    """False adds those whose registration opens later; closed ones are never listed."""


class RegistrationState(StrEnum):
    """Where a batch's registration stands at a moment."""

    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Registration:
    """Open from the first moment (included) to the second (excluded)."""

    opens_at: datetime
    closes_at: datetime
    state: RegistrationState

    @classmethod
    def at(cls, now: datetime, *, opens_at: datetime, closes_at: datetime) -> Registration:
        """The registration as it stands now."""
        if now < opens_at:
            return cls(opens_at, closes_at, RegistrationState.UPCOMING)
        state = RegistrationState.OPEN if now < closes_at else RegistrationState.CLOSED
        return cls(opens_at, closes_at, state)


class SeatsKind(StrEnum):
    """How a batch gives its seats away."""

    UNLIMITED = "unlimited"
    LIMITED = "limited"


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats of a batch. How many are taken, and each province's share, come with the seat plan."""

    kind: SeatsKind
    capacity: int | None = None
    provinces: int = 0
    """How many provinces may send people; 0 means all."""

    @classmethod
    def of(cls, capacity: int | None, provinces: int) -> Seats:
        """A batch without a capacity takes everyone."""
        return cls(SeatsKind.UNLIMITED if capacity is None else SeatsKind.LIMITED, capacity, provinces)


@dataclass(frozen=True, slots=True)
class Host:
    """The agency that hosts a batch."""

    id: int
    short_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLine:
    """A batch as one line of a list."""

    id: int
    training_code: str
    title: str
    competency: str
    mode: str
    number: int
    host: str
    """The host's short name."""
    starts_at: datetime
    ends_at: datetime
    capacity: int | None
    seats: Seats
    registration: Registration

    @property
    def is_self_paced(self) -> bool:
        return self.mode == SELF_PACED


@dataclass(frozen=True, slots=True)
class Page:
    """A page of lines. Pages are counted from 1; an empty catalogue has one empty page."""

    items: tuple[BatchLine, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchCard:
    """Everything there is to know about a batch before one enrols."""

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
    """Who pays the course: APBN, APBD, BLU or PNBP."""
    funding_note: str
    """Who pays course, travel and allowance, in a sentence of the organizer's."""
    programme: str | None
    summary: str
    requirements: str | None
    host: Host
    host_name: str
    host_zone: str
    place: str | None
    starts_at: datetime
    ends_at: datetime
    registration: Registration
    seats: Seats
    needs_recommendation: bool
    provinces: tuple[str, ...]
    """Short names of the provinces whose people may join; empty means all."""
    fill: str = "first-come"
    nominate_until: datetime | None = None
    """Until when agencies rank their applicants, where seats are given by nomination."""

    @property
    def is_self_paced(self) -> bool:
        return self.mode == SELF_PACED

    def is_for(self, province: str | None) -> bool:
        """Whether people of this province may join; unknown provinces only join what is for all."""
        return not self.provinces or province in self.provinces


@dataclass(frozen=True, slots=True)
class Choices:
    """What a filter can be set to so that something is found: keys, and hosts by name."""

    competencies: tuple[str, ...]
    modes: tuple[str, ...]
    hosts: tuple[Host, ...]
    months: tuple[str, ...]


def line_of(batch: ListedBatch, now: datetime) -> BatchLine:
    """The line a stored batch makes at this moment."""
    return BatchLine(
        id=batch.id,
        training_code=batch.training_code,
        title=batch.title,
        competency=batch.competency,
        mode=batch.mode,
        number=batch.number,
        host=batch.host_short_name,
        starts_at=batch.starts_at,
        ends_at=batch.ends_at,
        capacity=batch.capacity,
        seats=Seats.of(batch.capacity, batch.province_count),
        registration=_registration(batch, now),
    )


def card_of(batch: StoredBatch, now: datetime) -> BatchCard:
    """The card a stored batch makes at this moment."""
    return BatchCard(
        id=batch.id,
        code=batch.code,
        number=batch.number,
        training_id=batch.training_id,
        training_code=batch.training_code,
        title=batch.title,
        competency=batch.competency,
        mode=batch.mode,
        lesson_hours=batch.lesson_hours,
        funding=batch.funding,
        funding_note=batch.funding_note,
        programme=batch.programme,
        summary=batch.summary,
        requirements=batch.requirements,
        host=Host(batch.host_id, batch.host_short_name),
        host_name=batch.host_name,
        host_zone=batch.host_zone,
        place=batch.place,
        starts_at=batch.starts_at,
        ends_at=batch.ends_at,
        registration=_registration(batch, now),
        seats=Seats.of(batch.capacity, len(batch.provinces)),
        needs_recommendation=batch.needs_recommendation,
        provinces=batch.provinces,
        fill=batch.fill,
        nominate_until=batch.nominate_until,
    )


def months_of(batch: ListedBatch, now: datetime) -> tuple[str, ...]:
    """The months a filter finds it in: its first or, where it is self-paced, all that are not over."""
    first = month_of(batch.starts_at)
    if batch.mode != SELF_PACED:
        return (first,)
    return months_between(max(first, month_of(now)), month_of(batch.ends_at))


def _registration(batch: ListedBatch | StoredBatch, now: datetime) -> Registration:
    return Registration.at(now, opens_at=batch.registration_opens_at, closes_at=batch.registration_closes_at)
