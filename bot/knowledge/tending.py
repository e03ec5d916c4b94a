"""For organizers: what was looked for in vain, and how articles are rated. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.callbacks import Kelola
from bot.callbacks_faq import MakeFromMiss
from bot.callbacks_knowledge import SeeMiss, SeeMisses, Settle, Shelf, Tend
from bot.knowledge.asking import shortened
from bot.knowledge.shelves import articles
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from knowledge import Article
from services.knowledge import ArticleVotes, Miss, MissPage

PAGE_SIZE = 5
QUERY_IN_LIST = 60


def tending(voice: Voice, misses: int, rated: int) -> Screen:
    """What readers leave to be dealt with; lists without anything in them are left out."""
    text = voice.paragraphs(
        voice.html("tend"), voice.lines(voice.html("tend-misses", count=misses), voice.html("tend-rated", count=rated))
    )
    first = [button(voice.plain("button-misses"), SeeMisses())] if misses else []
    second = [button(voice.plain("button-ratings"), Shelf(kind="rated"))] if rated else []
    return Screen(text, (first, second, [button(voice.plain("button-kelola-back"), Kelola())]))


def misses(voice: Voice, found: MissPage, now: datetime) -> Screen:
    """A page of what was looked for in vain."""
    back = [_back(voice)]
    if not found.items:
        return Screen(voice.html("misses-none"), (back,))
    page = voice.html("browse-page", page=found.page, pages=found.pages) if found.pages > 1 else None
    lines = [_line(voice, number, miss, now) for number, miss in enumerate(found.items, 1)]
    numbers = [
        button(str(number), SeeMiss(miss=miss.id, page=found.page)) for number, miss in enumerate(found.items, 1)
    ]
    text = voice.paragraphs(voice.lines(voice.html("misses"), page), voice.lines(*lines))
    return Screen(text, (numbers, _turning(voice, found), back))


def miss(voice: Voice, seen: Miss, found: str | None, page: int, *, makes_articles: bool = False) -> Screen:
    """One of them whole, with what the search finds for it now; for who writes articles, the way to one."""
    state = voice.html("miss-settled", moment=voice.moment(seen.settled_at)) if seen.settled_at else None
    text = voice.paragraphs(
        voice.lines(voice.html("misses"), voice.html("miss-query", query=seen.query)),
        voice.lines(
            voice.html("miss-count", count=seen.count, moment=voice.moment(seen.last_at)),
            voice.html("miss-found", title=found) if found else voice.html("miss-not-found"),
        ),
        state or voice.html("miss-settle-when"),
    )
    settle = [] if seen.settled_at else [button(voice.plain("button-settle"), Settle(miss=seen.id, page=page))]
    make = [button(voice.plain("button-make-article"), MakeFromMiss(miss=seen.id))] if makes_articles else []
    return Screen(text, (make, settle, [button(voice.plain("button-back-to-shelf"), SeeMisses(page=page))]))


def ratings(voice: Voice, shelf: Shelf, votes: Mapping[str, ArticleVotes], found: Sequence[Article]) -> Screen:
    """The articles that were voted on, worst first, with how many people they helped."""
    notes = {
        article: voice.html("rating-note", ups=counted.ups, downs=counted.downs) for article, counted in votes.items()
    }
    return articles(voice, shelf, voice.html("ratings"), found, notes)


def _line(voice: Voice, number: int, seen: Miss, now: datetime) -> Html:
    last = voice.local(seen.last_at).date()
    day = voice.date(last, year=last.year != voice.local(now).year)
    query = shortened(seen.query, QUERY_IN_LIST)
    return voice.html("miss-line", number=number, query=query, count=seen.count, day=day)


def _turning(voice: Voice, found: MissPage) -> Row:
    row = []
    if found.page > 1:
        row.append(button(voice.plain("button-previous"), SeeMisses(page=found.page - 1)))
    if found.page < found.pages:
        row.append(button(voice.plain("button-next"), SeeMisses(page=found.page + 1)))
    return row


def _back(voice: Voice) -> InlineKeyboardButton:
    return button(voice.plain("button-back"), Tend())
