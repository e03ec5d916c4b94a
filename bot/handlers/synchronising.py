"""The secretariat's queue, and merging two drafts: proposing it, answering it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.callbacks_planning import (
    AcceptPlans,
    ChooseMerge,
    MakeMerge,
    ReturnPlan,
    Review,
    ShowMerge,
    SideBySide,
    TakeMerge,
)
from bot.chats import in_private
from bot.dialogs.remark import ask_for_remark
from bot.handlers.planning import show_now
from bot.organizing.planning import pair
from bot.organizing.planning.opening import (
    STALE,
    merge_screen,
    plan_screen,
    review_screen,
    room_screen,
)
from bot.roles import count_drafts
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import Refusal
from services.planning import Act


async def review(event: CallbackQuery, callback_data: Review, visitor: Visitor, tools: Tools) -> None:
    """A submitted draft, or the one after it."""
    screen = await review_screen(
        callback_data.training, visitor, tools, beside=callback_data.beside, skip=callback_data.skip
    )
    await tools.stage.show(event, screen)


async def accept(event: CallbackQuery, callback_data: AcceptPlans, visitor: Visitor, tools: Tools) -> None:
    """[Terima], [Terima keduanya]."""
    numbers = tuple(number for number in (callback_data.training, callback_data.other) if number)
    try:
        await tools.planning.accept(training_ids=numbers, actor_telegram_id=visitor.telegram_id)
    except Refusal as refusal:
        await show_now(event, refusal, callback_data.training, visitor, tools)
        return
    more = bool(await count_drafts(visitor, tools))
    text = visitor.voice.html("plans-accepted", count=len(numbers))
    await tools.stage.show(event, pair.decided(visitor.voice, text, more))


async def return_(
    event: CallbackQuery, callback_data: ReturnPlan, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Kembalikan]: asks for the remark, where the draft still waits."""
    number = callback_data.training
    view = await tools.planning.get(training_id=number, actor_telegram_id=visitor.telegram_id)
    if Act.RETURN in view.acts:
        await ask_for_remark(dialog_manager, number)
        return
    await show_now(event, Refusal("plan-moved-on"), number, visitor, tools)


async def compare(event: CallbackQuery, callback_data: SideBySide, visitor: Visitor, tools: Tools) -> None:
    """[Bandingkan isi]."""
    found = await tools.planning.compare(
        first_id=callback_data.first, second_id=callback_data.second, actor_telegram_id=visitor.telegram_id
    )
    await tools.stage.show(event, pair.compare(visitor.voice, found))


async def choose_merge(event: CallbackQuery, callback_data: ChooseMerge, visitor: Visitor, tools: Tools) -> None:
    """[Usulkan digabung]: which of the two goes on?"""
    found = await tools.planning.compare(
        first_id=callback_data.first, second_id=callback_data.second, actor_telegram_id=visitor.telegram_id
    )
    await tools.stage.show(event, pair.choose(visitor.voice, found))


async def propose(event: CallbackQuery, callback_data: MakeMerge, visitor: Visitor, tools: Tools) -> None:
    """The proposal goes to both owners."""
    kept, merged = callback_data.kept, callback_data.merged
    try:
        await tools.planning.propose(kept_id=kept, merged_id=merged, actor_telegram_id=visitor.telegram_id)
    except Refusal as refusal:
        await show_now(event, refusal, kept, visitor, tools)
        return
    more = bool(await count_drafts(visitor, tools))
    await tools.stage.show(event, pair.decided(visitor.voice, visitor.voice.html("merge-sent"), more))


async def show_merge(event: CallbackQuery, callback_data: ShowMerge, visitor: Visitor, tools: Tools) -> None:
    """[Lihat usulan]; one that is over is told so."""
    try:
        screen = await merge_screen(callback_data.proposal, visitor, tools)
    except Refusal as refusal:
        await _over(event, refusal, visitor, tools)
        return
    await tools.stage.show(event, screen)


async def answer(event: CallbackQuery, callback_data: TakeMerge, visitor: Visitor, tools: Tools) -> None:
    """[Setuju digabung], [Pertahankan]."""
    number, who = callback_data.proposal, visitor.telegram_id
    try:
        before = await tools.planning.merge(proposal_id=number, actor_telegram_id=who)
        state = await tools.planning.answer(proposal_id=number, actor_telegram_id=who, agrees=callback_data.agrees)
    except Refusal as refusal:
        await _over(event, refusal, visitor, tools)
        return
    if state == "open":
        await tools.stage.show(event, await merge_screen(number, visitor, tools))
        return
    own = {agency.id for agency in await tools.planning.agencies(actor_telegram_id=who)}
    first, second = before.pair.first.plan, before.pair.second.plan
    shown = first if state == "agreed" or first.agency.id in own else second
    done = visitor.voice.html(f"merge-{state}")
    await tools.stage.show(event, await plan_screen(shown.id, visitor, tools, done=done))


async def _over(event: CallbackQuery, refusal: Refusal, visitor: Visitor, tools: Tools) -> None:
    if refusal.key not in STALE:
        raise refusal
    await event.answer(visitor.voice.plain(f"refusal-{refusal.key}", **refusal.values))
    await tools.stage.show(event, await room_screen(visitor, tools))


def setup() -> Router:
    """The secretariat's buttons, and those of who answers it; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    router.callback_query.register(review, Review.filter())
    router.callback_query.register(accept, AcceptPlans.filter())
    router.callback_query.register(return_, ReturnPlan.filter())
    router.callback_query.register(compare, SideBySide.filter())
    router.callback_query.register(choose_merge, ChooseMerge.filter())
    router.callback_query.register(propose, MakeMerge.filter())
    router.callback_query.register(show_merge, ShowMerge.filter())
    router.callback_query.register(answer, TakeMerge.filter())
    return router
