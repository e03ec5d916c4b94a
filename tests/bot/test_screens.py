"""What a screen becomes on a phone."""

from __future__ import annotations

from bot.callbacks import Kelola
from bot.screens import Screen, button


def shape(*rows: list[str]) -> list[list[str]]:
    """The rows of labels as Telegram takes them."""
    keyboard = Screen("?", tuple([button(label, Kelola()) for label in row] for row in rows)).keyboard
    assert keyboard is not None
    return [[one.text for one in row] for row in keyboard.inline_keyboard]


def test_labels_that_would_be_cut_side_by_side_get_rows_of_their_own() -> None:
    assert shape(["Cari pengetahuan", "⬅️ Menu"], [], ["1", "2", "3", "4", "5"]) == [
        ["Cari pengetahuan", "⬅️ Menu"],
        ["1", "2", "3", "4", "5"],
    ]
    assert shape(["Tanya penyelenggara", "⬅️ Menu"]) == [["Tanya penyelenggara"], ["⬅️ Menu"]]
    assert shape(["Jakarta", "Nusa Tenggara", "Bali"]) == [["Jakarta"], ["Nusa Tenggara"], ["Bali"]]
    assert Screen("?", ([],)).keyboard is None
