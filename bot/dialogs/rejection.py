"""Not vouching for a person: one question, the note that the person will read."""

from __future__ import annotations

from typing import Any, cast

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot import verification_screens as screens
from bot.dialogs.said import Said
from bot.dialogs.single import end, one_question, parts, reason_in, too_long
from bot.roles import count_verifications
from bot.visitor import Visitor
from services.errors import Refusal


class RejectionSG(StatesGroup):
    """The steps."""

    note = State()


TAKES_TEXT = frozenset({RejectionSG.note})


async def ask_for_note(manager: DialogManager, request_id: int) -> None:
    """Begin; only the request's id is kept."""
    await manager.start(RejectionSG.note, data={"request": request_id}, mode=StartMode.RESET_STACK)


async def get_words(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, str]:
    """The question in the organizer's language."""
    voice = visitor.voice
    return {"text": voice.paragraphs(too_long(voice, dialog_manager), voice.html("rejection-note"))}


async def take_note(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The note as text; a long one is asked for again, and nothing is decided yet."""
    text = reason_in(message, manager)
    if text is not None:
        await _reject(message, manager, text)


async def without_note(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Tanpa catatan]."""
    await _reject(event, manager, None)


async def go_back(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the request; nothing was decided."""
    tools, visitor = parts(manager)
    try:
        view = await tools.identity.get(request_id=_request(manager), actor_telegram_id=visitor.telegram_id)
    except Refusal as refusal:
        await end(event, manager, screens.refused(visitor.voice, refusal))
    else:
        await end(event, manager, screens.request(visitor.voice, view))


async def _reject(event: Message | CallbackQuery, manager: DialogManager, note: str | None) -> None:
    tools, visitor = parts(manager)
    try:
        decision = await tools.identity.decide(
            request_id=_request(manager), actor_telegram_id=visitor.telegram_id, confirmed=False, note=note
        )
    except Refusal as refusal:  # the request or the role is gone meanwhile: the question has no use any more
        await end(event, manager, screens.refused(visitor.voice, refusal))
        return
    more, mine = await count_verifications(visitor, tools), decision.changed
    if not mine and isinstance(event, CallbackQuery):
        await event.answer(screens.faster(visitor.voice, decision))
    await end(event, manager, screens.decided(visitor.voice, decision.state, decision.by, more=more, mine=mine))


def _request(manager: DialogManager) -> int:
    return cast(dict[str, int], manager.start_data)["request"]


def build() -> Dialog:
    """The one window."""
    without = Button(Said("button-without-note"), id="rejection_without", on_click=without_note)
    return one_question(RejectionSG.note, "rejection", get_words, take_note, go_back, without)
