"""Planning trainings: the room, lists, an agency's drafts. The use cases ask at every press who may."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.callbacks_planning import (
    EditField,
    NewDraft,
    PlanRoom,
    Plans,
    RecallPlan,
    ShowPlan,
    ShowSurvey,
    SubmitPlan,
)
from bot.chats import in_private
from bot.dialogs.drafting import ask_for_field, begin_draft
from bot.organizing.planning import room
from bot.organizing.planning.opening import STALE, plan_screen, room_screen
from bot.organizing.planning.phrases import fields_told
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import NotAllowed, Refusal
from services.planning import Act


async def show_room(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """[Rencana pelatihan]."""
    await tools.stage.show(event, await room_screen(visitor, tools))


async def show_list(event: CallbackQuery, callback_data: Plans, visitor: Visitor, tools: Tools) -> None:
    """One of the lists."""
    which = callback_data.which
    plans = await tools.planning.list(which=which, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, room.listed(visitor.voice, which, plans, callback_data.page))


async def show_plan(event: CallbackQuery, callback_data: ShowPlan, visitor: Visitor, tools: Tools) -> None:
    """A training, or a part of what there is to it."""
    await tools.stage.show(event, await plan_screen(callback_data.training, visitor, tools, callback_data.part))


async def new_draft(
    event: CallbackQuery, callback_data: NewDraft, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Buat rancangan]; who has several agencies is asked for which."""
    agencies = await tools.planning.agencies(actor_telegram_id=visitor.telegram_id)
    numbers = {agency.id for agency in agencies}
    if not numbers or (callback_data.agency and callback_data.agency not in numbers):
        raise NotAllowed
    if callback_data.agency or len(numbers) == 1:
        await begin_draft(dialog_manager, callback_data.agency or agencies[0].id)
        return
    await tools.stage.show(event, room.choose_agency(visitor.voice, agencies))


async def edit_field(
    event: CallbackQuery, callback_data: EditField, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """Ask for a field; where the draft can be changed no more, it is shown as it is now."""
    number = callback_data.training
    view = await tools.planning.get(training_id=number, actor_telegram_id=visitor.telegram_id)
    if Act.EDIT in view.acts:
        await ask_for_field(dialog_manager, number, callback_data.field, walk=callback_data.walk)
        return
    await show_now(event, Refusal("plan-moved-on"), number, visitor, tools)


async def submit(event: CallbackQuery, callback_data: SubmitPlan, visitor: Visitor, tools: Tools) -> None:
    """[Ajukan ke Sekber]; all that is missing is named at once."""
    number, voice = callback_data.training, visitor.voice
    try:
        missing = await tools.planning.submit(training_id=number, actor_telegram_id=visitor.telegram_id)
    except Refusal as refusal:
        await show_now(event, refusal, number, visitor, tools)
        return
    if missing:
        await event.answer(voice.plain("plan-not-submitted", fields=fields_told(voice, missing)), show_alert=True)
    done = None if missing else voice.html("plan-submitted")
    await tools.stage.show(event, await plan_screen(number, visitor, tools, done=done))


async def recall(event: CallbackQuery, callback_data: RecallPlan, visitor: Visitor, tools: Tools) -> None:
    """[Tarik pengajuan]."""
    number = callback_data.training
    try:
        await tools.planning.recall(training_id=number, actor_telegram_id=visitor.telegram_id)
    except Refusal as refusal:
        await show_now(event, refusal, number, visitor, tools)
        return
    await tools.stage.show(event, await plan_screen(number, visitor, tools, done=visitor.voice.html("plan-recalled")))


async def show_survey(event: CallbackQuery, callback_data: ShowSurvey, visitor: Visitor, tools: Tools) -> None:
    """[Usulan pegawai]."""
    own = callback_data.own
    found = await tools.planning.survey(actor_telegram_id=visitor.telegram_id, own=own)
    await tools.stage.show(event, room.survey(visitor.voice, found, own=own, page=callback_data.page))


async def show_now(event: CallbackQuery, refusal: Refusal, training_id: int, visitor: Visitor, tools: Tools) -> None:
    """Somebody was faster: say so, and show the training as it is now. Other refusals go on as they are."""
    if refusal.key not in STALE:
        raise refusal
    await event.answer(visitor.voice.plain(f"refusal-{refusal.key}", **refusal.values))
    try:
        screen = await plan_screen(training_id, visitor, tools)
    except Refusal:  # it is not theirs to see any more
        screen = await room_screen(visitor, tools)
    await tools.stage.show(event, screen)


def setup() -> Router:
    """The planners' buttons; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    router.callback_query.register(show_room, PlanRoom.filter())
    router.callback_query.register(show_list, Plans.filter())
    router.callback_query.register(show_plan, ShowPlan.filter())
    router.callback_query.register(new_draft, NewDraft.filter())
    router.callback_query.register(edit_field, EditField.filter())
    router.callback_query.register(submit, SubmitPlan.filter())
    router.callback_query.register(recall, RecallPlan.filter())
    router.callback_query.register(show_survey, ShowSurvey.filter())
    return router
