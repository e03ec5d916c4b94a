"""Moving somebody to another batch of the same training."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.enrolment.cancel import CAN_BE_LEFT
from services.enrolment.moves import State
from services.enrolment.organizers import organizer_of
from services.enrolment.own import leave
from services.errors import Refusal
from services.participants.placing import MOVED, Placed, place, placed, tell_placed
from storage.database import Database
from storage.repositories.batches import Batch, Batches
from storage.repositories.enrolments import Enrolment, Enrolments
from storage.repositories.own_enrolments import OwnEnrolments
from storage.repositories.participants import Participants
from storage.repositories.people import People, Person

MOVE = "participants.move"
NOT_DECIDED = frozenset({State.SUBMITTED, State.RECOMMENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveParticipant:
    """Give somebody's place back and give them one in a sister batch of the same host, in one transaction.

    There they get a seat where one is free, else they stand at the end of its line; a recommendation that was not
    decided yet goes along. The second tap finds them moved (`again`). Raises NotAllowed, or a Refusal:
    enrolment-unknown, participant-not-sister, participant-stays, participant-there, participant-overlap,
    participant-province, batch-cancelled, batch-started, training-gone.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, enrolment_id: int, batch_id: int, actor_telegram_id: int) -> Placed:
        async with self.database.write() as connection:
            person, enrolment, here, there = await _hold(connection, enrolment_id, batch_id)
            organizer = await organizer_of(connection, here, MOVE, actor_telegram_id, self.admin_ids)
            if (
                there is None
                or there.id == here.id
                or not await Participants(connection).are_sisters(here.id, there.id)
            ):
                raise Refusal("participant-not-sister")
            now, enrolments = self.now(), Enrolments(connection)
            live = await enrolments.find_live(person.id, batch_id)
            if enrolment.state == State.CANCELLED and live is not None:
                return await placed(connection, live, again=True)
            if enrolment.state not in CAN_BE_LEFT:
                raise Refusal("participant-stays")
            if live is not None:
                raise Refusal("participant-there")
            if there.is_cancelled:
                raise Refusal("batch-cancelled")
            if not there.is_published:
                raise Refusal("training-gone")
            if now >= there.starts_at:
                raise Refusal("batch-started")
            letter = await OwnEnrolments(connection).find(enrolment_id)
            await leave(connection, here, enrolment, organizer.actor, now, moved_to=batch_id)
            recommended = enrolment.state not in NOT_DECIDED
            new = await place(
                connection, there, person, organizer.actor, now, recommended=recommended, moved_from=here.id
            )
            if letter is not None and letter.letter_file is not None and new.state == State.SUBMITTED:
                await enrolments.set_letter(new.id, file=letter.letter_file, at=letter.letter_at)
            await tell_placed(connection, MOVED, new, now, moved_from=here.id)
            await organizer.record(
                connection, "participant.moved", "enrolment", new.id, now, person=person.id, moved_from=here.id
            )
            return await placed(connection, new)


async def _hold(
    connection: AsyncConnection, enrolment_id: int, batch_id: int
) -> tuple[Person, Enrolment, Batch, Batch | None]:
    """The person first, then both batches by number."""
    found = await Enrolments(connection).find(enrolment_id)
    if found is None:
        raise Refusal("enrolment-unknown")
    await People(connection).lock(found.person_id)
    batches = {id_: await Batches(connection).lock(id_) for id_ in sorted({found.batch_id, batch_id})}
    here, there = batches[found.batch_id], batches[batch_id]
    person = await People(connection).find_by_id(found.person_id)
    enrolment = await Enrolments(connection).find(enrolment_id)
    if person is None or enrolment is None or here is None:  # they erased their data meanwhile
        raise Refusal("enrolment-unknown")
    return person, enrolment, here, there
