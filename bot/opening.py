"""The screen of a place for a visitor, wherever it is asked for: commands, buttons, dialogs, errors."""

from __future__ import annotations

from aiogram.types import CallbackQuery, Message

from bot import places
from bot.callbacks import Place
from bot.enrolment.opening import offer_to_answer
from bot.knowledge.opening import home_screen
from bot.roles import count_waiting, has_role, organizes
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor


async def open_place(event: Message | CallbackQuery, place: Place, visitor: Visitor, tools: Tools) -> None:
    """Show a place."""
    await tools.stage.show(event, await screen_of(place, visitor, tools))


async def screen_of(place: Place, visitor: Visitor, tools: Tools) -> Screen:
    """The screen of a place for this visitor."""
    voice = visitor.voice
    match place:
        case "menu":
            waiting = await count_waiting(visitor, tools)
            urgent = await offer_to_answer(visitor, tools)
            return places.menu(visitor, voice.local(tools.now()).hour, waiting=waiting, urgent=urgent)
        case "more":
            return places.more(visitor, organizes=await organizes(visitor, tools))
        case "ask":
            return await home_screen(visitor, tools)
        case "privacy":
            return places.privacy(visitor, has_role=await has_role(visitor, tools))
        case "details":
            return places.details(visitor)
        case "language":
            return places.language(voice)
        case "settings":
            return places.settings(visitor)
        case "zone":
            return places.zone(visitor)
        case "consent" | "onboarding":
            return places.consent(voice)
        case "help":
            return places.help_(voice, organizes=await organizes(visitor, tools))
