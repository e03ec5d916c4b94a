"""Questions to the organizers, as who asks sees them: /tanya, all own questions, one of them, its end."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from aiogram import Bot, F, Router
from aiogram.filters import Command, Filter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import Context

from bot.albums import settle
from bot.callbacks_helpdesk import (
    AddToQuestion,
    Ask,
    CloseOwnQuestion,
    OwnQuestion,
    OwnQuestions,
    RateQuestion,
    ReopenQuestion,
    SeeOwnFiles,
)
from bot.chats import in_private
from bot.dialogs.adding import ask_to_add
from bot.dialogs.asking import ask_for_question
from bot.helpdesk import own
from bot.helpdesk.phrases import number_in
from bot.helpdesk.reading import READ, said_in
from bot.helpdesk.sending import send_files
from bot.helpdesk.team import said_by_team
from bot.nip_messages import delete, holds_nip
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import NotAllowed, Refusal
from services.helpdesk.message import Said
from storage.repositories.tickets import Ticket


@dataclass(frozen=True, slots=True)
class RepliesToQuestion(Filter):
    """Replies to a message of the bot's that is about a question, while no open question of a dialog waits."""

    takes_text: Set[State]

    async def __call__(
        self, message: Message, tools: Tools, bot: Bot, aiogd_context: Context | None = None, **_: Any
    ) -> bool | dict[str, Any]:
        replied = message.reply_to_message
        if replied is None or (aiogd_context is not None and aiogd_context.state in self.takes_text):
            return False
        ticket, number = None, number_in(replied)
        if number is not None and replied.from_user is not None and replied.from_user.id == bot.id:
            ticket = await tools.helpdesk.by_number(ticket_id=number, telegram_id=message.chat.id)
        if ticket is None:
            ticket = await tools.helpdesk.by_message(chat_id=message.chat.id, message_id=replied.message_id)
        return {"ticket": ticket} if ticket is not None else False


async def begin(
    event: Message | CallbackQuery,
    visitor: Visitor,
    tools: Tools,
    dialog_manager: DialogManager,
    callback_data: Ask | None = None,
) -> None:
    """/tanya, and [Tanya penyelenggara] under a training or in the menu."""
    await start(event, visitor, tools, dialog_manager, batch_id=callback_data.batch if callback_data else 0)


async def start(
    event: Message | CallbackQuery,
    visitor: Visitor,
    tools: Tools,
    manager: DialogManager,
    *,
    batch_id: int = 0,
    said: Said | None = None,
) -> None:
    """Begin to ask; who has not agreed to be kept is told why that comes first."""
    if not visitor.has_agreed:
        await tools.stage.show(event, own.guest(visitor.voice))
        return
    await ask_for_question(manager, batch_id=batch_id, said=said)


async def show_all(event: CallbackQuery, callback_data: OwnQuestions, visitor: Visitor, tools: Tools) -> None:
    """[Pertanyaan saya]."""
    found = await tools.helpdesk.list_own(telegram_id=visitor.telegram_id, page=callback_data.page, size=own.PAGE_SIZE)
    await (tools.stage.add if callback_data.anew else tools.stage.show)(event, own.mine(visitor.voice, found))


async def show_one(event: CallbackQuery, callback_data: OwnQuestion, visitor: Visitor, tools: Tools) -> None:
    """One of them, with what was said."""
    view = await tools.helpdesk.own(telegram_id=visitor.telegram_id, ticket_id=callback_data.ticket)
    await tools.stage.show(event, own.one(visitor.voice, view, callback_data.page))


async def show_files(
    event: CallbackQuery, callback_data: SeeOwnFiles, visitor: Visitor, tools: Tools, bot: Bot
) -> None:
    """Its pictures and documents once more, and the question below them."""
    view = await tools.helpdesk.own(telegram_id=visitor.telegram_id, ticket_id=callback_data.ticket)
    await send_files(bot, visitor.telegram_id, view.entries, tools)
    await tools.stage.show(event, own.one(visitor.voice, view))


