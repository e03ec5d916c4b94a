"""Lanes: one person's updates one at a time and in order, many people side by side."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.waiting import either, sleep_or
from storage.repositories.inbox import Waiting

Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Again:
    """The update is not through: try this again after so many seconds, before anything else in its lane."""

    item: Waiting
    seconds: float


Handle = Callable[[Waiting], Awaitable[Again | None]]


class Lanes:
    """Hands updates to `handle`: in order within a lane, at most `width` lanes at work at once."""

    def __init__(self, handle: Handle, *, width: int, depth: int, sleep: Sleep | None = None) -> None:
        self._handle = handle
        self._sleep = sleep or self._pause
        self._width = asyncio.Semaphore(width)
        self._depth = depth
        self._queues: dict[int, deque[Waiting]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._held = 0
        self._closing = asyncio.Event()
        self._freed = asyncio.Event()

    @property
    def has_room(self) -> bool:
        """Whether more may be put in; it bounds the memory a backlog takes."""
        return self._held < self._depth

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits or is at work."""
        return self._held == 0

    def behind(self, lane: int) -> list[Waiting]:
        """What waits in a lane behind the update at work."""
        return list(self._queues.get(lane, ()))[1:]

    async def room(self, stop: asyncio.Event) -> None:
        """Wait until more may be put in, or until `stop`: in an outage nothing frees room for long."""
        while not self.has_room and not stop.is_set():
            self._freed.clear()
            await either(self._freed, stop)

    def put(self, item: Waiting) -> None:
        """Add an update at the end of its lane, and wake the lane when it rests."""
        self._held += 1
        if (queue := self._queues.get(item.lane)) is not None:
            queue.append(item)
            return
        self._queues[item.lane] = deque([item])
        task = asyncio.get_running_loop().create_task(self._drain(item.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self, grace: float) -> None:
        """Finish what is at work, at most `grace` seconds; what still waits stays in the database."""
        self._closing.set()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _pause(self, seconds: float) -> None:
        await sleep_or(self._closing, seconds)

    async def _drain(self, lane: int) -> None:
        queue = self._queues[lane]
        try:
            while queue and not self._closing.is_set():
                async with self._width:
                    if self._closing.is_set():  # meanwhile
                        break
                    again = await self._handle(queue[0])
                if again is None:
                    queue.popleft()
                    self._held -= 1
                    self._freed.set()
                else:
                    queue[0] = again.item
                    # The pause is outside the width: one person's trouble takes nobody else's turn.
                    await self._sleep(again.seconds)
        finally:
            self._held -= len(queue)
            self._freed.set()
            del self._queues[lane]
