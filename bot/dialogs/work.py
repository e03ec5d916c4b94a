"""Where one works: one question each, on the way into a batch. When all is known, one is enrolled with the answer."""

from __future__ import annotations

from typing import Any, cast

from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from bot.callbacks_enrolment import AskToEnrol
from bot.dialogs.messages import PressesInPlace
from bot.dialogs.single import end, parts, show_mode
from bot.enrolment import work
from bot.enrolment.opening import ask_to_enrol_screen, enrol_screen, missing_work
from bot.nip_messages import delete, holds_nip
from bot.visitor import Visitor
from services.errors import Refusal


class WorkSG(StatesGroup):
    """The two questions."""

    superior = State()
    unit = State()


TAKES_TEXT = frozenset({WorkSG.superior, WorkSG.unit})
STATES: dict[work.What, State] = {"superior": WorkSG.superior, "unit": WorkSG.unit}


async def ask_for_work(manager: DialogManager, what: work.What, batch_id: int, *, enrolling: bool) -> None:
    """Begin; with `enrolling` the answer enrols, else it is only changed."""
    data = {"batch": batch_id, "enrolling": enrolling}
    await manager.start(STATES[what], data=data, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def get_words(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, str]:
    """The question that is open, or why the last answer was not taken."""
    voice, problem = visitor.voice, dialog_manager.dialog_data.get("problem")
    why = voice.html(f"refusal-{problem['key']}", **problem["values"]) if problem else None
    text = work.question(voice, _what(dialog_manager), why, enrolling=bool(_data(dialog_manager).get("enrolling")))
    return {"text": text, "back": voice.plain("button-back")}


async def take_answer(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Keep it; then the next question, or what all this was for."""
    tools, visitor = parts(manager)
    text = message.text or ""
    if holds_nip(text):
        await delete(message)
    keep = tools.work.keep_superior if _what(manager) == "superior" else tools.work.keep_unit
    try:
        await keep(telegram_id=visitor.telegram_id, text=text)
    except Refusal as refusal:
        if refusal.key == "consent-needed":  # they withdrew it meanwhile
            await end(message, manager, await ask_to_enrol_screen(_asked(manager), visitor, tools))
            return
        manager.dialog_data["problem"] = {"key": refusal.key, "values": refusal.values}
        return
    manager.dialog_data.pop("problem", None)
    batch_id = _data(manager)["batch"]
    if not _data(manager)["enrolling"]:
        await end(message, manager, await ask_to_enrol_screen(_asked(manager), visitor, tools))
    elif asked := await missing_work(batch_id, visitor, tools):
        await manager.switch_to(STATES[asked[0]])
    else:
        await end(message, manager, (await enrol_screen(batch_id, visitor, tools))[1])


async def go_back(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to what enrolling would mean; what was answered is kept."""
    tools, visitor = parts(manager)
    await end(event, manager, await ask_to_enrol_screen(_asked(manager), visitor, tools))


def _what(manager: DialogManager) -> work.What:
    return "superior" if manager.current_context().state == WorkSG.superior else "unit"


def _asked(manager: DialogManager) -> AskToEnrol:
    return AskToEnrol(batch=_data(manager)["batch"])


def _data(manager: DialogManager) -> dict[str, int]:
    return cast(dict[str, int], manager.start_data)


def _window(what: work.What) -> Window:
    return Window(
        Format("{text}"),
        MessageInput(take_answer, content_types=[ContentType.TEXT]),
        Button(Format("{back}"), id=f"work_{what}_back", on_click=go_back),
        state=STATES[what],
        getter=get_words,
    )


def build() -> Dialog:
    """A window for each question."""
    dialog = Dialog(*(_window(what) for what in STATES))
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
