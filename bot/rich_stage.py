"""Where rich messages are shown, as long as Telegram takes them."""

from __future__ import annotations

import structlog
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramBadRequest, TelegramEntityTooLarge, TelegramNotFound
from aiogram.types import CallbackQuery, InputRichMessage

from bot.screens import Screen

log = structlog.get_logger(__name__)

REFUSALS = (TelegramBadRequest, TelegramNotFound, TelegramEntityTooLarge)
"""Telegram may not like the message, and an older Bot API server does not know the method at all."""


class RichStage:
    """Sends screens whose text is rich HTML; says no where the caller has to show them otherwise."""

    def __init__(self) -> None:
        self._told = False

    async def add(self, event: CallbackQuery, screen: Screen, bot: Bot) -> bool:
        """As a new message; False where Telegram refuses it. That is logged once: it tends to stay so."""
        if event.message is None:
            return True
        # Numbers of laws look like phone numbers to Telegram; what is a link says so.
        content = InputRichMessage(html=screen.text, skip_entity_detection=True)
        try:
            await bot.send_rich_message(event.message.chat.id, content, reply_markup=screen.keyboard)
        except REFUSALS as error:
            self._tell(error)
            return False
        except ClientDecodeError:
            return True  # it was sent: what came back has parts that aiogram does not know yet
        return True

    def _tell(self, error: Exception) -> None:
        if not self._told:
            self._told = True
            log.warning("rich_refused", error=type(error).__name__, said=str(error))