async def add(
    event: CallbackQuery, callback_data: AddToQuestion, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Balas], [Tambahkan sesuatu]."""
    await tools.helpdesk.own(telegram_id=visitor.telegram_id, ticket_id=callback_data.ticket)
    await ask_to_add(dialog_manager, callback_data.ticket)


async def close(event: CallbackQuery, callback_data: CloseOwnQuestion, visitor: Visitor, tools: Tools) -> None:
    """[Tutup, sudah jelas]."""
    ticket = await tools.helpdesk.close(telegram_id=visitor.telegram_id, ticket_id=callback_data.ticket)
    await _show_below(event, own.closed(visitor.voice, ticket), tools)


async def reopen(
    event: CallbackQuery, callback_data: ReopenQuestion, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Buka lagi]: it waits again, and what follows is asked for."""
    ticket = await tools.helpdesk.reopen(telegram_id=visitor.telegram_id, ticket_id=callback_data.ticket)
    await ask_to_add(dialog_manager, ticket.id, reopened=True)


async def rate(event: CallbackQuery, callback_data: RateQuestion, visitor: Visitor, tools: Tools) -> None:
    """A face; the last one counts."""
    ticket = await tools.helpdesk.rate(
        telegram_id=visitor.telegram_id, ticket_id=callback_data.ticket, rating=callback_data.stars
    )
    await tools.stage.show(event, own.rated(visitor.voice, ticket))


async def take_reply(message: Message, ticket: Ticket, visitor: Visitor, tools: Tools, state: FSMContext) -> None:
    """A reply to a message about a question: of its asker it is added, of its team it is an answer or a note."""
    said = said_in(message)
    await settle(message, state)
    if ticket.telegram_id == visitor.telegram_id:
        try:
            added = await tools.helpdesk.add(telegram_id=visitor.telegram_id, ticket_id=ticket.id, said=said)
        except Refusal as refusal:
            screen = own.refused(visitor.voice, refusal)
        else:
            screen = own.added(visitor.voice, added.ticket)
    else:
        done = await tools.helpdesk.answer(ticket_id=ticket.id, actor_telegram_id=visitor.telegram_id, said=said)
        screen = said_by_team(visitor.voice, done)
    if holds_nip(message.text or message.caption or ""):
        await delete(message)
    await tools.stage.add(message, screen, reply=True)


async def take_edit(message: Message, visitor: Visitor, tools: Tools) -> None:
    """A message that became part of a question says something else now; of any other edit nothing follows."""
    said = said_in(message)
    try:
        changed: object = await tools.helpdesk.edit_own(telegram_id=visitor.telegram_id, said=said)
        changed = changed or await tools.helpdesk.edit(actor_telegram_id=visitor.telegram_id, said=said)
        if changed and holds_nip(message.text or message.caption or ""):
            await delete(message)
    except NotAllowed:  # the role is gone, or the question is another agency's: what was answered stays as it is
        await tools.stage.add(message, own.refused(visitor.voice, Refusal("ticket-edit-late")), reply=True)
    except Refusal as refusal:
        await tools.stage.add(message, own.refused(visitor.voice, refusal), reply=True)


async def _show_below(event: CallbackQuery, screen: Screen, tools: Tools) -> None:
    """Under an answer the end stands below it: the answer itself stays to be read."""
    message = event.message
    if isinstance(message, Message) and message.reply_to_message is None and not message.photo and not message.document:
        await tools.stage.show(event, screen)
        return
    if isinstance(message, Message):
        await tools.stage.set_buttons(message, ())
    await tools.stage.add(event, screen)


def setup() -> Router:
    """/tanya and the buttons: going there ends an open dialog."""
    router = Router(name=__name__)
    router.message.register(begin, Command("tanya", ignore_case=True))
    router.callback_query.register(begin, Ask.filter())
    router.callback_query.register(show_all, OwnQuestions.filter())
    router.callback_query.register(show_one, OwnQuestion.filter())
    router.callback_query.register(show_files, SeeOwnFiles.filter())
    router.callback_query.register(add, AddToQuestion.filter())
    router.callback_query.register(close, CloseOwnQuestion.filter())
    router.callback_query.register(reopen, ReopenQuestion.filter())
    router.callback_query.register(rate, RateQuestion.filter())
    return router


def setup_written(takes_text: Set[State]) -> Router:
    """Replies to messages about questions, and later edits; both in private chats."""
    router = Router(name=f"{__name__}.written")
    router.message.register(take_reply, in_private, F.content_type.in_(READ), RepliesToQuestion(frozenset(takes_text)))
    router.edited_message.register(take_edit, in_private, F.content_type.in_(READ))
    return router
