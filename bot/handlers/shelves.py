"""Looking through the knowledge base: lists of articles, and the cards that lead back to them."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks_knowledge import OnShelf, Shelf
from bot.knowledge import cards
from bot.knowledge.opening import card_screen, shelf_screen
from bot.toolbox import Tools
from bot.visitor import Visitor


async def show_shelf(event: CallbackQuery, callback_data: Shelf, visitor: Visitor, tools: Tools) -> None:
    """A page of a list."""
    await tools.stage.show(event, await shelf_screen(callback_data, visitor, tools))


async def open_card(event: CallbackQuery, callback_data: OnShelf, visitor: Visitor, tools: Tools) -> None:
    """The card of an article of a list."""
    article = cards.article_of_sign(callback_data.sign, tools.index.library)
    if article is None:
        await tools.stage.show(event, cards.gone(visitor.voice))
        return
    await tools.stage.show(event, await card_screen(article, visitor, tools, back=callback_data.shelf))


def setup() -> Router:
    """The buttons of the lists."""
    router = Router(name=__name__)
    router.callback_query.register(show_shelf, Shelf.filter())
    router.callback_query.register(open_card, OnShelf.filter())
    return router
