"""Buttons that a getter lays out. Each carries the step it was made for: a double tap never answers the next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.kbd import Keyboard

STEP = "step"
"""Under this key the getter says which step it is."""

OnChoice = Callable[[CallbackQuery, DialogManager, str, str], Awaitable[None]]


class Rows(Keyboard):
    """Reads `rows` (rows of labels with values) and `step` from the getter; tells the step and the value pressed."""

    def __init__(self, id: str, on_choice: OnChoice) -> None:
        super().__init__(id=id)
        self._on_choice = on_choice

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        rows: Sequence[Sequence[tuple[str, str]]] = data["rows"]
        return [
            [
                InlineKeyboardButton(text=label, callback_data=self._item_callback_data(f"{data[STEP]}.{value}"))
                for label, value in row
            ]
            for row in rows
            if row
        ]

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        step, _, value = data.partition(".")
        await self._on_choice(callback, manager, step, value)
        return True
