"""Jalin in a team's group: put in, promoted, thrown out; made an agency's group from within."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command
from aiogram.types import (
    CallbackQuery,
    Chat,
    ChatMemberAdministrator,
    ChatMemberRestricted,
    ChatMemberUpdated,
    InaccessibleMessage,
    Message,
)
from aiogram.types import ResultChatMemberUnion as Membership

from bot.callbacks_desk import AskToLink, LinkNow, OfferGroup
from bot.chats import in_group
from bot.helpdesk_group import screens
from bot.screens import NOT_MODIFIED, Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import Refusal
from services.helpdesk.groups import Group

OUT = ("left", "kicked")


def group_of(chat: Chat, seat: Membership) -> Group:
    """A group, and what the bot may do in it."""
    may_write = seat.can_send_messages if isinstance(seat, ChatMemberRestricted) else True
    present = seat.is_member if isinstance(seat, ChatMemberRestricted) else seat.status not in OUT
    may_open = isinstance(seat, ChatMemberAdministrator) and bool(seat.can_manage_topics)
    return Group(
        chat_id=chat.id,
        title=chat.title or "",
        present=present,
        may_write=may_write,
        has_topics=bool(chat.is_forum),
        may_open_topics=may_open,
    )


async def look_at(bot: Bot, chat: Chat) -> Group:
    """The same, asked of Telegram."""
    return group_of(chat, await bot.get_chat_member(chat.id, bot.id))


async def seat_changed(event: ChatMemberUpdated, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """Put in: says who it is. Otherwise what it may do here has changed: kept, and organizers are told of trouble."""
    group = group_of(event.chat, event.new_chat_member)
    before = await tools.desk.of_group(chat_id=group.chat_id)
    desk = await tools.desk.see(group=group) if before else None
    if not group.present or not group.may_write:
        return
    if desk is not None and before is not None:
        if desk.trouble != before.trouble or desk.topics != before.topics:
            await send(bot, group.chat_id, screens.changed(visitor.voice, desk))
    elif event.old_chat_member.status in OUT:
        agencies = await tools.desk.linkable(actor_telegram_id=visitor.telegram_id)
        await send(bot, group.chat_id, screens.introduction(visitor.voice, agencies))


async def offer(event: Message, visitor: Visitor, tools: Tools) -> None:
    """/grup: whose group this is, or may become."""
    desk = await tools.desk.of_group(chat_id=event.chat.id)
    if desk is not None:
        screen = screens.linked(visitor.voice, desk)
    else:
        agencies = await tools.desk.linkable(actor_telegram_id=visitor.telegram_id)
        screen = screens.introduction(visitor.voice, agencies)
    await event.answer(screen.text, reply_markup=screen.keyboard)


async def offer_again(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """[Kembali]."""
    agencies = await tools.desk.linkable(actor_telegram_id=visitor.telegram_id)
    await change(event, screens.introduction(visitor.voice, agencies))


async def ask_to_link(event: CallbackQuery, callback_data: AskToLink, visitor: Visitor, tools: Tools) -> None:
    """[Jadikan grup ...]: what it means."""
    agencies = await tools.desk.linkable(actor_telegram_id=visitor.telegram_id)
    agency = next((one for one in agencies if one.id == callback_data.agency), None)
    if agency is None:
        raise Refusal("group-not-yours")
    await change(event, screens.ask_to_link(visitor.voice, agency))


async def link_now(event: CallbackQuery, callback_data: LinkNow, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """It is the agency's group from now on."""
    if event.message is None:
        return
    desk = await tools.desk.link(
        agency_id=callback_data.agency,
        group=await look_at(bot, event.message.chat),
        actor_telegram_id=visitor.telegram_id,
    )
    await change(event, screens.linked(visitor.voice, desk))


async def change(event: CallbackQuery, screen: Screen) -> None:
    """Another screen in place of the one that was pressed; in a group others write between."""
    message = event.message
    if message is None or isinstance(message, InaccessibleMessage):
        return
    try:
        await message.edit_text(screen.text, reply_markup=screen.keyboard)
    except TelegramBadRequest as error:
        if NOT_MODIFIED not in error.message:
            raise


async def send(bot: Bot, chat_id: int, screen: Screen) -> None:
    """A screen in a group."""
    await bot.send_message(chat_id, screen.text, reply_markup=screen.keyboard)


def setup() -> Router:
    """What is about groups, whatever is open in private."""
    router = Router(name=__name__)
    router.my_chat_member.register(seat_changed, in_group)
    router.message.register(offer, in_group, Command("grup", ignore_case=True))
    router.callback_query.register(offer_again, in_group, OfferGroup.filter())
    router.callback_query.register(ask_to_link, in_group, AskToLink.filter())
    router.callback_query.register(link_now, in_group, LinkNow.filter())
    return router
