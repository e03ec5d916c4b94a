"""Lists of articles: by module, by letter, read, asked. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TypeVar

from aiogram.types import InlineKeyboardButton

from bot.callbacks_knowledge import OnShelf, Shelf, ShelfKind, Tend, sign_of
from bot.knowledge.cards import title_of
from bot.places import go
from bot.screens import Row, Screen, button, in_rows
from bot.words import Html, Voice
from knowledge import Article, Library, Module
from services.catalogue.words import fold

T = TypeVar("T")
NO_NOTES: Mapping[str, Html] = {}

PAGE_SIZE = 5
"""Five numbers, and three buttons around them: eight is all that a screen holds."""
WHOLE = 7
"""As many fit where no button turns the page."""
MOST_SPANS = 6
DIGITS = "0"
BEFORE: dict[ShelfKind, ShelfKind] = {"module": "modules", "between": "letters"}
"""Where [Kembali] leads; from the other lists to the beginning."""


def modules(voice: Voice, shelf: Shelf, library: Library) -> Screen:
    """The modules that hold articles, with how many."""
    found = [module for module in library.modules if library.in_module(module.id)]
    at = _within(shelf, len(found))
    shown = _part(found, at)
    lines = [
        voice.html("shelf-module", number=number, title=_named(voice, module), count=len(library.in_module(module.id)))
        for number, module in enumerate(shown, 1)
    ]
    choices = [
        button(str(number), Shelf(kind="module", which=sign_of(module.id))) for number, module in enumerate(shown, 1)
    ]
    text = voice.paragraphs(_head(voice, voice.html("shelf-modules"), at, len(found)), voice.lines(*lines))
    return Screen(text, (choices, _turning(voice, at, len(found)), [_back(voice, shelf)]))


def letters(voice: Voice, library: Library) -> Screen:
    """The first letters of all titles, in spans that hold about as many articles each."""
    choices = [
        button(span_of(f"{first}{last}"), Shelf(kind="between", which=f"{first}{last}"))
        for first, last in spans(Counter(initial(title_of(voice, article)) for article in library))
    ]
    return Screen(voice.html("shelf-letters"), (*in_rows(choices, 3), [go(voice, "ask", "button-back")]))


def articles(
    voice: Voice, shelf: Shelf, head: Html, found: Sequence[Article], notes: Mapping[str, Html] = NO_NOTES
) -> Screen:
    """A page of a list, with a note behind a title where there is one; a list that has become empty says so."""
    back = [_back(voice, shelf)]
    if not found:
        return Screen(voice.html("shelf-empty"), (back,))
    at = _within(shelf, len(found))
    shown = _part(found, at)
    lines = [_line(voice, number, article, notes.get(article.id)) for number, article in enumerate(shown, 1)]
    text = voice.paragraphs(_head(voice, head, at, len(found)), voice.lines(*lines))
    return Screen(text, (_numbers(shown, at), _turning(voice, at, len(found)), back))


def module(voice: Voice, shelf: Shelf, library: Library) -> Screen:
    """The articles of one module by title; of a module that is gone, none."""
    chosen = next((module for module in library.modules if sign_of(module.id) == shelf.which), None)
    if chosen is None:
        return articles(voice, shelf, Html(), ())
    head = voice.html("shelf-head", title=_named(voice, chosen))
    return articles(voice, shelf, head, _by_title(voice, library.in_module(chosen.id)))


def between(voice: Voice, shelf: Shelf, library: Library) -> Screen:
    """The articles whose titles begin with a letter of the span."""
    first, last = shelf.which[:1], shelf.which[1:]
    found = (article for article in library if first <= initial(title_of(voice, article)) <= last)
    head = voice.html("shelf-head", title=span_of(shelf.which))
    return articles(voice, shelf, head, _by_title(voice, found))


def spans(counts: Counter[str]) -> list[tuple[str, str]]:
    """First and last letter of at most six spans of the alphabet; only letters that there are."""
    groups: dict[int, list[str]] = {}
    before = 0
    for letter in sorted(counts):
        groups.setdefault(before * MOST_SPANS // counts.total(), []).append(letter)
        before += counts[letter]
    return [(group[0], group[-1]) for group in groups.values()]


def span_of(span: str) -> str:
    """A span as people read it: `A–D`, `K`, `0–9`, `0–9, A–D`."""
    first, last = span[:1].upper(), span[1:].upper()
    if first == DIGITS:
        return "0–9" if last == DIGITS else f"0–9, A–{last}"
    return first if first == last else f"{first}–{last}"


def initial(title: str) -> str:
    """The letter that a title is found under; all digits are one."""
    first = fold(title)[:1]
    return first if first.isalpha() else DIGITS


def _line(voice: Voice, number: int, article: Article, note: Html | None) -> str:
    line = f"{number}. {escape(title_of(voice, article), quote=False)}"
    return f"{line} · {note}" if note else line


def _numbers(shown: Sequence[Article], at: Shelf) -> Row:
    """A number for each article; its card leads back to the list."""
    place = at.model_dump()
    return [button(str(number), OnShelf(sign=sign_of(article.id), **place)) for number, article in enumerate(shown, 1)]


def _by_title(voice: Voice, found: Iterable[Article]) -> list[Article]:
    """In the order of their titles in the reader's language."""
    return sorted(found, key=lambda article: fold(title_of(voice, article)))


def _named(voice: Voice, module: Module) -> str:
    return module.title_en if voice.language == "en" else module.title


def _within(shelf: Shelf, total: int) -> Shelf:
    """The list at a page that it has."""
    return shelf.model_copy(update={"page": min(shelf.page, _pages(total))})


def _pages(total: int) -> int:
    return 1 if total <= WHOLE else -(-total // PAGE_SIZE)


def _part(found: Sequence[T], at: Shelf) -> Sequence[T]:
    size = WHOLE if len(found) <= WHOLE else PAGE_SIZE
    return found[(at.page - 1) * size : at.page * size]


def _head(voice: Voice, head: Html, at: Shelf, total: int) -> Html:
    pages = _pages(total)
    return voice.lines(head, voice.html("browse-page", page=at.page, pages=pages) if pages > 1 else None)


def _turning(voice: Voice, at: Shelf, total: int) -> Row:
    row = []
    if at.page > 1:
        row.append(button(voice.plain("button-previous"), at.model_copy(update={"page": at.page - 1})))
    if at.page < _pages(total):
        row.append(button(voice.plain("button-next"), at.model_copy(update={"page": at.page + 1})))
    return row


def _back(voice: Voice, shelf: Shelf) -> InlineKeyboardButton:
    if shelf.kind == "rated":
        return button(voice.plain("button-back"), Tend())
    if shelf.kind in BEFORE:
        return button(voice.plain("button-back"), Shelf(kind=BEFORE[shelf.kind]))
    return go(voice, "ask", "button-back")
