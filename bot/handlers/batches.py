"""The organizers' room for batches. Rights are asked by the use cases, at every press."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.callbacks_batches import (
    AdjustPools,
    AskToCancel,
    AskToClose,
    Batches,
    BeginBatch,
    ChangeField,
    ChooseTraining,
    CloseNow,
    KeepPlan,
    PublishNow,
    ShareByHand,
    ShowBatch,
    ShowDetails,
    ShowPlan,
    ShowSeatRules,
    SwitchRecommendation,
)
from bot.chats import in_private
from bot.dialogs import batch_cancel, batch_form, batch_seats
from bot.organizing.batches import plans, screens
from bot.toolbox import Tools
from bot.visitor import Visitor
from bot.words import Html
from services.batches import BatchView, reserves_of
from services.errors import Refusal
from services.seats import Method


async def show_list(event: CallbackQuery, callback_data: Batches, visitor: Visitor, tools: Tools) -> None:
    """[Angkatan]: the own batches."""
    page = await tools.batches.list(
        actor_telegram_id=visitor.telegram_id, page=callback_data.page, size=screens.PAGE_SIZE
    )
    await tools.stage.show(event, screens.batches(visitor.voice, page, tools.now()))


async def show_one(event: CallbackQuery, callback_data: ShowBatch, visitor: Visitor, tools: Tools) -> None:
    """One batch."""
    await _show(event, await _view(callback_data.batch, visitor, tools), visitor, tools)


async def show_details(event: CallbackQuery, callback_data: ShowDetails, visitor: Visitor, tools: Tools) -> None:
    """Its days and people."""
    view = await _live(callback_data.batch, visitor, tools)
    await tools.stage.show(event, screens.details(visitor.voice, view, tools.now()))


async def show_seat_rules(event: CallbackQuery, callback_data: ShowSeatRules, visitor: Visitor, tools: Tools) -> None:
    """Its seats."""
    view = await _live(callback_data.batch, visitor, tools)
    await tools.stage.show(event, screens.seat_rules(visitor.voice, view, tools.now()))


async def choose_training(event: CallbackQuery, callback_data: ChooseTraining, visitor: Visitor, tools: Tools) -> None:
    """[Buat angkatan]: of which training."""
    page = await tools.batches.trainings(
        actor_telegram_id=visitor.telegram_id, page=callback_data.page, size=screens.PAGE_SIZE
    )
    await tools.stage.show(event, screens.choose_training(visitor.voice, page))


async def begin(
    event: CallbackQuery, callback_data: BeginBatch, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """The form, from its first question."""
    training, host = callback_data.training, callback_data.host
    await tools.batches.training(actor_telegram_id=visitor.telegram_id, training_id=training, host_id=host)
    await batch_form.begin(dialog_manager, training, host)


async def change(
    event: CallbackQuery, callback_data: ChangeField, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """One question of the form."""
    await _live(callback_data.batch, visitor, tools)
    await batch_form.change(dialog_manager, callback_data.batch, callback_data.field)


async def switch_recommendation(
    event: CallbackQuery, callback_data: SwitchRecommendation, visitor: Visitor, tools: Tools
) -> None:
    """Needed, or not."""
    await tools.batches.edit(
        batch_id=callback_data.batch, actor_telegram_id=visitor.telegram_id, needs_recommendation=callback_data.on
    )
    view = await _view(callback_data.batch, visitor, tools)
    await tools.stage.show(event, screens.details(visitor.voice, view, tools.now()))


async def show_plan(event: CallbackQuery, callback_data: ShowPlan, visitor: Visitor, tools: Tools) -> None:
    """The rules, or the plan that one of them makes."""
    view = await _live(callback_data.batch, visitor, tools)
    if not callback_data.rule:
        await tools.stage.show(event, plans.choose_rule(visitor.voice, view))
        return
    plan = await tools.batches.preview(
        batch_id=callback_data.batch,
        actor_telegram_id=visitor.telegram_id,
        method=Method(callback_data.rule),
        reserves=reserves_of(regional=callback_data.regional, new_provinces=callback_data.extra),
    )
    await tools.stage.show(event, plans.preview(visitor.voice, view, plan, callback_data))


async def keep_plan(event: CallbackQuery, callback_data: KeepPlan, visitor: Visitor, tools: Tools) -> None:
    """[Pakai pembagian ini]: the plan as it was shown."""
    await tools.batches.plan(
        batch_id=callback_data.batch,
        actor_telegram_id=visitor.telegram_id,
        method=Method(callback_data.rule),
        reserves=reserves_of(regional=callback_data.regional, new_provinces=callback_data.extra),
    )
    view = await _view(callback_data.batch, visitor, tools)
    note = visitor.voice.html("batch-plan-kept")
    if view.batch.is_draft:
        await _show(event, view, visitor, tools, note)
        return
    await tools.stage.show(event, screens.seat_rules(visitor.voice, view, tools.now(), note))


async def share_by_hand(
    event: CallbackQuery, callback_data: ShareByHand, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """Each province's seats in a text."""
    view = await _live(callback_data.batch, visitor, tools)
    if view.is_used:
        raise Refusal("seats-in-use")
    await batch_seats.share_by_hand(dialog_manager, callback_data.batch)


