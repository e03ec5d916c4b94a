"""Until when Telegram told the sender to wait: kept, so that a restart waits too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from services.clock import Clock
from storage.database import Database
from storage.repositories.outbox import Outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class HaltSender:
    """Keep that all sending waits this many seconds from now; a longer wait that is known already stays."""

    database: Database
    now: Clock

    async def __call__(self, seconds: float) -> None:
        async with self.database.write() as connection:
            await Outbox(connection).set_halt(self.now() + timedelta(seconds=seconds))


@dataclass(frozen=True, slots=True, kw_only=True)
class FindHalt:
    """How many seconds all sending still has to wait; 0 when it may go on."""

    database: Database
    now: Clock

    async def __call__(self) -> float:
        async with self.database.read() as connection:
            until = await Outbox(connection).find_halt()
        return max(0.0, (until - self.now()).total_seconds()) if until else 0.0
