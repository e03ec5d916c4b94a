"""Returning a draft: one question, what its owner is to change."""

from __future__ import annotations

from typing import Any, cast

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.single import end, one_question, parts, reason_in, show_mode, too_long
from bot.organizing.planning.opening import plan_screen, refused, review_screen
from bot.organizing.planning.pair import decided
from bot.roles import count_drafts
from bot.visitor import Visitor
from services.errors import Refusal


class RemarkSG(StatesGroup):
    """The one question."""

    remark = State()


TAKES_TEXT = frozenset({RemarkSG.remark})


async def ask_for_remark(manager: DialogManager, training_id: int) -> None:
    """Begin; only the training's id is kept."""
    await manager.start(
        RemarkSG.remark,
        data={"training": training_id},
        mode=StartMode.RESET_STACK,
        show_mode=show_mode(manager),
    )


async def get_words(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, str]:
    """The question."""
    voice = visitor.voice
    return {"text": voice.paragraphs(too_long(voice, dialog_manager), voice.html("remark-ask"))}


async def take_remark(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The remark as text; a long one is asked for again, and nothing is decided yet."""
    text = reason_in(message, manager)
    if text is None:
        return
    tools, visitor = parts(manager)
    number = _training(manager)
    try:
        await tools.planning.return_(training_id=number, actor_telegram_id=visitor.telegram_id, remark=text)
    except Refusal as refusal:
        screen = refused(visitor, refusal)
        if refusal.key == "plan-moved-on":  # a colleague decided while the remark was written
            done = visitor.voice.html("refusal-plan-moved-on")
            screen = await plan_screen(number, visitor, tools, done=done)
    else:
        more = bool(await count_drafts(visitor, tools))
        screen = decided(visitor.voice, visitor.voice.html("plan-returned"), more)
    await end(message, manager, screen)


async def go_back(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the draft; nothing was decided."""
    tools, visitor = parts(manager)
    try:
        screen = await review_screen(_training(manager), visitor, tools)
    except Refusal as refusal:
        screen = refused(visitor, refusal)
    await end(event, manager, screen)


def _training(manager: DialogManager) -> int:
    return cast(dict[str, int], manager.start_data)["training"]


def build() -> Dialog:
    """The one window."""
    return one_question(RemarkSG.remark, "remark", get_words, take_remark, go_back)
