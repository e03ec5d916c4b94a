"""What people answer: typed, tapped, shared. Each acts once however often it comes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import wraps
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.onboarding.path import CORRECTING, STEP_OF, end_with, go_on, kind_of, tools_of, visitor_of
from bot.dialogs.onboarding.saying import add, say
from bot.dialogs.onboarding.states import IntroductionSG
from bot.nip_messages import delete
from bot.opening import open_place
from services.errors import Refusal
from services.identity import PHONE_SKIPPED, CheckKind, Fault, NipFaults
from services.languages import LANGUAGES

CHOICES = 5
WHOLE_NIP = frozenset({"nip-count", "nip-character"})
"""Faults that leave open whether the rest is right."""
BIRTH_DATE, NEARLY_NIP = 8, 16
"""So many digits are taken out of the chat: where a NIP is asked for, and where something else is."""
ANSWERED = "answered"
BEFORE = {IntroductionSG.name: IntroductionSG.nip, IntroductionSG.agency: IntroductionSG.name}

Take = Callable[[Message, MessageInput, DialogManager], Awaitable[None]]


def once(take: Take) -> Take:
    """Telegram may hand the same message over again under another number; a message answers one question only."""

    @wraps(take)
    async def take_once(message: Message, widget: MessageInput, manager: DialogManager) -> None:
        if message.message_id <= manager.dialog_data.get(ANSWERED, 0):
            manager.show_mode = ShowMode.NO_UPDATE
            return
        manager.dialog_data[ANSWERED] = message.message_id
        await take(message, widget, manager)

    return take_once


@once
async def take_nip(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Read the NIP, keep it encrypted, and take the message that held it out of the chat."""
    say(manager)
    await _take_out(message, manager, digits=BIRTH_DATE)
    async with _refusals_told(manager):
        try:
            await _enter_nip(manager, message.text or "")
        except NipFaults as wrong:
            await _tell_faults(manager, wrong)
        else:
            await go_on(manager)


