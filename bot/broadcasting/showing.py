"""Where the state of an announcement is shown: always in the message that was pressed, which stays the one."""

from __future__ import annotations

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message

from bot.screens import NOT_MODIFIED, Screen
from bot.toolbox import Tools


async def in_place(event: CallbackQuery, screen: Screen, tools: Tools) -> None:
    """Also where other messages came after it; anew only where it cannot be changed any more."""
    if not isinstance(event.message, Message):
        await tools.stage.show(event, screen)
        return
    try:
        await event.message.edit_text(screen.text, reply_markup=screen.keyboard)
    except TelegramBadRequest as error:
        if NOT_MODIFIED not in error.message:
            await tools.stage.add(event, screen)
