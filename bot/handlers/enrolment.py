"""Seats: enrolling, own enrolments, leaving, offers. Everything is looked up anew: a button proves nothing."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.callbacks_enrolment import (
    Accept,
    AskToDecline,
    AskToEnrol,
    AskToLeave,
    Decline,
    EnrolIn,
    Leave,
    Mine,
    ShowEnrolment,
    ShowOffer,
    ShowSeats,
)
from bot.callbacks_work import ChangeWork
from bot.chats import in_private
from bot.dialogs.work import ask_for_work
from bot.enrolment import offers, standing
from bot.enrolment import work as works
from bot.enrolment.opening import (
    ask_to_enrol_screen,
    enrol_screen,
    enrolment_screen,
    lapsed_screen,
    mine_screen,
    missing_work,
    offer_screen,
    seats_screen,
)
from bot.handlers.places import RETURN_TO
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.catalogue import share_payload
from services.enrolment import State
from services.enrolment.mine import Offer
from services.errors import Refusal


async def by_command(message: Message, visitor: Visitor, tools: Tools) -> None:
    """/saya: the own enrolments."""
    await tools.stage.show(message, await mine_screen(Mine(), visitor, tools))


async def show_mine(event: CallbackQuery, callback_data: Mine, visitor: Visitor, tools: Tools) -> None:
    """The own enrolments."""
    await tools.stage.show(event, await mine_screen(callback_data, visitor, tools))


async def show_one(event: CallbackQuery, callback_data: ShowEnrolment, visitor: Visitor, tools: Tools) -> None:
    """One own enrolment; another's is as unknown as one that is not there."""
    await tools.stage.show(event, await enrolment_screen(callback_data.enrolment, visitor, tools))


async def show_seats(event: CallbackQuery, callback_data: ShowSeats, visitor: Visitor, tools: Tools) -> None:
    """How the seats are shared."""
    await tools.stage.show(event, await seats_screen(callback_data, visitor, tools))


async def ask_to_enrol(
    event: CallbackQuery, callback_data: AskToEnrol, visitor: Visitor, tools: Tools, state: FSMContext
) -> None:
    """What enrolling would mean. Whoever has to introduce themselves first comes back to this training."""
    if not visitor.is_verified:
        await state.update_data({RETURN_TO: share_payload(callback_data.batch)})
    await tools.stage.show(event, await ask_to_enrol_screen(callback_data, visitor, tools))


async def enrol(
    event: CallbackQuery,
    callback_data: EnrolIn,
    visitor: Visitor,
    tools: Tools,
    state: FSMContext,
    dialog_manager: DialogManager,
) -> None:
    """A seat, a place in line, or why not, in the same message; what a letter needs and nobody knows is asked first."""
    batch = callback_data.batch
    if not visitor.is_verified:
        await ask_to_enrol(event, AskToEnrol(batch=batch), visitor, tools, state)
        return
    if missing := await missing_work(batch, visitor, tools):
        await ask_for_work(dialog_manager, missing[0], batch, enrolling=True)
        return
    toast, screen = await enrol_screen(batch, visitor, tools)
    if toast:
        await event.answer(toast)
    await tools.stage.show(event, screen)


