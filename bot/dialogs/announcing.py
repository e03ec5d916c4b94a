"""What is typed or sent for an announcement: its texts, a picture or document, a button, its time, a remark.

All questions share one window; what is asked is in the conversation's data, never the text itself.
"""

from __future__ import annotations

from datetime import time
from typing import Any, cast

from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button as Pressable
from aiogram_dialog.widgets.text import Format

from bot.announcing.opening import (
    buttons_screen,
    draft_screen,
    preview_screen,
    request_screen,
    room_screen,
    seen,
)
from bot.dialogs.messages import PressesInPlace
from bot.dialogs.single import end, parts, show_mode
from bot.organizing.batches.reading import Unclear, read_moment
from bot.organizing.home import back
from bot.screens import Screen
from bot.visitor import Visitor
from services.broadcasts.approval import LONGEST_REMARK
from services.broadcasts.content import ANSWER, LINK, Button, Media
from services.broadcasts.drafting import LONGEST_LABEL, check_url
from services.errors import Refusal

MENDABLE = frozenset(
    {
        "announce-text-none",
        "announce-text-long",
        "announce-media",
        "announce-label",
        "announce-url",
        "announce-time",
        "announce-remark",
        "announce-template-name",
        "announce-time-unclear",
    }
)
"""What is asked for again, with what was not right about it."""
USUAL_HOUR = time(8)


class AnnouncingSG(StatesGroup):
    """The question of now."""

    part = State()


TAKES_TEXT = frozenset({AnnouncingSG.part})


async def write_new(manager: DialogManager, agency_id: int) -> None:
    """A new announcement, from its first words."""
    await _start(manager, {"agency": agency_id, "part": "id"})


async def ask_for_part(manager: DialogManager, broadcast_id: int, part: str) -> None:
    """One part of a draft."""
    await _start(manager, {"broadcast": broadcast_id, "part": part})


async def ask_for_remark(manager: DialogManager, broadcast_id: int, version: int) -> None:
    """Why it is given back."""
    await _start(manager, {"broadcast": broadcast_id, "part": "remark", "version": version})


