"""What is typed for an article made of an answer: one of its parts, or why it is given back.

All questions share one window; what is asked is in the conversation's data, never the text itself.
"""

from __future__ import annotations

from typing import Any, cast

from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from bot.dialogs.messages import PressesInPlace
from bot.dialogs.single import end, parts, show_mode
from bot.organizing.faq.opening import faq_screen
from bot.organizing.faq.screens import to_room, typed
from bot.screens import Screen
from bot.visitor import Visitor
from bot.words import Html
from services.errors import Refusal
from services.faq.approval import LONGEST_REMARK
from services.faq.drafting import ALIASES, BODY, TITLE, mark_of_part
from services.faq.wording import LONGEST_ALIAS, LONGEST_ANSWER, LONGEST_BODY, LONGEST_TITLE, MOST_ALIASES
from storage.repositories.faqs import Faq

REMARK = "remark"
MENDABLE = frozenset({"faq-nip", "faq-title", "faq-answer", "faq-body", "faq-aliases", "faq-wordless", "faq-remark"})
"""What is asked for again, with what was not right about it."""
CAN_BE_EMPTY = frozenset({BODY, ALIASES})
LONGEST = {TITLE: LONGEST_TITLE, BODY: LONGEST_BODY, ALIASES: LONGEST_ALIAS, REMARK: LONGEST_REMARK}


class FaqSG(StatesGroup):
    """The question of now."""

    part = State()


TAKES_TEXT = frozenset({FaqSG.part})


async def ask_for_part(manager: DialogManager, found: Faq, part: str) -> None:
    """One part of a draft; of how it reads now a mark is kept."""
    data = {"faq": found.id, "part": part, "seen": mark_of_part(found, part)}
    await manager.start(FaqSG.part, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def ask_for_remark(manager: DialogManager, faq_id: int, version: int) -> None:
    """Why it is given back; asked below the article, which one writes about."""
    data = {"faq": faq_id, "part": REMARK, "version": version}
    await manager.start(FaqSG.part, data=data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def get_words(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """The question, how it reads now, what was not right about the last answer, and the ways on."""
    voice, fault, part = visitor.voice, dialog_manager.dialog_data.get("fault"), _of(dialog_manager)["part"]
    now = "" if part == REMARK else await _as_it_is(dialog_manager)
    longest = voice.number(LONGEST.get(part, LONGEST_ANSWER))
    return {
        "text": voice.paragraphs(
            voice.html(f"refusal-{fault['key']}", **fault["values"]) if fault else None,
            voice.html(f"faq-ask-{part}", longest=longest, most=MOST_ALIASES),
            Html(f"{voice.html('faq-now')} <code>{typed(now)}</code>") if now else None,
        ),
        "empty": voice.plain("button-faq-empty"),
        "can_be_empty": bool(now) and part in CAN_BE_EMPTY,
        "back": voice.plain("button-back"),
    }


async def take(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """An answer; what is not right is said above the question, which stays open."""
    try:
        screen = await _answer(message.text or "", manager)
    except Refusal as refusal:
        if refusal.key in MENDABLE:
            manager.dialog_data["fault"] = {"key": refusal.key, "values": refusal.values}
            return
        screen = _refused(refusal, manager)
    await end(message, manager, screen)


async def leave_empty(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Kosongkan]."""
    try:
        screen = await _answer("", manager)
    except Refusal as refusal:
        screen = _refused(refusal, manager)
    await end(event, manager, screen)


async def go_back(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the article; nothing changed."""
    tools, visitor = parts(manager)
    try:
        screen = await faq_screen(_of(manager)["faq"], visitor, tools)
    except Refusal as refusal:
        screen = _refused(refusal, manager)
    await end(event, manager, screen)


async def _answer(text: str, manager: DialogManager) -> Screen:
    """What it changes, and the article after it."""
    tools, visitor = parts(manager)
    start, who = _of(manager), visitor.telegram_id
    number, part = start["faq"], start["part"]
    if part == REMARK:
        await tools.faq.return_(faq_id=number, version=start["version"], remark=text, actor_telegram_id=who)
        return Screen(visitor.voice.html("faq-returned"), (to_room(visitor.voice),))
    await tools.faq.set_part(faq_id=number, part=part, text=text, actor_telegram_id=who, seen=start.get("seen"))
    return await faq_screen(number, visitor, tools)


async def _as_it_is(manager: DialogManager) -> str:
    """The part as it reads now, to be copied and changed."""
    tools, visitor = parts(manager)
    start = _of(manager)
    try:
        view = await tools.faq.get(faq_id=start["faq"], actor_telegram_id=visitor.telegram_id)
    except Refusal:
        return ""
    return "\n".join(view.faq.aliases) if start["part"] == ALIASES else str(getattr(view.faq, start["part"]))


def _refused(refusal: Refusal, manager: DialogManager) -> Screen:
    voice = parts(manager)[1].voice
    return Screen(voice.html(f"refusal-{refusal.key}", **refusal.values), (to_room(voice),))


def _of(manager: DialogManager) -> dict[str, Any]:
    return cast(dict[str, Any], manager.start_data)


def build() -> Dialog:
    """The one window."""
    dialog = Dialog(
        Window(
            Format("{text}"),
            MessageInput(take, content_types=[ContentType.TEXT]),
            Button(Format("{empty}"), id="faq_empty", on_click=leave_empty, when="can_be_empty"),
            Button(Format("{back}"), id="faq_back", on_click=go_back),
            state=FaqSG.part,
            getter=get_words,
        )
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
