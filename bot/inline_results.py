"""What is offered to who types @jalin_bot and a question in any chat. Pure: nothing about the asker comes in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from aiogram.types import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from bot.callbacks_knowledge import sign_of
from bot.knowledge import cards
from bot.screens import link
from bot.words import Voice
from knowledge import Article, Index, Library, Result

MOST = 10
BY_MODULE = 2
"""Topics of each module that are offered before anything is typed."""
DESCRIPTION = 120
"""What a phone shows of a description: two lines."""
FAR_BEHIND = 1 / 3
"""Results with less than this share of the best one's score only share a word with the question."""
FEWEST = 3
"""Letters of a beginning, and the space before it: fewer fit everything."""
WORD = re.compile(r"\w+")
SEARCH = "cari"
"""The payload that opens the search."""


def results(voice: Voice, question: str, index: Index, username: str) -> list[InlineQueryResultArticle]:
    """The best articles for a question; before there is one, the topics to begin with. Empty: no answer."""
    found = _found(question, index) if question.strip() else _to_begin_with(index.library)
    return [_result(voice, article, username) for article in found]


def way_to_search(voice: Voice) -> InlineQueryResultsButton:
    """Stands where nothing was found, and opens the search in Jalin's own chat."""
    return InlineQueryResultsButton(text=voice.plain("inline-nothing"), start_parameter=SEARCH)


def cut(text: str, length: int) -> str:
    """The text, cut at the end of a word where it is too long."""
    if len(text) <= length:
        return text
    whole = text[:length].rpartition(" ")[0] or text[: length - 1]
    return f"{whole.rstrip(' ,;:.–-')}…"


def _found(question: str, index: Index) -> list[Article]:
    answer = index.search(question, MOST)
    found = [index.library.get(result.id) for result in _close(answer.results)]
    return found or _begun(question, index.library)


def _close(found: Sequence[Result]) -> list[Result]:
    least = max((result.score for result in found), default=0) * FAR_BEHIND
    return [result for result in found if result.score >= least]


def _begun(question: str, library: Library) -> list[Article]:
    """Articles with a name that goes on from what was typed so far, perhaps in the middle of a word; by title first."""
    typed = _spaced(question)
    if len(typed) <= FEWEST:
        return []
    by_title = [article for article in library if typed in _spaced(article.title, article.title_en)]
    by_alias = [article for article in library if any(typed in _spaced(alias) for alias in article.aliases)]
    return list(dict.fromkeys([*by_title, *by_alias]))[:MOST]


def _spaced(*texts: str) -> str:
    return "".join(f" {word}" for text in texts for word in WORD.findall(text.casefold()))


def _to_begin_with(library: Library) -> list[Article]:
    """Of each module what other articles refer to most: that is where one begins."""
    named = Counter(other for article in library for other in article.related)
    return list(islice(_by_module(library, named), MOST))


def _by_module(library: Library, named: Counter[str]) -> Iterator[Article]:
    for module in library.modules:
        of_module = [article for article in library if article.module == module.id]
        yield from sorted(of_module, key=lambda article: -named[article.id])[:BY_MODULE]


def _result(voice: Voice, article: Article, username: str) -> InlineQueryResultArticle:
    open_it = link(voice.plain("button-open-in-jalin"), cards.deep_link(article.id, username))
    return InlineQueryResultArticle(
        id=sign_of(article.id),
        title=cards.title_of(voice, article),
        description=cut(cards.short_of(voice, article), DESCRIPTION),
        input_message_content=InputTextMessageContent(
            message_text=cards.card(voice, article).text,
            parse_mode="HTML",
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[open_it]]),
    )
