"""What is said to an answer: faults, refusals, notes. Kept in the dialog as keys and values, never a NIP."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

from bot.words import Html, Voice
from services.identity import Fault

SAID = "said"
NOTES = frozenset({"nip-not-deleted", "text-awaited"})
"""These stand above the question; all others take its place, for they say what to do."""
SMALLEST_YEAR = 1000


def say(manager: DialogManager, *faults: Fault) -> None:
    """Say this, and nothing of what was said before."""
    manager.dialog_data[SAID] = [[fault.key, fault.values] for fault in faults]


def add(manager: DialogManager, *faults: Fault) -> None:
    """Say this too."""
    manager.dialog_data.setdefault(SAID, []).extend([fault.key, fault.values] for fault in faults)


def notes(manager: DialogManager, voice: Voice) -> Html:
    """The lines above the question."""
    return voice.lines(*(_told(voice, key, values) for key, values in _said(manager) if key in NOTES))


def faults(manager: DialogManager, voice: Voice) -> Html:
    """The lines in the question's place; empty when the question itself is to be shown."""
    return voice.lines(*(_told(voice, key, values) for key, values in _said(manager) if key not in NOTES))


def letters(manager: DialogManager) -> list[str]:
    """The digits that letters were read for, in order, each once."""
    return sorted({values["digit"] for key, values in _said(manager) if key == "nip-letter"})


def _said(manager: DialogManager) -> list[tuple[str, dict[str, Any]]]:
    return [(key, values) for key, values in manager.dialog_data.get(SAID, [])]


def _told(voice: Voice, key: str, values: dict[str, Any]) -> Html:
    if key == "nip-birth-date":
        values = values | {"month": voice.month(f"{values['year']}-{values['month']}")}
    return voice.html(key, **{name: _year_as_text(value) for name, value in values.items()})


def _year_as_text(value: Any) -> Any:
    # A year is no amount: as a number it would read 2.051.
    return str(value) if isinstance(value, int) and value >= SMALLEST_YEAR else value
