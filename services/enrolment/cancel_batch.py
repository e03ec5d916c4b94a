"""A batch that does not take place: offers are withdrawn, everyone is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.enrolment import notices
from services.enrolment.cancel import CAN_BE_LEFT
from services.enrolment.moves import Actor, State, move
from services.enrolment.organizers import hold_for
from services.errors import Refusal
from services.identity.decisions import tidy_note
from storage.database import Database
from storage.repositories.batches import Batches
from storage.repositories.enrolments import Enrolment, Enrolments
from storage.repositories.offers import WITHDRAWN, Offers
from storage.repositories.seats import SeatPools


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBatch:
    """Cancel a batch before it starts; returns how many people are told.

    Raises NotAllowed, or a Refusal: training-gone, batch-cancelled, batch-started, reason-missing.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, actor_telegram_id: int, reason: str) -> int:
        async with self.database.write() as connection:
            batch, organizer = await hold_for(connection, batch_id, "batch.cancel", actor_telegram_id, self.admin_ids)
            now, note = self.now(), tidy_note(reason)
            if note is None:
                raise Refusal("reason-missing")
            if now >= batch.starts_at:
                raise Refusal("batch-started")
            await Batches(connection).set_cancelled(batch_id)
            for offer in await Offers(connection).list_open(batch_id):
                await Offers(connection).close(offer.id, WITHDRAWN, at=now)
            people = await Enrolments(connection).list_live(batch_id, sorted(CAN_BE_LEFT))
            for enrolment in people:
                await _end(connection, enrolment, organizer.actor, note, now)
            await SeatPools(connection).empty(batch_id)
            await organizer.record(connection, "batch.cancelled", "batch", batch_id, now, people=len(people))
        return len(people)


async def _end(connection: AsyncConnection, enrolment: Enrolment, actor: Actor, reason: str, now: datetime) -> None:
    await move(connection, enrolment, State.CANCELLED, actor, now, pool_id=enrolment.pool_id, reason=reason, batch=True)
    await notices.tell(
        connection,
        notices.BATCH_CANCELLED,
        person_id=enrolment.person_id,
        enrolment_id=enrolment.id,
        now=now,
        batch=enrolment.batch_id,
    )
