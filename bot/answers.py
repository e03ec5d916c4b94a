"""Every tap is answered: at once when its handler is through, and before Telegram gives up when it is slow."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, TelegramObject

PATIENCE = 1.5
"""Seconds until a slow handler's tap is answered for it; people see a clock on the button meanwhile."""

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class AnswerAll(BaseMiddleware):
    """Answers what its handler did not. A handler that raises leaves the answer to the error handlers."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, CallbackQuery)
        slow = asyncio.get_running_loop().create_task(_answer_after(event, PATIENCE))
        try:
            result = await handler(event, data)
        finally:
            slow.cancel()
        await event.answer()
        return result


async def _answer_after(event: CallbackQuery, seconds: float) -> None:
    await asyncio.sleep(seconds)
    await event.answer()
