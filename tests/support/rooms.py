"""Finding a room of an organizer's work, wherever it stands among the others."""

from __future__ import annotations

from tests.support.sandbox import Person

PAGES = 4


async def find_room(person: Person, label: str) -> None:
    """From /kelola through [Lainnya] to the page with the room's button."""
    home = await person.ask("/kelola")
    for _ in range(PAGES):
        if label in home.labels:
            return
        home = await person.tap("Lainnya")
    raise AssertionError(f"no room {label!r}")
