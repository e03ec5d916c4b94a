"""Sending a file in: the question, then what is in it and what saving would do. Only file_id and hash are kept."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import BufferedInputFile, CallbackQuery, InaccessibleMessage, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from bot.callbacks_files import TableKey
from bot.dialogs.letter import FILES
from bot.dialogs.messages import PressesInPlace
from bot.dialogs.single import end, parts, show_mode
from bot.organizing import files, rollcall
from bot.organizing.incoming import Fetched, Refused, fetched
from bot.organizing.saving import Job, Saving
from bot.recommendation.files import is_large
from bot.visitor import Visitor
from services.errors import Refusal
from services.files import faults_workbook
from services.imports.upload import UploadReport
from services.participants.rollcall import RollCallReport

Report = UploadReport | RollCallReport
"""What is told of a file."""
CHECKING_SECONDS = 50
"""An update has a minute; a file that takes longer to look through is too much for one."""


class UploadSG(StatesGroup):
    """The file, then a look at it."""

    file = State()
    preview = State()


PEOPLE = "participants"
"""The table of those who are sent in for one batch."""
TAKES_TEXT: frozenset[State] = frozenset()


async def ask_for_file(manager: DialogManager, table: TableKey) -> None:
    """Begin."""
    await manager.start(UploadSG.file, data={"table": table}, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def ask_for_people(manager: DialogManager, batch_id: int) -> None:
    """Begin, for the people of one batch."""
    data = {"table": PEOPLE, "batch": batch_id}
    await manager.start(UploadSG.file, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def get_question(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """The question, or why the last file was not taken."""
    voice, problem = visitor.voice, dialog_manager.dialog_data.get("problem")
    return {
        "text": files.question(voice, _table(dialog_manager), problem),
        "sample": voice.plain("button-sample-file"),
        "leave": voice.plain("button-leave-file"),
    }


async def get_preview(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """What was found in the file."""
    voice, data = visitor.voice, dialog_manager.dialog_data
    good, faults = data["good"], data["faults"]
    return {
        "text": data["text"],
        "has_good": good > 0,
        "has_faults": faults > 0,
        "save": files.save_label(voice, good, faults),
        "list": voice.plain("button-fault-list"),
        "again": voice.plain("button-upload-again"),
        "leave": voice.plain("button-leave-file"),
    }


async def take_file(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Look through the file, and show what saving would do; what is none is asked for again."""
    visitor = parts(manager)[1]
    data, document = manager.dialog_data, message.document
    if document is None or is_large(document.file_size):
        await _ask_again(manager, "large" if document else "kind")
        return
    name = document.file_name or visitor.voice.plain("file-unnamed")
    wait = await message.answer(visitor.voice.html("file-checking", name=name[:60]))
    try:
        checked = await _check(manager, document.file_id, name)
    except Refusal as refusal:
        await _take_away(wait)
        screen = files.not_saved(visitor.voice, f"refusal-{refusal.key}", _batch(manager), **refusal.values)
        await end(message, manager, screen)
        return
    await _take_away(wait)
    if isinstance(checked, str):
        await _ask_again(manager, checked)
        return
    file, report = checked
    data |= {"file": document.file_id, "sha": file.sha, "name": name}
    text = (
        rollcall.preview(visitor.voice, report)
        if isinstance(report, RollCallReport)
        else files.preview(visitor.voice, report)
    )
    data |= {"text": text, "good": report.good, "faults": report.fault_count}
    manager.show_mode = ShowMode.SEND
    await manager.switch_to(UploadSG.preview)


async def save(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Simpan]: handed to those who save, with the message that shows how far it is; a second tap finds it there."""
    visitor = parts(manager)[1]
    data, voice = dict(manager.dialog_data), visitor.voice
    saving: Saving = manager.middleware_data["saving"]
    if saving.is_busy(visitor.telegram_id):
        await event.answer(voice.plain("file-busy"), show_alert=True)
        return
    table, batch = _table(manager), _batch(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    screen = files.progress(voice, data["name"], 0, 0)
    message_id = await _show(event, screen.text, manager)
    saving.start(Job(visitor.telegram_id, voice, table, data["file"], data["sha"], data["name"], message_id, batch))


async def send_faults(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Unduh daftar perbaikan]: all faults as a workbook, read from the file anew; the preview again below it."""
    visitor = parts(manager)[1]
    voice, data = visitor.voice, manager.dialog_data
    checked = await _check(manager, data["file"], data["name"])
    if isinstance(checked, str) or checked[0].sha != data["sha"] or event.message is None:
        await event.answer(voice.plain("file-other-toast"), show_alert=True)
        return
    content = await asyncio.to_thread(faults_workbook, checked[1].faults, voice.plain)
    await event.message.answer_document(BufferedInputFile(content, voice.plain("file-name-faults")))
    manager.show_mode = ShowMode.SEND


