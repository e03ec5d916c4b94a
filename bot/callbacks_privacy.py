"""What the buttons of the data rights carry: nothing, for they only ever mean who presses them."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class ShowData(CallbackData, prefix="mydata"):
    """Show what is kept about who presses this."""


class AskToErase(CallbackData, prefix="erasing"):
    """Ask whether to erase it."""


class Erase(CallbackData, prefix="erase"):
    """Erase what is kept about who presses this."""
