"""A filter that most routers share. aiogram moves each filter that is not a coroutine to a thread and back, `F` among
them: twenty routers made that the third part of what a press cost.
"""

from __future__ import annotations

from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message


async def in_private(event: Message | CallbackQuery) -> bool:
    """Whether it comes from a person's own chat with the bot."""
    message = event.message if isinstance(event, CallbackQuery) else event
    return message is not None and message.chat.type == ChatType.PRIVATE
