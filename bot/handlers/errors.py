"""Errors that have an answer. Everything else goes up to the inbox, which tries again and then apologises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.filters import ExceptionTypeFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import CallbackQuery, ErrorEvent
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.exceptions import (
    OutdatedIntent,
    UnknownIntent,
    UnknownState,
    UnregisteredDialogError,
    UnregisteredWindowError,
)

from bot.answers import is_answered
from bot.callbacks import TryAgain
from bot.fsm import ScopedStorage
from bot.helpdesk.buttons import ask_button
from bot.opening import open_place
from bot.places import go
from bot.scope import CURRENT
from bot.screens import Screen, button
from bot.toolbox import Tools
from bot.visitor import MeetVisitor, Visitor
from services.errors import Refusal

TOAST_LENGTH = 200
OUTDATED = (OutdatedIntent, UnknownIntent, UnknownState, UnregisteredDialogError, UnregisteredWindowError)


async def refuse(event: ErrorEvent, visitor: Visitor, tools: Tools) -> None:
    """The product said no: its sentence as an alert after a tap, as a message after a text."""
    refusal = event.exception
    assert isinstance(refusal, Refusal)
    text = visitor.voice.plain(f"refusal-{refusal.key}", **refusal.values)
    source = event.update.callback_query or event.update.message
    if isinstance(source, CallbackQuery) and not is_answered(source):
        await source.answer(text[:TOAST_LENGTH], show_alert=True)
    elif source is not None:
        html = visitor.voice.html(f"refusal-{refusal.key}", **refusal.values)
        await tools.stage.add(source, Screen(html, ([go(visitor.voice, "menu")],)))


async def outdated(event: ErrorEvent, visitor: Visitor, tools: Tools, dialog_manager: DialogManager) -> None:
    """A window that is no longer open, or that this release does not have: a kind word, and where one is now."""
    source = event.update.callback_query or event.update.message
    if isinstance(source, CallbackQuery):
        await source.answer(visitor.voice.plain("stale"))
    message = source.message if isinstance(source, CallbackQuery) else source
    if message is None or message.chat.type != "private":
        return
    if dialog_manager.has_context():
        await dialog_manager.show(ShowMode.SEND)
        return
    # What stands on the stack is unknown to this release: left there, it would meet every update to come.
    if dialog_manager.current_stack().intents:
        await dialog_manager.reset_stack()
    if source is not None:
        await open_place(source, "menu", visitor, tools)


@dataclass(frozen=True, slots=True)
class Apology:
    """The last word when an update could not be handled: what is safe, a reference, and a way on."""

    bot: Bot
    meet: MeetVisitor

    async def __call__(self, raw: dict[str, Any], reference: str) -> None:
        """Tell the person in their private chat; updates of groups and of nobody are only logged."""
        query, chat, user = _whereabouts(raw)
        if user is None or chat.get("type") != "private":
            return
        voice = (await self.meet.meet_or_guest(user["id"], self._conversation(chat["id"], user["id"]))).voice
        again = button(voice.plain("button-try-again"), TryAgain(reference=reference))
        ways = [ask_button(voice), go(voice, "menu")]
        screen = Screen(voice.html("trouble", reference=reference), ([again], ways))
        if query is not None:
            await self.bot.answer_callback_query(query)
        await self.bot.send_message(chat["id"], screen.text, reply_markup=screen.keyboard)

    def _conversation(self, chat_id: int, user_id: int) -> FSMContext | None:
        if CURRENT.get(None) is None:
            return None
        return FSMContext(ScopedStorage(), StorageKey(self.bot.id, chat_id, user_id))


def _whereabouts(raw: dict[str, Any]) -> tuple[str | None, dict[str, Any], dict[str, Any] | None]:
    """The callback's id, the chat and the person of a raw update; read by hand, for it may be what broke parsing."""
    if query := raw.get("callback_query"):
        return query.get("id"), (query.get("message") or {}).get("chat") or {}, query.get("from")
    message = raw.get("message") or raw.get("edited_message") or {}
    return None, message.get("chat") or {}, message.get("from")


def setup(dispatcher: Dispatcher) -> None:
    """Only our own refusals and windows out of date are handled here; nothing is caught wholesale."""
    dispatcher.errors.register(refuse, ExceptionTypeFilter(Refusal))
    dispatcher.errors.register(outdated, ExceptionTypeFilter(*OUTDATED))
