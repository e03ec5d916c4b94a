"""The way from an answer to the organizers. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.types import InlineKeyboardButton

from bot.callbacks_knowledge import AskOrganizers, joined
from bot.screens import button
from bot.words import Voice

WORDING_SHOWN = 100


def ask_button(voice: Voice, sign: str = "", others: Iterable[str] = ()) -> InlineKeyboardButton:
    """The way to the organizers: from an article's card, or from where nothing was found."""
    return button(voice.plain("button-ask-organizers"), AskOrganizers(sign=sign, others=joined(others)))


def shortened(query: str, longest: int = WORDING_SHOWN) -> str:
    """What was asked, as much of it as is shown again."""
    return query if len(query) <= longest else query[: longest - 1] + "…"
