"""What every request to Telegram passes through: answers once, waits when told, knows what is last in a chat."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, cast

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerInlineQuery,
    DeleteMessage,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    GetMe,
    GetUpdates,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendRichMessage,
)
from aiogram.methods.base import Response, TelegramMethod, TelegramType
from aiogram.types import Message
from cachetools import LRUCache

from bot.scope import CURRENT
from bot.settings import Settings

log = structlog.get_logger(__name__)

ANSWERS = (AnswerCallbackQuery, AnswerInlineQuery)
SENDS = (SendMessage, SendPhoto, SendDocument, SendRichMessage)
CHATS_REMEMBERED = 20_000
TRIES = 4
LONGEST_WAIT = 30.0
TOO_OLD = "query is too old"
DONE = cast(Response[Any], True)
"""What a request that was not made answers; aiogram's session hands results along in place of responses."""

# aiogram asks pydantic for the type of each answer anew, and pydantic forgets types that nobody holds: without this it
# builds the class of `Message | bool` at every edit, which cost more than the request.
ANSWER_TYPES = [
    Response[method.__returning__]  # type: ignore[name-defined]
    for method in (
        *ANSWERS,
        DeleteMessage,
        EditMessageCaption,
        EditMessageMedia,
        EditMessageReplyMarkup,
        EditMessageText,
        GetMe,
        *SENDS,
    )
]

Sleep = Callable[[float], Awaitable[None]]
Unreachable = Callable[[int], Awaitable[object]]


class LastMessages:
    """The newest message of each chat, as far as this process has seen. Forgetful on purpose: it only decides
    whether a screen is edited in place or sent anew."""

    def __init__(self, size: int = CHATS_REMEMBERED) -> None:
        self._newest: LRUCache[int, int] = LRUCache(size)

    def seen(self, chat_id: int, message_id: int) -> None:
        """A message was sent or received."""
        self._newest[chat_id] = max(message_id, self._newest.get(chat_id, 0))

    def is_last(self, chat_id: int, message_id: int) -> bool:
        """Whether nothing newer is known in the chat."""
        return bool(self._newest.get(chat_id, message_id) <= message_id)


class AnswerOnce(BaseRequestMiddleware):
    """Telegram takes one answer to a tap or an inline query; a second one is dropped here, a late one is no fault."""

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        if not isinstance(method, ANSWERS) or (scope := CURRENT.get(None)) is None:
            return await make_request(bot, method)
        query = method.callback_query_id if isinstance(method, AnswerCallbackQuery) else method.inline_query_id
        if query in scope.answered:
            return DONE
        scope.answered.add(query)
        try:
            return await make_request(bot, method)  # type: ignore[arg-type]  # narrowed to one method, it is still any
        except TelegramBadRequest as error:
            if TOO_OLD not in error.message:
                raise
            return DONE
        except BaseException:
            scope.answered.discard(query)
            raise


@dataclass(slots=True)
class WaitAsTold(BaseRequestMiddleware):
    """Replies wait out a 429 and short trouble on the line; a person who blocked the bot is marked unreachable.

    What was perhaps delivered (a read timeout) is tried again too: a reply may come twice, never not at all.
    """

    unreachable: Unreachable
    note: Callable[[int | None], object]
    halt: Callable[[float], Awaitable[object]]
    sleep: Sleep = asyncio.sleep

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        scope = CURRENT.get(None)
        if scope is None or isinstance(method, GetUpdates):
            return await make_request(bot, method)  # the outbox and the poller have rules of their own
        if isinstance(method, SENDS):
            self.note(method.chat_id if isinstance(method.chat_id, int) else None)
        try:
            return await self._ask(make_request, bot, method, scope.lane)
        except asyncio.CancelledError:
            scope.cut_short = True
            raise

    async def _ask(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
        person: int,
    ) -> Response[TelegramType]:
        for attempt in range(1, TRIES + 1):
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                await self.halt(error.retry_after)
                await self._wait_or_raise(error, attempt, error.retry_after)
            except (TelegramNetworkError, TelegramServerError) as error:
                await self._wait_or_raise(error, attempt, 0.3 * 2**attempt)
            except TelegramForbiddenError:
                if getattr(method, "chat_id", None) == person:  # a group that threw the bot out says nothing of them
                    await self.unreachable(person)
                raise
        raise AssertionError("the last attempt returns or raises")  # pragma: no cover

    async def _wait_or_raise(self, error: Exception, attempt: int, seconds: float) -> None:
        if attempt == TRIES or seconds > LONGEST_WAIT:
            raise error
        await self.sleep(seconds)


@dataclass(slots=True)
class RememberLast(BaseRequestMiddleware):
    """Keeps `LastMessages` up to date with what the bot sends."""

    last: LastMessages = field(default_factory=LastMessages)

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        response = await make_request(bot, method)
        if isinstance(response, Message):
            self.last.seen(response.chat.id, response.message_id)
        return response


class ReadableSession(AiohttpSession):
    """An answer that is no JSON (a gateway's page of HTML, half an answer) is Telegram's trouble like any other 5xx."""

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """The answer, or the error it stands for."""
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError as error:
            if not isinstance(error.original, json.JSONDecodeError):
                raise
            raise TelegramServerError(method, f"unreadable answer, status {status_code}") from error


def build_bot(settings: Settings) -> Bot:
    """A bot for the token and the Bot API server of the settings."""
    api = TelegramAPIServer.from_base(settings.telegram_api_url)
    return Bot(
        settings.bot_token.get_secret_value(),
        session=ReadableSession(api=api),
        default=DefaultBotProperties(parse_mode="HTML", link_preview_is_disabled=True),
    )