async def adjust(
    event: CallbackQuery, callback_data: AdjustPools, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """Seats from one pool to another."""
    view = await _live(callback_data.batch, visitor, tools)
    if view.table is None:
        raise Refusal("seats-unlimited")
    await batch_seats.adjust(dialog_manager, callback_data.batch)


async def publish(event: CallbackQuery, callback_data: PublishNow, visitor: Visitor, tools: Tools) -> None:
    """[Terbitkan]: what is missing is said by the screen itself."""
    try:
        done = await tools.batches.publish(batch_id=callback_data.batch, actor_telegram_id=visitor.telegram_id)
    except Refusal as refusal:
        if refusal.key != "batch-not-ready":
            raise
        await event.answer(visitor.voice.plain("refusal-batch-not-ready"), show_alert=True)
        await _show(event, await _view(callback_data.batch, visitor, tools), visitor, tools)
        return
    if not done:
        await event.answer(visitor.voice.plain("batch-published-again"))
    note = visitor.voice.html("batch-published") if done else None
    await _show(event, await _view(callback_data.batch, visitor, tools), visitor, tools, note)


async def ask_to_close(event: CallbackQuery, callback_data: AskToClose, visitor: Visitor, tools: Tools) -> None:
    """What closing early means; nothing more where it is closed."""
    view = await _live(callback_data.batch, visitor, tools)
    batch = view.batch
    if not batch.registration_opens_at <= tools.now() < batch.registration_closes_at or not batch.is_published:
        await _show(event, view, visitor, tools)
        return
    await tools.stage.show(event, screens.ask_to_close(visitor.voice, view))


async def close(event: CallbackQuery, callback_data: CloseNow, visitor: Visitor, tools: Tools) -> None:
    """[Tutup pendaftaran]."""
    done = await tools.batches.close(batch_id=callback_data.batch, actor_telegram_id=visitor.telegram_id)
    note = visitor.voice.html("batch-closed-now") if done else None
    await _show(event, await _view(callback_data.batch, visitor, tools), visitor, tools, note)


async def ask_to_cancel(
    event: CallbackQuery, callback_data: AskToCancel, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Batalkan angkatan]: why first."""
    view = await _live(callback_data.batch, visitor, tools)
    if tools.now() >= view.batch.starts_at:
        raise Refusal("batch-started")
    await batch_cancel.ask_why(dialog_manager, callback_data.batch)


async def _view(batch_id: int, visitor: Visitor, tools: Tools) -> BatchView:
    return await tools.batches.get(batch_id=batch_id, actor_telegram_id=visitor.telegram_id)


async def _live(batch_id: int, visitor: Visitor, tools: Tools) -> BatchView:
    view = await _view(batch_id, visitor, tools)
    if view.batch.is_cancelled:
        raise Refusal("batch-cancelled")
    return view


async def _show(
    event: CallbackQuery, view: BatchView, visitor: Visitor, tools: Tools, note: Html | None = None
) -> None:
    await tools.stage.show(event, screens.one(visitor.voice, view, tools.now(), note))


def setup() -> Router:
    """The buttons behind [Angkatan] in /kelola; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    for form, handler in (
        (Batches, show_list),
        (ShowBatch, show_one),
        (ShowDetails, show_details),
        (ShowSeatRules, show_seat_rules),
        (ChooseTraining, choose_training),
        (BeginBatch, begin),
        (ChangeField, change),
        (SwitchRecommendation, switch_recommendation),
        (ShowPlan, show_plan),
        (KeepPlan, keep_plan),
        (ShareByHand, share_by_hand),
        (AdjustPools, adjust),
        (PublishNow, publish),
        (AskToClose, ask_to_close),
        (CloseNow, close),
        (AskToCancel, ask_to_cancel),
    ):
        router.callback_query.register(handler, form.filter())
    return router
