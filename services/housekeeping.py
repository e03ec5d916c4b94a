"""Forgetting in time: what is handled, what failed long ago, conversations nobody came back to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from services.clock import Clock
from storage.database import Database
from storage.repositories.fsm import FsmStates
from storage.repositories.inbox import Inbox

DUPLICATES_REMEMBERED = timedelta(days=7)
"""Telegram repeats an update for a day at most; a week is safe."""
QUARANTINE = timedelta(days=30)
CONVERSATION = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows went."""

    updates: int
    conversations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetOld:
    """Done updates after a week, quarantined ones after 30 days, idle conversations after 30 days."""

    database: Database
    now: Clock

    async def __call__(self) -> Forgotten:
        now = self.now()
        async with self.database.write() as connection:
            updates = await Inbox(connection).delete_handled(
                done_before=now - DUPLICATES_REMEMBERED, quarantined_before=now - QUARANTINE
            )
            conversations = await FsmStates(connection).delete_idle(before=now - CONVERSATION)
        return Forgotten(updates, conversations)
