"""The superior's recommendation: the letter as the person hands it in, or the superior's own tap."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.albums import settle
from bot.browse.phrases import safe
from bot.callbacks_recommendation import AnswerAsked, SeeOwnLetter, SendToSuperior, UploadLetter
from bot.chats import in_private
from bot.dialogs.letter import ask_for_letter
from bot.enrolment.opening import enrolment_screen
from bot.handlers.browse import username_of
from bot.recommendation import asking, letters
from bot.recommendation.files import send_letter
from bot.recommendation.letters import is_awaited, not_asked_for
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import Refusal


async def upload(
    event: CallbackQuery, callback_data: UploadLetter, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Unggah surat]: asks for the file, where one is awaited still."""
    enrolment_id = callback_data.enrolment
    view = await tools.enrolment.own(telegram_id=visitor.telegram_id, enrolment_id=enrolment_id)
    if is_awaited(view.line, tools.now()):
        await ask_for_letter(dialog_manager, enrolment_id)
        return
    await event.answer(visitor.voice.plain("letter-not-awaited"))
    await tools.stage.show(event, await enrolment_screen(enrolment_id, visitor, tools))


async def see_own(event: CallbackQuery, callback_data: SeeOwnLetter, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """[Lihat surat]: the own letter again, and the screen below it."""
    enrolment_id = callback_data.enrolment
    view = await tools.enrolment.own(telegram_id=visitor.telegram_id, enrolment_id=enrolment_id)
    if view.line.letter_file is not None:
        await send_letter(bot, visitor.telegram_id, view.line.letter_file, safe(view.line.title))
    await tools.stage.show(event, await enrolment_screen(enrolment_id, visitor, tools))


async def send_to_superior(
    event: CallbackQuery, callback_data: SendToSuperior, visitor: Visitor, tools: Tools, bot: Bot
) -> None:
    """[Kirim ke atasan]: the message to pass on, and what to do with it below."""
    enrolment_id, voice = callback_data.enrolment, visitor.voice
    try:
        link = await tools.recommendation.ask_superior(telegram_id=visitor.telegram_id, enrolment_id=enrolment_id)
    except Refusal as refusal:
        await tools.stage.show(event, letters.refused(voice, refusal, enrolment_id))
        return
    username = await username_of(bot)
    await tools.stage.add(event, asking.to_pass_on(voice, link, username))
    await tools.stage.show(event, asking.made(voice, link, username))


async def answer(event: CallbackQuery, callback_data: AnswerAsked, visitor: Visitor, tools: Tools) -> None:
    """The superior's tap."""
    given = {"yes": True, "no": False, "other": None}[callback_data.answer]
    done = await tools.recommendation.answer(token=callback_data.token, telegram_id=visitor.telegram_id, given=given)
    await tools.stage.show(event, asking.answered(visitor.voice, done))


async def unasked(message: Message, visitor: Visitor, tools: Tools, state: FSMContext) -> None:
    """A file that nobody asked for, perhaps a letter: the way to hand one in, where any is awaited."""
    views = await tools.enrolment.mine(telegram_id=visitor.telegram_id) if visitor.person else ()
    awaited = [view.line for view in views if is_awaited(view.line, tools.now())]
    if not awaited:
        raise SkipHandler
    await settle(message, state)
    await tools.stage.show(message, not_asked_for(visitor.voice, awaited))


def setup() -> Router:
    """The buttons around letters; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    router.callback_query.register(upload, UploadLetter.filter())
    router.callback_query.register(see_own, SeeOwnLetter.filter())
    router.callback_query.register(send_to_superior, SendToSuperior.filter())
    router.callback_query.register(answer, AnswerAsked.filter())
    return router


def setup_unasked() -> Router:
    """Files outside the question for a letter. Must come after the dialogs."""
    router = Router(name=f"{__name__}.unasked")
    router.message.register(unasked, in_private, F.document | F.photo)
    return router
