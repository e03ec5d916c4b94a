"""An announcement exactly as one of its recipients gets it. Pure: a voice and a view in, a message out."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.browse.phrases import clipped
from bot.callbacks import Card
from bot.callbacks_broadcast import Pressed
from bot.callbacks_reminders import RemindersSet
from bot.delivery import Media, Rendered
from bot.screens import Row, Screen, button, link
from bot.words import Html, Voice
from services.broadcasts.content import Button
from services.broadcasts.message import MessageView

TITLE_SHOWN = 80
NAMED = 3
"""So many names fit into the line above the text; more are a number."""


def message(voice: Voice, view: MessageView) -> Rendered:
    """From whom and for whom, the text in the recipient's language, the picture or document, and the buttons."""
    body, media = view.body, view.body.media
    head = voice.html("announcement-head", agency=view.agency, audience=clipped(readers(voice, view), 2 * TITLE_SHOWN))
    rows: list[Row] = [[_button(view.id, at, one)] for at, one in enumerate(body.buttons)]
    if view.general:
        rows.append([button(voice.plain("button-set-announcements"), RemindersSet())])
    text = voice.paragraphs(head, Html(body.text(voice.language)))
    sent = Media("photo" if media.kind == "photo" else "document", media.file_id) if media else None
    return Rendered(text, Screen("", tuple(rows)).keyboard, sent)


def readers(voice: Voice, view: MessageView) -> str:
    """For whom: `peserta Analisis Ketahanan Pangan`, `ASN NTT, NTB`."""
    audience, named = view.audience, view.named
    titles = list(dict.fromkeys([*named.trainings, *(title for title, _ in named.batches)]))
    if titles:
        return _listed(voice, "trainings", [clipped(title, TITLE_SHOWN) for title in titles], most=1)
    if audience.roles:
        return voice.plain("announcement-for-roles")
    if audience.states or audience.competencies:
        return voice.plain("announcement-for-enrolled")
    if named.agencies:
        return _listed(voice, "agencies", named.agencies)
    if audience.provinces:
        return _listed(voice, "provinces", audience.provinces)
    return voice.plain("announcement-for-all")


def _listed(voice: Voice, what: str, names: Sequence[str], most: int = NAMED) -> str:
    if len(names) > most:
        return voice.plain(f"announcement-for-{what}-count", count=len(names))
    return voice.plain(f"announcement-for-{what}", names=", ".join(names))


def _button(number: int, at: int, one: Button) -> InlineKeyboardButton:
    if one.kind == "link" and one.url:
        return link(one.label, one.url)
    if one.kind == "card" and one.batch:
        return button(one.label, Card(batch=one.batch))
    return button(one.label, Pressed(broadcast=number, button=at))
