"""Files of organizers: what can be sent in, a form for it, and what the own agency has."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram_dialog import DialogManager

from bot.callbacks_files import DownloadTable, Files, OpenTable, SampleTable, TableKey, UploadTable
from bot.chats import in_private
from bot.dialogs.upload import ask_for_file
from bot.organizing import files as screens
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.access import Grant, reach
from services.errors import NotAllowed
from services.files import Made
from services.files.tables import ACTIONS
from services.imports.upload import UPLOAD


async def show_home(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """[Berkas]."""
    await _grants(visitor, tools)
    await tools.stage.show(event, screens.home(visitor.voice))


async def show_table(event: CallbackQuery, callback_data: OpenTable, visitor: Visitor, tools: Tools) -> None:
    """One kind of file."""
    await _show(event, callback_data.table, visitor, tools)


async def upload(
    event: CallbackQuery, callback_data: UploadTable, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Unggah berkas]: asks for it."""
    await _grants(visitor, tools)
    await ask_for_file(dialog_manager, callback_data.table)


async def send_sample(event: CallbackQuery, callback_data: SampleTable, visitor: Visitor, tools: Tools) -> None:
    """[Unduh contoh berkas]: the form, and the screen below it."""
    made = await tools.files.sample(
        table=callback_data.table, actor_telegram_id=visitor.telegram_id, words=visitor.voice.plain
    )
    await _send(event, made)
    await _show(event, callback_data.table, visitor, tools)


async def download(event: CallbackQuery, callback_data: DownloadTable, visitor: Visitor, tools: Tools) -> None:
    """[Unduh data]: the workbook, and the screen below it."""
    made = await tools.files.download(
        table=callback_data.table, actor_telegram_id=visitor.telegram_id, words=visitor.voice.plain
    )
    await _send(event, made)
    await _show(event, callback_data.table, visitor, tools)


async def _show(event: CallbackQuery, table: TableKey, visitor: Visitor, tools: Tools) -> None:
    within = reach(ACTIONS[table], await _grants(visitor, tools))
    # Whole staff lists are for the own agency: it must be named in the role.
    downloads = bool(within.agencies) if table == "roster" else bool(within)
    await tools.stage.show(event, screens.table(visitor.voice, table, downloads=downloads))


async def _send(event: CallbackQuery, made: Made) -> None:
    if event.message is not None:
        await event.message.answer_document(BufferedInputFile(made.content, made.name))


async def _grants(visitor: Visitor, tools: Tools) -> tuple[Grant, ...]:
    """What the visitor holds, where it opens this room."""
    grants = await tools.people.grants(telegram_id=visitor.telegram_id)
    if not reach(UPLOAD, grants):
        raise NotAllowed
    return grants


def setup() -> Router:
    """The organizers' buttons; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    router.callback_query.register(show_home, Files.filter())
    router.callback_query.register(show_table, OpenTable.filter())
    router.callback_query.register(upload, UploadTable.filter())
    router.callback_query.register(send_sample, SampleTable.filter())
    router.callback_query.register(download, DownloadTable.filter())
    return router
