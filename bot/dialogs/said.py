"""Dialog widgets that speak the person's language."""

from __future__ import annotations

from typing import Any

from aiogram.types import KeyboardButton
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.kbd import Keyboard
from aiogram_dialog.widgets.text import Text

from bot.words import Voice


def voice_of(manager: DialogManager) -> Voice:
    """The voice of the update in hand."""
    voice: Voice = manager.middleware_data["voice"]
    return voice


class Said(Text):
    """A fixed label, by its key."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return voice_of(manager).plain(self._key)


class Typed(Keyboard):
    """A button of the reply keyboard that types its label, as a person could."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self._text = text

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        return [[KeyboardButton(text=await self._text.render_text(data, manager))]]
