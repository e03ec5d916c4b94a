"""Messages that were not sent, or perhaps were: the list, one of them, and sending it again. Pure."""

from __future__ import annotations

from bot.callbacks_deliveries import SeeOneParked, SeeParked, SendOnceMore
from bot.organizing.home import back
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.outbox import ParkedPage, ParkedView, State

PAGE_SIZE = 5
PARKED = {State.FAILED, State.UNKNOWN}


def parked(voice: Voice, found: ParkedPage) -> Screen:
    """A page of them."""
    away = voice.html("parked-away", count=found.away) if found.away else None
    if not found.items:
        return Screen(voice.paragraphs(voice.html("parked-none"), away), (back(voice),))
    page = voice.html("browse-page", page=found.page, pages=found.pages) if found.pages > 1 else None
    lines = [_line(voice, number, one) for number, one in enumerate(found.items, 1)]
    numbers = [
        button(str(number), SeeOneParked(delivery=one.id, page=found.page)) for number, one in enumerate(found.items, 1)
    ]
    text = voice.paragraphs(voice.lines(voice.html("parked"), page), voice.lines(*lines), away)
    return Screen(text, (numbers, _turning(voice, found), back(voice)))


def one(voice: Voice, seen: ParkedView, page: int) -> Screen:
    """One of them: what it is, for whom, what happened, and what sending it again means."""
    head = voice.lines(
        voice.html("parked-one", kind=_kind(voice, seen)),
        voice.html("parked-for", who=_who(voice, seen)),
        voice.html("parked-at", moment=voice.moment(seen.at)) if seen.at else None,
    )
    to_list = [button(voice.plain("button-back"), SeeParked(page=page))]
    if seen.state not in PARKED:
        return Screen(voice.paragraphs(head, voice.html("parked-settled")), (to_list,))
    again = button(voice.plain("button-send-again"), SendOnceMore(delivery=seen.id, page=page, attempt=seen.attempt))
    return Screen(voice.paragraphs(head, _happened(voice, seen)), ([again], to_list))


def _happened(voice: Voice, seen: ParkedView) -> Html:
    if seen.state == State.UNKNOWN:
        return voice.html("parked-unknown")
    reason = seen.reason or ""
    if reason.startswith("blocked"):
        return voice.html("parked-blocked")
    return voice.html("parked-not-made" if reason.startswith("render") else "parked-refused")


def _line(voice: Voice, number: int, seen: ParkedView) -> Html:
    state = voice.html(f"parked-state-{seen.state}")
    return voice.html("parked-line", number=number, kind=_kind(voice, seen), who=_who(voice, seen), state=state)


def _kind(voice: Voice, seen: ParkedView) -> str:
    key = f"delivery-kind-{seen.kind.replace('.', '-')}"
    return voice.plain(key if voice.has(key) else "delivery-kind-other")


def _who(voice: Voice, seen: ParkedView) -> str:
    if seen.name:
        return seen.name
    return voice.plain("parked-of", agency=seen.agency) if seen.agency else voice.plain("parked-somebody")


def _turning(voice: Voice, found: ParkedPage) -> Row:
    row = []
    if found.page > 1:
        row.append(button(voice.plain("button-previous"), SeeParked(page=found.page - 1)))
    if found.page < found.pages:
        row.append(button(voice.plain("button-next"), SeeParked(page=found.page + 1)))
    return row
