"""What dialogs of a single question share: their window and tools, where it is shown, and how it is closed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiogram.enums import ContentType
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, InaccessibleMessage, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from bot.dialogs.messages import PressesInPlace
from bot.dialogs.said import Said
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from bot.words import Html, Voice

Getter = Callable[..., Awaitable[dict[str, Any]]]
Take = Callable[[Message, MessageInput, DialogManager], Awaitable[None]]
Press = Callable[[CallbackQuery, Button, DialogManager], Awaitable[None]]

LONGEST_REASON = 300
"""Characters of a reason that others read on their phones."""


def parts(manager: DialogManager) -> tuple[Tools, Visitor]:
    """The use cases, and who is asked."""
    return manager.middleware_data["tools"], manager.middleware_data["visitor"]


def show_mode(manager: DialogManager) -> ShowMode:
    """In place of the screen that was pressed while it is the last one; below it where others came between."""
    tools, _ = parts(manager)
    message = manager.event.message if isinstance(manager.event, CallbackQuery) else None
    if message is None or isinstance(message, InaccessibleMessage):
        return ShowMode.SEND
    return ShowMode.EDIT if tools.stage.last.is_last(message.chat.id, message.message_id) else ShowMode.SEND


async def end(event: Message | CallbackQuery, manager: DialogManager, screen: Screen) -> None:
    """Close the question: its buttons go where the answer stands below it."""
    if isinstance(event, Message):
        await manager.reset_stack()
    else:
        await manager.done(show_mode=ShowMode.NO_UPDATE)
    await parts(manager)[0].stage.show(event, screen)


def one_question(
    state: State,
    name: str,
    getter: Getter,
    take: Take,
    go_back: Press,
    *more: Button,
    reads: Sequence[ContentType] = (ContentType.TEXT,),
) -> Dialog:
    """A dialog of one window: the `text` that `getter` gives, what is written goes to `take`, more buttons, back."""
    dialog = Dialog(
        Window(
            Format("{text}"),
            MessageInput(take, content_types=list(reads)),
            *more,
            Button(Said("button-back"), id=f"{name}_back", on_click=go_back),
            state=state,
            getter=getter,
        )
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog


def reason_in(message: Message, manager: DialogManager) -> str | None:
    """A reason as text; None where it is too long: then it is asked for again, and nothing is decided yet."""
    text = (message.text or "").strip()
    manager.dialog_data["too_long"] = len(text) if len(text) > LONGEST_REASON else None
    return None if len(text) > LONGEST_REASON else text


def too_long(voice: Voice, manager: DialogManager) -> Html | None:
    """How much too long the last reason was, where it was."""
    count = manager.dialog_data.get("too_long")
    return voice.html("rejection-too-long", count=count, longest=LONGEST_REASON) if count else None
