"""Presses of inline buttons, and the bot's answers to them."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox.chats import Chat
from sandbox.errors import bad_request

_KEPT = 50_000


@dataclass(slots=True, eq=False)
class Callback:
    """One press: who, where, and what the bot answered. `times` counts the bot's tries, refused ones too."""

    id: str
    bot: int
    chat: int
    chat_bot: int | None
    person: int
    time: float
    text: str | None = None
    show_alert: bool = False
    url: str | None = None
    times: int = 0
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    def row(self) -> dict[str, Any]:
        answer = {"text": self.text, "show_alert": self.show_alert, "url": self.url}
        return {"answered": self.answered.is_set(), **answer, "times": self.times}


class Callbacks:
    """Presses by id; an answer is taken once, and only while the press is young."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._callbacks: OrderedDict[str, Callback] = OrderedDict()
        self._next = int(now() * 1000) * 1000
        self.lifetime = 60.0

    def press(self, bot: int, chat: Chat, person: int) -> Callback:
        self._next += 1
        callback = Callback(str(self._next), bot, chat.id, chat.bot_id, person, self._now())
        self._callbacks[callback.id] = callback
        if len(self._callbacks) > _KEPT:
            self._callbacks.popitem(last=False)
        return callback

    def find(self, callback_id: str) -> Callback | None:
        return self._callbacks.get(callback_id)

    def answer(self, bot: int, callback_id: str) -> Callback:
        """The press that may be answered now; refuses a second answer and one that comes too late."""
        callback = self._callbacks.get(callback_id)
        if callback is None or callback.bot != bot:
            raise _too_old()
        callback.times += 1
        if callback.answered.is_set() or self._now() - callback.time > self.lifetime:
            raise _too_old()
        return callback

    def clear(self) -> None:
        self._callbacks.clear()


def _too_old() -> Exception:
    return bad_request("query is too old and response timeout expired or query ID is invalid")
