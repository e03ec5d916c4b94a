"""The people of a batch as a workbook."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from services.access import grants_of, may, reach
from services.clock import Clock
from services.enrolment.organizers import organizer_of
from services.errors import NotAllowed, Refusal
from services.files.workbook import Made, Sheet, Words, workbook
from services.participants.people import VIEW, line_of
from services.vault import Vault
from services.zones import ZONES
from storage.database import Database
from storage.repositories.batches import Batches
from storage.repositories.participants import Participant, Participants

COLUMNS = ("number", "name", "nip", "agency", "province", "unit", "state", "pool", "joined")


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadPeople:
    """All people of a batch with where they stand, for organizers of its host; NIPs of other agencies are masked.

    Raises NotAllowed, or Refusal("training-gone").
    """

    database: Database
    vault: Vault
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, actor_telegram_id: int, words: Words, zone: str) -> Made:
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            batch = await Participants(connection).find_batch(batch_id)
            if batch is None:
                raise Refusal("training-gone")
            if not may(VIEW, grants, batch.host_id):
                raise NotAllowed(agency=batch.host)
            people = await Participants(connection).list(batch_id)
        own = reach("nip.view", grants).agencies
        rows = self._rows(people, own, words, zone)
        header = [words(f"column-{name}") for name in COLUMNS]
        content = await asyncio.to_thread(workbook, [Sheet(words("sheet-people"), header, rows)])
        await self._record(batch_id, actor_telegram_id, len(people))
        return Made(words("file-name-people", title=batch.title, batch=str(batch.number)), content)

    def _rows(
        self, people: Sequence[Participant], own: frozenset[int], words: Words, zone: str
    ) -> Iterator[Sequence[Any]]:
        for number, one in enumerate(people, 1):
            person = line_of(self.vault, one, own)
            joined = f"{one.submitted_at.astimezone(ZONES[zone]):%Y-%m-%d %H:%M} {zone}"
            state, pool = (
                words(f"person-state-{one.state}"),
                words("pool-open") if one.pool_key == "open" else one.pool_key,
            )
            yield number, person.name, person.nip, person.agency, person.province, one.unit, state, pool, joined

    async def _record(self, batch_id: int, telegram_id: int, people: int) -> None:
        async with self.database.write() as connection:
            batch = await Batches(connection).find(batch_id)
            if batch is not None:
                organizer = await organizer_of(connection, batch, VIEW, telegram_id, self.admin_ids)
                await organizer.record(
                    connection, "participants.downloaded", "batch", batch_id, self.now(), people=people
                )
