"""Sending those copies once more that perhaps did not arrive: by hand, and each once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.broadcasts.looking import find_run
from services.clock import Clock
from storage.database import Database
from storage.repositories.broadcasts import BroadcastState
from storage.repositories.copies import Copies
from storage.repositories.runs import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class SendUnknownAgain:
    """Queue what stood as unknown at the moment that the organizer looked at; how many that were.

    The same button twice finds none. Raises NotAllowed, or Refusal("broadcast-gone").
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, until: datetime, actor_telegram_id: int) -> int:
        now = self.now()
        async with self.database.write() as connection:
            run, actor = await find_run(connection, broadcast_id, actor_telegram_id, self.admin_ids, lock=True)
            if run.state != BroadcastState.DONE:
                return 0
            count = await Copies(connection).requeue_unknown(broadcast_id, until=until, now=now)
            if count:
                await Runs(connection).move(
                    broadcast_id,
                    state=BroadcastState.SENDING,
                    done_at=None,
                    progress_message=None,
                    progress_said=None,
                )
                await actor.record(connection, "sent-again", run, now, count=count)
        return count
