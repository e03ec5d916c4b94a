"""Inline mode: what people ask a bot from any chat, the bot's answers, and the messages that were sent that way."""

import asyncio
import base64
import struct
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox.chats import Chat, Message
from sandbox.errors import bad_request

_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Offer:
    """One result that a bot offers: what the list shows, and what is sent when it is picked."""

    shown: dict[str, Any]
    content: dict[str, Any]
    markup: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A bot's answer to an inline query."""

    offers: dict[str, Offer]
    button: dict[str, Any] | None = None
    next_offset: str = ""
    cache_time: int = 300
    is_personal: bool = False


@dataclass(slots=True, eq=False)
class Query:
    """What a person asked; `times` counts the bot's tries to answer, refused ones too."""

    id: str
    bot: int
    person: int
    chat: Chat
    text: str
    offset: str
    time: float
    times: int = 0
    cached: bool = False
    answer: Answer | None = None
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    def take(self, answer: Answer) -> None:
        self.answer = answer
        self.answered.set()


_Cached = tuple[float, Answer]


class Inline:
    """Queries by id, answers that Telegram still remembers, and messages by their `inline_message_id`."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._next = int(now() * 1000) * 1000
        self._queries: OrderedDict[str, Query] = OrderedDict()
        self._messages: OrderedDict[str, tuple[int, Chat, int]] = OrderedDict()
        self._cache: OrderedDict[tuple[Any, ...], _Cached] = OrderedDict()
        self.lifetime = 15.0
        self.caches = True
        self.feedback = False

    def ask(self, bot: int, person: int, chat: Chat, text: str, offset: str) -> Query:
        """A new query; it is answered at once when the bot's earlier answer may still be used."""
        self._next += 1
        query = Query(str(self._next), bot, person, chat, text, offset, self._now())
        _keep(self._queries, query.id, query)
        known = self._remembered(query)
        if known is not None:
            query.cached = True
            query.take(known)
        return query

    def find(self, query_id: str) -> Query | None:
        return self._queries.get(query_id)

    def open(self, bot: int, query_id: str) -> Query:
        """The query that may be answered now; refuses a second answer and one that comes too late."""
        query = self._queries.get(query_id)
        if query is None or query.bot != bot:
            raise _too_old()
        query.times += 1
        if query.answered.is_set() or self._now() - query.time > self.lifetime:
            raise _too_old()
        return query

    def answer(self, query: Query, answer: Answer) -> None:
        query.take(answer)
        if self.caches and answer.cache_time > 0:
            person = query.person if answer.is_personal else None
            key = (query.bot, query.text, query.offset, person)
            _keep(self._cache, key, (self._now() + answer.cache_time, answer))

    def _remembered(self, query: Query) -> Answer | None:
        for person in (query.person, None):
            until, answer = self._cache.get((query.bot, query.text, query.offset, person), (0.0, None))
            if self.caches and self._now() < until:
                return answer
        return None

    def register(self, bot: int, chat: Chat, message: Message) -> str:
        """Gives a message the id by which its bot may edit it."""
        raw = struct.pack("<iqq", 2, message.id, (chat.id * 7919 + bot) & (1 << 62) - 1)
        inline_id = base64.urlsafe_b64encode(raw).decode().rstrip("=")
        _keep(self._messages, inline_id, (bot, chat, message.id))
        message.inline_id = inline_id
        return inline_id

    def message(self, bot: int, inline_id: str) -> tuple[Chat, Message]:
        """The message that a bot means; refuses with Telegram's MESSAGE_ID_INVALID."""
        owner, chat, number = self._messages.get(inline_id, (None, None, 0))
        message = chat.messages.get(number) if chat is not None and owner == bot else None
        if chat is None or message is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return chat, message

    def clear(self) -> None:
        self._queries.clear()
        self._messages.clear()
        self._cache.clear()


def _keep(store: OrderedDict[Any, Any], key: Any, value: Any) -> None:
    store[key] = value
    if len(store) > _KEPT:
        store.popitem(last=False)


def _too_old() -> Exception:
    return bad_request("query is too old and response timeout expired or query ID is invalid")
