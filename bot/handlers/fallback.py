"""What no other handler wanted: /batal, unknown commands, unreadable messages, stale buttons, blocks."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message
from aiogram_dialog import DialogManager

from bot.albums import is_unread
from bot.callbacks import TryAgain
from bot.chats import in_private, outside
from bot.inbox import UpdateInbox
from bot.opening import open_place
from bot.places import go, introduction
from bot.screens import Screen, link
from bot.toolbox import Tools
from bot.visitor import Visitor

IN_GROUPS = ("start", "menu", "bantuan")
"""Commands that are answered in a group, with the way to a chat of one's own."""


async def cancel(message: Message, visitor: Visitor, tools: Tools, dialog_manager: DialogManager) -> None:
    """/batal: leave whatever is open; what was filled in stays."""
    voice = visitor.voice
    resume = [] if visitor.is_verified else [introduction(visitor)]
    key = "cancelled" if dialog_manager.has_context() else "nothing-open"
    if dialog_manager.has_context():
        await dialog_manager.reset_stack()
    await tools.stage.show(message, Screen(voice.html(key), (resume, [go(voice, "menu")])))


async def unknown_command(message: Message, visitor: Visitor, tools: Tools) -> None:
    """A command that does not exist."""
    voice = visitor.voice
    await tools.stage.show(message, Screen(voice.html("unknown-command"), ([go(voice, "help"), go(voice, "menu")],)))


async def unreadable(message: Message, visitor: Visitor, tools: Tools, state: FSMContext) -> None:
    """Stickers, voices and the like; of an album it is said once."""
    if await is_unread(message, state):
        return
    voice = visitor.voice
    await tools.stage.show(message, Screen(voice.html("unreadable"), ([go(voice, "menu", "button-open-menu")],)))


async def try_again(
    event: CallbackQuery, callback_data: TryAgain, visitor: Visitor, tools: Tools, inbox: UpdateInbox
) -> None:
    """Handle a quarantined update once more; it answers for itself."""
    if not await inbox.again(callback_data.reference, visitor.telegram_id):
        await event.answer(visitor.voice.plain("again-gone"))
        await open_place(event, "menu", visitor, tools)


async def stale(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """A button of a release gone by: a kind word, and the menu as it is now."""
    await event.answer(visitor.voice.plain("stale"))
    await open_place(event, "menu", visitor, tools)


async def blocked_or_back(event: ChatMemberUpdated, visitor: Visitor, tools: Tools) -> None:
    """The person blocked or unblocked the bot."""
    if event.new_chat_member.status == "kicked":
        await tools.people.unreachable(telegram_id=visitor.telegram_id)
    else:
        await tools.people.reachable(telegram_id=visitor.telegram_id)


async def point_to_private(message: Message, visitor: Visitor, bot: Bot) -> None:
    """Asked for by a command in a group: Jalin speaks with each person alone."""
    voice = visitor.voice
    open_jalin = link(voice.plain("button-open-jalin"), f"https://t.me/{(await bot.me()).username}")
    await message.answer(voice.html("in-group"), reply_markup=Screen("", ([open_jalin],)).keyboard)


async def nothing(event: Message | CallbackQuery) -> None:
    """What is said among others in a group, taps outside any chat, and cards that Jalin itself offered inline."""


async def is_own_card(message: Message, bot: Bot) -> bool:
    """Whether somebody sent a card that they picked from what Jalin offers inline: that asks nothing."""
    return message.via_bot is not None and message.via_bot.id == bot.id


def setup_first() -> Router:
    """What must work whatever is open: groups stay outside, then /batal, the retry button, blocks."""
    router = Router(name=f"{__name__}.first")
    router.message.register(point_to_private, outside, Command(*IN_GROUPS, ignore_case=True))
    router.message.register(nothing, outside)
    router.message.register(nothing, is_own_card)
    router.callback_query.register(nothing, outside)
    router.message.register(cancel, Command("batal", ignore_case=True))
    router.callback_query.register(try_again, TryAgain.filter())
    router.my_chat_member.register(blocked_or_back, in_private)
    return router


def setup_last() -> Router:
    """What is left when nobody else wanted it. Must be registered last."""
    router = Router(name=f"{__name__}.last")
    router.message.register(unknown_command, in_private, F.text.startswith("/"))
    router.message.register(unreadable, in_private)
    router.callback_query.register(stale)
    return router
