"""The ways to articles from what they are made of."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from bot.callbacks_faq import MakeArticle
from bot.screens import button
from bot.words import Voice


def make_article_button(voice: Voice, ticket_id: int) -> InlineKeyboardButton:
    """[Jadikan artikel], under an answered question. Who may is asked when it is pressed."""
    return button(voice.plain("button-make-article"), MakeArticle(ticket=ticket_id))
