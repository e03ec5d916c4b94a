"""Telegram's flood limits, when they are on: overall, per chat, per group."""

import math
from collections import deque
from dataclasses import dataclass, fields
from typing import Any

from telegram.constants import FloodLimit

from sandbox.errors import ControlError, too_many_requests

CHAT_BURST = 3
_CHATS_KEPT = 50_000


@dataclass(slots=True)
class Limits:
    """How many messages a bot may send; `strict` False lets everything through."""

    strict: bool = False
    global_per_second: float = FloodLimit.MESSAGES_PER_SECOND
    chat_per_second: float = FloodLimit.MESSAGES_PER_SECOND_PER_CHAT
    group_per_minute: float = FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP

    def become(self, other: "Limits") -> None:
        """Takes another's values; whoever holds these limits sees them at once."""
        for field in fields(self):
            setattr(self, field.name, getattr(other, field.name))

    def change(self, given: dict[str, Any]) -> None:
        for name, value in given.items():
            if name not in ("global_per_second", "chat_per_second", "group_per_minute"):
                raise ControlError(f"There is no limit called {name}.")
            if not isinstance(value, int | float) or value <= 0:
                raise ControlError(f"The limit {name} must be a number above 0.")
            setattr(self, name, value)


class Window:
    """At most `count` in any stretch of `seconds`."""

    def __init__(self) -> None:
        self._times: deque[float] = deque()

    def wait(self, now: float, count: float, seconds: float) -> float:
        """Seconds until one more fits; 0 when it fits now."""
        while self._times and self._times[0] <= now - seconds:
            self._times.popleft()
        return self._times[0] + seconds - now if len(self._times) >= count else 0.0

    def add(self, now: float) -> None:
        self._times.append(now)


class Floods:
    """Counts what one bot has sent. A refused message does not count."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._all = Window()
        self._chats: dict[int, Window] = {}

    def admit(self, chat: int, now: float) -> None:
        """Counts a message to a chat, or refuses it with 429 and the whole seconds to wait."""
        if not self._limits.strict:
            return
        window = self._window(chat)
        count, seconds = self._allowed(chat)
        pause = max(
            self._all.wait(now, max(self._limits.global_per_second, 1), 1.0),
            window.wait(now, count, seconds),
        )
        if pause > 0:
            raise too_many_requests(max(math.ceil(pause), 1))
        self._all.add(now)
        window.add(now)

    def _allowed(self, chat: int) -> tuple[float, float]:
        if chat < 0:
            return max(self._limits.group_per_minute, 1), 60.0
        return CHAT_BURST, CHAT_BURST / self._limits.chat_per_second

    def _window(self, chat: int) -> Window:
        if chat not in self._chats and len(self._chats) >= _CHATS_KEPT:
            self._chats.pop(next(iter(self._chats)))
        return self._chats.setdefault(chat, Window())
