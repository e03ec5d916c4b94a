"""Forgetting in time: what is handled, what failed long ago, what nobody came back to or looked for again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from services.clock import Clock
from storage.database import Database
from storage.repositories.faqs import Faqs
from storage.repositories.fsm import FsmStates
from storage.repositories.inbox import Inbox
from storage.repositories.knowledge import Misses, Readings
from storage.repositories.practice import Practice

DUPLICATES_REMEMBERED = timedelta(days=7)
"""Telegram repeats an update for a day at most; a week is safe."""
QUARANTINE = timedelta(days=30)
CONVERSATION = timedelta(days=30)
KNOWLEDGE = timedelta(days=400)
"""A year, and some weeks to compare with the year before."""
QUIZZES = timedelta(days=400)
SLICE = 500
"""So many quizzes go in one transaction, so that nobody who answers waits for long."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows went."""

    updates: int
    conversations: int
    views: int
    misses: int
    quizzes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetOld:
    """Done updates after a week, quarantined ones and idle conversations after 30 days.

    Views of articles, what was looked for in vain, and quizzes with their answers go after 400 days; what people know
    of each question and the days on which they learnt stay.
    """

    database: Database
    now: Clock
    slice_size: int = SLICE

    async def __call__(self) -> Forgotten:
        now = self.now()
        async with self.database.write() as connection:
            updates = await Inbox(connection).delete_handled(
                done_before=now - DUPLICATES_REMEMBERED, quarantined_before=now - QUARANTINE
            )
            conversations = await FsmStates(connection).delete_idle(before=now - CONVERSATION)
            views = await Readings(connection).delete_views(before=(now - KNOWLEDGE).date())
            await Faqs(connection).leave_misses(before=now - KNOWLEDGE)
            misses = await Misses(connection).delete_old(before=now - KNOWLEDGE)
        return Forgotten(updates, conversations, views, misses, await self._forget_quizzes())

    async def _forget_quizzes(self) -> int:
        before, went, gone = self.now() - QUIZZES, 0, self.slice_size
        while gone == self.slice_size:
            async with self.database.write() as connection:
                gone = await Practice(connection).delete_oldest(before=before, most=self.slice_size)
            went += gone
        return went
