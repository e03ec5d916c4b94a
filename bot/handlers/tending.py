"""Organizers look after the knowledge base: what was looked for in vain, how articles are rated."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks_knowledge import SeeMiss, SeeMisses, Settle, Tend
from bot.knowledge import cards, tending
from bot.knowledge.opening import articles_rated
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.access import reach


async def tend(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """[Pengetahuan]: how much there is to look after."""
    misses = await tools.knowledge.count_misses(actor_telegram_id=visitor.telegram_id)
    rated, _ = await articles_rated(visitor, tools)
    await tools.stage.show(event, tending.tending(visitor.voice, misses, len(rated)))


async def show_misses(event: CallbackQuery, callback_data: SeeMisses, visitor: Visitor, tools: Tools) -> None:
    """A page of what was looked for in vain."""
    await _show_misses(event, callback_data.page, visitor, tools)


async def show_miss(event: CallbackQuery, callback_data: SeeMiss, visitor: Visitor, tools: Tools) -> None:
    """One of them, with what the search finds for it now."""
    miss = await tools.knowledge.get_miss(miss_id=callback_data.miss, actor_telegram_id=visitor.telegram_id)
    answer = tools.index.search(miss.query)
    article = tools.index.library.get(answer.results[0].id) if answer.answered else None
    title = cards.title_of(visitor.voice, article) if article else None
    makes_articles = bool(reach("faq.write", await tools.people.grants(telegram_id=visitor.telegram_id)))
    screen = tending.miss(visitor.voice, miss, title, callback_data.page, makes_articles=makes_articles)
    await tools.stage.show(event, screen)


async def settle(event: CallbackQuery, callback_data: Settle, visitor: Visitor, tools: Tools) -> None:
    """[Tandai selesai]: off the list."""
    await tools.knowledge.settle_miss(miss_id=callback_data.miss, actor_telegram_id=visitor.telegram_id)
    await event.answer(visitor.voice.plain("miss-settled-now"))
    await _show_misses(event, callback_data.page, visitor, tools)


async def _show_misses(event: CallbackQuery, page: int, visitor: Visitor, tools: Tools) -> None:
    found = await tools.knowledge.list_misses(actor_telegram_id=visitor.telegram_id, page=page, size=tending.PAGE_SIZE)
    await tools.stage.show(event, tending.misses(visitor.voice, found, tools.now()))


def setup() -> Router:
    """The buttons behind [Pengetahuan] in /kelola."""
    router = Router(name=__name__)
    router.callback_query.register(tend, Tend.filter())
    router.callback_query.register(show_misses, SeeMisses.filter())
    router.callback_query.register(show_miss, SeeMiss.filter())
    router.callback_query.register(settle, Settle.filter())
    return router
