"""Not approving a recommendation: one question, the reason that the person will read."""

from __future__ import annotations

from typing import Any, cast

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.single import end, one_question, parts, reason_in, too_long
from bot.recommendation import screens
from bot.screens import Screen
from bot.visitor import Visitor
from services.errors import Refusal


class ReturningSG(StatesGroup):
    """The one question."""

    reason = State()


TAKES_TEXT = frozenset({ReturningSG.reason})


async def ask_for_reason(manager: DialogManager, enrolment_id: int, mark: int) -> None:
    """Begin; only what was looked at is kept."""
    data = {"enrolment": enrolment_id, "mark": mark}
    await manager.start(ReturningSG.reason, data=data, mode=StartMode.RESET_STACK)


async def get_words(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, str]:
    """The question, in the organizer's language."""
    voice = visitor.voice
    return {"text": voice.paragraphs(too_long(voice, dialog_manager), voice.html("recommendation-reason"))}


async def take_reason(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The reason as text; a long one is asked for again, and nothing is decided yet."""
    text = reason_in(message, manager)
    if text is None:
        return
    tools, visitor = parts(manager)
    data = _data(manager)
    try:
        done = await tools.recommendation.review(
            enrolment_id=data["enrolment"],
            actor_telegram_id=visitor.telegram_id,
            approved=False,
            reason=text,
            seen=data["mark"],
        )
        view = await tools.recommendation.get(enrolment_id=data["enrolment"], actor_telegram_id=visitor.telegram_id)
        screen = screens.over(visitor.voice, view) if done.again else screens.returned(visitor.voice, view)
    except Refusal as refusal:
        screen = await _not_returned(refusal, manager)
    await end(message, manager, screen)


async def go_back(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the recommendation; nothing was decided."""
    tools, visitor = parts(manager)
    try:
        view = await tools.recommendation.get(
            enrolment_id=_data(manager)["enrolment"], actor_telegram_id=visitor.telegram_id
        )
    except Refusal as refusal:
        await end(event, manager, screens.refused(visitor.voice, refusal))
    else:
        await end(event, manager, screens.request(visitor.voice, view))


async def _not_returned(refusal: Refusal, manager: DialogManager) -> Screen:
    """What changed while the reason was written is shown as it is now; else why nothing can be decided any more."""
    tools, visitor = parts(manager)
    if refusal.key != "recommendation-changed":
        return screens.refused(visitor.voice, refusal)
    view = await tools.recommendation.get(
        enrolment_id=_data(manager)["enrolment"], actor_telegram_id=visitor.telegram_id
    )
    screen = screens.request(visitor.voice, view)
    if not view.mark:
        return screen
    return Screen(visitor.voice.paragraphs(visitor.voice.html("recommendation-newer"), screen.text), screen.rows)


def _data(manager: DialogManager) -> dict[str, int]:
    return cast(dict[str, int], manager.start_data)


def build() -> Dialog:
    """The one window."""
    return one_question(ReturningSG.reason, "returning", get_words, take_reason, go_back)
