"""Messages that hold a NIP do not stay in the chat, wherever they were typed."""

from __future__ import annotations

import re

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message

ALREADY_GONE = "message to delete not found"
NEARLY_NIP = re.compile(r"(?<!\d)\d(?:[\s./-]{0,3}\d){15,19}(?!\d)")
"""Eighteen digits, in groups or not, two of them perhaps missing or too many."""
_HOUR = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_DAY = r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4})"
_BETWEEN = r"(?:\s?[-–]\s?|\s)"
TIMETABLE = re.compile(rf"(?<!\d)(?:{_HOUR}{_BETWEEN}{_HOUR}|{_DAY}{_BETWEEN}{_DAY})(?!\d)")
"""From one hour, or day, to the next: a few of them have as many digits as a NIP."""


def holds_nip(text: str) -> bool:
    """Whether a text has what may be somebody's NIP in it."""
    return NEARLY_NIP.search(TIMETABLE.sub("|", text)) is not None


async def delete(message: Message) -> bool:
    """Take a message out of the chat; False where Telegram refuses, so that the person can be told."""
    try:
        await message.delete()
    except TelegramBadRequest as error:
        return ALREADY_GONE in error.message
    return True
