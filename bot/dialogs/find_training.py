"""Find a training by name: one question, one text, then the result as a screen of its own.

The dialog is over with the first text, found or not, so that the next text is looked up in the knowledge base again.
"""

from __future__ import annotations

from typing import Any

from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from bot import places
from bot.browse.opening import found_screen, list_screen
from bot.callbacks import Browse
from bot.dialogs.messages import PressesInPlace
from bot.dialogs.single import show_mode
from bot.nip_messages import delete, holds_nip
from bot.toolbox import Tools
from bot.visitor import Visitor


class FindTraining(StatesGroup):
    """The one question."""

    name = State()


TAKES_TEXT: frozenset[State] = frozenset({FindTraining.name})


async def ask_for_name(manager: DialogManager) -> None:
    """Ask in place, or anew where other messages have come between.

    What else was open is left: below this question it would take the next text as its own answer.
    """
    await manager.start(FindTraining.name, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def words(visitor: Visitor, **_: Any) -> dict[str, str]:
    """The question and the way back."""
    voice = visitor.voice
    return {"question": voice.html("browse-ask-name"), "back": voice.plain("button-back-to-trainings")}


async def take_name(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Look the name up and answer with what was found."""
    tools: Tools = manager.middleware_data["tools"]
    visitor: Visitor = manager.middleware_data["visitor"]
    if holds_nip(message.text or ""):
        screen = places.nip_elsewhere(visitor, deleted=await delete(message))
    else:
        screen = await found_screen(message.text or "", visitor, tools)
    await tools.stage.add(message, screen)
    await manager.reset_stack()  # the question's button goes: the way back stands under the result


async def back_to_list(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The list instead. The dialog is left first: leaving it takes the message's buttons away."""
    tools: Tools = manager.middleware_data["tools"]
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    await tools.stage.show(event, await list_screen(Browse(), manager.middleware_data["visitor"], tools))


def build() -> Dialog:
    """One window."""
    dialog = Dialog(
        Window(
            Format("{question}"),
            MessageInput(take_name, content_types=[ContentType.TEXT]),
            Button(Format("{back}"), id="find_training_back", on_click=back_to_list),
            state=FindTraining.name,
            getter=words,
            preview_data={"question": "Ketik nama pelatihan.", "back": "⬅️ Daftar pelatihan"},
        ),
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
