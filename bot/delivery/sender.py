"""Sends one message, and says what became of it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.methods import (
    CloseForumTopic,
    CreateForumTopic,
    DeleteMessage,
    EditForumTopic,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageText,
    ReopenForumTopic,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import (
    BufferedInputFile,
    ForumTopic,
    InputMediaDocument,
    InputMediaPhoto,
    Message,
    ReplyParameters,
)
from aiohttp import ClientTimeout

from bot.delivery.kinds import Deletion, Document, Erasure, Media, Outgoing, Picture, Rendered, Topic, TopicChange
from bot.delivery.outcome import BadMarkup, Moved, Outcome, Refused, Sent, Settled, classify

TIMEOUT: Any = ClientTimeout(total=7, connect=4)
"""Short, so that a stop within 10 s leaves nothing in doubt; aiogram hands aiohttp's richer form through."""
DONE_BEFORE = (
    "message is not modified",
    "message to delete not found",
    "TOPIC_NOT_MODIFIED",
    "TOPIC_ID_INVALID",
    "TOPIC_DELETED",
    "chat is not a forum",
)
"""What Telegram says where an edit, a deletion or the change of a topic has nothing left to do."""
GONE = "message to edit not found"
"""Where words are to go, a message that is gone is what was wanted."""
TAG = re.compile(r"</?(?:b|strong|i|em|u|ins|s|strike|del|a|code|pre|blockquote|span|tg-[a-z]+)\b[^<>]*>")


_Single = Rendered | Deletion | Topic | TopicChange
"""What takes one request."""


@dataclass(frozen=True, slots=True)
class Sender:
    """One request a message; a second one only where the first surely did nothing."""

    bot: Bot
    paid: bool = False
    """Whether Telegram may charge for messages above its free limit."""
    moved: Callable[[int, int], Awaitable[object]] | None = None
    """Is told of a group's new id."""

    async def __call__(self, chat_id: int, message: Outgoing) -> Settled:
        if isinstance(message, Erasure):
            return await self._erase(chat_id, message)
        outcome = await self._try(chat_id, message, ParseMode.HTML)
        if isinstance(outcome, BadMarkup) and isinstance(message, Rendered):
            return settle(await self._try(chat_id, replace(message, text=plain(message.text)), None))
        if isinstance(outcome, Moved):
            if self.moved is not None:
                await self.moved(chat_id, outcome.chat_id)
            if _target(message) is not None:  # messages are counted anew there: the number means another one
                return settle(outcome)
            return settle(await self._try(outcome.chat_id, message, ParseMode.HTML))
        return settle(outcome)

    async def _erase(self, chat_id: int, erasure: Erasure) -> Settled:
        outcome: Outcome = Refused("no way")
        for way in erasure.ways:
            outcome = await self._try(chat_id, way, ParseMode.HTML)
            if not isinstance(outcome, Refused):
                break
            if GONE in outcome.reason:
                return Sent(erasure.message_id)
        return settle(outcome)

    async def _try(self, chat_id: int, message: _Single, parse_mode: ParseMode | None) -> Outcome:
        method = request(chat_id, message, parse_mode, paid=self.paid)
        target = _target(message)
        try:
            sent = await self.bot(method, request_timeout=TIMEOUT)
        except Exception as error:  # noqa: BLE001 - whatever happened, the row must say so
            if target is not None and any(sign in str(error) for sign in DONE_BEFORE):
                return Sent(target)
            return classify(error)
        if isinstance(sent, ForumTopic):
            return Sent(sent.message_thread_id)
        return Sent(sent.message_id if isinstance(sent, Message) else target or 0)


def _target(message: _Single) -> int | None:
    match message:
        case Deletion():
            return message.message_id
        case Rendered():
            return message.edits
        case TopicChange():
            return message.number
        case Topic():
            return None


def request(chat_id: int, message: _Single, parse_mode: ParseMode | None, *, paid: bool = False) -> TelegramMethod[Any]:
    """The request that sends it, puts it in place of another, takes one back, or opens or changes a topic."""
    if isinstance(message, Deletion):
        return DeleteMessage(chat_id=chat_id, message_id=message.message_id)
    if isinstance(message, Topic):
        return CreateForumTopic(chat_id=chat_id, name=message.name)
    if isinstance(message, TopicChange):
        if message.name is not None:
            return EditForumTopic(chat_id=chat_id, message_thread_id=message.number, name=message.name)
        change = CloseForumTopic if message.closed else ReopenForumTopic
        return change(chat_id=chat_id, message_thread_id=message.number)
    common: Any = {"chat_id": chat_id, "reply_markup": message.keyboard, "parse_mode": parse_mode}
    if message.edits is not None:
        common["message_id"] = message.edits
        if message.media is None:
            return EditMessageText(text=message.text, **common)
        if isinstance(message.media, Picture):  # made anew it would be another one each time
            return EditMessageCaption(caption=message.text, **common)
        return _edit_media(message.media, message.text, common)
    common["allow_paid_broadcast"] = paid or None
    common["message_thread_id"] = message.thread
    if message.reply_to is not None:
        common["reply_parameters"] = ReplyParameters(message_id=message.reply_to, allow_sending_without_reply=True)
    if message.media is None:
        return SendMessage(text=message.text, **common)
    if isinstance(message.media, Document):
        return SendDocument(document=_file(message.media), caption=message.text, **common)
    if isinstance(message.media, Picture):
        return SendPhoto(photo=_file(message.media), caption=message.text, **common)
    if message.media.kind == "photo":
        return SendPhoto(photo=message.media.file_id, caption=message.text, **common)
    return SendDocument(document=message.media.file_id, caption=message.text, **common)


def _edit_media(media: Media | Document, text: str, common: dict[str, Any]) -> EditMessageMedia:
    """The words, and the picture or document, which may be another one by now. The caption is the media's own here."""
    new = InputMediaPhoto if isinstance(media, Media) and media.kind == "photo" else InputMediaDocument
    file = _file(media) if isinstance(media, Document) else media.file_id
    return EditMessageMedia(media=new(media=file, caption=text, parse_mode=common.pop("parse_mode")), **common)


def _file(made: Picture | Document) -> BufferedInputFile:
    return BufferedInputFile(made.content, made.name)


def settle(outcome: Outcome) -> Settled:
    """The answer to the second request is the last one."""
    if isinstance(outcome, BadMarkup | Moved):
        return Refused(f"{type(outcome).__name__} twice")
    return outcome


def plain(html: str) -> str:
    """The text without Telegram's tags; a lone `<` stays."""
    return unescape(TAG.sub("", html))
