"""Screens of announcements that need use cases first."""

from __future__ import annotations

from aiogram import Bot
from aiogram.types import CallbackQuery, Message

from bot.announcing import audience, preview, screens
from bot.announcing.message import message
from bot.callbacks_announcing import FieldName
from bot.delivery.outcome import Sent
from bot.delivery.sender import Sender
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from bot.words import Html, Voice
from services.broadcasts.look import DraftView


def spoken(visitor: Visitor, tools: Tools, view: DraftView) -> Voice:
    """The visitor's language, on the clock of the agency that speaks."""
    return tools.words.voice(visitor.voice.language, view.zone)


async def room_screen(visitor: Visitor, tools: Tools, done: Html | None = None) -> Screen:
    """[Pengumuman]."""
    shelf = await tools.announcing.shelf(actor_telegram_id=visitor.telegram_id)
    return screens.room(visitor.voice, shelf, done)


async def seen(number: int, visitor: Visitor, tools: Tools) -> tuple[Voice, DraftView]:
    """One of them, and how to speak of it."""
    view = await tools.announcing.get(broadcast_id=number, actor_telegram_id=visitor.telegram_id)
    return spoken(visitor, tools, view), view


async def draft_screen(number: int, visitor: Visitor, tools: Tools, done: Html | None = None) -> Screen:
    """One of the own; one that is for the visitor to approve is shown as such."""
    voice, view = await seen(number, visitor, tools)
    return screens.draft(voice, view, done) if view.is_own else await request_screen(number, visitor, tools)


async def buttons_screen(number: int, visitor: Visitor, tools: Tools) -> Screen:
    """The buttons under it."""
    voice, view = await seen(number, visitor, tools)
    return screens.buttons(voice, view) if _can_change(view) else screens.draft(voice, view)


async def audience_screen(number: int, visitor: Visitor, tools: Tools, *, more: bool = False) -> Screen:
    """Who gets it, counted now."""
    voice, view = await seen(number, visitor, tools)
    if not _can_change(view):
        return screens.draft(voice, view)
    forecast = await tools.announcing.forecast(broadcast_id=number, actor_telegram_id=visitor.telegram_id)
    return audience.audience(voice, view, forecast.counted, more=more)


async def choices_screen(number: int, field: FieldName, page: int, visitor: Visitor, tools: Tools) -> Screen:
    """What a filter can be narrowed to."""
    who = visitor.telegram_id
    found = await tools.announcing.choices(broadcast_id=number, actor_telegram_id=who, field=field, page=page)
    voice, view = await seen(number, visitor, tools)
    forecast = await tools.announcing.forecast(broadcast_id=number, actor_telegram_id=who)
    return audience.choices(voice, view, forecast.counted, found)


async def preview_screen(
    number: int, visitor: Visitor, tools: Tools, language: str = "id", done: Html | None = None
) -> Screen:
    """What sending it would mean now."""
    voice, view = await seen(number, visitor, tools)
    if not _can_change(view):
        return screens.draft(voice, view)
    forecast = await tools.announcing.forecast(broadcast_id=number, actor_telegram_id=visitor.telegram_id)
    return preview.preview(voice, view, forecast, language, done)


async def request_screen(number: int, visitor: Visitor, tools: Tools) -> Screen:
    """Somebody asks the visitor to agree; where that is settled, how it stands."""
    voice, view = await seen(number, visitor, tools)
    if view.state != "waiting" or not view.may_approve:
        return screens.draft(voice, view)
    forecast = await tools.announcing.forecast(broadcast_id=number, actor_telegram_id=visitor.telegram_id)
    return preview.request(voice, view, forecast)


async def send_sample(
    event: CallbackQuery | Message, view: DraftView, language: str, visitor: Visitor, tools: Tools, bot: Bot
) -> bool:
    """The announcement itself into the chat, exactly as a recipient of this language gets it; whether it arrived."""
    voice = tools.words.voice(language, visitor.voice.zone)
    outcome = await Sender(bot)(visitor.telegram_id, message(voice, view.message))
    if isinstance(outcome, Sent):
        return True
    refusal = visitor.voice.plain("announce-not-taken")
    if isinstance(event, CallbackQuery):
        await event.answer(refusal, show_alert=True)
    return False


def _can_change(view: DraftView) -> bool:
    return view.is_own and view.state == "draft"
