"""aiogram-dialog's messages, as ours behave: a reply keyboard leaves nothing behind, an old window acts no more."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message, ReplyKeyboardRemove, TelegramObject
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.entities import NewMessage, OldMessage
from aiogram_dialog.manager.message_manager import MessageManager

from bot.session import LastMessages
from bot.toolbox import Tools
from bot.words import Voice

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class QuietMessageManager(MessageManager):
    """Telegram takes a reply keyboard away only along with a message; that message is deleted at once."""

    async def remove_reply_kbd(self, bot: Bot, old_message: OldMessage | None) -> Message | None:
        """Send, and delete, the message that takes the keyboard away."""
        if old_message is None:
            return None
        carrier = await bot.send_message(old_message.chat.id, "…", reply_markup=ReplyKeyboardRemove())
        try:
            await carrier.delete()
        except TelegramBadRequest:
            return carrier  # it stays, and harms nobody
        return None

    async def remove_message_safe(self, bot: Bot, old_message: OldMessage, new_message: NewMessage | None) -> None:
        """Delete a window; some clients keep the reply keyboard of a deleted message, so it is taken away first."""
        if self.had_reply_keyboard(old_message) and not self.need_reply_keyboard(new_message):
            await self.remove_reply_kbd(bot, old_message)
        await super().remove_message_safe(bot, old_message, new_message)


class PressesInPlace(BaseMiddleware):
    """For the presses of a dialog: the newest window changes in place, or is sent anew where something came after it.

    On an older window nothing happens but a kind word, with the newest window below it: a button of a step gone by
    must not act in the step of now.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, CallbackQuery)
        manager: DialogManager = data["dialog_manager"]
        tools: Tools = data["tools"]
        newest = manager.current_stack().last_message_id
        if event.message is None or newest is None:
            return await handler(event, data)
        chat_id, last = event.message.chat.id, tools.stage.last
        if event.message.message_id != newest:
            return await _point_to_newest(event, manager, data["voice"], last, newest)
        if not last.is_last(chat_id, newest):
            manager.show_mode = ShowMode.SEND
        return await handler(event, data)


async def _point_to_newest(
    event: CallbackQuery, manager: DialogManager, voice: Voice, last: LastMessages, newest: int
) -> None:
    await event.answer(voice.plain("stale"))
    if event.message is not None and not last.is_last(event.message.chat.id, newest):
        await manager.show(ShowMode.SEND)
