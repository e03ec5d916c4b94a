"""Remembers the newest message of each chat, so that a screen is not edited far above what came after it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject
from aiogram_dialog.utils import REPLY_CALLBACK_SYMBOLS

from bot.session import LastMessages

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class SeeMessages(BaseMiddleware):
    """Notes each message that comes in.

    aiogram-dialog reads invisible characters at the end of a text as the press of a button of its reply keyboards. We
    have none of those, and people's texts do end so (a joined emoji, a soft hyphen): they are taken off.
    """

    def __init__(self, last: LastMessages) -> None:
        self._last = last

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, Message)
        self._last.seen(event.chat.id, event.message_id)
        if event.text and event.text[-1] in REPLY_CALLBACK_SYMBOLS:
            event = event.model_copy(update={"text": event.text.rstrip(REPLY_CALLBACK_SYMBOLS)})
        return await handler(event, data)
