"""Queueing the copies of an announcement, a slice of people at a time, so that nobody else waits long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.clock import Clock
from storage.database import Database
from storage.repositories.broadcasts import Broadcasts, BroadcastState, FanOut

SLICE = 2_000
"""So many people are looked at in one transaction: whoever enrols meanwhile waits about as long as for a commit."""
EVERYBODY = 2**31 - 1
"""A cursor at the end: nobody has a larger id, so nobody is looked for after it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueCopies:
    """Queue a copy of an announcement for everybody meant, from where it stopped; returns how many are queued in all.

    Each slice is a transaction that moves the cursor with it: a kill between two resumes exactly, and who cancels the
    announcement is heeded before the next. Twice at a time does no harm. Nothing happens unless it is scheduled and its
    time has come, or was begun. Who joins after it began is not meant any more. A pause holds the copies, not the
    queueing: whom it is for is settled at the start, however long it rests. At the end it is `sending`, or is paused.
    """

    database: Database
    now: Clock
    slice_size: int = SLICE

    async def __call__(self, *, broadcast_id: int, slices: int | None = None) -> int:
        """With `slices`, at most so many of them."""
        total, more, left = 0, True, slices
        while more and left != 0:
            total, more = await self._slice(broadcast_id)
            left = None if left is None else left - 1
        return total

    async def _slice(self, broadcast_id: int) -> tuple[int, bool]:
        now = self.now()
        async with self.database.write() as connection:
            broadcasts = Broadcasts(connection)
            fan_out = await broadcasts.lock_fan_out(broadcast_id)
            if fan_out is None or not _is_to_queue(fan_out, now):
                return fan_out.total if fan_out else 0, False
            started_at = fan_out.started_at or now
            paused = fan_out.state == BroadcastState.PAUSED
            end = await broadcasts.find_slice_end(fan_out.cursor, self.slice_size, until=started_at)
            if end is None:
                state = BroadcastState.PAUSED if paused else BroadcastState.SENDING
                await broadcasts.move(broadcast_id, state=state, cursor=EVERYBODY, started_at=started_at)
                return fan_out.total, False
            total = fan_out.total + await broadcasts.queue_slice(fan_out, end=end, started_at=started_at, now=now)
            state = BroadcastState.PAUSED if paused else BroadcastState.QUEUEING
            await broadcasts.move(broadcast_id, state=state, cursor=end, total=total, started_at=started_at)
        return total, True


def _is_to_queue(fan_out: FanOut, now: datetime) -> bool:
    if fan_out.state == BroadcastState.SCHEDULED:
        return fan_out.send_at is None or fan_out.send_at <= now
    begun = fan_out.state == BroadcastState.PAUSED and fan_out.started_at is not None
    return fan_out.state == BroadcastState.QUEUEING or begun


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueDue:
    """Queue the copies of every announcement whose time has come, or that a dead process left half queued."""

    database: Database
    now: Clock
    queue: QueueCopies

    async def __call__(self) -> int:
        """How many announcements there were."""
        async with self.database.read() as connection:
            due = await Broadcasts(connection).list_to_queue(self.now())
        for broadcast_id in due:
            await self.queue(broadcast_id=broadcast_id)
        return len(due)
