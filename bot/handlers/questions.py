"""Questions as a team sees them in an organizer's own chat: the queue, one of them, all that is done about it."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.callbacks_helpdesk import (
    AnswerQuestion,
    AskToBlock,
    ChooseReady,
    ChooseWithdraw,
    CloseQuestion,
    DropReady,
    FindAgencyForQuestion,
    HandOn,
    HandTo,
    KeepReady,
    MoreOfQuestion,
    MoveTo,
    NextQuestion,
    PreviewReady,
    Questions,
    SeeFiles,
    SeeQuestion,
    SendReady,
    SetBlocked,
    TakeQuestion,
    WithdrawEntry,
)
from bot.dialogs.answering import ask_for
from bot.helpdesk import handing, team
from bot.helpdesk.sending import send_files
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import Refusal
from services.helpdesk.look import TicketView
from services.helpdesk.queue import Which


async def show_queue(event: CallbackQuery, callback_data: Questions, visitor: Visitor, tools: Tools) -> None:
    """[Pertanyaan] in /kelola."""
    await _show_queue(event, Which(callback_data.which), callback_data.page, visitor, tools)


async def show_next(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """The one that waits longest; the queue where none waits."""
    waiting = await tools.helpdesk.waiting(actor_telegram_id=visitor.telegram_id)
    if not waiting:
        await _show_queue(event, Which.ALL, 1, visitor, tools)
        return
    await _show(event, waiting[0].id, visitor, tools)


async def show_one(event: CallbackQuery, callback_data: SeeQuestion, visitor: Visitor, tools: Tools) -> None:
    """One question."""
    view = await _look(callback_data.ticket, visitor, tools)
    await tools.stage.show(event, team.one(visitor.voice, view, callback_data.page))


async def show_more(event: CallbackQuery, callback_data: MoreOfQuestion, visitor: Visitor, tools: Tools) -> None:
    """[Lainnya]."""
    await tools.stage.show(event, team.more(visitor.voice, await _look(callback_data.ticket, visitor, tools)))


async def show_files(event: CallbackQuery, callback_data: SeeFiles, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """Its pictures and documents, and the question below them."""
    view = await _look(callback_data.ticket, visitor, tools)
    await send_files(bot, visitor.telegram_id, view.entries, tools)
    await tools.stage.show(event, team.one(visitor.voice, view))


async def answer(
    event: CallbackQuery, callback_data: AnswerQuestion, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Jawab]: text, a picture or a document."""
    await _look(callback_data.ticket, visitor, tools)
    await ask_for(dialog_manager, callback_data.ticket, "answer")


async def take(event: CallbackQuery, callback_data: TakeQuestion, visitor: Visitor, tools: Tools) -> None:
    """[Ambil pertanyaan]; where a colleague was faster, who."""
    try:
        await tools.helpdesk.take(ticket_id=callback_data.ticket, actor_telegram_id=visitor.telegram_id)
    except Refusal as refusal:
        if refusal.key != "ticket-taken":
            raise
        await event.answer(visitor.voice.plain("refusal-ticket-taken", **refusal.values))
    await _show(event, callback_data.ticket, visitor, tools)


async def hand_on(event: CallbackQuery, callback_data: HandOn, visitor: Visitor, tools: Tools) -> None:
    """[Serahkan]: to whom."""
    number = callback_data.ticket
    colleagues = await tools.helpdesk.colleagues(ticket_id=number, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, handing.choose(visitor.voice, number, colleagues, callback_data.page))


async def hand_to(event: CallbackQuery, callback_data: HandTo, visitor: Visitor, tools: Tools) -> None:
    """To a colleague, who is told."""
    await tools.helpdesk.hand(
        ticket_id=callback_data.ticket, actor_telegram_id=visitor.telegram_id, role_id=callback_data.role
    )
    await _show(event, callback_data.ticket, visitor, tools, done="question-handed")


async def find_agency(
    event: CallbackQuery,
    callback_data: FindAgencyForQuestion,
    visitor: Visitor,
    tools: Tools,
    dialog_manager: DialogManager,
) -> None:
    """[Instansi lain]: which."""
    await _look(callback_data.ticket, visitor, tools)
    await ask_for(dialog_manager, callback_data.ticket, "agency")


async def move(event: CallbackQuery, callback_data: MoveTo, visitor: Visitor, tools: Tools) -> None:
    """To another agency: then it is theirs, and the queue comes back."""
    await tools.helpdesk.move(
        ticket_id=callback_data.ticket, actor_telegram_id=visitor.telegram_id, agency_id=callback_data.agency
    )
    await event.answer(visitor.voice.plain("question-moved-on"))
    await _show_queue(event, Which.ALL, 1, visitor, tools)


async def choose_ready(event: CallbackQuery, callback_data: ChooseReady, visitor: Visitor, tools: Tools) -> None:
    """[Jawaban siap pakai]."""
    await _show_ready(event, callback_data.ticket, callback_data.page, visitor, tools)


async def preview_ready(event: CallbackQuery, callback_data: PreviewReady, visitor: Visitor, tools: Tools) -> None:
    """One of them, before it is sent."""
    view = await _look(callback_data.ticket, visitor, tools)
    chosen = await tools.helpdesk.get_ready(ready_id=callback_data.ready, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, handing.preview(visitor.voice, view, chosen))


