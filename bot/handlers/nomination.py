"""Organizers rank their applicants by tapping; the draft order is kept in the conversation until it is saved."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.callbacks_nomination import ClearRanks, Nominate, Nominations, RankNext, RankPage, SaveRanks
from bot.chats import in_private
from bot.organizing import nomination
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.enrolment import NominationView
from services.errors import Refusal

DRAFT = "nomination"


async def show_groups(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """The batches that can be ranked."""
    waiting = await tools.nomination.queue(actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, nomination.groups(visitor.voice, waiting))


async def open_one(
    event: CallbackQuery, callback_data: Nominate, visitor: Visitor, tools: Tools, state: FSMContext
) -> None:
    """One batch, with the order as it is kept."""
    view = await _view(callback_data, visitor, tools)
    order = nomination.kept(view)
    await _draft(state, callback_data, order)
    await tools.stage.show(event, nomination.ranking(visitor.voice, view, order, 1))


async def turn(
    event: CallbackQuery, callback_data: RankPage, visitor: Visitor, tools: Tools, state: FSMContext
) -> None:
    """The next page of the same."""
    view = await _view(callback_data, visitor, tools)
    order = await _order(state, callback_data, view)
    await tools.stage.show(event, nomination.ranking(visitor.voice, view, order, callback_data.page))


async def rank_next(
    event: CallbackQuery, callback_data: RankNext, visitor: Visitor, tools: Tools, state: FSMContext
) -> None:
    """Who is tapped comes next, or out."""
    view = await _view(callback_data, visitor, tools)
    order = await _order(state, callback_data, view)
    if callback_data.enrolment in {nominee.enrolment_id for nominee in view.nominees}:
        order = nomination.tapped(order, callback_data.enrolment)
        await _draft(state, callback_data, order)
    await tools.stage.show(event, nomination.ranking(visitor.voice, view, order, callback_data.page))


async def clear(
    event: CallbackQuery, callback_data: ClearRanks, visitor: Visitor, tools: Tools, state: FSMContext
) -> None:
    """Nobody is in the draft order; what is kept stays until it is saved."""
    view = await _view(callback_data, visitor, tools)
    await _draft(state, callback_data, [])
    await tools.stage.show(event, nomination.ranking(visitor.voice, view, [], 1))


async def save(
    event: CallbackQuery, callback_data: SaveRanks, visitor: Visitor, tools: Tools, state: FSMContext
) -> None:
    """Keep the draft order; where an applicant left meanwhile, it is shown again without them."""
    view = await _view(callback_data, visitor, tools)
    order, voice = await _order(state, callback_data, view), visitor.voice
    try:
        count = await tools.nomination.rank(
            batch_id=callback_data.batch,
            agency_id=callback_data.agency,
            actor_telegram_id=visitor.telegram_id,
            order=order,
        )
    except Refusal as refusal:
        if refusal.key != "nomination-changed":
            raise
        await event.answer(voice.plain("refusal-nomination-changed"))
        view = await _view(callback_data, visitor, tools)
        order = await _order(state, callback_data, view)
        await tools.stage.show(event, nomination.ranking(voice, view, order, 1))
        return
    await tools.stage.show(event, nomination.saved(voice, view, count))


Asked = Nominate | RankPage | RankNext | ClearRanks | SaveRanks


async def _view(asked: Asked, visitor: Visitor, tools: Tools) -> NominationView:
    return await tools.nomination.get(
        batch_id=asked.batch, agency_id=asked.agency, actor_telegram_id=visitor.telegram_id
    )


async def _draft(state: FSMContext, asked: Asked, order: list[int]) -> None:
    await state.update_data({DRAFT: {"batch": asked.batch, "agency": asked.agency, "order": order}})


async def _order(state: FSMContext, asked: Asked, view: NominationView) -> list[int]:
    """The draft of this batch, without who left meanwhile; where there is none, the order that is kept."""
    draft: dict[str, Any] = (await state.get_data()).get(DRAFT) or {}
    if (draft.get("batch"), draft.get("agency")) != (asked.batch, asked.agency):
        return nomination.kept(view)
    known = {nominee.enrolment_id for nominee in view.nominees}
    return [enrolment for enrolment in draft["order"] if enrolment in known]


def setup() -> Router:
    """The buttons of nominations; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    router.callback_query.register(show_groups, Nominations.filter())
    router.callback_query.register(open_one, Nominate.filter())
    router.callback_query.register(turn, RankPage.filter())
    router.callback_query.register(rank_next, RankNext.filter())
    router.callback_query.register(clear, ClearRanks.filter())
    router.callback_query.register(save, SaveRanks.filter())
    return router
