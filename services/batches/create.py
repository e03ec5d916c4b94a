"""A new batch, in draft: what must be known is its time, the rest has values that usually fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from services.access import grants_of, may
from services.batches.desk import EDIT
from services.clock import Clock
from services.enrolment.organizers import organizer_of
from services.errors import NotAllowed, Refusal
from services.zones import ZONES
from storage.database import Database
from storage.repositories.batch_desk import BatchDesk, HostedTraining, NewBatch
from storage.repositories.batches import Batches
from storage.repositories.trainings import SELF_PACED

USUAL_CAPACITY = 30
WEEK_BEFORE = timedelta(days=7)
OFFICE_CLOSES = time(17)
LONGEST_CODE = 36
"""Of a training's code, so that the batch's number still fits behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateBatch:
    """Make a draft for a published training that the agency runs; its id. The same again is the same draft.

    Registration opens now and closes at 17.00 a week before the start, or when it starts; 30 seats, for all provinces,
    first come, first served. Raises NotAllowed, or a Refusal: training-not-hosted, batch-ends-early.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self, *, training_id: int, host_id: int, actor_telegram_id: int, starts_at: datetime, ends_at: datetime
    ) -> int:
        if ends_at <= starts_at:
            raise Refusal("batch-ends-early")
        async with self.database.write() as connection:
            if not may(EDIT, await grants_of(connection, actor_telegram_id, self.admin_ids), host_id):
                raise NotAllowed
            desk, now = BatchDesk(connection), self.now()
            await desk.hold_training(training_id)
            training = await desk.find_hosted(training_id, host_id)
            if training is None:
                raise Refusal("training-not-hosted")
            if (found := await desk.find_draft(training_id, host_id, starts_at, ends_at)) is not None:
                return found
            number = await desk.next_number(training_id)
            code = await _free_code(desk, training.code, number)
            batch_id = await desk.add(_draft(training, code, number, starts_at, ends_at, now))
            batch = await Batches(connection).find(batch_id)
            assert batch is not None
            organizer = await organizer_of(connection, batch, EDIT, actor_telegram_id, self.admin_ids)
            await organizer.record(connection, "batch.created", "batch", batch_id, now, training=training_id, code=code)
        return batch_id


def usual_closing(starts_at: datetime, ends_at: datetime, zone: str, now: datetime, *, self_paced: bool) -> datetime:
    """When registration closes where nobody said anything: with a week in hand, if that is still to come."""
    if self_paced:
        return ends_at
    day = starts_at.astimezone(ZONES[zone]).date() - WEEK_BEFORE
    closes = datetime.combine(day, OFFICE_CLOSES, tzinfo=ZONES[zone]).astimezone(starts_at.tzinfo)
    return closes if closes > now else max(starts_at, now)


def _draft(
    training: HostedTraining, code: str, number: int, starts_at: datetime, ends_at: datetime, now: datetime
) -> NewBatch:
    self_paced = training.mode == SELF_PACED
    return NewBatch(
        code=code,
        training_id=training.training_id,
        number=number,
        host_id=training.host_id,
        starts_at=starts_at,
        ends_at=ends_at,
        registration_opens_at=now,
        registration_closes_at=usual_closing(starts_at, ends_at, training.host_zone, now, self_paced=self_paced),
        capacity=None if self_paced else USUAL_CAPACITY,
    )


async def _free_code(desk: BatchDesk, training: str, number: int) -> str:
    """The training's code and the number; where a file took that already, with a letter behind it."""
    plain = f"{training[:LONGEST_CODE]}-{number}"
    candidates = (plain, *(f"{plain[:38]}-{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"))
    for code in candidates:
        if not await desk.has_code(code):
            return code
    raise Refusal("batch-code-taken")
