"""What is dear to find out and good for a minute: found out once, however many ask meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from services.clock import Clock

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

GOOD_FOR = timedelta(minutes=1)
MOST = 200


class Kept(Generic[K, T]):
    """Answers by key, each good for a minute."""

    def __init__(self, now: Clock) -> None:
        self._now = now
        self._turn = asyncio.Lock()
        self._found: dict[K, tuple[datetime, T]] = {}

    async def __call__(self, key: K, find: Callable[[], Awaitable[T]]) -> T:
        """What is kept, else what `find` says."""
        if kept := self._fresh(key):
            return kept[1]
        async with self._turn:
            if kept := self._fresh(key):
                return kept[1]
            if len(self._found) >= MOST:
                self._found.clear()
            answer = await find()
            self._found[key] = (self._now(), answer)
            return answer

    def _fresh(self, key: K) -> tuple[datetime, T] | None:
        kept = self._found.get(key)
        return kept if kept and timedelta() <= self._now() - kept[0] < GOOD_FOR else None
