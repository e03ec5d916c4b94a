"""Announcements under way and after: steering, the report, changes, and the buttons of their readers."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram_dialog import DialogManager

from bot.broadcasting import screens
from bot.broadcasting.picture import picture
from bot.broadcasting.showing import in_place
from bot.callbacks_broadcast import Pressed
from bot.callbacks_broadcast_run import (
    AskToReword,
    AskToStop,
    AskToWithdraw,
    DownloadReport,
    PauseRun,
    ResumeRun,
    SeeRun,
    SendUnknown,
    SentList,
    StopRun,
    WithdrawAll,
)
from bot.chats import in_private
from bot.dialogs.rewording import ask_for_text
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.broadcasts import make_workbook
from services.errors import Refusal


async def pressed(event: CallbackQuery, callback_data: Pressed, visitor: Visitor, tools: Tools) -> None:
    """A quick answer: counted once a person."""
    await tools.broadcasts.press(
        broadcast_id=callback_data.broadcast, button=callback_data.button, telegram_id=visitor.telegram_id
    )
    await event.answer(visitor.voice.plain("broadcast-pressed"))


async def see(event: CallbackQuery, callback_data: SeeRun, visitor: Visitor, tools: Tools) -> None:
    """How it stands now."""
    await _see(event, callback_data.broadcast, visitor, tools)


async def pause(event: CallbackQuery, callback_data: PauseRun, visitor: Visitor, tools: Tools) -> None:
    """[Jeda]."""
    view = await tools.broadcasts.pause(broadcast_id=callback_data.broadcast, actor_telegram_id=visitor.telegram_id)
    await in_place(event, screens.run(visitor.voice, view), tools)


async def resume(event: CallbackQuery, callback_data: ResumeRun, visitor: Visitor, tools: Tools) -> None:
    """[Lanjutkan]."""
    view = await tools.broadcasts.resume(broadcast_id=callback_data.broadcast, actor_telegram_id=visitor.telegram_id)
    await in_place(event, screens.run(visitor.voice, view), tools)


async def ask_to_stop(event: CallbackQuery, callback_data: AskToStop, visitor: Visitor, tools: Tools) -> None:
    """[Hentikan]: asked below the progress, which goes on meanwhile."""
    view = await tools.broadcasts.get(broadcast_id=callback_data.broadcast, actor_telegram_id=visitor.telegram_id)
    await tools.stage.add(event, screens.ask_to_stop(visitor.voice, view))


async def stop(event: CallbackQuery, callback_data: StopRun, visitor: Visitor, tools: Tools) -> None:
    """[Hentikan pengiriman]."""
    view = await tools.broadcasts.cancel(broadcast_id=callback_data.broadcast, actor_telegram_id=visitor.telegram_id)
    await in_place(event, screens.run(visitor.voice, view), tools)


async def show_sent(event: CallbackQuery, callback_data: SentList, visitor: Visitor, tools: Tools) -> None:
    """[Pengumuman terkirim]."""
    found = await tools.broadcasts.list_sent(
        actor_telegram_id=visitor.telegram_id, page=callback_data.page, size=screens.PAGE_SIZE
    )
    await tools.stage.show(event, screens.sent(visitor.voice, found))


async def download(event: CallbackQuery, callback_data: DownloadReport, visitor: Visitor, tools: Tools) -> None:
    """[Unduh laporan]: a picture and a workbook, and the report below them."""
    voice = visitor.voice
    report = await tools.broadcasts.report(broadcast_id=callback_data.broadcast, actor_telegram_id=visitor.telegram_id)
    drawn = await asyncio.to_thread(picture, voice, report)
    made = await make_workbook(report, voice.plain)
    if event.message is not None:
        name = voice.plain("broadcast-report-image", number=str(callback_data.broadcast))
        await event.message.answer_photo(BufferedInputFile(drawn, name))
        await event.message.answer_document(BufferedInputFile(made.content, made.name))
    await tools.stage.show(event, screens.run(voice, report.view))


async def send_unknown(event: CallbackQuery, callback_data: SendUnknown, visitor: Visitor, tools: Tools) -> None:
    """[Kirim lagi N itu]: each once, however often it is pressed."""
    count = await tools.broadcasts.send_again(
        broadcast_id=callback_data.broadcast,
        until=datetime.fromtimestamp(callback_data.until, UTC),
        actor_telegram_id=visitor.telegram_id,
    )
    key = "broadcast-again" if count else "broadcast-again-none"
    await event.answer(visitor.voice.plain(key, count=visitor.voice.number(count)))
    await _see(event, callback_data.broadcast, visitor, tools)


async def ask_to_reword(
    event: CallbackQuery, callback_data: AskToReword, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Ubah isi]: in which language, where there are two; then the text."""
    view = await tools.broadcasts.get(broadcast_id=callback_data.broadcast, actor_telegram_id=visitor.telegram_id)
    if not view.may_reword:
        raise Refusal("broadcast-not-to-reword")
    language = callback_data.language or ("" if view.run.body["text"].get("en") else "id")
    if not language:
        await tools.stage.show(event, screens.ask_language(visitor.voice, view))
        return
    await ask_for_text(dialog_manager, view, language)


async def ask_to_withdraw(event: CallbackQuery, callback_data: AskToWithdraw, visitor: Visitor, tools: Tools) -> None:
    """[Tarik pesan]: asked once more."""
    view = await tools.broadcasts.get(broadcast_id=callback_data.broadcast, actor_telegram_id=visitor.telegram_id)
    if not view.may_withdraw:
        raise Refusal("broadcast-not-to-withdraw")
    await tools.stage.show(event, screens.ask_to_withdraw(visitor.voice, view))


async def withdraw(event: CallbackQuery, callback_data: WithdrawAll, visitor: Visitor, tools: Tools) -> None:
    """[Tarik N pesan]."""
    await tools.broadcasts.withdraw(broadcast_id=callback_data.broadcast, actor_telegram_id=visitor.telegram_id)
    await _see(event, callback_data.broadcast, visitor, tools)


async def _see(event: CallbackQuery, broadcast_id: int, visitor: Visitor, tools: Tools) -> None:
    view = await tools.broadcasts.get(broadcast_id=broadcast_id, actor_telegram_id=visitor.telegram_id)
    await in_place(event, screens.run(visitor.voice, view), tools)


def setup() -> Router:
    """The buttons of announcements that were begun; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    for form, handler in (
        (SeeRun, see),
        (PauseRun, pause),
        (ResumeRun, resume),
        (AskToStop, ask_to_stop),
        (StopRun, stop),
        (SentList, show_sent),
        (DownloadReport, download),
        (SendUnknown, send_unknown),
        (AskToReword, ask_to_reword),
        (AskToWithdraw, ask_to_withdraw),
        (WithdrawAll, withdraw),
    ):
        router.callback_query.register(handler, form.filter())
    return router


def setup_answers() -> Router:
    """The buttons of readers: an open question of theirs stays open."""
    router = Router(name=f"{__name__}.answers")
    router.callback_query.register(pressed, Pressed.filter())
    return router
