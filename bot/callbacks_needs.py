"""What the buttons of people's wishes carry."""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

NeedId = Annotated[int, Field(ge=1, le=LARGEST_ID)]


class Wishes(CallbackData, prefix="wl"):
    """The own wishes."""

    page: Annotated[int, Field(ge=1, le=99)] = 1


class ShowWish(CallbackData, prefix="wv"):
    """One of them."""

    need: NeedId


class WithdrawWish(CallbackData, prefix="wx"):
    """Take it back."""

    need: NeedId


class MakeWish(CallbackData, prefix="wn"):
    """Ask for a topic."""
