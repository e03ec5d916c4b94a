"""aiogram-dialog's messages, with one change: taking a reply keyboard away leaves nothing behind in the chat."""

from __future__ import annotations

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message, ReplyKeyboardRemove
from aiogram_dialog.api.entities import OldMessage
from aiogram_dialog.manager.message_manager import MessageManager


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
