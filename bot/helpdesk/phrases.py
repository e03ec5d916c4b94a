"""How questions are told: their number, their state, what was said. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from aiogram.types import Message

from bot.words import Html, Voice
from services.broadcasts.content import Media, length
from services.helpdesk.albums import together
from services.helpdesk.message import plain, read
from services.letters import cut
from storage.repositories.ticket_entries import Entry, Side
from storage.repositories.tickets import Ticket, TicketState

ENTRIES_SHOWN = 4
ENTRY_SHOWN = 400
TITLE_SHOWN = 40
NUMBER = re.compile(r"(?:[^\n]*\n\n)?(?:🎫|⏰) [^\n]*?\bT-(\d{4,9})\b")
"""`🎫 T-0217`, `🎫 Jawaban T-0217`, `⏰ T-0217`: the first line, or the one below a line of introduction."""


def number_of(ticket_id: int) -> str:
    """`T-0217`."""
    return f"T-{ticket_id:04}"


def number_in(message: Message) -> int | None:
    """The question that a message of the bot's is about, as it says itself at its beginning; None: none."""
    found = NUMBER.match(message.text or message.caption or "")
    return int(found[1]) if found else None


def title_told(voice: Voice, ticket: Ticket, longest: int = TITLE_SHOWN) -> str:
    """The first words; what was asked without any is named so. Not escaped."""
    title = ticket.title or voice.plain("question-untitled")
    return title if len(title) <= longest else title[: longest - 1].rstrip() + "…"


def state_told(voice: Voice, ticket: Ticket) -> str:
    """Where it stands, in a word."""
    if ticket.state == TicketState.CLOSED:
        return voice.plain("question-state-closed")
    return voice.plain("question-state-answered" if ticket.waiting_since is None else "question-state-waiting")


def thread(voice: Voice, ticket: Ticket, entries: Sequence[Entry], page: int, *, team: bool) -> tuple[Html, int]:
    """A part of what was said, the latest on page 1, and how many parts there are."""
    said = together(entries)
    pages = max(1, -(-len(said) // ENTRIES_SHOWN))
    page = min(page, pages)
    end = len(said) - (page - 1) * ENTRIES_SHOWN
    parts = [entry_told(voice, ticket, one, team=team) for one in said[max(0, end - ENTRIES_SHOWN) : end]]
    where = voice.html("browse-page", page=page, pages=pages) if pages > 1 else None
    return voice.paragraphs(where, *parts), pages


def entry_told(voice: Voice, ticket: Ticket, parts: Sequence[Entry], *, team: bool) -> Html:
    """One thing said, an album as a whole: by whom, when, and its words."""
    entry = parts[0]
    who = voice.html(
        f"question-said-{entry.side}{'' if team else '-own'}" if entry.side != Side.NOTE else "question-said-note",
        name=entry.author or ticket.agency.short_name,
        agency=ticket.agency.short_name,
        moment=voice.moment(entry.at),
    )
    if entry.withdrawn_at is not None:
        return voice.lines(who, voice.html("question-withdrawn-entry"))
    media = [found for part in parts if (found := read(part.media)) is not None]
    return voice.lines(who, media_told(voice, media), *(shortened(part.body) for part in parts if part.body))


def media_told(voice: Voice, media: Sequence[Media]) -> Html | None:
    """That a picture or document came along, or several."""
    if not media:
        return None
    kind = media[0].kind
    if len(media) > 1:
        return voice.html(f"question-media-{kind}s", count=len(media))
    return voice.html(f"question-media-{kind}", name=media[0].name or "-")


def shortened(html: str, longest: int = ENTRY_SHOWN) -> Html:
    """The words with their formatting; long ones without it, and cut where Telegram would count too many."""
    if length(html) <= longest:
        return Html(html)
    return Html(escape(cut(plain(html), longest - 1).rstrip() + "…", quote=False))
