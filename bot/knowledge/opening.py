"""The screens that need a use case before they can be made."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge import cards
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from knowledge import Answer, Article, Result


async def answer_screen(answer: Answer, visitor: Visitor, tools: Tools) -> Screen:
    """What the search found. A card counts as read; what has no answer is kept as missing."""
    if not answer.answered:
        await tools.knowledge.record_miss(text=answer.query)
    shown = cards.shown_at_once(answer)
    vote = await _read(shown, visitor, tools) if shown else None
    return cards.answered(visitor.voice, answer, tools.index.library, vote)


async def card_screen(
    article: Article, visitor: Visitor, tools: Tools, result: Result | None = None, others: Sequence[Article] = ()
) -> Screen:
    """The card of an article, which counts as read."""
    vote = await _read(article.id, visitor, tools)
    return cards.card(visitor.voice, article, result, others, vote=vote)


async def _read(article_id: str, visitor: Visitor, tools: Tools) -> int | None:
    """Count it; the visitor's own vote."""
    return await tools.knowledge.record_reading(telegram_id=visitor.telegram_id, article=article_id)
