"""What the buttons of papers carry: which paper, of which own enrolment. Whose it is, is asked at every press."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID


class GetPaper(CallbackData, prefix="paper"):
    """Send a paper about an own enrolment: the calendar file, the call letter, or a draft of the superior's letter."""

    enrolment: Annotated[int, Field(ge=1, le=LARGEST_ID)]
    kind: Literal["calendar", "call", "draft"]
