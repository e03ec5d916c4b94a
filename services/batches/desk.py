"""What the use cases of organizers share: holding a batch, and what is live in it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from services.enrolment.organizers import Organizer, hold_for
from storage.repositories.batch_desk import BatchDesk, DeskBatch
from storage.repositories.batches import Batch

EDIT = "batch.edit"


@dataclass(frozen=True, slots=True)
class Held:
    """A batch that is held, as seats see it and as its organizers do, and who acts for its host."""

    batch: Batch
    desk: DeskBatch
    organizer: Organizer


async def hold(connection: AsyncConnection, batch_id: int, telegram_id: int, admin_ids: frozenset[int]) -> Held:
    """Hold a batch for somebody who may edit it; raises NotAllowed, or a Refusal: training-gone, batch-cancelled."""
    batch, organizer = await hold_for(connection, batch_id, EDIT, telegram_id, admin_ids)
    desk = await BatchDesk(connection).find(batch_id)
    assert desk is not None
    return Held(batch, desk, organizer)