async def send_sample(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Unduh contoh berkas]: the form, and the question again below it."""
    tools, visitor = parts(manager)
    asked: dict[str, Any] = {"actor_telegram_id": visitor.telegram_id, "words": visitor.voice.plain}
    batch = _batch(manager)
    made = await (
        tools.files.sample(table=_table(manager), **asked)
        if batch is None
        else tools.files.people_sample(batch_id=batch, **asked)
    )
    if event.message is not None:
        await event.message.answer_document(BufferedInputFile(made.content, made.name))
    manager.show_mode = ShowMode.SEND


async def ask_once_more(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """[Unggah ulang]: the question again."""
    manager.dialog_data.clear()
    await manager.switch_to(UploadSG.file)


async def leave(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Batal]: nothing was saved."""
    visitor = parts(manager)[1]
    await end(event, manager, files.not_saved(visitor.voice, "file-left", _batch(manager)))


async def _check(manager: DialogManager, file_id: str, name: str) -> tuple[Fetched, Report] | str:
    """What is in the file, or the key of why it cannot be told."""
    bot: Bot = manager.middleware_data["bot"]
    async with fetched(bot, file_id, name) as file:
        if isinstance(file, Refused):
            return file.why
        try:
            async with asyncio.timeout(CHECKING_SECONDS) as limit:
                report = await _look(manager, file)
        except TimeoutError:
            if not limit.expired():
                raise
            return "too-much"
    return file, report


async def _look(manager: DialogManager, file: Fetched) -> Report:
    tools, visitor = parts(manager)
    batch, sender = _batch(manager), visitor.telegram_id
    if batch is None:
        return await tools.files.check(path=file.path, table=_table(manager), actor_telegram_id=sender)
    return await tools.files.check_people(path=file.path, batch_id=batch, actor_telegram_id=sender)


async def _ask_again(manager: DialogManager, problem: str) -> None:
    manager.dialog_data["problem"] = problem
    manager.show_mode = ShowMode.SEND
    await manager.switch_to(UploadSG.file)


async def _show(event: CallbackQuery, text: str, manager: DialogManager) -> int:
    """In place of the preview where it is the last message; the number of the message that shows it."""
    tools, _ = parts(manager)
    message = event.message
    assert message is not None
    if not isinstance(message, InaccessibleMessage) and tools.stage.last.is_last(message.chat.id, message.message_id):
        try:
            await message.edit_text(text)
        except TelegramBadRequest:
            pass
        else:
            return message.message_id
    return (await message.answer(text)).message_id


async def _take_away(message: Message) -> None:
    try:
        await message.delete()
    except TelegramBadRequest:
        return  # it stays, and harms nobody


def _table(manager: DialogManager) -> str:
    return str(cast(dict[str, Any], manager.start_data)["table"])


def _batch(manager: DialogManager) -> int | None:
    """Whose people the file names; None: it is a table of the own agency."""
    return cast(int | None, cast(dict[str, Any], manager.start_data).get("batch"))


def build() -> Dialog:
    """Two windows."""
    dialog = Dialog(
        Window(
            Format("{text}"),
            MessageInput(take_file, content_types=FILES),
            Button(Format("{sample}"), id="upload_sample", on_click=send_sample),
            Button(Format("{leave}"), id="upload_leave", on_click=leave),
            state=UploadSG.file,
            getter=get_question,
        ),
        Window(
            Format("{text}"),
            MessageInput(take_file, content_types=FILES),
            Button(Format("{save}"), id="upload_save", on_click=save, when="has_good"),
            Button(Format("{list}"), id="upload_faults", on_click=send_faults, when="has_faults"),
            Button(Format("{again}"), id="upload_again", on_click=ask_once_more),
            Button(Format("{leave}"), id="upload_drop", on_click=leave),
            state=UploadSG.preview,
            getter=get_preview,
        ),
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
