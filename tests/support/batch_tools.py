"""All use cases of organizers' batches on one database, and a training that BPSDM DKI Jakarta runs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from services.batches import (
    BatchView,
    CloseRegistration,
    CreateBatch,
    EditBatch,
    GetBatch,
    GetHostedTraining,
    ListHostedTrainings,
    ListOwnBatches,
    PreviewPlan,
    PublishBatch,
    SetLimit,
    WeighDates,
)
from services.enrolment import PlanSeats
from services.seats import Method
from storage.database import Database
from tests.support.catalogue import add_training
from tests.support.clock import Clock
from tests.support.enrolling import RINA, Provinces

STARTS = datetime(2026, 12, 14, 1, 0, tzinfo=UTC)
ENDS = datetime(2026, 12, 17, 9, 0, tzinfo=UTC)
ADMIN = 99_000


class BatchTools:
    """The use cases."""

    def __init__(self, database: Database, now: Clock) -> None:
        admins = frozenset({ADMIN})
        self.create = CreateBatch(database=database, now=now, admin_ids=admins)
        self.edit = EditBatch(database=database, now=now, admin_ids=admins)
        self.weigh = WeighDates(database=database, admin_ids=admins)
        self.publish = PublishBatch(database=database, now=now, admin_ids=admins)
        self.close = CloseRegistration(database=database, now=now, admin_ids=admins)
        self.list = ListOwnBatches(database=database, now=now, admin_ids=admins)
        self.trainings = ListHostedTrainings(database=database, admin_ids=admins)
        self.training = GetHostedTraining(database=database, admin_ids=admins)
        self.get = GetBatch(database=database, now=now, admin_ids=admins)
        self.preview = PreviewPlan(database=database, admin_ids=admins)
        self.limit = SetLimit(database=database, now=now, admin_ids=admins)
        self.plan = PlanSeats(database=database, now=now, admin_ids=admins)

    async def draft(self, world: Provinces, code: str = "akp", **changes: Any) -> int:
        """A draft of a new training of the host, from 14 to 17 December 2026."""
        host = world.agencies["DKI"]
        training = await add_training(world.database, host, code, title=f"Pelatihan {code}", **changes)
        return await self.create(
            training_id=training, host_id=host, actor_telegram_id=RINA, starts_at=STARTS, ends_at=ENDS
        )

    async def change(self, batch: int, **changes: Any) -> Any:
        """Edit as the host's organizer."""
        return await self.edit(batch_id=batch, actor_telegram_id=RINA, **changes)

    async def see(self, batch: int) -> BatchView:
        """As the host's organizer sees it."""
        return await self.get(batch_id=batch, actor_telegram_id=RINA)

    async def open(self, world: Provinces, code: str = "akp", **changes: Any) -> int:
        """A published batch of 30 seats, first come, first served."""
        batch = await self.draft(world, code)
        await self.change(batch, place="Kampus BPSDM", **changes)
        await self.plan(batch_id=batch, actor_telegram_id=RINA, method=Method.FIRST_COME)
        await self.publish(batch_id=batch, actor_telegram_id=RINA)
        return batch
