"""One person of a batch: where they stand, how they came there, and where they could be moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import grants_of, may, reach
from services.clock import Clock
from services.enrolment.cancel import CAN_BE_LEFT
from services.enrolment.enrol import place_of
from services.enrolment.moves import State
from services.errors import NotAllowed, Refusal
from services.participants.people import VIEW, PersonLine, line_of
from services.vault import Vault
from storage.database import Database
from storage.repositories.enrolments import Enrolments
from storage.repositories.own_enrolments import OwnEnrolments, Step
from storage.repositories.participants import HostedBatch, Participant, Participants
from storage.repositories.seats import SeatPools

MOST_TARGETS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantView:
    """Somebody's enrolment as the host's organizers see it."""

    enrolment_id: int
    batch: HostedBatch
    person: PersonLine
    unit: str | None
    state: str
    pool_key: str | None
    place: int | None
    """The place in line, from 1."""
    submitted_at: datetime
    letter_file: str | None
    steps: tuple[Step, ...]
    """Oldest first."""
    can_leave: bool
    """Whether they may be moved or taken out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A batch somebody could be moved to; `free` seats in all, None: without limit."""

    batch: HostedBatch
    free: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GetParticipant:
    """One person of a batch, for organizers of its host; raises NotAllowed, or Refusal("enrolment-unknown")."""

    database: Database
    vault: Vault
    admin_ids: frozenset[int]

    async def __call__(self, *, enrolment_id: int, actor_telegram_id: int) -> ParticipantView:
        async with self.database.read() as connection:
            found, batch, own = await _find(connection, enrolment_id, actor_telegram_id, self.admin_ids)
            steps = await OwnEnrolments(connection).list_steps(enrolment_id)
            enrolment = await Enrolments(connection).find(enrolment_id)
            in_line = enrolment is not None and enrolment.state == State.WAITLISTED
            place = await place_of(connection, enrolment) if enrolment is not None and in_line else None
        return ParticipantView(
            enrolment_id=enrolment_id,
            batch=batch,
            person=line_of(self.vault, found, own),
            unit=found.unit,
            state=found.state,
            pool_key=found.pool_key,
            place=place,
            submitted_at=found.submitted_at,
            letter_file=found.letter_file,
            steps=steps,
            can_leave=found.state in CAN_BE_LEFT,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTargets:
    """The other batches of the same training and host; raises NotAllowed, or Refusal("enrolment-unknown")."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, enrolment_id: int, actor_telegram_id: int) -> tuple[Target, ...]:
        async with self.database.read() as connection:
            _, batch, _ = await _find(connection, enrolment_id, actor_telegram_id, self.admin_ids)
            sisters = await Participants(connection).list_sisters(batch.id, starts_after=self.now(), limit=MOST_TARGETS)
            pools = await SeatPools(connection).list_many(sister.id for sister in sisters)
        free: dict[int, int] = {}
        for pool in pools:
            free[pool.batch_id] = free.get(pool.batch_id, 0) + pool.free
        return tuple(Target(batch=one, free=free.get(one.id, one.capacity)) for one in sisters)


async def _find(
    connection: AsyncConnection, enrolment_id: int, telegram_id: int, admin_ids: frozenset[int]
) -> tuple[Participant, HostedBatch, frozenset[int]]:
    """The enrolment, its batch, and the agencies whose people's NIPs may be seen whole."""
    grants = await grants_of(connection, telegram_id, admin_ids)
    if not reach(VIEW, grants):
        raise NotAllowed
    participants = Participants(connection)
    found = await participants.find(enrolment_id)
    batch = await participants.find_batch(found.batch_id) if found else None
    if found is None or batch is None:
        raise Refusal("enrolment-unknown")
    if not may(VIEW, grants, batch.host_id):
        raise NotAllowed(agency=batch.host)
    return found, batch, reach("nip.view", grants).agencies