@once
async def take_name(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The name as typed."""
    say(manager)
    await _take_out(message, manager, digits=NEARLY_NIP)
    if "?" in (message.text or ""):
        add(manager, Fault("name-question", {}))
        return
    async with _refusals_told(manager):
        await tools_of(manager).identity.enter_name(
            telegram_id=visitor_of(manager).telegram_id, text=message.text or ""
        )
        await go_on(manager)


@once
async def take_agency(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Part of an agency's name: offer what is like it."""
    say(manager)
    await _take_out(message, manager, digits=NEARLY_NIP)
    found = await tools_of(manager).identity.find_agencies(text=message.text or "", limit=CHOICES)
    manager.dialog_data["agencies"] = [agency.id for agency in found]
    if not found:
        add(manager, Fault("agency-none-like-it", {}))


async def choose_agency(event: CallbackQuery, _: Any, manager: DialogManager, agency_id: str) -> None:
    """One of those offered."""
    say(manager)
    if agency_id not in map(str, manager.dialog_data.get("agencies", [])):
        return
    async with _refusals_told(manager):
        await tools_of(manager).identity.choose_agency(
            telegram_id=visitor_of(manager).telegram_id, agency_id=int(agency_id)
        )
        await go_on(manager)
    manager.dialog_data.pop("agencies", None)


async def agency_not_here(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Tidak ada di sini]: how to find it after all."""
    manager.dialog_data["agencies"] = []
    say(manager, Fault("agency-not-here", {}))


@once
async def take_contact(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The shared number; a card from the address book is not one's own, and the question stays."""
    contact = message.contact
    assert contact is not None
    if message.from_user is None or contact.user_id != message.from_user.id:
        say(manager, Fault("phone-not-own", {}))
        return
    await go_on(manager, phone=contact.phone_number, phone_is_own=True)
    _leave_question_standing(manager)


@once
async def take_phone_text(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The second button types its label; any other text is answered with what to tap."""
    await _take_out(message, manager, digits=NEARLY_NIP)
    if message.text in _labels(manager, "button-skip-phone"):
        await end_with(manager, PHONE_SKIPPED)
        _leave_question_standing(manager)
    else:
        say(manager, Fault("phone-tap", {}))


@once
async def not_a_phone(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """A picture or a sticker where a number is awaited."""
    say(manager, Fault("phone-tap", {}))


@once
async def not_a_text(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """A picture or a sticker where a text is awaited."""
    say(manager, Fault("text-awaited", {}))


async def keep(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """What is already there holds: the reading with the digit, or the answer of before."""
    say(manager)
    await go_on(manager)


async def request(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Minta diperiksa]: the organizers of the agency are asked, once."""
    kind = kind_of(manager)
    if kind == CheckKind.VERIFIED:
        await go_on(manager)
        return
    await tools_of(manager).identity.request(telegram_id=visitor_of(manager).telegram_id, reason=kind)
    await manager.switch_to(IntroductionSG.asked)


async def correct(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """One answer anew; a request that is open is withdrawn when something changes."""
    say(manager)
    manager.dialog_data[CORRECTING] = True
    manager.dialog_data.pop("agencies", None)
    await manager.switch_to(STEP_OF[(button.widget_id or "").removeprefix("correct_")])


async def back(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """One step back, or to the choice of what to correct."""
    say(manager)
    if manager.dialog_data.get(CORRECTING):
        await manager.switch_to(IntroductionSG.correcting)
        return
    state = manager.current_context().state
    await manager.switch_to(BEFORE.get(state, state))


async def leave(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """To the menu; what was answered stays."""
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    await open_place(event, "menu", visitor_of(manager), tools_of(manager))


async def forget(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """A step taken by a button: nothing of before stands above the next question."""
    say(manager)


async def _enter_nip(manager: DialogManager, text: str) -> None:
    await tools_of(manager).identity.enter_nip(telegram_id=visitor_of(manager).telegram_id, text=text)


async def _tell_faults(manager: DialogManager, wrong: NipFaults) -> None:
    """All at once. Where only letters stand for digits, the reading is offered: kept encrypted, confirmed by a tap."""
    if wrong.letter_fix is not None:
        add(manager, *wrong.faults)
        await _enter_nip(manager, wrong.letter_fix)
        await manager.switch_to(IntroductionSG.nip_letter)
        return
    add(manager, *_with_what_to_do(wrong.faults))
    await manager.switch_to(IntroductionSG.nip)


def _with_what_to_do(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    if any(fault.key == "nip-count" and fault.values["count"] == 0 for fault in faults):
        return (Fault("nip-none", {}),)
    whole = any(fault.key in WHOLE_NIP for fault in faults)
    return (*faults, Fault("nip-again" if whole else "nip-rest-fits", {}))


@asynccontextmanager
async def _refusals_told(manager: DialogManager) -> AsyncIterator[None]:
    """A refusal is a sentence in the same window. Who was verified meanwhile is told so; without consent it ends."""
    try:
        yield
    except Refusal as refusal:
        if refusal.key == "consent-needed":
            raise
        if refusal.key == "identity-verified":
            await go_on(manager)
        else:
            add(manager, Fault(f"refusal-{refusal.key}", refusal.values))


def _leave_question_standing(manager: DialogManager) -> None:
    # Otherwise the question that had the reply keyboard is deleted, and its answer answers nothing.
    manager.show_mode = ShowMode.SEND


async def _take_out(message: Message, manager: DialogManager, *, digits: int) -> None:
    """Delete a message with so many digits; the question it answered goes with it. The person is told if it stays."""
    if sum(char.isdigit() for char in message.text or "") < digits:
        return
    if await delete(message):
        manager.show_mode = ShowMode.DELETE_AND_SEND
    else:
        add(manager, Fault("nip-not-deleted", {}))


def _labels(manager: DialogManager, key: str) -> set[str]:
    # The keyboard keeps its language when the person's has changed since.
    return {tools_of(manager).words.voice(language, None).plain(key) for language in LANGUAGES}
