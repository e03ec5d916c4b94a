"""What the buttons around articles made of answers carry. Whose they are is asked at every press."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID


class MakeArticle(CallbackData, prefix="faqm"):
    """What an article made of a ticket's question and answer would say; nothing is kept yet."""

    ticket: int = Field(ge=1, le=LARGEST_ID)
