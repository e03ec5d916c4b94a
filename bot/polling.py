"""Long polling into the durable inbox: the offset moves only when the batch is written down."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods.base import TelegramMethod
from sqlalchemy.exc import DBAPIError

from bot.inbox import UpdateInbox
from bot.trouble import DATABASES_OWN
from bot.waiting import sleep_or

log = structlog.get_logger(__name__)

ALLOWED = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"]
POLL_SECONDS = 25
BATCH = 100
PREDECESSOR_SECONDS = 60.0


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates whose result stays as it came: the inbox keeps the JSON, and it is parsed once, when handled."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = BATCH
    timeout: int = POLL_SECONDS
    allowed_updates: list[str] = ALLOWED


class AnotherPoller(Exception):  # noqa: N818 - read by an operator as a sentence
    """Another process keeps polling with the same token."""


@dataclass(slots=True)
class Poller:
    """Asks Telegram for updates until `stop`. `on_first` is called after the first answer."""

    bot: Bot
    inbox: UpdateInbox
    on_first: Callable[[], object]
    _offset: int | None = None
    _answered: bool = False

    async def run(self, stop: asyncio.Event) -> None:
        """Poll; trouble on the line is waited out, a predecessor that does not leave within 60 s is fatal."""
        conflict_left, pause = PREDECESSOR_SECONDS, 0.5
        while not stop.is_set():
            try:
                updates = await self._poll(stop)
                await self.inbox.take(updates)
            except TelegramConflictError as error:
                if conflict_left <= 0:
                    raise AnotherPoller from error
                conflict_left -= 2.0
                await sleep_or(stop, 2.0)
            except TelegramRetryAfter as error:
                await sleep_or(stop, error.retry_after)
            except (TelegramNetworkError, TelegramServerError, DBAPIError, *DATABASES_OWN) as error:
                log.warning("polling_interrupted", error=type(error).__name__)
                await sleep_or(stop, pause)
                pause = min(pause * 2, 10.0)
            else:
                conflict_left, pause = PREDECESSOR_SECONDS, 0.5
                self._confirm(updates)

    def _confirm(self, updates: list[dict[str, Any]]) -> None:
        if updates:
            self._offset = updates[-1]["update_id"] + 1
        if not self._answered:
            self._answered = True
            self.on_first()

    async def _poll(self, stop: asyncio.Event) -> list[dict[str, Any]]:
        # The first call does not wait, so that `ready` is printed at once; later ones end early on `stop`.
        method = GetRawUpdates(offset=self._offset, timeout=POLL_SECONDS if self._answered else 0)
        loop = asyncio.get_running_loop()
        poll = loop.create_task(self.bot(method, request_timeout=POLL_SECONDS + 10))
        stopping = loop.create_task(stop.wait())
        try:
            await asyncio.wait({poll, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return await poll if poll.done() else []
        finally:
            poll.cancel()
            stopping.cancel()
            await asyncio.gather(poll, stopping, return_exceptions=True)
