"""Remembers the newest message of each chat, so that a screen is not edited far above what came after it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject, User
from aiogram_dialog.utils import REPLY_CALLBACK_SYMBOLS

from bot.session import LastMessages

NOBODY = User(id=0, is_bot=False, first_name="-")
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class SeeMessages(BaseMiddleware):
    """Notes each message that comes in.

    aiogram-dialog reads invisible characters at the end of a text as the press of a button of its reply keyboards. We
    have none of those, and people's texts do end so (a joined emoji, a soft hyphen): they are taken off. It also asks
    who sent the message that is answered, which Telegram leaves out where nobody did (a channel): nobody stands there.
    """

    def __init__(self, last: LastMessages) -> None:
        self._last = last

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, Message)
        self._last.seen(event.chat.id, event.message_id)
        if event.text and event.text[-1] in REPLY_CALLBACK_SYMBOLS:
            event = event.model_copy(update={"text": event.text.rstrip(REPLY_CALLBACK_SYMBOLS)})
        replied = event.reply_to_message
        if replied is not None and replied.from_user is None:
            event = event.model_copy(update={"reply_to_message": replied.model_copy(update={"from_user": NOBODY})})
        return await handler(event, data)
