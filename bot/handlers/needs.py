"""People's wishes for trainings: what they asked for, one more, and taking one back."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.callbacks_needs import MakeWish, ShowWish, Wishes, WithdrawWish
from bot.chats import in_private
from bot.dialogs.wishing import ask_for_topic
from bot.needs import screens
from bot.toolbox import Tools
from bot.visitor import Visitor
from bot.words import Html


async def show_list(event: CallbackQuery, callback_data: Wishes, visitor: Visitor, tools: Tools) -> None:
    """[Usulan pelatihan]."""
    await _show(event, visitor, tools, page=callback_data.page)


async def show_one(event: CallbackQuery, callback_data: ShowWish, visitor: Visitor, tools: Tools) -> None:
    """One of the own wishes; the list where it is gone."""
    mine = await tools.needs.mine(telegram_id=visitor.telegram_id)
    found = next(((wish, people) for wish, people in mine if wish.id == callback_data.need), None)
    if found is None:
        await event.answer(visitor.voice.plain("refusal-need-gone"))
        await _show(event, visitor, tools)
        return
    await tools.stage.show(event, screens.wish(visitor.voice, *found))


async def withdraw(event: CallbackQuery, callback_data: WithdrawWish, visitor: Visitor, tools: Tools) -> None:
    """[Tarik usulan]; a second tap finds it gone, and says so."""
    done = await tools.needs.withdraw(telegram_id=visitor.telegram_id, need_id=callback_data.need)
    if not done:
        await event.answer(visitor.voice.plain("refusal-need-gone"))
    await _show(event, visitor, tools, done=visitor.voice.html("wish-withdrawn") if done else None)


async def make(event: CallbackQuery, visitor: Visitor, tools: Tools, dialog_manager: DialogManager) -> None:
    """[Usulkan topik]: asked of who is verified."""
    if visitor.is_verified:
        await ask_for_topic(dialog_manager)
        return
    await _show(event, visitor, tools)


async def _show(
    event: CallbackQuery, visitor: Visitor, tools: Tools, *, page: int = 1, done: Html | None = None
) -> None:
    mine = await tools.needs.mine(telegram_id=visitor.telegram_id)
    await tools.stage.show(event, screens.wishes(visitor, mine, page, done))


def setup() -> Router:
    """The buttons; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    router.callback_query.register(show_list, Wishes.filter())
    router.callback_query.register(show_one, ShowWish.filter())
    router.callback_query.register(withdraw, WithdrawWish.filter())
    router.callback_query.register(make, MakeWish.filter())
    return router
