"""A batch's card and its details; a training that was shared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlencode

from aiogram.types import InlineKeyboardButton

from bot.browse.listing import back_to_list
from bot.browse.phrases import begun, card_time, clipped, named, registration, safe, seats_and_provinces
from bot.browse.sought import along
from bot.callbacks import Card, Go, Sought
from bot.callbacks_browse import Alike
from bot.callbacks_reminders import WatchBatch
from bot.helpdesk.buttons import ask_button
from bot.screens import Row, Screen, button, link
from bot.words import Html, Voice
from services.catalogue import BatchCard, share_payload

SUMMARY_SHOWN = 180
NOTE_SHOWN = 140
DETAIL_SHOWN = 700
"""Of texts as long as they may be, so that five of them stay within one message."""


@dataclass(frozen=True, slots=True)
class OnCard:
    """What is said about the reader's own seats, and the rows of buttons that come first."""

    seats: str | None = None
    """HTML that takes the place of the batch's seats in general."""
    state: Html | None = None
    rows: tuple[Row, ...] = ()


NOTHING_OWN = OnCard()


def card(
    voice: Voice,
    batch: BatchCard,
    sought: Sought,
    province: str | None,
    username: str,
    now: datetime,
    own: OnCard = NOTHING_OWN,
) -> Screen:
    """What one has to know before one enrols."""
    return Screen(
        summary_of(voice, batch, province, now, own),
        (
            *own.rows,
            [_details(voice, batch, sought), share(voice, batch, username)],
            [back_to_list(voice, sought)],
        ),
    )


def details(voice: Voice, batch: BatchCard, sought: Sought, username: str) -> Screen:
    """The rest of it."""
    everyone = voice.plain("details-everyone")
    told = {
        "summary": batch.summary if len(batch.summary) > SUMMARY_SHOWN else None,
        "requirements": batch.requirements or voice.plain("details-no-requirements"),
        "funding": f"{batch.funding}. {batch.funding_note}",
        "competency": named(voice, "competency", batch.competency),
        "host": batch.host_name,
        "place": batch.place,
        "provinces": ", ".join(batch.provinces) or everyone,
    }
    lines = (voice.html(f"details-{key}", text=clipped(text, DETAIL_SHOWN)) for key, text in told.items() if text)
    text = voice.paragraphs(_title(voice, batch), voice.lines(*lines))
    back = button(voice.plain("button-back"), along(Card, sought, batch=batch.id))
    watch = button(voice.plain("button-remind-closing"), WatchBatch(batch=batch.id))
    ask = ask_button(voice, batch.id)
    return Screen(text, ([watch], [share(voice, batch, username), ask], [back]))


def shared(
    voice: Voice,
    batch: BatchCard,
    province: str | None,
    username: str,
    now: datetime,
    own: OnCard = NOTHING_OWN,
    *,
    new: bool,
) -> Screen:
    """The card for someone who opened a shared link; newcomers can get to know Jalin first."""
    know = [button(voice.plain("button-know-jalin"), Go(place="consent"))] if new else []
    around = [_details(voice, batch, Sought()), share(voice, batch, username)]
    hello = voice.html("card-shared") if new else None
    text = voice.paragraphs(hello, summary_of(voice, batch, province, now, own))
    return Screen(text, (*own.rows, around, know, [back_to_list(voice)]))


def shared_gone(voice: Voice, batch_id: int) -> Screen:
    """A shared training that is closed or no longer there."""
    menu = button(voice.plain("button-open-menu"), Go(place="menu"))
    return Screen(
        voice.html("card-shared-gone"), ([button(voice.plain("button-find-alike"), Alike(batch=batch_id))], [menu])
    )


def gone(voice: Voice, sought: Sought) -> Screen:
    """A batch that an old button still names."""
    menu = button(voice.plain("button-open-menu"), Go(place="menu"))
    return Screen(voice.html("card-gone"), ([back_to_list(voice, sought)], [menu]))


def summary_of(voice: Voice, batch: BatchCard, province: str | None, now: datetime, own: OnCard = NOTHING_OWN) -> Html:
    """The card's text, eight short lines at most: what and when, then how to get in, then who pays."""
    host = voice.html(
        "card-host", host=batch.host.short_name, mode=named(voice, "mode", batch.mode), hours=batch.lesson_hours
    )
    funding = voice.html("card-funding", funding=batch.funding, note=clipped(batch.funding_note, NOTE_SHOWN))
    programme = voice.html("card-programme", programme=clipped(batch.programme, 80)) if batch.programme else None
    return voice.paragraphs(
        _title(voice, batch),
        voice.lines(
            safe(card_time(voice, batch)),
            host,
            safe(clipped(batch.summary, SUMMARY_SHOWN)),
        ),
        voice.lines(_seats(voice, batch, province, own), own.state, safe(registration(voice, batch.registration, now))),
        voice.lines(funding, programme),
    )


def share(voice: Voice, batch: BatchCard, username: str) -> InlineKeyboardButton:
    """Opens Telegram's own choice of a chat, with the link that leads back here."""
    url = f"https://t.me/{username}?start={share_payload(batch.id)}"
    query = urlencode({"url": url, "text": batch.title}, quote_via=quote)
    return link(voice.plain("button-share"), f"https://t.me/share/url?{query}")


def _title(voice: Voice, batch: BatchCard) -> Html:
    return voice.html("card-title", title=batch.title, number=batch.number)


def _seats(voice: Voice, batch: BatchCard, province: str | None, own: OnCard) -> str:
    parts = [own.seats or voice.html("card-seats", seats=begun(seats_and_provinces(voice, batch)))]
    if province and not batch.is_for(province):
        parts.append(voice.html("card-not-for", province=province))
    if batch.needs_recommendation:
        parts.append(voice.html("card-recommendation"))
    if batch.fill == "nomination" and batch.nominate_until is not None:
        parts.append(voice.html("card-nomination", moment=voice.moment(batch.nominate_until)))
    return " ".join(parts)


def _details(voice: Voice, batch: BatchCard, sought: Sought) -> InlineKeyboardButton:
    return button(voice.plain("button-details"), along(Card, sought, batch=batch.id, details=True))
