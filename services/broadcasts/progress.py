"""What authors are to be told of their announcements, and what they were told."""

from __future__ import annotations

from dataclasses import dataclass

from services.broadcasts.looking import RunView, look
from services.clock import Clock
from storage.database import Database
from storage.repositories.runs import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class ListProgress:
    """Announcements under way, or whose end was not told yet."""

    database: Database
    now: Clock

    async def __call__(self) -> tuple[RunView, ...]:
        async with self.database.read() as connection:
            runs = await Runs(connection).list_to_tell()
            return tuple([await look(connection, run, self.now()) for run in runs])


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepProgress:
    """Keep which message shows it, so that the next process edits the same one; `said`: this state for good."""

    database: Database

    async def __call__(self, *, broadcast_id: int, message_id: int, said: str | None = None) -> None:
        async with self.database.write() as connection:
            await Runs(connection).move(broadcast_id, progress_message=message_id, progress_said=said)
