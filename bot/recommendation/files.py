"""Letters as files: what is taken for one, and how one is sent on. Telegram keeps them; we keep its file_id."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import dataclass
from typing import Literal

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message

MEGABYTE = 1024 * 1024
MOST_MEGABYTES = 10
LEADING = 1024
"""Bytes in which a file's kind shows."""
BEFORE_PDF = b"\xef\xbb\xbf \t\r\n\x00"
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
TOO_BIG = "file is too big"


@dataclass(frozen=True, slots=True)
class Unfit:
    """A file that is not taken, and why."""

    why: Literal["large", "kind"]
    megabytes: int = 0


async def letter_of(message: Message, bot: Bot) -> str | Unfit:
    """The file_id of a PDF or picture; the size as Telegram says it, the kind as the first bytes show it."""
    file = message.document or (message.photo[-1] if message.photo else None)
    if file is None:
        return Unfit("kind")
    if is_large(file.file_size):
        return _large(file.file_size)
    try:
        stored = await bot.get_file(file.file_id)
    except TelegramBadRequest as error:
        if TOO_BIG not in error.message:
            raise
        return _large(file.file_size)
    if is_large(stored.file_size):
        return _large(stored.file_size)
    if not stored.file_path or not is_letter(await _beginning(bot, stored.file_path)):
        return Unfit("kind")
    return file.file_id


def is_large(size: int | None) -> bool:
    """Whether a file has more bytes than a letter may have."""
    return (size or 0) > MOST_MEGABYTES * MEGABYTE


def is_letter(beginning: bytes) -> bool:
    """Whether a file begins as a PDF, JPEG or PNG does, whatever its name says."""
    return beginning.startswith(PICTURES) or beginning.lstrip(BEFORE_PDF).startswith(b"%PDF-")


async def send_letter(bot: Bot, chat_id: int, file: str, caption: str) -> None:
    """Send a letter again. A file_id does not say whether it is a picture, and Telegram takes it as what it is only."""
    try:
        await bot.send_document(chat_id, file, caption=caption)
    except TelegramBadRequest:
        await bot.send_photo(chat_id, file, caption=caption)


def _large(size: int | None) -> Unfit:
    """In megabytes, rounded up: never the limit itself."""
    return Unfit("large", max(MOST_MEGABYTES + 1, -(-(size or 0) // MEGABYTE)))


async def _beginning(bot: Bot, path: str) -> bytes:
    """The first bytes of a file; the rest is not fetched."""
    read = b""
    stream = bot.session.stream_content(bot.session.api.file_url(bot.token, path), chunk_size=LEADING)
    async with aclosing(stream):
        async for chunk in stream:
            read += chunk
            if len(read) >= LEADING:
                break
    return read