async def _start(manager: DialogManager, data: dict[str, Any]) -> None:
    await manager.start(AnnouncingSG.part, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def get_words(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """The question, what was not right about the last answer, and the ways on."""
    voice, data, start = visitor.voice, dialog_manager.dialog_data, _of(dialog_manager)
    fault, part = data.get("fault"), start["part"]
    key = "announce-ask-url" if "label" in data else f"announce-ask-{part}"
    asked = voice.html(key, longest=LONGEST_REMARK if part == "remark" else LONGEST_LABEL)
    return {
        "text": voice.paragraphs(voice.html(f"refusal-{fault['key']}", **fault["values"]) if fault else None, asked),
        "quick": voice.plain("button-announce-read"),
        "is_answer": part == "answer",
        "drop": voice.plain("button-announce-drop-english"),
        "is_english": part == "en",
        "back": voice.plain("button-back"),
    }


async def take(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """An answer; what is not right is said above the question, which stays open."""
    try:
        screen = await _answer(message, manager)
    except Unclear:
        manager.dialog_data["fault"] = {"key": "announce-time-unclear", "values": {}}
        return
    except Refusal as refusal:
        if refusal.key in MENDABLE:
            manager.dialog_data["fault"] = {"key": refusal.key, "values": refusal.values}
            return
        voice = parts(manager)[1].voice
        screen = Screen(voice.html(f"refusal-{refusal.key}", **refusal.values), (back(voice),))
    manager.dialog_data.pop("fault", None)
    if screen is not None:
        await end(message, manager, screen)


async def take_quick(event: CallbackQuery, _: Pressable, manager: DialogManager) -> None:
    """[Sudah saya baca]: the answer that is used most."""
    tools, visitor = parts(manager)
    number = _of(manager)["broadcast"]
    added = Button(kind=ANSWER, label=visitor.voice.plain("button-announce-read"))
    await tools.announcing.add_button(broadcast_id=number, actor_telegram_id=visitor.telegram_id, added=added)
    await end(event, manager, await buttons_screen(number, visitor, tools))


async def drop_english(event: CallbackQuery, _: Pressable, manager: DialogManager) -> None:
    """Without an English text."""
    tools, visitor = parts(manager)
    number = _of(manager)["broadcast"]
    await tools.announcing.set_text(
        broadcast_id=number, actor_telegram_id=visitor.telegram_id, language="en", html=None
    )
    await end(event, manager, await draft_screen(number, visitor, tools))


async def go_back(event: CallbackQuery, _: Pressable, manager: DialogManager) -> None:
    """Back to where it was asked; nothing changed."""
    tools, visitor = parts(manager)
    start = _of(manager)
    number = start.get("broadcast")
    if number is None:
        screen = await room_screen(visitor, tools)
    elif start["part"] in {"link", "answer"}:
        screen = await buttons_screen(number, visitor, tools)
    elif start["part"] in {"when", "template"}:
        screen = await preview_screen(number, visitor, tools)
    elif start["part"] == "remark":
        screen = await request_screen(number, visitor, tools)
    else:
        screen = await draft_screen(number, visitor, tools)
    await end(event, manager, screen)


async def _answer(message: Message, manager: DialogManager) -> Screen | None:
    """What it changes, and the screen after it; None: another question comes."""
    tools, visitor = parts(manager)
    start, data = _of(manager), manager.dialog_data
    part, who, announcing = start["part"], visitor.telegram_id, tools.announcing
    text = (message.text or message.caption or "").strip()
    html = message.html_text if text else None
    if "agency" in start:
        number = await announcing.begin(
            actor_telegram_id=who, agency_id=start["agency"], html=html, media=_media(message)
        )
        return await draft_screen(number, visitor, tools)
    number = start["broadcast"]
    match part:
        case "id" | "en":
            await announcing.set_text(broadcast_id=number, actor_telegram_id=who, language=part, html=html or "")
        case "media":
            media = _media(message)
            if media is None:
                raise Refusal("announce-media")
            await announcing.set_media(broadcast_id=number, actor_telegram_id=who, media=media)
        case "link":
            if "label" not in data:
                label = " ".join(text.split())
                if not 1 <= len(label) <= LONGEST_LABEL:
                    raise Refusal("announce-label", count=len(label), longest=LONGEST_LABEL)
                data["label"] = label
                return None
            added = Button(kind=LINK, label=data["label"], url=check_url(text))
            await announcing.add_button(broadcast_id=number, actor_telegram_id=who, added=added)
            return await buttons_screen(number, visitor, tools)
        case "answer":
            added = Button(kind=ANSWER, label=text)
            await announcing.add_button(broadcast_id=number, actor_telegram_id=who, added=added)
            return await buttons_screen(number, visitor, tools)
        case "when":
            _, view = await seen(number, visitor, tools)
            send_at = read_moment(text, view.zone, tools.now(), USUAL_HOUR)
            await announcing.set_time(broadcast_id=number, actor_telegram_id=who, send_at=send_at)
            return await preview_screen(number, visitor, tools)
        case "template":
            name = await announcing.save_template(broadcast_id=number, actor_telegram_id=who, name=text)
            done = visitor.voice.html("announce-template-saved", name=name)
            return await preview_screen(number, visitor, tools, done=done)
        case _:
            return await _give_back(number, text, manager)
    return await draft_screen(number, visitor, tools)


async def _give_back(number: int, remark: str, manager: DialogManager) -> Screen:
    tools, visitor = parts(manager)
    await tools.announcing.return_(
        broadcast_id=number,
        actor_telegram_id=visitor.telegram_id,
        version=_of(manager)["version"],
        remark=remark,
    )
    return Screen(visitor.voice.html("announce-returned"), (back(visitor.voice),))


def _media(message: Message) -> Media | None:
    """The largest form of the picture, or the document."""
    if message.photo:
        return Media(kind="photo", file_id=message.photo[-1].file_id)
    if message.document:
        return Media(kind="document", file_id=message.document.file_id, name=message.document.file_name)
    return None


def _of(manager: DialogManager) -> dict[str, Any]:
    return cast(dict[str, Any], manager.start_data)


def build() -> Dialog:
    """The one window."""
    dialog = Dialog(
        Window(
            Format("{text}"),
            MessageInput(take, content_types=[ContentType.TEXT, ContentType.PHOTO, ContentType.DOCUMENT]),
            Pressable(Format("{quick}"), id="announce_read", on_click=take_quick, when="is_answer"),
            Pressable(Format("{drop}"), id="announce_english", on_click=drop_english, when="is_english"),
            Pressable(Format("{back}"), id="announce_back", on_click=go_back),
            state=AnnouncingSG.part,
            getter=get_words,
        )
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
