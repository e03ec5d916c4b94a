"""Writing more about a question of one's own: text, a picture or a document."""

from __future__ import annotations

from typing import Any, cast

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.albums import settle
from bot.dialogs.single import end, one_question, parts, show_mode
from bot.helpdesk import own
from bot.helpdesk.phrases import number_of
from bot.helpdesk.reading import READ, said_in
from bot.nip_messages import delete, holds_nip
from bot.visitor import Visitor
from services.errors import Refusal

MENDABLE = frozenset({"ticket-empty", "ticket-long"})


class AddingSG(StatesGroup):
    """The one question."""

    text = State()


TAKES_TEXT = frozenset({AddingSG.text})


async def ask_to_add(manager: DialogManager, ticket_id: int, *, reopened: bool = False) -> None:
    """Begin; only the question's number is kept. The answer that one writes about stays to be read above."""
    data = {"ticket": ticket_id, "reopened": reopened}
    mode = show_mode(manager) if reopened else ShowMode.SEND
    await manager.start(AddingSG.text, data=data, mode=StartMode.RESET_STACK, show_mode=mode)


async def get_words(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, str]:
    """What to write, and what was not right."""
    voice, data, fault = visitor.voice, _of(dialog_manager), dialog_manager.dialog_data.get("fault")
    said = voice.html(f"refusal-{fault['key']}", **fault["values"]) if fault else None
    key = "question-reopened" if data["reopened"] else "question-add-ask"
    return {"text": voice.paragraphs(said, voice.html(key, number=number_of(data["ticket"])))}


async def take(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """What was written goes to the team."""
    tools, visitor = parts(manager)
    await settle(message, manager.middleware_data["state"])
    try:
        added = await tools.helpdesk.add(
            telegram_id=visitor.telegram_id, ticket_id=_of(manager)["ticket"], said=said_in(message)
        )
    except Refusal as refusal:
        if refusal.key in MENDABLE:
            manager.dialog_data["fault"] = {"key": refusal.key, "values": refusal.values}
            return
        await end(message, manager, own.refused(visitor.voice, refusal))
        return
    if holds_nip(message.text or message.caption or ""):
        await delete(message)
    await end(message, manager, own.added(visitor.voice, added.ticket))


async def go_back(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the question; nothing was written."""
    tools, visitor = parts(manager)
    try:
        view = await tools.helpdesk.own(telegram_id=visitor.telegram_id, ticket_id=_of(manager)["ticket"])
    except Refusal as refusal:
        await end(event, manager, own.refused(visitor.voice, refusal))
    else:
        await end(event, manager, own.one(visitor.voice, view))


def _of(manager: DialogManager) -> dict[str, Any]:
    return cast(dict[str, Any], manager.start_data)


def build() -> Dialog:
    """The one window."""
    return one_question(AddingSG.text, "adding", get_words, take, go_back, reads=READ)
