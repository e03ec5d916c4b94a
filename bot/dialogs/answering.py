"""What an organizer types about a question: an answer or a note, an answer to be kept ready, another agency's name."""

from __future__ import annotations

from typing import Any, Literal, cast

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.albums import settle
from bot.dialogs.single import end, one_question, parts, show_mode
from bot.helpdesk import handing, team
from bot.helpdesk.phrases import number_of
from bot.helpdesk.reading import READ, said_in
from bot.nip_messages import delete, holds_nip
from bot.screens import Screen
from bot.visitor import Visitor
from services.errors import Refusal

MENDABLE = frozenset({"ticket-empty", "ticket-long", "ready-note", "ready-many"})
"""What is asked for again, with what was not right about it."""
AGENCIES_SHOWN = 5

Part = Literal["answer", "ready", "agency"]


class AnsweringSG(StatesGroup):
    """The question of now."""

    part = State()


TAKES_TEXT = frozenset({AnsweringSG.part})


async def ask_for(manager: DialogManager, ticket_id: int, part: Part) -> None:
    """Begin; only the question's number is kept, never what was typed. What one answers stays to be read above."""
    data = {"ticket": ticket_id, "part": part}
    mode = ShowMode.SEND if part == "answer" else show_mode(manager)
    await manager.start(AnsweringSG.part, data=data, mode=StartMode.RESET_STACK, show_mode=mode)


async def get_words(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, str]:
    """What is asked, and what was not right about the last try."""
    voice, data, fault = visitor.voice, _of(dialog_manager), dialog_manager.dialog_data.get("fault")
    said = voice.html(f"refusal-{fault['key']}", **fault["values"]) if fault else None
    asked = voice.html(f"answering-{data['part']}", number=number_of(data["ticket"]))
    return {"text": voice.paragraphs(said, asked)}


async def take(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """What was typed or sent; what is not right is said above the question, which stays open."""
    voice = parts(manager)[1].voice
    await settle(message, manager.middleware_data["state"])
    try:
        screen = await _taken(message, manager)
    except Refusal as refusal:
        if refusal.key in MENDABLE:
            manager.dialog_data["fault"] = {"key": refusal.key, "values": refusal.values}
            return
        screen = team.refused(voice, refusal)
    if holds_nip(message.text or message.caption or ""):
        await delete(message)
    await end(message, manager, screen)


async def go_back(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the question; nothing was said."""
    tools, visitor = parts(manager)
    number = _of(manager)["ticket"]
    try:
        view = await tools.helpdesk.look(ticket_id=number, actor_telegram_id=visitor.telegram_id)
    except Refusal as refusal:
        await end(event, manager, team.refused(visitor.voice, refusal))
    else:
        await end(event, manager, team.one(visitor.voice, view))


async def _taken(message: Message, manager: DialogManager) -> Screen:
    tools, visitor = parts(manager)
    number, who, helpdesk = _of(manager)["ticket"], visitor.telegram_id, tools.helpdesk
    match _of(manager)["part"]:
        case "answer":
            done = await helpdesk.answer(ticket_id=number, actor_telegram_id=who, said=said_in(message))
            return team.said_by_team(visitor.voice, done)
        case "ready":
            view = await helpdesk.look(ticket_id=number, actor_telegram_id=who)
            html = said_in(message).html
            kept = await helpdesk.add_ready(agency_id=view.ticket.agency.id, actor_telegram_id=who, html=html)
            answer = await helpdesk.get_ready(ready_id=kept, actor_telegram_id=who)
            return handing.preview(visitor.voice, view, answer)
        case _:
            ticket = (await helpdesk.look(ticket_id=number, actor_telegram_id=who)).ticket
            text = (message.text or "").strip()[:100]
            found = await helpdesk.find_routes(telegram_id=ticket.telegram_id, text=text, limit=AGENCIES_SHOWN + 1)
            routes = [one for one in found if one.agency.id != ticket.agency.id][:AGENCIES_SHOWN]
            return handing.agencies(visitor.voice, number, routes)


def _of(manager: DialogManager) -> dict[str, Any]:
    return cast(dict[str, Any], manager.start_data)


def build() -> Dialog:
    """The one window."""
    return one_question(AnsweringSG.part, "answering", get_words, take, go_back, reads=READ)
