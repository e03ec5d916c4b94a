"""What the switch of rich articles carries."""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field


class SetRichTo(CallbackData, prefix="rich"):
    """Switch rich articles on or off; with `sign`, show that article so at once, else the settings again."""

    on: bool
    sign: Annotated[str, Field(pattern=r"^([0-9a-f]{10})?$")] = ""
