"""What people answer: typed, tapped, shared. Each acts once however often it comes."""

from __future__ import annotations

from typing import Any

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message, ReplyKeyboardRemove
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.onboarding.path import end_with, go_on, tools_of, visitor_of
from bot.dialogs.onboarding.states import IntroductionSG
from bot.dialogs.said import voice_of
from bot.opening import open_place
from services.errors import Refusal
from services.identity import PHONE_SKIPPED, Fault, NipFaults

CHOICES = 5
WHOLE_NIP = frozenset({"nip-count", "nip-character"})
"""Faults that leave open whether the rest is right."""
ON_TOP = "on_top"
"""Sentences shown above the question: keys and values, never a NIP."""


async def take_nip(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Read the NIP, keep it encrypted, and take the message that held it out of the chat."""
    deleted = await _delete(message)
    _say(manager, *([] if deleted else [Fault("nip-not-deleted", {})]))
    try:
        await _enter_nip(manager, message.text or "")
    except NipFaults as wrong:
        await _tell_faults(manager, wrong)
    except Refusal as refusal:
        _add(manager, Fault(f"refusal-{refusal.key}", refusal.values))
    else:
        await go_on(manager)


async def take_name(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The name as typed."""
    _say(manager)
    try:
        await tools_of(manager).identity.enter_name(
            telegram_id=visitor_of(manager).telegram_id, text=message.text or ""
        )
    except Refusal as refusal:
        _add(manager, Fault(f"refusal-{refusal.key}", refusal.values))
    else:
        await go_on(manager)


async def take_agency(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Part of an agency's name: offer what is like it."""
    _say(manager)
    found = await tools_of(manager).identity.find_agencies(text=message.text or "", limit=CHOICES)
    manager.dialog_data["agencies"] = [agency.id for agency in found]
    if not found:
        _add(manager, Fault("agency-none-like-it", {"text": (message.text or "")[:60]}))


async def choose_agency(event: CallbackQuery, _: Any, manager: DialogManager, agency_id: str) -> None:
    """One of those offered."""
    _say(manager)
    await tools_of(manager).identity.choose_agency(
        telegram_id=visitor_of(manager).telegram_id, agency_id=int(agency_id)
    )
    manager.dialog_data.pop("agencies", None)
    await go_on(manager)


async def agency_not_here(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Tidak ada di sini]: how to find it after all."""
    manager.dialog_data["agencies"] = []
    _say(manager, Fault("agency-not-here", {}))


async def take_contact(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The shared number; a card from the address book is not one's own."""
    contact = message.contact
    assert contact is not None
    await _put_keyboard_away(message, manager)
    own = contact.user_id is not None and message.from_user is not None and contact.user_id == message.from_user.id
    await go_on(manager, phone=contact.phone_number, phone_is_own=own)
    if not own:
        await end_with(manager, PHONE_SKIPPED)


async def take_phone_text(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """[Lewati, minta diperiksa] types its label; any other text is answered with what to tap."""
    if message.text == voice_of(manager).plain("button-skip-phone"):
        await _put_keyboard_away(message, manager)
        await end_with(manager, PHONE_SKIPPED)
        return
    _say(manager, Fault("phone-tap", {}))


async def other_kind(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """A picture or a sticker where a text is awaited."""
    _say(manager, Fault("text-awaited", {}))


async def accept_letter_fix(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Pakai angka]: the reading with the digit holds."""
    _say(manager)
    await go_on(manager)


async def request(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Minta diperiksa]: the organizers of the agency are asked, once."""
    await tools_of(manager).identity.request(
        telegram_id=visitor_of(manager).telegram_id, reason=manager.dialog_data["kind"]
    )
    await manager.switch_to(IntroductionSG.asked)


async def correct(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Perbaiki data]: from the first step; a request that is open is withdrawn when something changes."""
    _say(manager)
    await manager.switch_to(IntroductionSG.nip)


async def leave(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """To the menu; what was answered stays."""
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    await open_place(event, "menu", visitor_of(manager), tools_of(manager))


async def forget(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """A step taken by a button: no old sentences above the next question."""
    _say(manager)


async def _enter_nip(manager: DialogManager, text: str) -> None:
    await tools_of(manager).identity.enter_nip(telegram_id=visitor_of(manager).telegram_id, text=text)


async def _tell_faults(manager: DialogManager, wrong: NipFaults) -> None:
    """All at once. Where only letters stand for digits, the reading is offered: kept encrypted, confirmed by a tap."""
    _add(manager, *wrong.faults)
    if wrong.letter_fix is not None:
        await _enter_nip(manager, wrong.letter_fix)
        await manager.switch_to(IntroductionSG.nip_letter)
    elif all(fault.key not in WHOLE_NIP for fault in wrong.faults):
        _add(manager, Fault("nip-rest-fits", {}))
    else:
        _add(manager, Fault("nip-again", {}))


async def _put_keyboard_away(message: Message, manager: DialogManager) -> None:
    await message.answer(voice_of(manager).html("phone-comparing"), reply_markup=ReplyKeyboardRemove())
    manager.current_stack().last_reply_keyboard = False
    manager.show_mode = ShowMode.SEND


async def _delete(message: Message) -> bool:
    try:
        await message.delete()
    except TelegramBadRequest:
        return False
    return True


def _say(manager: DialogManager, *faults: Fault) -> None:
    manager.dialog_data[ON_TOP] = [[fault.key, fault.values] for fault in faults]


def _add(manager: DialogManager, *faults: Fault) -> None:
    manager.dialog_data.setdefault(ON_TOP, []).extend([fault.key, fault.values] for fault in faults)
