"""A person's data rights: see what is kept, erase it; by command or by button. In private chats only."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message, ReplyKeyboardRemove
from aiogram_dialog import DialogManager

from bot import rights
from bot.callbacks_privacy import AskToErase, Erase, ShowData
from bot.chats import in_private
from bot.nip_messages import holds_nip
from bot.roles import has_role
from bot.toolbox import Tools
from bot.visitor import Visitor


async def show_data(event: Message | CallbackQuery, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """/data_saya and [Lihat data saya]: all that is kept, as a document."""
    voice = visitor.voice
    export = await tools.privacy.export(telegram_id=visitor.telegram_id)
    if export is None:
        await tools.stage.show(event, rights.nothing_kept(voice))
        return
    file = BufferedInputFile(rights.document(voice, export), filename=voice.plain("rights-file"))
    note = rights.document_note(voice, has_nip=holds_nip(str(export)))
    await bot.send_document(visitor.telegram_id, file, caption=note.text, reply_markup=note.keyboard)


async def ask_before_erasing(event: Message | CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """/hapus_data and its button: what would go, and what would stay."""
    if visitor.person is None:
        await tools.stage.show(event, rights.nothing_kept(visitor.voice))
        return
    await tools.stage.show(event, rights.ask(visitor.voice, has_role=await has_role(visitor, tools)))


async def erase(
    event: CallbackQuery, visitor: Visitor, tools: Tools, state: FSMContext, dialog_manager: DialogManager
) -> None:
    """The destructive button. A second press finds nothing, and says the same."""
    if dialog_manager.current_stack().last_reply_keyboard:
        await _take_keyboard_away(event)
    await tools.privacy.erase(telegram_id=visitor.telegram_id)
    await _forget_conversation(state, dialog_manager)
    await tools.stage.show(event, rights.erased(visitor.voice))


async def _forget_conversation(state: FSMContext, dialog_manager: DialogManager) -> None:
    """Let nothing of the open conversation be written back when this update is done."""
    await dialog_manager.reset_stack(remove_keyboard=False)
    # A stack without windows is still written down for the sake of its last message.
    dialog_manager.current_stack().last_message_id = None
    await state.clear()


async def _take_keyboard_away(event: CallbackQuery) -> None:
    """The keyboard that asks for a phone number. After a tap aiogram-dialog does not know of it."""
    if event.message is not None:
        carrier = await event.message.answer("…", reply_markup=ReplyKeyboardRemove())
        await carrier.delete()


def setup() -> Router:
    """Both commands, and the buttons that do the same."""
    router = Router(name=__name__)
    router.message.filter(in_private)
    router.callback_query.filter(in_private)
    router.message.register(show_data, Command("data_saya", ignore_case=True))
    router.message.register(ask_before_erasing, Command("hapus_data", ignore_case=True))
    router.callback_query.register(show_data, ShowData.filter())
    router.callback_query.register(ask_before_erasing, AskToErase.filter())
    router.callback_query.register(erase, Erase.filter())
    return router
