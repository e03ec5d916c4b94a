"""What happens by the clock where no recommendation came: the enrolment ends, and the person is told once."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.enrolment import notices
from services.enrolment.moves import CLOCK, State, move
from storage.database import Database
from storage.repositories.batches import Batches
from storage.repositories.enrolments import Enrolments


@dataclass(frozen=True, slots=True, kw_only=True)
class EndWithoutLetter:
    """The sweep: enrolments whose recommendation was due, and for which none waits. Returns how many ended.

    A letter that is looked at, and a superior's word, keep an enrolment; neither held a seat.
    """

    database: Database
    now: Clock

    async def __call__(self) -> int:
        async with self.database.read() as connection:
            batches = await Enrolments(connection).list_batches_without_letter(now=self.now())
        return sum([await self._end(batch_id) for batch_id in batches])

    async def _end(self, batch_id: int) -> int:
        async with self.database.write() as connection:
            # Whoever hands a letter in holds the batch as well: it is there before this look, or too late.
            batch, now = await Batches(connection).lock(batch_id), self.now()
            if batch is None:
                return 0
            missing = await Enrolments(connection).list_without_letter(batch_id, now=now)
            for enrolment in missing:
                await move(connection, enrolment, State.CANCELLED, CLOCK, now, pool_id=None, letter_missing=True)
                await notices.tell(
                    connection,
                    notices.LETTER_MISSING,
                    person_id=enrolment.person_id,
                    enrolment_id=enrolment.id,
                    now=now,
                )
        return len(missing)
