"""Three questions about the people of a batch, one text each: whom to look for, whom to add, why somebody leaves."""

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
from bot.dialogs.single import end, parts, reason_in, show_mode, too_long
from bot.nip_messages import delete, holds_nip
from bot.organizing import adding, participants
from bot.screens import Screen
from bot.visitor import Visitor
from bot.words import Html, Voice
from services.errors import Refusal


class PeopleSG(StatesGroup):
    """One question each."""

    search = State()
    add = State()
    reason = State()


TAKES_TEXT = frozenset({PeopleSG.search, PeopleSG.add, PeopleSG.reason})
QUESTIONS = {PeopleSG.search.state: "people-ask", PeopleSG.add.state: "add-ask-who"}


async def ask(manager: DialogManager, state: State, **data: Any) -> None:
    """Begin; only ids are kept, and the name that stands in the question."""
    await manager.start(state, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def get_words(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, str]:
    """The question and the way back."""
    voice, data = visitor.voice, _data(dialog_manager)
    key = QUESTIONS.get(dialog_manager.current_context().state.state)
    text = voice.html(key) if key else voice.html("remove-ask", name=data["name"])
    return {"text": voice.paragraphs(too_long(voice, dialog_manager), text), "back": voice.plain("button-back")}


async def take_search(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Whom the text finds among the people of the batch."""
    tools, visitor = parts(manager)
    text, batch = message.text or "", _data(manager)["batch"]
    stays = await _tidy(message, visitor.voice)
    try:
        found = await tools.participants.list(batch_id=batch, actor_telegram_id=visitor.telegram_id, text=text)
        if not found.items and holds_nip(text):
            text_ = visitor.voice.html("people-nip-not-found")
            screen = participants.refused(visitor.voice, text_, batch)
        else:
            screen = participants.search_result(visitor.voice, found, text)
    except Refusal as refusal:
        screen = _refused(visitor.voice, refusal, batch)
    await end(message, manager, _with(visitor.voice, stays, screen))


async def take_person(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Whom the text may mean, to be looked at once more before anything happens."""
    tools, visitor = parts(manager)
    text, batch = message.text or "", _data(manager)["batch"]
    stays = await _tidy(message, visitor.voice)
    try:
        found = await tools.participants.find_to_add(batch_id=batch, actor_telegram_id=visitor.telegram_id, text=text)
        screen = adding.found(visitor.voice, batch, found, None if holds_nip(text) else text)
    except Refusal as refusal:
        screen = _refused(visitor.voice, refusal, batch)
    await end(message, manager, _with(visitor.voice, stays, screen))


async def take_reason(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The reason; a long one is asked for again, and nothing is done yet."""
    text, data = reason_in(message, manager), _data(manager)
    if text is None:
        return
    tools, visitor = parts(manager)
    try:
        done = await tools.participants.remove(
            enrolment_id=data["enrolment"], actor_telegram_id=visitor.telegram_id, reason=text
        )
        said = visitor.voice.html("remove-again" if done.again else "remove-done", name=data["name"])
        screen = participants.refused(visitor.voice, said, data["batch"])
    except Refusal as refusal:
        screen = _refused(visitor.voice, refusal, data["batch"])
    await end(message, manager, screen)


async def go_back(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to where the question came from; nothing was done."""
    tools, visitor = parts(manager)
    data, voice = _data(manager), visitor.voice
    try:
        if "enrolment" in data:
            view = await tools.participants.get(enrolment_id=data["enrolment"], actor_telegram_id=visitor.telegram_id)
            screen = participants.one(voice, view, tools.now())
        else:
            found = await tools.participants.list(batch_id=data["batch"], actor_telegram_id=visitor.telegram_id)
            screen = participants.overview(voice, found, tools.now())
    except Refusal as refusal:
        screen = _refused(voice, refusal, data["batch"])
    await end(event, manager, screen)


async def _tidy(message: Message, voice: Voice) -> Html | None:
    """A message with a NIP leaves the chat; where Telegram refuses, that is said."""
    if not holds_nip(message.text or "") or await delete(message):
        return None
    return voice.html("people-nip-stays")


def _with(voice: Voice, note: Html | None, screen: Screen) -> Screen:
    return Screen(voice.paragraphs(note, screen.text), screen.rows)


def _refused(voice: Voice, refusal: Refusal, batch_id: int) -> Screen:
    return participants.refused(voice, voice.html(f"refusal-{refusal.key}", **refusal.values), batch_id)


def _data(manager: DialogManager) -> dict[str, Any]:
    return cast(dict[str, Any], manager.start_data)


def build() -> Dialog:
    """A window a question."""
    takes = {PeopleSG.search: take_search, PeopleSG.add: take_person, PeopleSG.reason: take_reason}
    dialog = Dialog(
        *(
            Window(
                Format("{text}"),
                MessageInput(take, content_types=[ContentType.TEXT]),
                Button(Format("{back}"), id=f"people_back_{number}", on_click=go_back),
                state=state,
                getter=get_words,
            )
            for number, (state, take) in enumerate(takes.items())
        )
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
