"""Another text for an announcement that was sent: the text, a look at it, and then every copy is edited."""

from __future__ import annotations

from typing import Any

from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.broadcasting import screens
from bot.dialogs.messages import PressesInPlace
from bot.dialogs.single import end, parts, show_mode
from bot.places import LANGUAGE_NAMES, go
from bot.screens import Screen
from bot.visitor import Visitor
from services.broadcasts import RunView
from services.broadcasts.content import Body, length
from services.errors import Refusal


class RewordingSG(StatesGroup):
    """The text, and the look at it."""

    text = State()
    sure = State()


TAKES_TEXT = frozenset({RewordingSG.text, RewordingSG.sure})


async def ask_for_text(manager: DialogManager, view: RunView, language: str) -> None:
    """Begin."""
    data = {
        "broadcast": view.run.id,
        "version": view.run.version,
        "language": language,
        "longest": Body.read(view.run.body).longest,
        "count": view.copies.sent,
    }
    await manager.start(RewordingSG.text, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def get_words(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """The question, what was too long, the way back."""
    voice, data = visitor.voice, dialog_manager.dialog_data
    too_long, count = data.get("too_long"), voice.number(data["count"])
    language = voice.html("broadcast-reword-language", language=LANGUAGE_NAMES[data["language"]])
    longest = voice.number(data["longest"])
    return {
        "ask": voice.paragraphs(
            voice.html("broadcast-reword-long", count=voice.number(too_long), longest=longest) if too_long else None,
            voice.lines(voice.html("broadcast-reword"), language),
        ),
        "sure": voice.html("broadcast-reword-sure", count=count),
        "change": voice.plain("button-reword-all", count=count),
        "again": voice.plain("button-reword-again"),
        "back": voice.plain("button-back"),
    }


async def take_text(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """With its formatting; shown as it will read. One that is too long is asked for again."""
    html = message.html_text.strip()
    if (counted := length(html)) > manager.dialog_data["longest"]:
        manager.dialog_data["too_long"] = counted
        await manager.switch_to(RewordingSG.text)
        return
    manager.dialog_data.update(html=html, too_long=None)
    await message.answer(html)
    await manager.switch_to(RewordingSG.sure)


async def change(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Ubah N pesan]."""
    tools, visitor = parts(manager)
    data = manager.dialog_data
    try:
        done = await tools.broadcasts.reword(
            broadcast_id=data["broadcast"],
            version=data["version"],
            language=data["language"],
            html=manager.dialog_data["html"],
            actor_telegram_id=visitor.telegram_id,
        )
        screen = await _standing(manager)
        if not done:
            text = visitor.voice.paragraphs(visitor.voice.html("broadcast-reword-before"), screen.text)
            screen = Screen(text, screen.rows)
    except Refusal as refusal:
        screen = _refused(visitor, refusal)
    await end(event, manager, screen)


async def go_back(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the report; nothing was changed."""
    try:
        screen = await _standing(manager)
    except Refusal as refusal:
        screen = _refused(parts(manager)[1], refusal)
    await end(event, manager, screen)


async def _standing(manager: DialogManager) -> Screen:
    tools, visitor = parts(manager)
    number = manager.dialog_data["broadcast"]
    view = await tools.broadcasts.get(broadcast_id=number, actor_telegram_id=visitor.telegram_id)
    return screens.run(visitor.voice, view)


def _refused(visitor: Visitor, refusal: Refusal) -> Screen:
    text = visitor.voice.html(f"refusal-{refusal.key}", **refusal.values)
    return Screen(text, ([go(visitor.voice, "menu", "button-menu-back")],))


async def keep(data: Any, manager: DialogManager) -> None:
    """What it is about stands beside what is typed."""
    manager.dialog_data.update(data)


def build() -> Dialog:
    """The two windows."""
    texts = MessageInput(take_text, content_types=[ContentType.TEXT])
    dialog = Dialog(
        Window(
            Format("{ask}"),
            texts,
            Button(Format("{back}"), id="rewording_back", on_click=go_back),
            state=RewordingSG.text,
            getter=get_words,
        ),
        Window(
            Format("{sure}"),
            MessageInput(take_text, content_types=[ContentType.TEXT]),
            Button(Format("{change}"), id="rewording_change", on_click=change),
            SwitchTo(Format("{again}"), id="rewording_again", state=RewordingSG.text),
            Button(Format("{back}"), id="rewording_leave", on_click=go_back),
            state=RewordingSG.sure,
            getter=get_words,
        ),
        on_start=keep,
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
