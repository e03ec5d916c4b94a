"""Opening a batch to people, and closing its registration before the day that was announced."""

from __future__ import annotations

from dataclasses import dataclass

from services.batches.checks import before_publishing
from services.batches.desk import hold
from services.clock import Clock
from services.errors import Refusal
from storage.database import Database
from storage.repositories.batch_desk import BatchDesk
from storage.repositories.trainings import PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishBatch:
    """Publish a draft; False: it was published before.

    Raises NotAllowed, or a Refusal: training-gone, batch-cancelled, batch-not-ready (with all `problems` at once).
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, actor_telegram_id: int) -> bool:
        async with self.database.write() as connection:
            held, now = await hold(connection, batch_id, actor_telegram_id, self.admin_ids), self.now()
            if held.desk.is_published:
                return False
            if problems := before_publishing(held.desk, now):
                raise Refusal("batch-not-ready", problems=problems)
            await BatchDesk(connection).change(batch_id, {"state": PUBLISHED})
            await held.organizer.record(connection, "batch.published", "batch", batch_id, now)
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRegistration:
    """Close a published batch's registration now; False: it was closed already. Who is in line stays in line.

    Raises NotAllowed, or a Refusal: training-gone, batch-cancelled, batch-draft, registration-upcoming.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, actor_telegram_id: int) -> bool:
        async with self.database.write() as connection:
            held, now = await hold(connection, batch_id, actor_telegram_id, self.admin_ids), self.now()
            if not held.desk.is_published:
                raise Refusal("batch-draft")
            if now >= held.desk.registration_closes_at:
                return False
            if now < held.desk.registration_opens_at:
                raise Refusal("registration-upcoming")
            await BatchDesk(connection).change(batch_id, {"registration_closes_at": now})
            await held.organizer.record(
                connection,
                "batch.registration-closed",
                "batch",
                batch_id,
                now,
                was=held.desk.registration_closes_at.isoformat(),
            )
        return True
