"""Filling in a draft: one field a question, kept at once, so that leaving in the middle loses nothing.

All questions share one window; the field is in the conversation's data. A button names its field, so that a second tap
on the last question's answer does not answer the next one.
"""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Group, Row, Select
from aiogram_dialog.widgets.text import Format

from bot.dialogs.draft_fields import Question, ask, following, preceding
from bot.dialogs.messages import PressesInPlace
from bot.dialogs.single import end, parts, show_mode
from bot.organizing.planning.opening import plan_screen, refused, room_screen
from bot.screens import Screen
from bot.visitor import Visitor
from services.errors import Refusal
from services.planning.fields import tidy

FAULTS = frozenset({"draft-hours", "draft-choice", "draft-short", "draft-long"})


class DraftingSG(StatesGroup):
    """The question of now."""

    field = State()


TAKES_TEXT = frozenset({DraftingSG.field})


async def begin_draft(manager: DialogManager, agency_id: int) -> None:
    """A new draft, from its title."""
    await _start(manager, {"agency": agency_id, "field": "title", "walk": True})


async def ask_for_field(manager: DialogManager, training_id: int, field: str, *, walk: bool) -> None:
    """One field of a draft; with `walk` also those after it that are empty."""
    await _start(manager, {"draft": training_id, "field": field, "walk": walk})


async def _start(manager: DialogManager, data: dict[str, Any]) -> None:
    await manager.start(DraftingSG.field, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def begin(data: Any, manager: DialogManager) -> None:
    """What it starts with changes from question to question."""
    manager.dialog_data.update(data)


async def get_question(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """The question with its choices."""
    tools, _visitor = parts(dialog_manager)
    asked: Question = await ask(dialog_manager.dialog_data, visitor, tools)
    dialog_manager.dialog_data["typed"] = asked.typed
    return {"text": asked.text, "wide": asked.wide, "narrow": asked.narrow, "nav": asked.nav}


async def take_text(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """An answer that was typed."""
    await _answer(message, manager, message.text or "")


async def take_choice(event: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """An answer that was tapped; one of another question is a second tap, and changes nothing."""
    field, _, value = item.partition(".")
    data = manager.dialog_data
    if field != data["field"]:
        return
    if value == "more":
        data["page"] = data.get("page", 0) + 1
        return
    if field == "programme":
        names = data["typed"]
        if not value.isdigit() or int(value) >= len(names):
            return
        value = names[int(value)]
    await _answer(event, manager, value)


async def take_way(event: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """Back, on, or away for now."""
    field, _, way = item.partition(".")
    data = manager.dialog_data
    if field != data["field"]:
        return
    data.pop("fault", None)
    if way == "back" and data["walk"] and (before := preceding(data)):
        data["field"] = before
    elif way == "skip":
        await _go_on(event, manager)
    else:
        await _leave(event, manager)


async def _answer(event: Message | CallbackQuery, manager: DialogManager, text: str) -> None:
    tools, visitor = parts(manager)
    data = manager.dialog_data
    field = data["field"]
    try:
        if "draft" in data:
            await tools.planning.edit(
                training_id=data["draft"], actor_telegram_id=visitor.telegram_id, field=field, text=text
            )
        elif field == "title":
            data["title"] = tidy("title", text)
        else:  # with its lesson hours a draft can be kept
            data["draft"] = await tools.planning.begin(
                actor_telegram_id=visitor.telegram_id,
                agency_id=data["agency"],
                title=data["title"],
                lesson_hours=text,
                key=f"{visitor.telegram_id}-{manager.current_context().id}",
            )
    except Refusal as refusal:
        if refusal.key in FAULTS:
            data["fault"] = {"key": refusal.key, "values": refusal.values}
            return
        await end(event, manager, await _now(manager, refusal))
        return
    data.pop("fault", None)
    await _go_on(event, manager)


async def _go_on(event: Message | CallbackQuery, manager: DialogManager) -> None:
    tools, visitor = parts(manager)
    data = manager.dialog_data
    field = await following(data, visitor, tools) if data["walk"] else None
    data.pop("page", None)
    if field is None:
        await _leave(event, manager)
        return
    data["field"] = field


async def _leave(event: Message | CallbackQuery, manager: DialogManager) -> None:
    """To the draft as it is now, or to the room while there is none."""
    tools, visitor = parts(manager)
    draft = manager.dialog_data.get("draft")
    try:
        screen = await (plan_screen(draft, visitor, tools) if draft else room_screen(visitor, tools))
    except Refusal as refusal:
        screen = refused(visitor, refusal)
    await end(event, manager, screen)


async def _now(manager: DialogManager, refusal: Refusal) -> Screen:
    """What changed while the answer was written is shown as it is now; else why nothing can be kept any more."""
    tools, visitor = parts(manager)
    if refusal.key != "plan-moved-on":
        return refused(visitor, refusal)
    done = visitor.voice.html("refusal-plan-moved-on")
    return await plan_screen(manager.dialog_data["draft"], visitor, tools, done=done)


def _select(name: str, on_click: Any) -> Select[tuple[str, str]]:
    label, identity = Format("{item[0]}"), itemgetter(1)
    return Select(label, id=f"draft_{name}", item_id_getter=identity, items=name, on_click=on_click)


def build() -> Dialog:
    """The one window: choices in two columns or as numbers in a row, and the ways on."""
    dialog = Dialog(
        Window(
            Format("{text}"),
            MessageInput(take_text, content_types=[ContentType.TEXT]),
            Group(_select("wide", take_choice), width=2),
            Row(_select("narrow", take_choice)),
            Group(_select("nav", take_way), width=2),
            state=DraftingSG.field,
            getter=get_question,
        ),
        on_start=begin,
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
