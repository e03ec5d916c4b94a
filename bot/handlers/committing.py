"""Seats, a host, and publishing a training that was accepted."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.callbacks_planning import AskSeats, ChooseHost, MakeHost, OfferHost, PublishPlan, TakeSeats, TypeSeats
from bot.chats import in_private
from bot.dialogs.seat_number import ask_for_number
from bot.handlers.planning import show_now
from bot.organizing.planning import plan
from bot.organizing.planning.opening import plan_screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import NotAllowed, Refusal
from services.planning import Act


async def ask_seats(event: CallbackQuery, callback_data: AskSeats, visitor: Visitor, tools: Tools) -> None:
    """[Sanggupi kursi]: how many; who has several agencies is asked for which."""
    number, who = callback_data.training, visitor.telegram_id
    view = await tools.planning.get(training_id=number, actor_telegram_id=who)
    if Act.COMMIT not in view.acts:
        await show_now(event, Refusal("plan-moved-on"), number, visitor, tools)
        return
    agencies = await tools.planning.agencies(actor_telegram_id=who)
    wanted = [one for one in agencies if callback_data.agency in {0, one.id}]
    if not wanted:
        raise NotAllowed
    screen = (
        plan.ask_seats(visitor.voice, view, wanted[0])
        if len(wanted) == 1
        else plan.seats_for(visitor.voice, view, wanted)
    )
    await tools.stage.show(event, screen)


async def take_seats(event: CallbackQuery, callback_data: TakeSeats, visitor: Visitor, tools: Tools) -> None:
    """So many."""
    number, seats = callback_data.training, callback_data.seats
    try:
        await tools.planning.commit(
            training_id=number, actor_telegram_id=visitor.telegram_id, agency_id=callback_data.agency, seats=seats
        )
    except Refusal as refusal:
        await show_now(event, refusal, number, visitor, tools)
        return
    done = visitor.voice.html("seats-taken" if seats else "seats-given-back", count=seats)
    await tools.stage.show(event, await plan_screen(number, visitor, tools, done=done))


async def type_seats(
    event: CallbackQuery, callback_data: TypeSeats, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Angka lain]."""
    view = await tools.planning.get(training_id=callback_data.training, actor_telegram_id=visitor.telegram_id)
    if Act.COMMIT not in view.acts:
        await show_now(event, Refusal("plan-moved-on"), callback_data.training, visitor, tools)
        return
    await ask_for_number(dialog_manager, callback_data.training, callback_data.agency)


async def offer_host(event: CallbackQuery, callback_data: OfferHost, visitor: Visitor, tools: Tools) -> None:
    """[Siap tuan rumah], for the own agencies that take seats."""
    number, who = callback_data.training, visitor.telegram_id
    try:
        view = await tools.planning.get(training_id=number, actor_telegram_id=who)
        ready = [one.agency.id for one in view.commitments if one.agency.id in view.own and not one.is_host]
        if not ready:
            raise Refusal("host-no-seats")
        for agency_id in ready:
            await tools.planning.offer(training_id=number, actor_telegram_id=who, agency_id=agency_id)
    except Refusal as refusal:
        await show_now(event, refusal, number, visitor, tools)
        return
    done = visitor.voice.html("host-offered")
    await tools.stage.show(event, await plan_screen(number, visitor, tools, done=done))


async def choose_host(event: CallbackQuery, callback_data: ChooseHost, visitor: Visitor, tools: Tools) -> None:
    """[Pilih tuan rumah]."""
    view = await tools.planning.get(training_id=callback_data.training, actor_telegram_id=visitor.telegram_id)
    if Act.HOST not in view.acts:
        await show_now(event, Refusal("plan-moved-on"), callback_data.training, visitor, tools)
        return
    await tools.stage.show(event, plan.choose_host(visitor.voice, view))


async def make_host(event: CallbackQuery, callback_data: MakeHost, visitor: Visitor, tools: Tools) -> None:
    """[Jadikan tuan rumah]."""
    number = callback_data.training
    try:
        await tools.planning.host(
            training_id=number, actor_telegram_id=visitor.telegram_id, agency_id=callback_data.agency
        )
    except Refusal as refusal:
        await show_now(event, refusal, number, visitor, tools)
        return
    done = visitor.voice.html("host-made")
    await tools.stage.show(event, await plan_screen(number, visitor, tools, done=done))


async def publish(event: CallbackQuery, callback_data: PublishPlan, visitor: Visitor, tools: Tools) -> None:
    """[Terbitkan]."""
    number = callback_data.training
    try:
        await tools.planning.publish(training_id=number, actor_telegram_id=visitor.telegram_id)
    except Refusal as refusal:
        await show_now(event, refusal, number, visitor, tools)
        return
    done = visitor.voice.html("plan-published")
    await tools.stage.show(event, await plan_screen(number, visitor, tools, done=done))


def setup() -> Router:
    """The buttons of accepted trainings; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    router.callback_query.register(ask_seats, AskSeats.filter())
    router.callback_query.register(take_seats, TakeSeats.filter())
    router.callback_query.register(type_seats, TypeSeats.filter())
    router.callback_query.register(offer_host, OfferHost.filter())
    router.callback_query.register(choose_host, ChooseHost.filter())
    router.callback_query.register(make_host, MakeHost.filter())
    router.callback_query.register(publish, PublishPlan.filter())
    return router
