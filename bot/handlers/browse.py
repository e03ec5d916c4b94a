"""Browsing trainings: the list, the filter, search by name, the card, shared links.

Everything that a screen needs is in its buttons, so that buttons of yesterday's release still work.
"""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.browse import listing, sifting
from bot.browse.opening import card_screen, found_screen, list_screen, shared_screen
from bot.browse.sought import filter_of
from bot.callbacks import Browse, Card
from bot.callbacks_browse import Alike, Choose, FindByName, Sift
from bot.chats import in_private
from bot.dialogs.find_training import ask_for_name
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.catalogue import batch_of_payload
from services.errors import Refusal


async def by_command(message: Message, command: CommandObject, visitor: Visitor, tools: Tools) -> None:
    """/pelatihan: the list, or with words what is named like them."""
    name = (command.args or "").strip()
    screen = await found_screen(name, visitor, tools) if name else await list_screen(Browse(), visitor, tools)
    await tools.stage.show(message, screen)


async def show_list(event: CallbackQuery, callback_data: Browse, visitor: Visitor, tools: Tools) -> None:
    """A page of the list."""
    await tools.stage.show(event, await list_screen(callback_data, visitor, tools))


async def show_filter(event: CallbackQuery, callback_data: Sift, visitor: Visitor, tools: Tools) -> None:
    """The filter, with how many trainings it leaves."""
    choices = await tools.catalogue.choices(province=visitor.province, open_only=not callback_data.unopened)
    found = await tools.catalogue.list(filter=filter_of(callback_data, visitor.province), size=1)
    await tools.stage.show(event, sifting.sifting(visitor.voice, callback_data, choices, found.total))


async def show_choices(event: CallbackQuery, callback_data: Choose, visitor: Visitor, tools: Tools) -> None:
    """What one facet of the filter can be set to."""
    choices = await tools.catalogue.choices(province=visitor.province, open_only=not callback_data.unopened)
    await tools.stage.show(event, sifting.choosing(visitor.voice, callback_data, choices))


async def show_card(event: CallbackQuery, callback_data: Card, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """A batch's card, or the rest of it."""
    await tools.stage.show(event, await card_screen(callback_data, visitor, tools, await username_of(bot)))


async def show_alike(event: CallbackQuery, callback_data: Alike, visitor: Visitor, tools: Tools) -> None:
    """What is open and like a batch; of a batch that is gone nothing is known, so all that is open."""
    try:
        lines = await tools.catalogue.similar(batch_id=callback_data.batch, province=visitor.province)
    except Refusal:
        screen = await list_screen(Browse(), visitor, tools)
    else:
        screen = listing.alike(visitor.voice, lines, tools.now())
    await tools.stage.show(event, screen)


async def find_by_name(event: CallbackQuery, dialog_manager: DialogManager) -> None:
    """Ask for a name."""
    await ask_for_name(dialog_manager)


async def show_shared(message: Message, payload: str, visitor: Visitor, tools: Tools) -> bool:
    """The training of a shared link; False where the payload names none."""
    batch_id = batch_of_payload(payload)
    if batch_id is None or message.bot is None:
        return False
    await tools.stage.show(message, await shared_screen(batch_id, visitor, tools, await username_of(message.bot)))
    return True


async def username_of(bot: Bot) -> str:
    """The bot's name in links; Telegram is asked once a process."""
    return (await bot.me()).username or ""


def setup() -> Router:
    """The command and all buttons around the list."""
    router = Router(name=__name__)
    router.message.register(by_command, Command("pelatihan", ignore_case=True), in_private)
    router.callback_query.register(show_list, Browse.filter())
    router.callback_query.register(show_filter, Sift.filter())
    router.callback_query.register(show_choices, Choose.filter())
    router.callback_query.register(show_card, Card.filter())
    router.callback_query.register(show_alike, Alike.filter())
    router.callback_query.register(find_by_name, FindByName.filter())
    return router
