"""Organizers of the host look at recommendations, one at a time; the use cases ask at every press who may."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.callbacks_recommendation import Approve, DoNotApprove, SeeLetter, ShowRecommendation, SkipRecommendation
from bot.chats import in_private
from bot.dialogs.returning import ask_for_reason
from bot.handlers.kelola import open_kelola
from bot.recommendation import screens
from bot.recommendation.files import send_letter
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.enrolment import RecommendationView
from services.errors import Refusal


async def show(event: CallbackQuery, callback_data: ShowRecommendation, visitor: Visitor, tools: Tools) -> None:
    """A recommendation, or the first that waits."""
    await _show(event, callback_data.enrolment, visitor, tools)


async def skip(event: CallbackQuery, callback_data: SkipRecommendation, visitor: Visitor, tools: Tools) -> None:
    """The one after this; after the last comes the first."""
    queue = await tools.recommendation.queue(actor_telegram_id=visitor.telegram_id)
    here = callback_data.enrolment
    following = queue[(queue.index(here) + 1) % len(queue)] if here in queue else 0
    await _show(event, following, visitor, tools)


async def approve(event: CallbackQuery, callback_data: Approve, visitor: Visitor, tools: Tools) -> None:
    """[Setujui]: a seat or a place in line, unless a colleague decided before or another letter came."""
    number = callback_data.enrolment
    try:
        done = await tools.recommendation.review(
            enrolment_id=number, actor_telegram_id=visitor.telegram_id, approved=True, seen=callback_data.mark
        )
    except Refusal as refusal:
        if refusal.key != "recommendation-changed":
            raise
        await _show_changed(event, await _view(number, visitor, tools), visitor, tools)
        return
    view = await _view(number, visitor, tools)
    if done.again:
        await _show_changed(event, view, visitor, tools)
        return
    await tools.stage.show(event, screens.approved(visitor.voice, view, done))


async def do_not_approve(
    event: CallbackQuery, callback_data: DoNotApprove, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Tolak dengan alasan]: asks for the reason, where this letter still waits."""
    view = await _view(callback_data.enrolment, visitor, tools)
    if view.mark and view.mark == callback_data.mark:
        await ask_for_reason(dialog_manager, view.line.id, view.mark)
        return
    await _show_changed(event, view, visitor, tools)


async def see_letter(event: CallbackQuery, callback_data: SeeLetter, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """[Lihat surat]: the file, and the recommendation below it."""
    view = await _view(callback_data.enrolment, visitor, tools)
    if view.mark and view.line.letter_file is not None:
        caption = visitor.voice.html("recommendation-letter", name=view.name, title=view.line.title)
        await send_letter(bot, visitor.telegram_id, view.line.letter_file, caption)
    await tools.stage.show(event, screens.request(visitor.voice, view))


async def _show(event: CallbackQuery, number: int, visitor: Visitor, tools: Tools) -> None:
    if not number:
        queue = await tools.recommendation.queue(actor_telegram_id=visitor.telegram_id)
        if not queue:
            await open_kelola(event, visitor, tools)
            return
        number = queue[0]
    await tools.stage.show(event, screens.request(visitor.voice, await _view(number, visitor, tools)))


async def _show_changed(event: CallbackQuery, view: RecommendationView, visitor: Visitor, tools: Tools) -> None:
    """Somebody was faster: the colleague who decided, or the person with another letter."""
    voice = visitor.voice
    await event.answer(voice.plain("recommendation-newer") if view.mark else screens.faster(voice, view))
    await tools.stage.show(event, screens.request(voice, view))


async def _view(number: int, visitor: Visitor, tools: Tools) -> RecommendationView:
    return await tools.recommendation.get(enrolment_id=number, actor_telegram_id=visitor.telegram_id)


def setup() -> Router:
    """The organizers' buttons; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    router.callback_query.register(show, ShowRecommendation.filter())
    router.callback_query.register(skip, SkipRecommendation.filter())
    router.callback_query.register(approve, Approve.filter())
    router.callback_query.register(do_not_approve, DoNotApprove.filter())
    router.callback_query.register(see_letter, SeeLetter.filter())
    return router
