"""What the buttons under an announcement carry. Whether it was sent to who presses is asked at every press."""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID


class Pressed(CallbackData, prefix="zp"):
    """A quick answer to an announcement: its button, counted from 0."""

    broadcast: Annotated[int, Field(ge=1, le=LARGEST_ID)]
    button: Annotated[int, Field(ge=0, le=9)]
