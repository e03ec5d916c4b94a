"""The superior's letter: one question that waits for a PDF or a picture. Texts are questions as ever."""

from __future__ import annotations

from typing import Any, cast

from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.single import end, one_question, parts, show_mode
from bot.enrolment.opening import enrolment_screen
from bot.recommendation import letters
from bot.recommendation.files import Unfit, letter_of
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import Refusal

FILES = [
    ContentType.DOCUMENT,
    ContentType.PHOTO,
    ContentType.VIDEO,
    ContentType.ANIMATION,
    ContentType.AUDIO,
    ContentType.VOICE,
    ContentType.VIDEO_NOTE,
    ContentType.STICKER,
]
"""What may be meant as a letter; most of it is told that it is none."""
TAKES_TEXT: frozenset[State] = frozenset()


class LetterSG(StatesGroup):
    """The one question."""

    file = State()


async def ask_for_letter(manager: DialogManager, enrolment_id: int) -> None:
    """Begin; only the enrolment's id is kept."""
    await manager.start(
        LetterSG.file, data={"enrolment": enrolment_id}, mode=StartMode.RESET_STACK, show_mode=show_mode(manager)
    )


async def get_words(dialog_manager: DialogManager, tools: Tools, visitor: Visitor, **_: Any) -> dict[str, str]:
    """The question, or why the last file was not taken; of an enrolment that is gone meanwhile, that it is."""
    voice, problem = visitor.voice, dialog_manager.dialog_data.get("problem")
    try:
        view = await tools.enrolment.own(telegram_id=visitor.telegram_id, enrolment_id=_enrolment(dialog_manager))
        text = letters.question(voice, view.line, problem)
    except Refusal as refusal:
        text = voice.html(f"refusal-{refusal.key}", **refusal.values)
    return {"text": text}


async def take_letter(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Keep where Telegram has it; what is no letter is asked for again, and the enrolment stays as it is."""
    tools, visitor = parts(manager)
    letter = await letter_of(message, manager.middleware_data["bot"])
    if isinstance(letter, Unfit):
        manager.dialog_data["problem"] = {"large": letter.megabytes}
        return
    enrolment_id = _enrolment(manager)
    try:
        await tools.recommendation.keep_letter(telegram_id=visitor.telegram_id, enrolment_id=enrolment_id, file=letter)
        screen = await enrolment_screen(enrolment_id, visitor, tools, new=True)
    except Refusal as refusal:
        screen = letters.refused(visitor.voice, refusal, enrolment_id)
    await end(message, manager, screen)


async def go_back(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the enrolment; nothing was handed in."""
    tools, visitor = parts(manager)
    enrolment_id = _enrolment(manager)
    try:
        screen = await enrolment_screen(enrolment_id, visitor, tools)
    except Refusal as refusal:
        screen = letters.refused(visitor.voice, refusal, enrolment_id)
    await end(event, manager, screen)


def _enrolment(manager: DialogManager) -> int:
    return cast(dict[str, int], manager.start_data)["enrolment"]


def build() -> Dialog:
    """The one window."""
    return one_question(LetterSG.file, "letter", get_words, take_letter, go_back, reads=FILES)
