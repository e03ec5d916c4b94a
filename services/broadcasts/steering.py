"""Pausing, resuming and stopping an announcement. What is in flight then still arrives."""

from __future__ import annotations

from dataclasses import dataclass

from services.broadcasts.looking import RunView, find_run, look
from services.clock import Clock
from storage.database import Database
from storage.repositories.broadcasts import BroadcastState
from storage.repositories.runs import BEGUN, Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Steering:
    """What the three share. Asked for what is so already, they change nothing and say how it stands."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def move(
        self, broadcast_id: int, actor_telegram_id: int, *, action: str, from_: frozenset[str], to: BroadcastState
    ) -> RunView:
        """From one of some states to another; raises NotAllowed, or Refusal("broadcast-gone")."""
        now = self.now()
        async with self.database.write() as connection:
            run, actor = await find_run(connection, broadcast_id, actor_telegram_id, self.admin_ids, lock=True)
            if run.state in from_:
                await Runs(connection).move(broadcast_id, state=to, progress_said=None)
                await actor.record(connection, action, run, now, before=run.state)
        async with self.database.read() as connection:
            run, _ = await find_run(connection, broadcast_id, actor_telegram_id, self.admin_ids)
            return await look(connection, run, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseBroadcast(Steering):
    """Send no further copy until it is resumed."""

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int) -> RunView:
        running = frozenset({BroadcastState.QUEUEING, BroadcastState.SENDING})
        to = BroadcastState.PAUSED
        return await self.move(broadcast_id, actor_telegram_id, action="paused", from_=running, to=to)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeBroadcast(Steering):
    """Go on from where it stopped: who has a copy gets no second one, who is left gets theirs."""

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int) -> RunView:
        # Queueing again finds its end at once where everybody is queued already.
        paused, to = frozenset({BroadcastState.PAUSED}), BroadcastState.QUEUEING
        return await self.move(broadcast_id, actor_telegram_id, action="resumed", from_=paused, to=to)


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBroadcast(Steering):
    """Stop it for good; what waits is dropped by the settling that follows."""

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int) -> RunView:
        stoppable, to = frozenset({BroadcastState.SCHEDULED, *BEGUN}), BroadcastState.CANCELLED
        return await self.move(broadcast_id, actor_telegram_id, action="cancelled", from_=stoppable, to=to)
