"""Albums as a conversation remembers them: whoever sends several pictures at once is answered once."""

from __future__ import annotations

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

ANSWERED, UNREAD = "album", "album-unread"
"""What is kept: the last album that was answered, and the last one of which a part could not be read."""


async def settle(message: Message, state: FSMContext) -> None:
    """An album is answered: what comes of it later, and belongs to nothing that was kept, is passed over."""
    if message.media_group_id is not None:
        await state.update_data({ANSWERED: message.media_group_id})


async def is_settled(message: Message, state: FSMContext) -> bool:
    """Whether the album of a message was answered before."""
    return message.media_group_id is not None and (await state.get_data()).get(ANSWERED) == message.media_group_id


async def is_unread(message: Message, state: FSMContext) -> bool:
    """Whether it was said before that a part of this album cannot be read; from now on it was."""
    album = message.media_group_id
    if album is None:
        return False
    if (await state.get_data()).get(UNREAD) == album:
        return True
    await state.update_data({UNREAD: album})
    return False
