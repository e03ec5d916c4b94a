"""What the button carries that erases a person's data: nothing, for it only ever means who presses it."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class Erase(CallbackData, prefix="erase"):
    """Erase what is kept about who presses this."""
