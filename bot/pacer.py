"""Telegram's limits: so many messages a second in all, one a second in each chat, twenty a minute in each group.

Replies never wait here; they are counted, and what was going to be sent unasked waits for them.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Awaitable, Callable

SHARE = 0.9
"""Paced at exactly the limit, network jitter pushes a second over it."""
CHAT_INTERVAL = 1.0
LATE = 0.02
"""So many seconds are made up for: a nap of a millisecond takes two, and at 1,000/s half of all turns were lost."""
GROUP_MESSAGES = int(20 * SHARE)
GROUP_INTERVAL = 60.0
CHATS_KEPT = 1_000
LONGEST_NAP = 1.0
"""Who waits for a turn learns of a halt this soon."""


class Pacer:
    """Turns to send. `limit` is messages a second; `clock` is monotonic, in seconds.

    When a turn is given, the second that ends with it holds at most `limit` messages, replies included, or this one
    alone. The same holds for the minute of a group. After an idle time or a halt there is no burst to catch up but that
    of the last 20 ms.
    """

    def __init__(
        self,
        limit: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.rate = limit * SHARE
        self._clock = clock
        self._sleep = sleep
        self._next = clock()
        self._halted_until = self._next
        self._chats: dict[int, float] = {}
        self._groups: dict[int, deque[float]] = {}
        self._queue = asyncio.Lock()

    async def turn(self, chat_id: int) -> bool:
        """Wait until a message may go to the chat, and count it. False: the sender is halted, send nothing now."""
        while not self.halted_for():
            await self._until(lambda: self._ready(chat_id))
            async with self._queue:
                await self._until(lambda: self._next)
                if not self.halted_for() and self._ready(chat_id) <= self._clock():
                    self._count(chat_id)
                    return True
        return False

    def note_reply(self, chat_id: int | None = None) -> None:
        """Count a message that goes out without a turn, because somebody is waiting for it."""
        self._count(chat_id)

    def halt(self, seconds: float) -> None:
        """Give no turns for so long; a longer halt that is under way stays."""
        self._halted_until = max(self._halted_until, self._clock() + seconds)

    def close(self) -> None:
        """Give no turns any more."""
        self._halted_until = math.inf

    def halted_for(self) -> float:
        """Seconds until turns are given again; 0 when they are."""
        return max(0.0, self._halted_until - self._clock())

    async def _until(self, moment: Callable[[], float]) -> None:
        # The moment moves while we sleep: replies push it back.
        while not self.halted_for() and (wait := moment() - self._clock()) > 0:
            await self._sleep(min(wait, LONGEST_NAP))

    def _ready(self, chat_id: int) -> float:
        ready, lately = self._chats.get(chat_id, 0.0), self._groups.get(chat_id)
        full = lately is not None and len(lately) == GROUP_MESSAGES
        return max(ready, lately[0] + GROUP_INTERVAL) if lately and full else ready

    def _count(self, chat_id: int | None) -> None:
        now = self._clock()
        self._next = max(self._next, now - LATE) + 1 / self.rate
        if chat_id is not None:
            self._forget_old(now)
            self._chats[chat_id] = now + CHAT_INTERVAL
        if chat_id is not None and chat_id < 0:  # a group; people's chats have positive ids
            self._groups.setdefault(chat_id, deque(maxlen=GROUP_MESSAGES)).append(now)

    def _forget_old(self, now: float) -> None:
        if len(self._chats) >= CHATS_KEPT:
            self._chats = {chat: ready for chat, ready in self._chats.items() if ready > now}
        if len(self._groups) >= CHATS_KEPT:
            kept = ((chat, times) for chat, times in self._groups.items() if times[-1] + GROUP_INTERVAL > now)
            self._groups = dict(kept)
