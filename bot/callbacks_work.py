"""What the buttons about where one works carry: the batch that one comes from, and what is to be changed."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID


class ChangeWork(CallbackData, prefix="work"):
    """Change the own unit or superior on the way into a batch; empty: choose which."""

    batch: Annotated[int, Field(ge=1, le=LARGEST_ID)]
    what: Literal["", "unit", "superior"] = ""
