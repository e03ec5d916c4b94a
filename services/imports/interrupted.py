"""Files whose saving began and was never done: the process died. Who sent them is told, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from services.clock import Clock
from services.outbox import post
from storage.database import Database
from storage.repositories.audit import Audit, Entry

INTERRUPTED: Final = "file.interrupted"
"""The kind of the message."""
SAVING, SAVED = "file.saving", "file.saved"
LOOKED_BACK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class OweInterrupted:
    """Owe a message to everybody whose file was left half saved; how many are owed now. For the start of a process."""

    database: Database
    now: Clock

    async def __call__(self) -> int:
        now, owed = self.now(), 0
        async with self.database.write() as connection:
            entries = await Audit(connection).list_of("file", since=now - LOOKED_BACK)
            for entry in _unfinished(entries):
                if entry.actor_id is not None:
                    owed += await post(
                        connection,
                        person_id=entry.actor_id,
                        kind=INTERRUPTED,
                        subject=f"file:{entry.subject_id}",
                        occasion=str(entry.id),
                        payload={
                            "entry": entry.id,
                            "file": entry.subject_id,
                            "table": entry.details.get("table"),
                            "batch": entry.details.get("batch"),
                        },
                        due_at=now,
                        now=now,
                    )
        return owed


@dataclass(frozen=True, slots=True, kw_only=True)
class FindInterrupted:
    """Whether a file is half saved still: nobody sent it again since."""

    database: Database

    async def __call__(self, *, file: str) -> bool:
        async with self.database.read() as connection:
            entries = await Audit(connection).list_of("file", subject_id=file)
        return bool(_unfinished(entries))


def _unfinished(entries: tuple[Entry, ...]) -> list[Entry]:
    last: dict[str, Entry] = {}
    for entry in entries:
        last[entry.subject_id] = entry
    return [entry for entry in last.values() if entry.action == SAVING]
