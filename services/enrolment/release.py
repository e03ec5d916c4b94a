"""What happens to free seats by the clock: the published hour comes, or somebody in line can be reached again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from services.clock import Clock
from services.enrolment.line import move_line
from storage.database import Database
from storage.repositories.audit import Audit
from storage.repositories.batches import Batches


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseUnused:
    """The sweep: at the published hour unused seats of all pools become open to everyone; the line moves first.

    Returns how many batches were released. From then on a seat that is freed goes to its pool's line, else to all.
    """

    database: Database
    now: Clock

    async def __call__(self) -> int:
        async with self.database.read() as connection:
            batches = await Batches(connection).list_to_release(now=self.now())
        return sum([await self._release(batch_id) for batch_id in batches])

    async def _release(self, batch_id: int) -> bool:
        async with self.database.write() as connection:
            batch, now = await Batches(connection).lock(batch_id), self.now()
            # By nomination the pools wait for those who were ranked.
            if batch is None or batch.is_released or batch.nominates_until is not None:
                return False
            await Batches(connection).set_released(batch_id, at=now)
            made = await move_line(connection, replace(batch, seats_released_at=now), now)
            await Audit(connection).add(
                "seats.released",
                subject="batch",
                subject_id=batch_id,
                at=now,
                actor_id=None,
                agency_id=batch.host_id,
                offers=made,
            )
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveLines:
    """The sweep: free seats that somebody in line could have, because they can be reached again. Returns the offers."""

    database: Database
    now: Clock

    async def __call__(self) -> int:
        async with self.database.read() as connection:
            batches = await Batches(connection).list_with_idle_seats(now=self.now())
        return sum([await self._move(batch_id) for batch_id in batches])

    async def _move(self, batch_id: int) -> int:
        async with self.database.write() as connection:
            batch = await Batches(connection).lock(batch_id)
            return 0 if batch is None else await move_line(connection, batch, self.now())