async def change_work(
    event: CallbackQuery, callback_data: ChangeWork, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Ubah data]: the own unit and superior, one at a time."""
    if not visitor.is_verified:
        raise Refusal("enrol-unverified")
    if callback_data.what:
        await ask_for_work(dialog_manager, callback_data.what, callback_data.batch, enrolling=False)
        return
    work = await tools.work.get(telegram_id=visitor.telegram_id)
    await tools.stage.show(event, works.change(visitor.voice, work, callback_data.batch))


async def ask_to_leave(event: CallbackQuery, callback_data: AskToLeave, visitor: Visitor, tools: Tools) -> None:
    """For a sure seat the reason first; then what leaving means."""
    await tools.stage.show(event, await _leaving_screen(callback_data, visitor, tools))


async def leave(event: CallbackQuery, callback_data: Leave, visitor: Visitor, tools: Tools) -> None:
    """Give it back; what was free goes to the next in line at once."""
    enrolment, why = callback_data.enrolment, callback_data.why
    # Organizers read the reason: it is kept in Indonesian.
    reason = tools.words.voice("id", None).plain(f"reason-{why}") if why else None
    try:
        done = await tools.enrolment.cancel(telegram_id=visitor.telegram_id, enrolment_id=enrolment, reason=reason)
    except Refusal as refusal:
        if refusal.key not in {"reason-missing", "cancel-too-late"}:
            raise
        await ask_to_leave(event, AskToLeave(enrolment=enrolment), visitor, tools)
        return
    if not done.changed:
        await tools.stage.show(event, await enrolment_screen(enrolment, visitor, tools))
        return
    view = await tools.enrolment.own(telegram_id=visitor.telegram_id, enrolment_id=enrolment)
    await tools.stage.show(event, standing.left(visitor.voice, view, done))


async def show_offer(event: CallbackQuery, callback_data: ShowOffer, visitor: Visitor, tools: Tools) -> None:
    """An offer as it is now."""
    offer = await _own_offer(callback_data.offer, visitor, tools)
    await tools.stage.show(event, await offer_screen(offer, visitor, tools))


async def accept(event: CallbackQuery, callback_data: Accept, visitor: Visitor, tools: Tools) -> None:
    """Take the seat; an overlapping one is swapped only after a screen that says so."""
    try:
        done = await tools.enrolment.accept(
            telegram_id=visitor.telegram_id, offer_id=callback_data.offer, swap=callback_data.swap
        )
    except Refusal as refusal:
        await tools.stage.show(event, await _not_accepted(refusal, callback_data.offer, visitor, tools))
        return
    if done.again:
        await event.answer(visitor.voice.plain("enrol-again-seat"))
    await tools.stage.show(event, await enrolment_screen(done.enrolment_id, visitor, tools, new=True))


async def ask_to_decline(event: CallbackQuery, callback_data: AskToDecline, visitor: Visitor, tools: Tools) -> None:
    """What declining means, while the offer is open."""
    offer = await _own_offer(callback_data.offer, visitor, tools)
    if offer.state != "open" or tools.now() >= offer.deadline_at:
        await tools.stage.show(event, await offer_screen(offer, visitor, tools))
        return
    view = await tools.enrolment.own(telegram_id=visitor.telegram_id, enrolment_id=offer.enrolment_id)
    await tools.stage.show(event, offers.ask_to_decline(visitor.voice, view, offer))


async def decline(event: CallbackQuery, callback_data: Decline, visitor: Visitor, tools: Tools) -> None:
    """Pass the seat on."""
    try:
        done = await tools.enrolment.decline(telegram_id=visitor.telegram_id, offer_id=callback_data.offer)
    except Refusal as refusal:
        await tools.stage.show(event, await _not_accepted(refusal, callback_data.offer, visitor, tools))
        return
    view = await tools.enrolment.own(telegram_id=visitor.telegram_id, enrolment_id=done.enrolment_id)
    await tools.stage.show(event, offers.declined(visitor.voice, view))


async def _leaving_screen(asked: AskToLeave, visitor: Visitor, tools: Tools) -> Screen:
    voice = visitor.voice
    view = await tools.enrolment.own(telegram_id=visitor.telegram_id, enrolment_id=asked.enrolment)
    if not view.can_cancel:
        sure = view.line.state == State.CONFIRMED
        return standing.too_late(voice, view) if sure else await enrolment_screen(view.line.id, visitor, tools)
    if view.line.state == State.CONFIRMED and not asked.why:
        return standing.ask_why(voice, view)
    return standing.ask(voice, view, asked.why)


async def _own_offer(offer_id: int, visitor: Visitor, tools: Tools) -> Offer:
    offer = await tools.enrolment.own_offer(telegram_id=visitor.telegram_id, offer_id=offer_id)
    if offer is None:
        raise Refusal("offer-unknown")
    return offer


async def _not_accepted(refusal: Refusal, offer_id: int, visitor: Visitor, tools: Tools) -> Screen:
    """Each no about an offer, with its next step."""
    voice, offer = visitor.voice, await _own_offer(offer_id, visitor, tools)
    match refusal.key:
        case "offer-lapsed":
            return await lapsed_screen(voice, offer, visitor.telegram_id, tools)
        case "offer-overlap":
            return offers.overlapping(voice, offer, refusal)
        case "swap-too-late":
            return offers.swap_too_late(voice, offer, refusal)
    return await offer_screen(offer, visitor, tools)


def setup() -> Router:
    """/saya, and all buttons around seats; in private chats only."""
    router = Router(name=__name__)
    router.message.filter(in_private)
    router.callback_query.filter(in_private)
    router.message.register(by_command, Command("saya", ignore_case=True))
    for form, handler in (
        (Mine, show_mine),
        (ShowEnrolment, show_one),
        (ShowSeats, show_seats),
        (AskToEnrol, ask_to_enrol),
        (EnrolIn, enrol),
        (ChangeWork, change_work),
        (AskToLeave, ask_to_leave),
        (Leave, leave),
        (ShowOffer, show_offer),
        (Accept, accept),
        (AskToDecline, ask_to_decline),
        (Decline, decline),
    ):
        router.callback_query.register(handler, form.filter())
    return router
