"""Keeps the author's one message up to date: how far the announcement is, and in the end its report."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from sqlalchemy.exc import SQLAlchemyError

from bot.broadcasting import screens
from bot.screens import NOT_MODIFIED, Screen
from bot.toolbox.broadcasts import BroadcastTools
from bot.words import Words
from services.broadcasts import RunView

log = structlog.get_logger(__name__)

MEASURED_OVER = timedelta(seconds=30)
"""The speed is that of so long."""


class Keeper:
    """One a process. What it remembers only saves requests: after a restart the next look tells the same."""

    def __init__(
        self,
        *,
        bot: Bot,
        tools: BroadcastTools,
        words: Words,
        note: Callable[[int], bool],
        halt: Callable[[float], Awaitable[object]],
        unreachable: Callable[[int], Awaitable[object]],
    ) -> None:
        self._bot, self._tools, self._words = bot, tools, words
        self._note, self._halt, self._unreachable = note, halt, unreachable
        self._told: dict[int, str] = {}
        self._measured: dict[int, deque[tuple[datetime, int]]] = {}

    async def tell(self) -> None:
        """Look at all that is under way, and tell each author what changed."""
        try:
            views = await self._tools.progress()
        except (SQLAlchemyError, OSError) as error:
            log.warning("progress_not_read", error=type(error).__name__)
            return
        numbers = {view.run.id for view in views}
        for memory in (self._told, self._measured):
            for number in memory.keys() - numbers:
                del memory[number]
        for view in views:
            await self._tell(view)

    async def _tell(self, view: RunView) -> None:
        run, chat = view.run, view.run.author_telegram_id
        screen = screens.run(self._words.voice(run.author_language, run.author_zone), view, self._speed(view))
        is_end = view.is_over and run.changing is None
        if chat is None or self._told.get(run.id) == screen.text or not self._note(chat):
            return
        try:
            message = await self._show(chat, run.progress_message, screen)
            if message != run.progress_message or is_end:
                await self._tools.keep_progress(
                    broadcast_id=run.id, message_id=message, said=run.state if is_end else None
                )
        except TelegramRetryAfter as error:
            await self._halt(error.retry_after)
        except TelegramForbiddenError:
            await self._unreachable(chat)
        except TelegramBadRequest as error:  # it will not be taken however often: until something changes
            log.warning("progress_not_told", broadcast=run.id, error=type(error).__name__)
            self._told[run.id] = screen.text
        except (TelegramAPIError, SQLAlchemyError, OSError) as error:  # the next look tells it
            log.warning("progress_not_told", broadcast=run.id, error=type(error).__name__)
        else:
            self._told[run.id] = screen.text

    async def _show(self, chat: int, message: int | None, screen: Screen) -> int:
        """In the message of before; anew where there is none, or it is gone."""
        if message is not None:
            try:
                await self._bot.edit_message_text(
                    screen.text, chat_id=chat, message_id=message, reply_markup=screen.keyboard
                )
            except TelegramBadRequest as error:
                if NOT_MODIFIED not in error.message:
                    message = None
        if message is None:
            message = (await self._bot.send_message(chat, screen.text, reply_markup=screen.keyboard)).message_id
        return message

    def _speed(self, view: RunView) -> float | None:
        """Messages a second of late; None while that is not known."""
        over = (view.change or view.copies).over
        measured = self._measured.setdefault(view.run.id, deque())
        if measured and measured[-1][1] > over:
            measured.clear()  # something else is counted now
        measured.append((view.at, over))
        while measured[0][0] < view.at - MEASURED_OVER:
            measured.popleft()
        seconds = (view.at - measured[0][0]).total_seconds()
        done = over - measured[0][1]
        return done / seconds if seconds > 0 and done > 0 else None
