"""Remembers the newest message of each chat, so that a screen is not edited far above what came after it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject

from bot.session import LastMessages

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class SeeMessages(BaseMiddleware):
    """Notes each message that comes in."""

    def __init__(self, last: LastMessages) -> None:
        self._last = last

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, Message)
        self._last.seen(event.chat.id, event.message_id)
        return await handler(event, data)
