"""The screens that need a use case before they can be made."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks_knowledge import Shelf
from bot.knowledge import cards, shelves, tending
from bot.knowledge.home import home
from bot.practice import offering
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from knowledge import Answer, Article, Result
from services.knowledge import ArticleVotes

MOST_ASKED = 10


async def answer_screen(answer: Answer, visitor: Visitor, tools: Tools) -> Screen:
    """What the search found. A card counts as read; what has no answer is kept as missing."""
    if not answer.answered:
        await tools.knowledge.record_miss(text=answer.query)
    shown = cards.shown_at_once(answer)
    vote = await _read(shown, visitor, tools) if shown else None
    screen = cards.answered(visitor.voice, answer, tools.index.library, vote)
    return offering.beside(screen, visitor.voice, tools.index.library.get(shown), tools.bank) if shown else screen


async def card_screen(
    article: Article,
    visitor: Visitor,
    tools: Tools,
    result: Result | None = None,
    others: Sequence[Article] = (),
    *,
    back: Shelf | None = None,
) -> Screen:
    """The card of an article, which counts as read."""
    vote = await _read(article.id, visitor, tools)
    screen = cards.card(visitor.voice, article, result, others, vote=vote, back=back)
    return offering.beside(screen, visitor.voice, article, tools.bank)


async def home_screen(visitor: Visitor, tools: Tools) -> Screen:
    """Where knowledge begins, with the lists that have something in them."""
    read, asked = await _articles_read(visitor, tools), await _articles_asked(tools)
    return home(visitor.voice, has_read=bool(read), has_asked=bool(asked))


async def shelf_screen(shelf: Shelf, visitor: Visitor, tools: Tools) -> Screen:
    """A list, as it is now."""
    voice, library = visitor.voice, tools.index.library
    match shelf.kind:
        case "modules":
            return shelves.modules(voice, shelf, library)
        case "letters":
            return shelves.letters(voice, library)
        case "module":
            return shelves.module(voice, shelf, library)
        case "between":
            return shelves.between(voice, shelf, library)
        case "read":
            found = await _articles_read(visitor, tools)
            return shelves.articles(voice, shelf, voice.html("shelf-read"), found)
        case "asked":
            found = await _articles_asked(tools)
            return shelves.articles(voice, shelf, voice.html("shelf-asked"), found)
        case "rated":
            found, votes = await articles_rated(visitor, tools)
            return tending.ratings(voice, shelf, votes, found)


async def articles_rated(visitor: Visitor, tools: Tools) -> tuple[list[Article], dict[str, ArticleVotes]]:
    """The articles that were voted on, worst first, with their votes; for organizers."""
    counted = await tools.knowledge.votes_by_article(actor_telegram_id=visitor.telegram_id)
    return _still_there([votes.article for votes in counted], tools), {votes.article: votes for votes in counted}


async def _articles_read(visitor: Visitor, tools: Tools) -> list[Article]:
    """What the visitor opened last and is still there; of who has not agreed nothing is known."""
    if visitor.person is None:
        return []
    return _still_there(await tools.knowledge.readings(person_id=visitor.person.id), tools)


async def _articles_asked(tools: Tools) -> list[Article]:
    return _still_there(await tools.knowledge.most_asked(limit=MOST_ASKED), tools)


def _still_there(ids: Sequence[str], tools: Tools) -> list[Article]:
    found = (tools.index.library.find(article_id) for article_id in ids)
    return [article for article in found if article is not None]


async def _read(article_id: str, visitor: Visitor, tools: Tools) -> int | None:
    """Count it; the visitor's own vote."""
    return await tools.knowledge.record_reading(telegram_id=visitor.telegram_id, article=article_id)
