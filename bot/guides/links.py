"""Ways into the guides and out of them: payloads of deep links, buttons elsewhere, sharing."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from aiogram.types import InlineKeyboardButton

from bot.callbacks_guides import Assist, Ready
from bot.screens import Row, button, link
from bot.words import Voice

ASSISTANCE = "g_bk"
READINESS = "g_siap"
BETWEEN = "-"
ABOUT_READINESS = frozenset({"model-ansell-gash", "kondisi-awal", "budaya-kolaboratif"})


def payload_of(data: Assist) -> str:
    """A guide and its answers, as a deep link carries them: 64 letters, digits, lines."""
    return f"{ASSISTANCE}_{data.pack().split(':', 1)[1].replace(':', BETWEEN)}"


def guide_of_payload(payload: str) -> Assist | Ready | None:
    """What a payload opens, or None where it names no guide. Of answers that cannot be read, the guide's beginning."""
    if payload == READINESS:
        return Ready()
    name, answers = payload[: len(ASSISTANCE)], payload[len(ASSISTANCE) + 1 :]
    if name != ASSISTANCE:
        return None
    try:
        return Assist.unpack(f"ga:{answers.replace(BETWEEN, ':')}") if answers else Assist()
    except (ValueError, TypeError):
        return Assist()


def entrances(voice: Voice) -> list[Row]:
    """The guides, for the screen that tells how to look something up."""
    return [_to_assistance(voice), _to_readiness(voice)]


def guide_button(voice: Voice, article_id: str) -> Row:
    """The guide that does what an article tells of, if there is one: a row for the article's card."""
    if article_id.startswith("bantuan-kedinasan"):
        return _to_assistance(voice)
    return _to_readiness(voice) if article_id in ABOUT_READINESS else []


def _to_assistance(voice: Voice) -> Row:
    return [button(voice.plain("button-guide-assist"), Assist())]


def _to_readiness(voice: Voice) -> Row:
    return [button(voice.plain("button-guide-ready"), Ready())]


def share(voice: Voice, text: str, payload: str, username: str) -> InlineKeyboardButton:
    """Opens Telegram's own choice of a chat, with the link that leads here."""
    query = urlencode({"url": f"https://t.me/{username}?start={payload}", "text": text}, quote_via=quote)
    return link(voice.plain("button-share"), f"https://t.me/share/url?{query}")
