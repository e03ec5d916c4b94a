"""Asking for a topic: its name, then the like ones that can be supported instead, then its competency."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, Select
from aiogram_dialog.widgets.text import Format

from bot import places
from bot.browse.phrases import begun
from bot.dialogs.messages import PressesInPlace
from bot.dialogs.said import Said
from bot.dialogs.single import end, parts, show_mode
from bot.needs import screens
from bot.nip_messages import delete, holds_nip
from bot.screens import Screen
from bot.visitor import Visitor
from services.errors import Refusal
from services.planning import CHOICES


class WishingSG(StatesGroup):
    """The steps."""

    topic = State()
    like = State()
    competency = State()


TAKES_TEXT = frozenset({WishingSG.topic})


async def ask_for_topic(manager: DialogManager) -> None:
    """Begin."""
    await manager.start(WishingSG.topic, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def get_topic(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """The question, and what was to be different."""
    voice, fault = visitor.voice, dialog_manager.dialog_data.get("fault")
    said = voice.html(f"refusal-{fault['key']}", **fault["values"]) if fault else None
    return {"text": voice.paragraphs(said, voice.html("wish-ask"))}


async def get_like(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """What others asked for that is like it."""
    tools, _visitor = parts(dialog_manager)
    voice, topic = visitor.voice, dialog_manager.dialog_data["topic"]
    topics = await tools.needs.topics(text=topic)
    lines = (
        voice.html("survey-line", number=number, topic=one.topic, count=one.people)
        for number, one in enumerate(topics, 1)
    )
    text = voice.paragraphs(voice.html("wish-like", topic=topic), voice.lines(*lines))
    if len(topics) == 1:
        labels = [(voice.plain("button-support-wish"), str(topics[0].id))]
    else:
        labels = [
            (voice.plain("button-support-number", number=number), str(one.id)) for number, one in enumerate(topics, 1)
        ]
    return {"text": text, "topics": labels}


async def get_competency(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """Which competency it is for."""
    voice = visitor.voice
    choices = [(begun(voice.plain(f"competency-{key}")), key) for key in CHOICES["competency"]]
    return {"text": voice.html("wish-competency-ask", topic=dialog_manager.dialog_data["topic"]), "choices": choices}


async def take_topic(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The topic as typed; a NIP is taken out of the chat, and nothing is kept of it."""
    tools, visitor = parts(manager)
    text = " ".join((message.text or "").split())
    if holds_nip(text):
        await end(message, manager, places.nip_elsewhere(visitor, deleted=await delete(message)))
        return
    try:
        topics = await tools.needs.topics(text=text)
    except Refusal as refusal:
        manager.dialog_data["fault"] = {"key": refusal.key, "values": refusal.values}
        return
    manager.dialog_data["topic"] = text
    await manager.switch_to(WishingSG.like if topics else WishingSG.competency)


async def support(event: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """[Dukung usulan ini]: counted once a person."""
    tools, visitor = parts(manager)
    try:
        await tools.needs.support(telegram_id=visitor.telegram_id, need_id=int(item))
        screen = await _kept(manager, "wish-supported")
    except Refusal as refusal:
        screen = _refused(visitor, refusal)
    await end(event, manager, screen)


async def own(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Mine is another topic."""
    await manager.switch_to(WishingSG.competency)


async def choose(event: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """With its competency."""
    await _keep(event, manager, item)


async def skip(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Without one."""
    await _keep(event, manager, None)


async def leave(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """To the own wishes; nothing was kept."""
    tools, visitor = parts(manager)
    await end(event, manager, screens.wishes(visitor, await tools.needs.mine(telegram_id=visitor.telegram_id)))


async def again(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the topic."""
    await manager.switch_to(WishingSG.topic)


async def _keep(event: CallbackQuery, manager: DialogManager, competency: str | None) -> None:
    tools, visitor = parts(manager)
    topic = manager.dialog_data["topic"]
    try:
        new = await tools.needs.wish(telegram_id=visitor.telegram_id, text=topic, competency=competency)
        screen = await _kept(manager, "wish-kept" if new else "wish-kept-before")
    except Refusal as refusal:
        screen = _refused(visitor, refusal)
    await end(event, manager, screen)


async def _kept(manager: DialogManager, key: str) -> Screen:
    tools, visitor = parts(manager)
    mine = await tools.needs.mine(telegram_id=visitor.telegram_id)
    return screens.wishes(visitor, mine, done=visitor.voice.html(key))


def _refused(visitor: Visitor, refusal: Refusal) -> Screen:
    voice = visitor.voice
    text = voice.html(f"refusal-{refusal.key}", **refusal.values)
    return Screen(text, ([places.go(voice, "menu", "button-menu-back")],))


def _select(name: str, items: str, on_click: Any) -> Select[tuple[str, str]]:
    return Select(Format("{item[0]}"), id=name, item_id_getter=itemgetter(1), items=items, on_click=on_click)


def build() -> Dialog:
    """The three windows."""
    dialog = Dialog(
        Window(
            Format("{text}"),
            MessageInput(take_topic, content_types=[ContentType.TEXT]),
            Button(Said("button-back"), id="wish_leave", on_click=leave),
            state=WishingSG.topic,
            getter=get_topic,
        ),
        Window(
            Format("{text}"),
            Column(_select("wish_support", "topics", support)),
            Button(Said("button-own-topic"), id="wish_own", on_click=own),
            Button(Said("button-back"), id="wish_again", on_click=again),
            state=WishingSG.like,
            getter=get_like,
        ),
        Window(
            Format("{text}"),
            Group(_select("wish_competency", "choices", choose), width=2),
            Row(
                Button(Said("button-skip"), id="wish_skip", on_click=skip),
                Button(Said("button-back"), id="wish_back", on_click=again),
            ),
            state=WishingSG.competency,
            getter=get_competency,
        ),
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
