"""Announcements that are being written, in words. Plain text unless it says otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from html import unescape

from bot.browse.phrases import clipped
from bot.words import Voice
from services.broadcasts.content import Body
from services.broadcasts.look import DraftView, Forecast, recipients
from services.broadcasts.message import MessageView

NAMES_SHOWN = 3
TITLE_SHOWN = 60
TEXT_SHOWN = 90
TAGS = re.compile(r"<[^<>]*>")
HOUR, MINUTE = 3600, 60
LONG = 90 * MINUTE


def audience_told(voice: Voice, view: MessageView) -> str:
    """`NTT atau NTB · kursi pasti · dapat dihubungi`."""
    audience, named = view.audience, view.named
    batches = [
        voice.plain("announce-batch", title=clipped(title, TITLE_SHOWN), number=number)
        for title, number in named.batches
    ]
    chosen = (
        audience.provinces,
        named.agencies,
        [clipped(title, TITLE_SHOWN) for title in named.trainings],
        batches,
        [value_told(voice, "states", state) for state in audience.states],
        [value_told(voice, "competencies", one) for one in audience.competencies],
        [value_told(voice, "roles", role) for role in audience.roles],
    )
    parts = [_joined(voice, names) for names in chosen if names]
    if not parts:
        parts = [voice.plain("announce-all-within" if audience.within else "announce-all")]
    if audience.reachable_only:
        parts.append(voice.plain("announce-reachable"))
    return " · ".join(parts)


def value_told(voice: Voice, field: str, value: str) -> str:
    """A value of a filter that has no name of its own."""
    if field == "states":
        return voice.plain(f"announce-state-{value}")
    if field == "competencies":
        return voice.plain(f"competency-{value}")
    return voice.plain(f"role-{value}") if field == "roles" else value


def start_of(body: Body, language: str = "id") -> str:
    """The beginning of the text, without formatting."""
    return clipped(unescape(TAGS.sub("", body.texts.get(language, ""))), TEXT_SHOWN)


def moment_told(voice: Voice, send_at: datetime | None) -> str:
    """When it is sent."""
    return voice.moment(send_at) if send_at else voice.plain("announce-at-once")


def takes_told(voice: Voice, seconds: int) -> str:
    """`sekitar 3 menit`."""
    if seconds <= MINUTE:
        return voice.plain("announce-takes-moment")
    if seconds < LONG:
        return voice.plain("announce-takes-minutes", count=-(-seconds // MINUTE))
    return voice.plain("announce-takes-hours", count=-(-seconds // HOUR))


def forecast_told(voice: Voice, view: DraftView, forecast: Forecast) -> str:
    """`4.212 penerima · sekitar 3 menit · di luar jam tenang · perlu persetujuan orang kedua (lebih dari 500)`."""
    count = recipients(view.message, forecast.counted)
    parts = [
        voice.plain("announce-recipients", count=count, number=voice.number(count)),
        takes_told(voice, forecast.seconds),
        voice.plain("announce-quiet" if forecast.is_quiet else "announce-not-quiet"),
    ]
    if forecast.needs_approval:
        parts.append(voice.plain("announce-needs-second", above=voice.number(forecast.above)))
    return " · ".join(parts)


def _joined(voice: Voice, names: Sequence[str]) -> str:
    if len(names) > NAMES_SHOWN:
        shown = ", ".join(names[:NAMES_SHOWN])
        return voice.plain("announce-or-more", names=shown, count=len(names) - NAMES_SHOWN)
    return f" {voice.plain('announce-or')} ".join(names)
