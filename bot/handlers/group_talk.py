"""What a team writes in its group about a question: the answer, a note (`//`), a later edit; and the card's buttons.

Who may is asked at each message. What is about no question is nobody's business here.
"""

from __future__ import annotations

from typing import Any

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InaccessibleMessage, InlineKeyboardMarkup, Message

from bot import albums
from bot.callbacks_group import (
    CardAgain,
    CloseHere,
    HandHere,
    HandHereTo,
    ReadyHere,
    ReopenHere,
    TakeHere,
    UseHere,
    WithdrawHere,
)
from bot.chats import in_group
from bot.handlers.groups import look_at
from bot.helpdesk.phrases import number_in
from bot.helpdesk_group import card
from bot.screens import Row, Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import NotAllowed, Refusal
from services.helpdesk.desks import Helpdesk, Topics
from services.helpdesk.message import Media, Said, is_note
from storage.repositories.ticket_entries import Side
from storage.repositories.tickets import Ticket, TicketState

TOLD = "told"
"""What is kept of a conversation in a group: that somebody was told they cannot answer."""


def said(message: Message) -> Said | None:
    """What was written; None: nothing that can be passed on."""
    media: Media | None = None
    if message.photo:
        media = Media(kind="photo", file_id=message.photo[-1].file_id, name="")
    elif message.document and not message.animation:
        media = Media(kind="document", file_id=message.document.file_id, name=message.document.file_name or "")
    elif message.text is None:
        return None
    html = message.html_text if message.text or message.caption else ""
    return Said(
        html=html, media=media, chat_id=message.chat.id, message_id=message.message_id, album=message.media_group_id
    )


async def moved(message: Message, tools: Tools) -> None:
    """The group is a supergroup now; the old one tells so, and the new one."""
    if message.migrate_to_chat_id is not None:
        await tools.desk.move(old=message.chat.id, new=message.migrate_to_chat_id)
    elif message.migrate_from_chat_id is not None:
        await tools.desk.move(old=message.migrate_from_chat_id, new=message.chat.id)


