"""For which agency a role link is: one question, one text, then the agencies that it may mean as a screen."""

from __future__ import annotations

from typing import Any, cast

from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from bot.callbacks_team import Role
from bot.dialogs.messages import PressesInPlace
from bot.dialogs.single import end, parts, show_mode
from bot.organizing import role_links
from bot.visitor import Visitor
from services.errors import Refusal

SHOWN = 5


class FindAgencySG(StatesGroup):
    """The one question."""

    name = State()


TAKES_TEXT: frozenset[State] = frozenset({FindAgencySG.name})


async def ask_for_agency(manager: DialogManager, role: Role) -> None:
    """Begin; only the role is kept."""
    await manager.start(
        FindAgencySG.name, data={"role": role}, mode=StartMode.RESET_STACK, show_mode=show_mode(manager)
    )


async def get_words(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, str]:
    """The question and the way back."""
    voice = visitor.voice
    text = voice.html("role-link-find-agency", role=voice.plain(f"role-{_role(dialog_manager)}"))
    return {"text": text, "back": voice.plain("button-back")}


async def take_name(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Part of an agency's name: the agencies like it, found or not; the dialog is over."""
    tools, visitor = parts(manager)
    agencies = await tools.identity.find_agencies(text=message.text or "", limit=SHOWN)
    await end(message, manager, role_links.found(visitor.voice, _role(manager), agencies))


async def go_back(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the choice of a role."""
    tools, visitor = parts(manager)
    try:
        choices = await tools.team.choices(actor_telegram_id=visitor.telegram_id)
        screen = role_links.choose_role(visitor.voice, choices)
    except Refusal as refusal:  # the role that allowed it is gone meanwhile
        screen = role_links.refused(visitor.voice, refusal)
    await end(event, manager, screen)


def _role(manager: DialogManager) -> Role:
    return cast(dict[str, Role], manager.start_data)["role"]


def build() -> Dialog:
    """One window."""
    dialog = Dialog(
        Window(
            Format("{text}"),
            MessageInput(take_name, content_types=[ContentType.TEXT]),
            Button(Format("{back}"), id="find_agency_back", on_click=go_back),
            state=FindAgencySG.name,
            getter=get_words,
        )
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
