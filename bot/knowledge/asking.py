"""Asking the organizers: what happens with a question now, and the ways on. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.types import InlineKeyboardButton

from bot.callbacks import Go
from bot.callbacks_knowledge import AskOrganizers, Topic, joined
from bot.screens import Row, Screen, button
from bot.words import Voice

WORDING_SHOWN = 100


def ask_button(voice: Voice, sign: str = "", others: Iterable[str] = ()) -> InlineKeyboardButton:
    """The way to the organizers: from an article's card, or from where nothing was found."""
    return button(voice.plain("button-ask-organizers"), AskOrganizers(sign=sign, others=joined(others)))


def asking(voice: Voice, wording: str | None, agency: str | None, came_from: AskOrganizers) -> Screen:
    """That organizers cannot be written to here yet, what they get to see of the question, and whom to turn to."""
    text = voice.paragraphs(
        voice.html("ask-organizers"),
        voice.html("ask-passed-on", query=shortened(wording)) if wording else voice.html("ask-not-seen"),
        voice.html("ask-directly", agency=agency) if agency else voice.html("ask-directly-own"),
    )
    back: Row = []
    if came_from.sign:
        to_card = Topic(show="card", sign=came_from.sign, others=came_from.others)
        back.append(button(voice.plain("button-back"), to_card))
    ask = [button(voice.plain("button-ask"), Go(place="ask"))]
    return Screen(text, (ask, [*back, button(voice.plain("button-menu-back"), Go(place="menu"))]))


def shortened(query: str, longest: int = WORDING_SHOWN) -> str:
    """What was asked, as much of it as is shown again."""
    return query if len(query) <= longest else query[: longest - 1] + "…"
