"""Every tap is answered: at once when its handler is through, and before Telegram gives up when it is slow."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, TelegramObject

from bot.scope import CURRENT
from bot.waiting import sleep_or

PATIENCE = 1.5
"""Seconds until a slow handler's tap is answered for it; people see a clock on the button meanwhile."""

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class AnswerAll(BaseMiddleware):
    """Answers what its handler did not. A handler that raises leaves the answer to the error handlers."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, CallbackQuery)
        through = asyncio.Event()
        slow = asyncio.get_running_loop().create_task(_answer_unless(through, event))
        try:
            result = await handler(event, data)
        except asyncio.CancelledError:
            slow.cancel()
            raise
        finally:
            through.set()
            # An answer that is on its way must arrive: the one below would be taken for a second one and dropped.
            await asyncio.gather(slow, return_exceptions=True)
        await event.answer()
        return result


async def _answer_unless(through: asyncio.Event, event: CallbackQuery) -> None:
    await sleep_or(through, PATIENCE)
    if not through.is_set():
        await event.answer()


def is_answered(event: CallbackQuery) -> bool:
    """Whether this tap has had its answer; a toast or an alert would not be shown any more."""
    scope = CURRENT.get(None)
    return scope is not None and event.id in scope.answered
