"""👍 and 👎 under an article. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from bot.callbacks_knowledge import Helped
from bot.screens import Row, button
from bot.words import Voice

LABELS: tuple[tuple[str, Literal[1, -1]], ...] = (("button-helped", 1), ("button-not-helped", -1))
SAID = {1: "vote-helped", -1: "vote-not-helped", 0: "vote-taken-back"}


def votes(voice: Voice, sign: str, vote: int | None) -> Row:
    """Both choices; the one that was made is ticked, and takes itself back."""
    row = []
    for key, value in LABELS:
        chosen = vote == value
        label = f"✅ {voice.plain(key)}" if chosen else voice.plain(key)
        row.append(button(label, Helped(sign=sign, value=0 if chosen else value)))
    return row


def marked(voice: Voice, rows: Iterable[Row], sign: str, vote: int) -> tuple[Row, ...]:
    """The buttons of a message as they are, with the vote shown in them."""
    return tuple(votes(voice, sign, vote) if _is_of_votes(row) else row for row in rows)


def thanks(voice: Voice, vote: int, *, kept: bool) -> str:
    """The toast after a vote."""
    return voice.plain(SAID[vote] if kept else "vote-not-kept")


def _is_of_votes(row: Row) -> bool:
    return any((choice.callback_data or "").startswith(f"{Helped.__prefix__}:") for choice in row)