async def send_ready(event: CallbackQuery, callback_data: SendReady, visitor: Visitor, tools: Tools) -> None:
    """[Kirim jawaban ini]: once, however often it is pressed."""
    done = await tools.helpdesk.use_ready(
        ticket_id=callback_data.ticket,
        ready_id=callback_data.ready,
        after=callback_data.after,
        actor_telegram_id=visitor.telegram_id,
    )
    await tools.stage.show(event, team.said_by_team(visitor.voice, done))


async def keep_ready(
    event: CallbackQuery, callback_data: KeepReady, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Simpan jawaban baru]."""
    await _look(callback_data.ticket, visitor, tools)
    await ask_for(dialog_manager, callback_data.ticket, "ready")


async def drop_ready(event: CallbackQuery, callback_data: DropReady, visitor: Visitor, tools: Tools) -> None:
    """[Hapus]: what was sent with it stays."""
    await tools.helpdesk.remove_ready(ready_id=callback_data.ready, actor_telegram_id=visitor.telegram_id)
    await _show_ready(event, callback_data.ticket, 1, visitor, tools)


async def close(event: CallbackQuery, callback_data: CloseQuestion, visitor: Visitor, tools: Tools) -> None:
    """[Tutup]: the asker is told, and can open it again."""
    await tools.helpdesk.close_by_team(ticket_id=callback_data.ticket, actor_telegram_id=visitor.telegram_id)
    await _show(event, callback_data.ticket, visitor, tools, done="question-closed-done")


async def choose_withdraw(event: CallbackQuery, callback_data: ChooseWithdraw, visitor: Visitor, tools: Tools) -> None:
    """[Tarik jawaban]: which."""
    await tools.stage.show(event, team.withdraw(visitor.voice, await _look(callback_data.ticket, visitor, tools)))


async def withdraw(event: CallbackQuery, callback_data: WithdrawEntry, visitor: Visitor, tools: Tools) -> None:
    """[Tarik]: gone on both sides."""
    await tools.helpdesk.withdraw(entry_id=callback_data.entry, actor_telegram_id=visitor.telegram_id)
    await _show(event, callback_data.ticket, visitor, tools, done="question-withdrawn")


async def ask_to_block(event: CallbackQuery, callback_data: AskToBlock, visitor: Visitor, tools: Tools) -> None:
    """[Blokir penanya]: what it means."""
    await tools.stage.show(event, team.block(visitor.voice, await _look(callback_data.ticket, visitor, tools)))


async def set_blocked(event: CallbackQuery, callback_data: SetBlocked, visitor: Visitor, tools: Tools) -> None:
    """Blocked, or no more."""
    number, who = callback_data.ticket, visitor.telegram_id
    if callback_data.blocked:
        await tools.helpdesk.block(ticket_id=number, actor_telegram_id=who)
    else:
        ticket = (await _look(number, visitor, tools)).ticket
        await tools.helpdesk.unblock(agency_id=ticket.agency.id, person_id=ticket.person_id, actor_telegram_id=who)
    done = "asker-blocked" if callback_data.blocked else "asker-unblocked"
    await _show(event, number, visitor, tools, done=done)


async def _look(ticket_id: int, visitor: Visitor, tools: Tools) -> TicketView:
    return await tools.helpdesk.look(ticket_id=ticket_id, actor_telegram_id=visitor.telegram_id)


async def _show(
    event: CallbackQuery, ticket_id: int, visitor: Visitor, tools: Tools, *, done: str | None = None
) -> None:
    view = await _look(ticket_id, visitor, tools)
    said = visitor.voice.html(done) if done else None
    await tools.stage.show(event, team.one(visitor.voice, view, done=said))


async def _show_queue(event: CallbackQuery, which: Which, page: int, visitor: Visitor, tools: Tools) -> None:
    found = await tools.helpdesk.queue(
        actor_telegram_id=visitor.telegram_id, which=which, page=page, size=team.PAGE_SIZE
    )
    await tools.stage.show(event, team.queue(visitor.voice, found))


async def _show_ready(event: CallbackQuery, ticket_id: int, page: int, visitor: Visitor, tools: Tools) -> None:
    agency = (await _look(ticket_id, visitor, tools)).ticket.agency
    answers = await tools.helpdesk.list_ready(agency_id=agency.id, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, handing.ready(visitor.voice, ticket_id, answers, page))


def setup() -> Router:
    """The room in /kelola, and the buttons of a question."""
    router = Router(name=__name__)
    on = router.callback_query.register
    on(show_queue, Questions.filter())
    on(show_next, NextQuestion.filter())
    on(show_one, SeeQuestion.filter())
    on(show_more, MoreOfQuestion.filter())
    on(show_files, SeeFiles.filter())
    on(answer, AnswerQuestion.filter())
    on(take, TakeQuestion.filter())
    on(hand_on, HandOn.filter())
    on(hand_to, HandTo.filter())
    on(find_agency, FindAgencyForQuestion.filter())
    on(move, MoveTo.filter())
    on(choose_ready, ChooseReady.filter())
    on(preview_ready, PreviewReady.filter())
    on(send_ready, SendReady.filter())
    on(keep_ready, KeepReady.filter())
    on(drop_ready, DropReady.filter())
    on(close, CloseQuestion.filter())
    on(choose_withdraw, ChooseWithdraw.filter())
    on(withdraw, WithdrawEntry.filter())
    on(ask_to_block, AskToBlock.filter())
    on(set_blocked, SetBlocked.filter())
    return router
