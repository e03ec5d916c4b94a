"""A person's own enrolment, held for a change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.enrolment.line import move_line
from services.enrolment.moves import Actor, Part, State, move
from services.enrolment.seating import free_seat
from services.errors import Refusal
from storage.repositories.batches import Batch, Batches
from storage.repositories.enrolments import Enrolment, Enrolments
from storage.repositories.people import People, Person


@dataclass(frozen=True, slots=True)
class Own:
    """A person, an enrolment of theirs and its batch; the first and the last are held."""

    person: Person
    enrolment: Enrolment
    batch: Batch

    @property
    def actor(self) -> Actor:
        """The person, acting for themselves."""
        return Actor(Part.PERSON, self.person.id)


async def hold_own(connection: AsyncConnection, telegram_id: int, enrolment_id: int) -> Own:
    """Somebody's own enrolment; what is another's is as unknown as what is not there."""
    person = await People(connection).lock_person(telegram_id)
    found = await Enrolments(connection).find(enrolment_id)
    if person is None or found is None or found.person_id != person.id:
        raise Refusal("enrolment-unknown")
    batch = await Batches(connection).lock(found.batch_id)
    # Between the look and the lock the seat may have moved.
    enrolment = await Enrolments(connection).find(enrolment_id)
    assert batch is not None
    assert enrolment is not None
    return Own(person, enrolment, batch)


async def leave(
    connection: AsyncConnection,
    batch: Batch,
    enrolment: Enrolment,
    actor: Actor,
    now: datetime,
    *,
    reason: str | None = None,
    **details: object,
) -> bool:
    """End an enrolment; what it held goes to the next in line at once. Whether it held a seat."""
    freed = await free_seat(connection, enrolment, now)
    await move(connection, enrolment, State.CANCELLED, actor, now, pool_id=enrolment.pool_id, reason=reason, **details)
    if freed:
        await move_line(connection, batch, now)
    return freed
