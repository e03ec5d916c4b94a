"""Returning a draft: one question, what its owner is to change."""

from __future__ import annotations

from typing import Any, cast

from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from bot.dialogs.messages import PressesInPlace
from bot.dialogs.single import end, parts, show_mode
from bot.organizing.planning.opening import plan_screen, refused, review_screen
from bot.organizing.planning.pair import decided
from bot.roles import count_drafts
from bot.visitor import Visitor
from services.errors import Refusal

LONGEST_REMARK = 300


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
    """The question and the way back."""
    voice = visitor.voice
    too_long = dialog_manager.dialog_data.get("too_long")
    return {
        "text": voice.paragraphs(
            voice.html("rejection-too-long", count=too_long, longest=LONGEST_REMARK) if too_long else None,
            voice.html("remark-ask"),
        ),
        "back": voice.plain("button-back"),
    }


async def take_remark(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The remark as text; a long one is asked for again, and nothing is decided yet."""
    text = (message.text or "").strip()
    if len(text) > LONGEST_REMARK:
        manager.dialog_data["too_long"] = len(text)
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
    dialog = Dialog(
        Window(
            Format("{text}"),
            MessageInput(take_remark, content_types=[ContentType.TEXT]),
            Button(Format("{back}"), id="remark_back", on_click=go_back),
            state=RemarkSG.remark,
            getter=get_words,
        )
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
