"""Taking somebody out of a batch, with a reason that they read."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.enrolment.cancel import CAN_BE_LEFT
from services.enrolment.moves import ENDED
from services.enrolment.organizers import organizer_of
from services.enrolment.own import leave
from services.errors import Refusal
from services.identity.decisions import tidy_note
from services.participants.placing import REMOVED, Placed, placed, tell_placed
from storage.database import Database
from storage.repositories.batches import Batches
from storage.repositories.enrolments import Enrolments
from storage.repositories.people import People

REMOVE = "participants.remove"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveParticipant:
    """End somebody's enrolment for the host; their seat goes to the next in line at once. Ended before: `again`.

    Raises NotAllowed, or a Refusal: enrolment-unknown, participant-stays, reason-missing.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, enrolment_id: int, actor_telegram_id: int, reason: str) -> Placed:
        async with self.database.write() as connection:
            enrolments = Enrolments(connection)
            found = await enrolments.find(enrolment_id)
            if found is None:
                raise Refusal("enrolment-unknown")
            await People(connection).lock(found.person_id)
            batch = await Batches(connection).lock(found.batch_id)
            # Between the look and the lock the seat may have moved.
            enrolment = await enrolments.find(enrolment_id)
            if batch is None or enrolment is None:
                raise Refusal("enrolment-unknown")
            organizer = await organizer_of(connection, batch, REMOVE, actor_telegram_id, self.admin_ids)
            if enrolment.state in ENDED:
                return await placed(connection, enrolment, again=True)
            if enrolment.state not in CAN_BE_LEFT:
                raise Refusal("participant-stays")
            now, note = self.now(), tidy_note(reason)
            if note is None:
                raise Refusal("reason-missing")
            await leave(connection, batch, enrolment, organizer.actor, now, reason=note, removed=True)
            await tell_placed(connection, REMOVED, enrolment, now)
            person = {"person": enrolment.person_id}
            await organizer.record(connection, "participant.removed", "enrolment", enrolment_id, now, **person)
            ended = await enrolments.find(enrolment_id)
            assert ended is not None
            return await placed(connection, ended)
