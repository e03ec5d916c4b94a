"""The whole article, as a rich message for who switched them on, and the switch."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from bot import places
from bot import rich_articles as screens
from bot.callbacks_rich import SetRichTo
from bot.handlers.browse import username_of
from bot.knowledge import cards
from bot.practice import offering
from bot.toolbox import Tools
from bot.visitor import Visitor
from knowledge import Article


async def show_full(event: CallbackQuery, article: Article, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """As its reader wants it, and as usual where Telegram does not take it so; the choice is offered once."""
    wish = visitor.person.rich_articles if visitor.person else None
    if wish and await _show_rich(event, article, visitor, tools, bot):
        return
    offer = wish is None and visitor.has_agreed
    full = screens.offered if offer else cards.full
    *before, last = full(visitor.voice, article, tools.index.library, await username_of(bot))
    for screen in (*before, offering.below(last, visitor.voice, article, tools.bank)):
        await tools.stage.add(event, screen)
    if offer:
        await tools.people.set_rich_articles(telegram_id=visitor.telegram_id, on=False)


async def choose(event: CallbackQuery, callback_data: SetRichTo, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """The switch in the settings, and the two buttons under an article."""
    voice = visitor.voice
    if not visitor.has_agreed:
        await tools.stage.show(event, screens.guest(voice))
        return
    article = cards.article_of_sign(callback_data.sign, tools.index.library) if callback_data.sign else None
    if article and callback_data.on and not await _show_rich(event, article, visitor, tools, bot, tried=True):
        # The article as usual stands above the button: there is no use in saying it again.
        await event.answer(voice.plain("rich-not-shown"), show_alert=True)
        return
    person = await tools.people.set_rich_articles(telegram_id=visitor.telegram_id, on=callback_data.on)
    visitor = replace(visitor, person=person)
    said = "off" if not callback_data.on else "tried" if article else "on"
    await event.answer(voice.plain(f"rich-{said}"))
    if article is None:
        await tools.stage.show(event, places.settings(visitor))
    elif not callback_data.on:
        await show_full(event, article, visitor, tools, bot)


async def _show_rich(
    event: CallbackQuery, article: Article, visitor: Visitor, tools: Tools, bot: Bot, *, tried: bool = False
) -> bool:
    screen = screens.rich(visitor.voice, article, tools.index.library, await username_of(bot), tried=tried)
    if screen is None:
        return False
    return await tools.rich_stage.add(event, offering.below(screen, visitor.voice, article, tools.bank), bot)


def setup() -> Router:
    """The switch."""
    router = Router(name=__name__)
    router.callback_query.register(choose, SetRichTo.filter())
    return router
