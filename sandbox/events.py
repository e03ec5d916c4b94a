"""Server-sent events: what happens in the chats, told to whoever looks on."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

_BACKLOG = 1_000


@dataclass(eq=False, slots=True)
class Subscriber:
    """One listener; `chat` and `bot` None mean all of them. None in the queue ends it."""

    chat: int | None
    bot: int | None
    queue: asyncio.Queue[str | None] = field(default_factory=lambda: asyncio.Queue(_BACKLOG))

    def wants(self, chat: int | None, bot: int | None) -> bool:
        return (chat is None or self.chat in (None, chat)) and (bot is None or self.bot in (None, bot))


class Hub:
    """Hands every event to the subscribers that asked for its chat; one that reads too slowly is let go."""

    def __init__(self) -> None:
        self._subscribers: set[Subscriber] = set()

    def subscribe(self, chat: int | None, bot: int | None) -> Subscriber:
        subscriber = Subscriber(chat, bot)
        self._subscribers.add(subscriber)
        return subscriber

    def leave(self, subscriber: Subscriber) -> None:
        self._subscribers.discard(subscriber)

    def listens(self, chat: int | None, bot: int | None) -> bool:
        """Whether anybody would hear it: what nobody hears need not be made."""
        return any(subscriber.wants(chat, bot) for subscriber in self._subscribers)

    def publish(self, name: str, chat: int | None = None, bot: int | None = None, **data: Any) -> None:
        event = None
        for subscriber in list(self._subscribers):
            if subscriber.wants(chat, bot):
                event = event or f"event: {name}\ndata: {json.dumps({'chat': chat, 'bot': bot} | data)}\n\n"
                self._hand(subscriber, event)

    def _hand(self, subscriber: Subscriber, event: str) -> None:
        if subscriber.queue.qsize() >= _BACKLOG - 1:
            self._end(subscriber)
        else:
            subscriber.queue.put_nowait(event)

    def _end(self, subscriber: Subscriber) -> None:
        self.leave(subscriber)
        subscriber.queue.put_nowait(None)

    def close(self) -> None:
        """Ends every stream; the server is going down."""
        for subscriber in list(self._subscribers):
            self._end(subscriber)
