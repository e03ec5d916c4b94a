"""A bot's queue of updates: kept until confirmed, for 24 hours at most, handed to one poller at a time."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sandbox.errors import Refusal, conflict

KEPT_SECONDS = 24 * 3600
LONGEST_POLL = 50
_CONFLICT_PAUSE = 3.0
_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
_OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"

Clock = Callable[[], float]


@dataclass(slots=True, eq=False)
class Pending:
    """An update that waits. A replayed one (queued raw) may have an id below those already confirmed."""

    id: int
    time: float
    update: dict[str, Any]
    replayed: bool = False
    handed: bool = False

    def is_confirmed_by(self, offset: int) -> bool:
        return self.id < offset and (self.handed or not self.replayed)


def first_number(now: float) -> int:
    """Where numbers start. It grows with time: a bot with a database never sees a number of an earlier run again."""
    return (int(now) - 1_600_000_000) * 8 % 2_000_000_000


class UpdateQueue:
    """Updates in the order they came."""

    def __init__(self, now: Clock) -> None:
        self._now = now
        self._next = first_number(now()) + 1
        self._pending: deque[Pending] = deque()
        self._poll: asyncio.Future[Refusal | None] | None = None
        self._conflict_at = 0.0
        self._replays = False
        self.arrived = asyncio.Event()
        self.allowed: list[str] = []

    def __len__(self) -> int:
        return len(self._pending)

    def put(self, kind: str, body: dict[str, Any]) -> int | None:
        """Queues an update and tells its id; None when the bot did not ask for this kind."""
        wanted = kind in self.allowed if self.allowed else kind not in _NOT_BY_DEFAULT
        if not wanted:
            return None
        update_id, self._next = self._next, self._next + 1
        self._add(Pending(update_id, self._now(), {"update_id": update_id, kind: body}))
        return update_id

    def put_raw(self, update: dict[str, Any]) -> int:
        """Queues an update as it is; without an update_id it gets the next one."""
        if "update_id" not in update:
            update = {"update_id": self._next} | update
            self._next += 1
        update_id = int(update["update_id"])
        self._add(Pending(update_id, self._now(), update, replayed=True))
        return update_id

    def _add(self, pending: Pending) -> None:
        self._pending.append(pending)
        self._replays = self._replays or pending.replayed
        self.arrived.set()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def waiting(self, limit: int = 100) -> list[Pending]:
        """The first of what is not confirmed yet, without what is older than a day."""
        oldest = self._now() - KEPT_SECONDS
        while self._pending and self._pending[0].time < oldest:
            self._pending.popleft()
        return list(islice(self._pending, limit))

    def drop(self, pending: Pending) -> None:
        """Confirms one update (a webhook took it)."""
        if pending in self._pending:
            self._pending.remove(pending)

    def clear(self) -> None:
        self._pending.clear()

    async def poll(self, offset: int, limit: int, timeout: float) -> list[dict[str, Any]]:
        """Updates from `offset` on, at most `limit`; waits up to `timeout` seconds for the first one.

        A poll that waits is ended with 409 when another one comes.
        """
        self.interrupt(_OTHER_POLLER)
        self._confirm(offset)
        if not self._pending and timeout > 0:
            await self._wait(timeout)
        batch = self.waiting(limit)
        for pending in batch:
            pending.handed = True
        return [pending.update for pending in batch]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._pending = deque(list(self._pending)[offset:])
        elif offset > 0:
            while self._pending and self._pending[0].is_confirmed_by(offset):
                self._pending.popleft()
            if self._replays:
                self._pending = deque(p for p in self._pending if not p.is_confirmed_by(offset))
                self._replays = any(pending.replayed for pending in self._pending)

    async def _wait(self, timeout: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        done, _ = await asyncio.wait([poll], timeout=timeout)
        if self._poll is poll:
            self._poll = None
        refusal = poll.result() if done else None
        if refusal is not None:
            await asyncio.sleep(self._pause())
            raise refusal

    def interrupt(self, reason: str) -> None:
        """Ends the poll that waits, if any, with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(conflict(reason))

    def close(self) -> None:
        """Ends the poll that waits with an empty answer; the server is going down."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def _pause(self) -> float:
        """Two pollers at odds are told so once in 3 seconds, or they would turn the server hot."""
        now = self._now()
        pause = _CONFLICT_PAUSE if now < self._conflict_at else 0.0
        self._conflict_at = now + _CONFLICT_PAUSE
        return pause
