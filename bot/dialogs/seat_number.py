"""How many seats an agency takes, where the number is typed: one question."""

from __future__ import annotations

import re
from typing import Any, cast

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.single import end, one_question, parts, show_mode
from bot.organizing.planning.opening import STALE, plan_screen, refused
from bot.visitor import Visitor
from services.errors import Refusal
from services.planning import MOST_SEATS


class SeatNumberSG(StatesGroup):
    """The one question."""

    number = State()


TAKES_TEXT = frozenset({SeatNumberSG.number})


async def ask_for_number(manager: DialogManager, training_id: int, agency_id: int) -> None:
    """Begin; only ids are kept."""
    data = {"training": training_id, "agency": agency_id}
    await manager.start(SeatNumberSG.number, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def get_words(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, str]:
    """The question."""
    voice, fault = visitor.voice, dialog_manager.dialog_data.get("fault")
    told = voice.html("refusal-seats-number", most=MOST_SEATS) if fault else None
    return {"text": voice.paragraphs(told, voice.html("seats-type"))}


async def take_number(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """A number; anything else is asked for again."""
    text = (message.text or "").strip()
    if not re.fullmatch(r"\d{1,4}", text) or int(text) > MOST_SEATS:
        manager.dialog_data["fault"] = True
        return
    tools, visitor = parts(manager)
    data, seats = _data(manager), int(text)
    try:
        await tools.planning.commit(
            training_id=data["training"],
            actor_telegram_id=visitor.telegram_id,
            agency_id=data["agency"],
            seats=seats,
        )
        done = visitor.voice.html("seats-taken" if seats else "seats-given-back", count=seats)
        screen = await plan_screen(data["training"], visitor, tools, done=done)
    except Refusal as refusal:
        screen = refused(visitor, refusal)
        if refusal.key in STALE:
            done = visitor.voice.html(f"refusal-{refusal.key}", **refusal.values)
            screen = await plan_screen(data["training"], visitor, tools, done=done)
    await end(message, manager, screen)


async def go_back(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the training; nothing was changed."""
    tools, visitor = parts(manager)
    try:
        screen = await plan_screen(_data(manager)["training"], visitor, tools)
    except Refusal as refusal:
        screen = refused(visitor, refusal)
    await end(event, manager, screen)


def _data(manager: DialogManager) -> dict[str, int]:
    return cast(dict[str, int], manager.start_data)


def build() -> Dialog:
    """The one window."""
    return one_question(SeatNumberSG.number, "seat_number", get_words, take_number, go_back)
