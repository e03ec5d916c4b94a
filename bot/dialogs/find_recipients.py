"""Recipients of an announcement by name: part of an agency's or training's name, then those like it, to be switched.

It stays open for another name until it is left; nothing is kept but what was typed last.
"""

from __future__ import annotations

from operator import itemgetter
from typing import Any, cast

from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Select
from aiogram_dialog.widgets.text import Format

from bot import places
from bot.announcing.audience import choice_told, means_now
from bot.announcing.opening import audience_screen, seen
from bot.callbacks_announcing import NamedField
from bot.dialogs.messages import PressesInPlace
from bot.dialogs.said import Said as Label
from bot.dialogs.single import end, parts, show_mode
from bot.nip_messages import delete, holds_nip
from bot.organizing.home import back
from bot.screens import Screen
from bot.visitor import Visitor
from services.agencies import LONGEST_QUERY
from services.errors import Refusal


class FindRecipientsSG(StatesGroup):
    """The one question."""

    name = State()


TAKES_TEXT: frozenset[State] = frozenset({FindRecipientsSG.name})


async def ask_for_recipients(manager: DialogManager, broadcast_id: int, field: NamedField) -> None:
    """Begin: what is looked for, and for which announcement."""
    data = {"broadcast": broadcast_id, "field": field}
    await manager.start(FindRecipientsSG.name, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def get_words(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """The question; once a name was typed, what is like it and whom the filters mean now."""
    tools, _visitor = parts(dialog_manager)
    voice, start = visitor.voice, _of(dialog_manager)
    typed = dialog_manager.dialog_data.get("typed")
    if not typed:
        return {"text": voice.html(f"announce-find-{start['field']}"), "found": []}
    act = {"broadcast_id": start["broadcast"], "actor_telegram_id": visitor.telegram_id}
    found = await tools.announcing.find_choices(**act, field=start["field"], text=typed)
    if not found:
        return {"text": voice.html("announce-find-none", text=typed), "found": []}
    _voice, view = await seen(start["broadcast"], visitor, tools)
    counted = (await tools.announcing.forecast(**act)).counted
    lines = [
        voice.html("announce-line", number=str(at), what=choice_told(voice, start["field"], one))
        for at, one in enumerate(found, 1)
    ]
    return {
        "text": voice.paragraphs(
            voice.html("announce-find-found"), voice.lines(*lines), means_now(voice, view, counted)
        ),
        # What a press asks for is in the button, so that two quick ones do what one does.
        "found": [
            (places.switch(one.chosen, str(at)), f"{'-' if one.chosen else '+'}{one.value}")
            for at, one in enumerate(found, 1)
        ],
    }


async def take_name(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Part of a name. A NIP is none: it goes, and is not kept."""
    if holds_nip(message.text or ""):
        visitor = parts(manager)[1]
        await end(message, manager, places.nip_elsewhere(visitor, deleted=await delete(message)))
        return
    manager.dialog_data["typed"] = (message.text or "").strip()[:LONGEST_QUERY]


async def choose(event: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """One of those that were found on, or off."""
    tools, visitor = parts(manager)
    start = _of(manager)
    try:
        await tools.announcing.choose(
            broadcast_id=start["broadcast"],
            actor_telegram_id=visitor.telegram_id,
            field=start["field"],
            value=item[1:],
            chosen=item[0] == "+",
        )
    except Refusal as refusal:  # it was handed in, or deleted, meanwhile
        text = visitor.voice.html(f"refusal-{refusal.key}", **refusal.values)
        await end(event, manager, Screen(text, (back(visitor.voice),)))


async def leave(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Selesai memilih]: the filters, with a count of now."""
    tools, visitor = parts(manager)
    await end(event, manager, await audience_screen(_of(manager)["broadcast"], visitor, tools))


def _of(manager: DialogManager) -> dict[str, Any]:
    return cast(dict[str, Any], manager.start_data)


def build() -> Dialog:
    """The one window."""
    select = Select(
        Format("{item[0]}"), id="recipients_found", item_id_getter=itemgetter(1), items="found", on_click=choose
    )
    dialog = Dialog(
        Window(
            Format("{text}"),
            MessageInput(take_name, content_types=[ContentType.TEXT]),
            Group(select, width=5),
            Button(Label("button-announce-chosen"), id="recipients_leave", on_click=leave),
            state=FindRecipientsSG.name,
            getter=get_words,
        )
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
