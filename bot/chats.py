"""Filters on where an update comes from. They are coroutines because aiogram moves every other filter, `F` among them,
to a thread and back: twenty routers made that the third part of what a press cost.
"""

from __future__ import annotations

from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Chat, ChatMemberUpdated, Message

Event = Message | CallbackQuery | ChatMemberUpdated

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)


async def in_private(event: Event) -> bool:
    """Whether it comes from a person's own chat with the bot."""
    chat = _chat_of(event)
    return chat is not None and chat.type == ChatType.PRIVATE


async def in_group(event: Event) -> bool:
    """Whether it comes from a group."""
    chat = _chat_of(event)
    return chat is not None and chat.type in GROUPS


async def outside(event: Event) -> bool:
    """Whether it comes from anywhere but a chat of one's own: a group, a channel, a card sent inline."""
    return not await in_private(event)


def _chat_of(event: Event) -> Chat | None:
    if not isinstance(event, CallbackQuery):
        return event.chat
    return event.message.chat if event.message else None
