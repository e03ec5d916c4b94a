"""The ways to the organizers from anywhere. Pure."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from bot.callbacks_helpdesk import Ask, OwnQuestions
from bot.screens import button
from bot.words import Voice


def ask_button(voice: Voice, batch_id: int = 0) -> InlineKeyboardButton:
    """Write to the organizers; with a batch to those who host it."""
    return button(voice.plain("button-ask-organizers"), Ask(batch=batch_id))


def own_questions_button(voice: Voice) -> InlineKeyboardButton:
    """What one asked."""
    return button(voice.plain("button-own-questions"), OwnQuestions())
