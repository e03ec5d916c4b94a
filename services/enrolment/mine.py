"""Pendaftaran saya: where each own enrolment stands, how it came there, and what can still be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.enrolment.cancel import CAN_BE_LEFT
from services.enrolment.dates import cancel_until
from services.enrolment.enrol import place_of
from services.enrolment.moves import State
from services.errors import Refusal
from storage.database import Database
from storage.repositories.batches import Batches
from storage.repositories.enrolments import Enrolments
from storage.repositories.offers import Offer, Offers
from storage.repositories.own_enrolments import EnrolmentLine, OwnEnrolments, Step
from storage.repositories.people import People

__all__ = ["EnrolmentLine", "EnrolmentView", "GetOwnEnrolment", "GetOwnOffer", "MyEnrolments", "Offer", "Step"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentView:
    """One enrolment, its history and what can still be done with it."""

    line: EnrolmentLine
    place: int | None
    """The place in line, from 1; None: not in line."""
    cancel_until: datetime
    can_cancel: bool
    offer_hours: int
    """How long an offered seat is held."""
    steps: tuple[Step, ...]
    """Oldest first."""
    nominate_until: datetime | None = None
    """Until when the agencies rank their applicants; None: seats are not given by nomination, or have been."""

    @property
    def is_approved(self) -> bool:
        """Whether the host approved the recommendation; known where the history is."""
        own = (step for step in self.steps if step.to_state == State.RECOMMENDED)
        return self.line.state == State.RECOMMENDED and any(step.actor == "organizer" for step in own)


@dataclass(frozen=True, slots=True, kw_only=True)
class MyEnrolments:
    """A person's enrolments by the start of the batch; with `ended` those they left, latest first."""

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, ended: bool = False) -> tuple[EnrolmentView, ...]:
        async with self.database.read() as connection:
            lines = await OwnEnrolments(connection).list(telegram_id, ended=ended)
            return tuple([await _view(connection, line, self.now(), ()) for line in lines])


@dataclass(frozen=True, slots=True, kw_only=True)
class GetOwnEnrolment:
    """One own enrolment with its history; refuses with `enrolment-unknown` what is not theirs."""

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, enrolment_id: int) -> EnrolmentView:
        async with self.database.read() as connection:
            line = await OwnEnrolments(connection).find(enrolment_id)
            if line is None or line.telegram_id != telegram_id:
                raise Refusal("enrolment-unknown")
            return await _view(connection, line, self.now(), await OwnEnrolments(connection).list_steps(enrolment_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class GetOwnOffer:
    """One own offer, whatever became of it; None when it is not theirs."""

    database: Database

    async def __call__(self, *, telegram_id: int, offer_id: int) -> Offer | None:
        async with self.database.read() as connection:
            offer = await Offers(connection).find(offer_id)
            person = await People(connection).find(telegram_id)
        return offer if offer and person and offer.person_id == person.id else None


async def _view(
    connection: AsyncConnection, line: EnrolmentLine, now: datetime, steps: tuple[Step, ...]
) -> EnrolmentView:
    batch = await Batches(connection).find(line.batch_id)
    assert batch is not None
    until = cancel_until(batch)
    return EnrolmentView(
        line=line,
        place=await _place(connection, line),
        cancel_until=until,
        can_cancel=_can_be_left(line, until, now),
        offer_hours=batch.offer_hours,
        steps=steps,
        nominate_until=batch.nominates_until,
    )


async def _place(connection: AsyncConnection, line: EnrolmentLine) -> int | None:
    if line.state != State.WAITLISTED:
        return None
    enrolment = await Enrolments(connection).find(line.id)
    return await place_of(connection, enrolment) if enrolment else None


def _can_be_left(line: EnrolmentLine, until: datetime, now: datetime) -> bool:
    return line.state in CAN_BE_LEFT and (line.state != State.CONFIRMED or now < until)