async def topic_changed(message: Message, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """Somebody closed the topic of a question by hand, or opened it again: so is the question, if they may do that.

    Who may not is told that the question stays as it is; the topic is theirs to close.
    """
    ticket = await tools.desk.find(chat_id=message.chat.id, thread=message.message_thread_id, reply_to=None)
    if ticket is None or visitor.telegram_id == bot.id:
        raise SkipHandler
    closed = message.forum_topic_closed is not None
    if (ticket.state is TicketState.CLOSED) == closed:
        return
    try:
        if closed:
            await tools.helpdesk.close_by_team(ticket_id=ticket.id, actor_telegram_id=visitor.telegram_id)
        else:
            await tools.desk.reopen(ticket_id=ticket.id, actor_telegram_id=visitor.telegram_id)
    except NotAllowed:
        await _reply(message, card.topic_alone(visitor.voice, ticket, closed=closed))
    except Refusal as refusal:
        await _reply(message, Screen(visitor.voice.html(f"refusal-{refusal.key}", **refusal.values)))


async def written(message: Message, visitor: Visitor, tools: Tools, bot: Bot, state: FSMContext) -> None:
    """A message in the group of a team; about a question it is an answer or a note."""
    desk = await tools.desk.of_group(chat_id=message.chat.id)
    if desk is None:
        raise SkipHandler
    if (desk.topics is not Topics.NONE) != bool(message.chat.is_forum) or desk.group is None:
        await tools.desk.see(group=await look_at(bot, message.chat))
    if await _continues(message, visitor, tools, state):
        return
    ticket = await _ticket_of(message, tools, bot)
    if ticket is not None and said(message) is not None:
        await albums.settle(message, state)
    if ticket is not None and message.sender_chat is not None:
        await _reply(message, Screen(visitor.voice.html("group-anonymous")))
        return
    if ticket is None or _is_for_nobody(message):
        raise SkipHandler
    try:
        await _take(message, ticket, visitor, tools, state)
    except NotAllowed:
        await _tell_once(message, desk, visitor, state)
    except Refusal as refusal:
        await _reply(message, Screen(visitor.voice.html(f"refusal-{refusal.key}", **refusal.values)))


async def edited(message: Message, visitor: Visitor, tools: Tools) -> None:
    """A message was changed: so is the answer that it was."""
    now_said = said(message)
    if now_said is None:
        return
    try:
        await tools.helpdesk.edit(actor_telegram_id=visitor.telegram_id, said=now_said)
    except NotAllowed:
        return  # who wrote it may answer no more
    except Refusal as refusal:
        await _reply(message, Screen(visitor.voice.html(f"refusal-{refusal.key}", **refusal.values)))


async def take(event: CallbackQuery, callback_data: TakeHere, visitor: Visitor, tools: Tools) -> None:
    """[Ambil pertanyaan]: the card says so a moment later."""
    taken = await tools.helpdesk.take(ticket_id=callback_data.ticket, actor_telegram_id=visitor.telegram_id)
    await event.answer(visitor.voice.plain("group-taken" if taken else "group-taken-before"))


async def hand(event: CallbackQuery, callback_data: HandHere, visitor: Visitor, tools: Tools) -> None:
    """[Serahkan]: to whom."""
    ticket = callback_data.ticket
    found = await tools.helpdesk.colleagues(ticket_id=ticket, actor_telegram_id=visitor.telegram_id)
    if not found:
        await event.answer(visitor.voice.plain("group-no-colleague"), show_alert=True)
        return
    await _buttons(event, card.colleagues(visitor.voice, ticket, found))


async def hand_to(event: CallbackQuery, callback_data: HandHereTo, visitor: Visitor, tools: Tools) -> None:
    """To a colleague."""
    await tools.helpdesk.hand(
        ticket_id=callback_data.ticket, role_id=callback_data.role, actor_telegram_id=visitor.telegram_id
    )
    await event.answer(visitor.voice.plain("group-handed"))
    await _card_again(event, callback_data.ticket, visitor, tools)


async def choose_ready(event: CallbackQuery, callback_data: ReadyHere, visitor: Visitor, tools: Tools) -> None:
    """[Jawaban siap pakai]: which."""
    seen = await tools.helpdesk.look(ticket_id=callback_data.ticket, actor_telegram_id=visitor.telegram_id)
    agency = seen.ticket.agency.id
    found = await tools.helpdesk.list_ready(agency_id=agency, actor_telegram_id=visitor.telegram_id)
    if event.message is None or not found:
        await event.answer(visitor.voice.plain("group-no-ready"), show_alert=True)
        return
    view = await tools.desk.view(ticket_id=callback_data.ticket, chat_id=event.message.chat.id)
    if view is not None:
        await _buttons(event, card.ready(visitor.voice, view, found))


async def use_ready(event: CallbackQuery, callback_data: UseHere, visitor: Visitor, tools: Tools) -> None:
    """One of them: what it says stands in the group a moment later."""
    await tools.helpdesk.use_ready(
        ticket_id=callback_data.ticket,
        ready_id=callback_data.ready,
        after=callback_data.after,
        actor_telegram_id=visitor.telegram_id,
    )
    await event.answer(visitor.voice.plain("group-answered-toast"))
    await _card_again(event, callback_data.ticket, visitor, tools)


async def card_again(event: CallbackQuery, callback_data: CardAgain, visitor: Visitor, tools: Tools) -> None:
    """[Kembali]: the card's own buttons."""
    await tools.helpdesk.look(ticket_id=callback_data.ticket, actor_telegram_id=visitor.telegram_id)
    await _card_again(event, callback_data.ticket, visitor, tools)


async def close(event: CallbackQuery, callback_data: CloseHere, visitor: Visitor, tools: Tools) -> None:
    """[Tutup]."""
    closed = await tools.helpdesk.close_by_team(ticket_id=callback_data.ticket, actor_telegram_id=visitor.telegram_id)
    await event.answer(visitor.voice.plain("group-closed-toast" if closed else "group-closed-before"))


async def reopen(event: CallbackQuery, callback_data: ReopenHere, visitor: Visitor, tools: Tools) -> None:
    """[Buka lagi]: the topic opens first, then it is said there."""
    opened = await tools.desk.reopen(ticket_id=callback_data.ticket, actor_telegram_id=visitor.telegram_id)
    await event.answer(visitor.voice.plain("group-opened-toast" if opened else "group-opened-before"))


async def withdraw(event: CallbackQuery, callback_data: WithdrawHere, visitor: Visitor, tools: Tools) -> None:
    """[Tarik]: on both sides."""
    await tools.helpdesk.withdraw(entry_id=callback_data.entry, actor_telegram_id=visitor.telegram_id)
    await event.answer(visitor.voice.plain("group-withdrawn"))
    if isinstance(event.message, Message):
        await event.message.edit_text(visitor.voice.html("group-withdrawn"))


async def _take(message: Message, ticket: Ticket, visitor: Visitor, tools: Tools, state: FSMContext) -> None:
    voice, now_said = visitor.voice, said(message)
    if now_said is None:
        await tools.helpdesk.look(ticket_id=ticket.id, actor_telegram_id=visitor.telegram_id)
        if not await albums.is_unread(message, state):
            await _reply(message, Screen(voice.html("group-not-passed-on")))
        return
    if ticket.state is TicketState.CLOSED and not is_note(now_said.html):
        await tools.helpdesk.look(ticket_id=ticket.id, actor_telegram_id=visitor.telegram_id)
        await _reply(message, card.closed(voice, ticket))
        return
    kept = await tools.helpdesk.answer(ticket_id=ticket.id, actor_telegram_id=visitor.telegram_id, said=now_said)
    if kept.side == Side.NOTE:
        await _reply(message, Screen(voice.html("group-noted")))
    else:
        await _reply(message, card.answered(voice, kept.entry_id))


async def _continues(message: Message, visitor: Visitor, tools: Tools, state: FSMContext) -> bool:
    """Whether it is a later part of an album: kept with the others, or passed over as they were."""
    part = said(message)
    if part is None or part.album is None:
        return False
    try:
        joined = await tools.helpdesk.join(telegram_id=visitor.telegram_id, said=part)
    except NotAllowed:
        return True  # the role is gone since the first part
    except Refusal as refusal:
        await _reply(message, Screen(visitor.voice.html(f"refusal-{refusal.key}", **refusal.values)))
        return True
    return joined or await albums.is_settled(message, state)


async def _ticket_of(message: Message, tools: Tools, bot: Bot) -> Ticket | None:
    answers = message.reply_to_message
    is_ours = answers is not None and answers.from_user is not None and answers.from_user.id == bot.id
    return await tools.desk.find(
        chat_id=message.chat.id,
        thread=message.message_thread_id if message.is_topic_message else None,
        reply_to=answers.message_id if answers is not None else None,
        number=number_in(answers) if answers is not None and is_ours else None,
    )


def _is_for_nobody(message: Message) -> bool:
    """Commands, what bots say, and what Telegram tells of the group itself."""
    is_service = message.content_type in SERVICE or (message.from_user is not None and message.from_user.is_bot)
    text = message.text or ""
    return is_service or (text.startswith("/") and not text.startswith("//"))


SERVICE = frozenset(
    {
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
        "general_forum_topic_hidden",
        "general_forum_topic_unhidden",
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "new_chat_photo",
        "delete_chat_photo",
        "pinned_message",
    }
)


async def _tell_once(message: Message, desk: Helpdesk, visitor: Visitor, state: FSMContext) -> None:
    if (await state.get_data()).get(TOLD):
        return
    await state.update_data({TOLD: True})
    await _reply(message, Screen(visitor.voice.html("group-not-answered", agency=desk.agency.short_name)))


async def _reply(message: Message, screen: Screen) -> None:
    """Below the message, though its writer took it away meanwhile."""
    below = message.as_reply_parameters(allow_sending_without_reply=True)
    await message.answer(screen.text, reply_markup=screen.keyboard, reply_parameters=below)


async def _card_again(event: CallbackQuery, ticket_id: int, visitor: Visitor, tools: Tools) -> None:
    if event.message is None:
        return
    view = await tools.desk.view(ticket_id=ticket_id, chat_id=event.message.chat.id)
    if view is not None:
        await _buttons(event, card.buttons(visitor.voice, view.ticket))


async def _buttons(event: CallbackQuery, rows: list[Row]) -> None:
    message = event.message
    if message is None or isinstance(message, InaccessibleMessage):
        return
    keyboard: InlineKeyboardMarkup | None = Screen("", tuple(rows)).keyboard
    if message.reply_markup != keyboard:
        await message.edit_reply_markup(reply_markup=keyboard)


PRESSED: tuple[tuple[type[CallbackData], Any], ...] = (
    (TakeHere, take),
    (HandHere, hand),
    (HandHereTo, hand_to),
    (ReadyHere, choose_ready),
    (UseHere, use_ready),
    (CardAgain, card_again),
    (CloseHere, close),
    (ReopenHere, reopen),
    (WithdrawHere, withdraw),
)


def setup() -> Router:
    """What is said in groups of teams; stands before what leaves groups alone."""
    router = Router(name=__name__)
    for form, handler in PRESSED:
        router.callback_query.register(handler, in_group, form.filter())
    router.message.register(moved, in_group, F.migrate_to_chat_id | F.migrate_from_chat_id)
    router.message.register(topic_changed, in_group, F.forum_topic_closed | F.forum_topic_reopened)
    router.message.register(written, in_group)
    router.edited_message.register(edited, in_group)
    return router
