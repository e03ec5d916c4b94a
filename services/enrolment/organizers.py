"""Those who act for the host of a batch: whether they may, and the record of what they did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import grants_of, may
from services.enrolment.moves import Actor, Part
from services.errors import NotAllowed, Refusal
from storage.repositories.audit import Audit
from storage.repositories.batches import Batch, Batches
from storage.repositories.people import People


@dataclass(frozen=True, slots=True)
class Organizer:
    """Somebody who may act for the host; an admin may have no record as a person."""

    telegram_id: int
    person_id: int | None
    agency_id: int

    @property
    def actor(self) -> Actor:
        """As the history names them."""
        return Actor(Part.ORGANIZER, self.person_id, self.agency_id)

    async def record(
        self, connection: AsyncConnection, action: str, subject: str, subject_id: int, at: datetime, **details: Any
    ) -> None:
        """The audit entry of what they did."""
        await Audit(connection).add(
            action,
            subject=subject,
            subject_id=subject_id,
            at=at,
            actor_id=self.person_id,
            account=self.telegram_id,
            agency_id=self.agency_id,
            **details,
        )


async def organizer_of(
    connection: AsyncConnection, batch: Batch, action: str, telegram_id: int, admin_ids: frozenset[int]
) -> Organizer:
    """Somebody whose roles reach this action at the batch's host; raises NotAllowed for anyone else."""
    if not may(action, await grants_of(connection, telegram_id, admin_ids), batch.host_id):
        raise NotAllowed
    person = await People(connection).find(telegram_id)
    return Organizer(telegram_id, person.id if person else None, batch.host_id)


async def hold_for(
    connection: AsyncConnection, batch_id: int, action: str, telegram_id: int, admin_ids: frozenset[int]
) -> tuple[Batch, Organizer]:
    """A batch, held, and who acts for its host. A batch in draft can be worked on; one that was cancelled cannot."""
    batch = await Batches(connection).lock(batch_id)
    if batch is None:
        raise Refusal("training-gone")
    organizer = await organizer_of(connection, batch, action, telegram_id, admin_ids)
    if batch.is_cancelled:
        raise Refusal("batch-cancelled")
    return batch, organizer
