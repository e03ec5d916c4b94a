"""When the daily quiz comes, and whether the week's summary does. Pure: a visitor and choices in, a screen out."""

from __future__ import annotations

from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.callbacks_habits import ChooseHour, SwitchWeekly
from bot.places import go, switch
from bot.screens import Screen, button, in_rows
from bot.visitor import Visitor
from bot.words import Voice
from services.practice.habits import HOURS, WEEK_HOUR, Habits, is_heard


def habits_set(visitor: Visitor, habits: Habits, now: datetime) -> Screen:
    """The hours to choose from; those within the person's quiet hours would come late or never, and are left out."""
    voice, quiet = visitor.voice, visitor.person.quiet if visitor.person else None
    chosen = habits.quiz_at
    heard = [hour for hour in HOURS if is_heard(hour, voice.zone, quiet, now)]
    hours = [_hour(voice, hour, chosen=hour == chosen) for hour in HOURS if hour in heard or hour == chosen]
    off = [button(voice.plain("button-quiz-off"), ChooseHour())] if chosen else []
    weekly = button(switch(habits.weekly, voice.plain("button-weekly")), SwitchWeekly(on=not habits.weekly))
    text = voice.paragraphs(
        voice.html("habits"),
        voice.html("habits-at", hour=told(voice, chosen), zone=voice.zone) if chosen else voice.html("habits-off"),
        voice.html("habits-unheard", hour=told(voice, chosen)) if chosen and chosen not in heard else None,
        voice.html("habits-week", hour=told(voice, WEEK_HOUR), zone=voice.zone) if habits.weekly else None,
    )
    return Screen(text, (*in_rows(hours, 3), off, [weekly], [go(voice, "settings", "button-back")]))


def told(voice: Voice, hour: str) -> str:
    """An hour as people read it: `07.30`, `07:30`."""
    return voice.plain("habits-hour", hour=hour[:2], minute=hour[3:])


def _hour(voice: Voice, hour: str, *, chosen: bool) -> InlineKeyboardButton:
    return button(switch(chosen, told(voice, hour)), ChooseHour(hour=hour.replace(":", "")))
