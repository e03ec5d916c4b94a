"""Screens of articles made of answers that need use cases first."""

from __future__ import annotations

from bot.organizing.faq import screens
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from bot.words import Html, Voice
from services.faq import FaqView


async def room_screen(visitor: Visitor, tools: Tools, done: Html | None = None) -> Screen:
    """[Artikel dari jawaban]."""
    counted = await tools.faq.count(actor_telegram_id=visitor.telegram_id)
    return screens.room(visitor.voice, counted, done)


async def seen(number: int, visitor: Visitor, tools: Tools) -> tuple[Voice, FaqView]:
    """One of them, and how to speak of it: in the visitor's language, on the agency's clock."""
    view = await tools.faq.get(faq_id=number, actor_telegram_id=visitor.telegram_id)
    return tools.words.voice(visitor.voice.language, view.faq.zone), view


async def faq_screen(number: int, visitor: Visitor, tools: Tools, done: Html | None = None) -> Screen:
    """One of them, as it stands."""
    voice, view = await seen(number, visitor, tools)
    return screens.faq(voice, view, done)


async def ticket_screen(ticket: int, visitor: Visitor, tools: Tools, done: Html | None = None) -> Screen:
    """What an article of a ticket would say, or the one that was made of it before."""
    found = await tools.faq.propose(ticket_id=ticket, actor_telegram_id=visitor.telegram_id)
    if found.faq_id is not None:
        return await faq_screen(found.faq_id, visitor, tools)
    return screens.proposed(visitor.voice, found, done)
