"""The superior's recommendation: a letter that the person hands in, or a tap of the superior's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.enrolment import notices
from services.enrolment.enrol import hold_verified
from services.enrolment.moves import Actor, Part, State, move
from services.enrolment.own import hold_own
from services.errors import Refusal
from services.identity.decisions import tidy_note
from storage.database import Database
from storage.repositories.batches import Batches
from storage.repositories.enrolments import Enrolment, Enrolments
from storage.repositories.own_enrolments import OwnEnrolments
from storage.repositories.people import People, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepLetter:
    """Keep where the letter is that a person hands in; a newer one takes its place, the same one changes nothing.

    Raises a Refusal: enrolment-unknown, recommendation-closed, recommendation-late.
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, enrolment_id: int, file: str) -> None:
        async with self.database.write() as connection:
            own, now = await hold_own(connection, telegram_id, enrolment_id), self.now()
            line = await OwnEnrolments(connection).find(enrolment_id)
            if line is not None and line.letter_file == file:
                return
            check_awaited(own.enrolment, now)
            await Enrolments(connection).set_letter(enrolment_id, file=file, at=now)
            await move(connection, own.enrolment, State.SUBMITTED, own.actor, now, pool_id=None, letter=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommended:
    """What the superior said; `changed` is False where it had been said before."""

    enrolment_id: int
    person_id: int
    given: bool
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommend:
    """A superior recommends an enrolment or does not: a verified person of the same agency, and not the asker.

    An organizer looks at it still. Raises a Refusal: consent-needed, enrol-unverified, enrol-left, enrolment-unknown,
    recommend-own, recommend-agency, recommendation-closed, recommendation-late.
    """

    database: Database
    now: Clock

    async def __call__(
        self, *, superior_telegram_id: int, enrolment_id: int, given: bool, reason: str | None = None
    ) -> Recommended:
        async with self.database.write() as connection:
            superior = await hold_verified(connection, superior_telegram_id)
            enrolment, now = await hold_enrolment(connection, enrolment_id), self.now()
            asker = await asker_of(connection, enrolment, superior)
            changed = not (given and enrolment.state == State.RECOMMENDED)
            if changed:
                await say(connection, enrolment, asker, superior, given, now, reason=tidy_note(reason))
        return Recommended(enrolment_id=enrolment_id, person_id=asker.id, given=given, changed=changed)


async def asker_of(connection: AsyncConnection, enrolment: Enrolment, superior: Person) -> Person:
    """Who asks, if this person may recommend them; raises a Refusal: recommend-own, recommend-agency."""
    asker = await People(connection).find_by_id(enrolment.person_id)
    if asker is None or asker.id == superior.id:
        raise Refusal("recommend-own")
    if asker.agency is None or asker.agency != superior.agency:
        raise Refusal("recommend-agency")
    return asker


async def say(
    connection: AsyncConnection,
    enrolment: Enrolment,
    asker: Person,
    superior: Person,
    given: bool,
    now: datetime,
    *,
    reason: str | None = None,
) -> None:
    """Write down what the superior said about an enrolment that is held, and tell the asker."""
    check_awaited(enrolment, now)
    actor = Actor(Part.SUPERIOR, superior.id, asker.agency.id if asker.agency else None)
    to = State.RECOMMENDED if given else State.SUBMITTED
    await move(connection, enrolment, to, actor, now, pool_id=None, reason=reason, recommended=given)
    await notices.tell(
        connection,
        notices.RECOMMENDED if given else notices.NOT_RECOMMENDED,
        person_id=enrolment.person_id,
        enrolment_id=enrolment.id,
        now=now,
        occasion=now.isoformat(),
    )


async def hold_enrolment(connection: AsyncConnection, enrolment_id: int) -> Enrolment:
    """An enrolment whose batch is held; raises Refusal("enrolment-unknown")."""
    found = await Enrolments(connection).find(enrolment_id)
    if found is None:
        raise Refusal("enrolment-unknown")
    await Batches(connection).lock(found.batch_id)
    return await Enrolments(connection).find(enrolment_id) or found


def check_awaited(enrolment: Enrolment, now: datetime) -> None:
    """Raises a Refusal where no recommendation is awaited any more: recommendation-closed, recommendation-late."""
    if enrolment.state != State.SUBMITTED or enrolment.letter_due_at is None:
        raise Refusal("recommendation-closed")
    if now >= enrolment.letter_due_at:
        raise Refusal("recommendation-late", due=enrolment.letter_due_at)
