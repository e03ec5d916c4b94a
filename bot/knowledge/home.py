"""Where knowledge begins: how to ask, the lists, the guides. Pure."""

from __future__ import annotations

from bot.callbacks_knowledge import Shelf
from bot.guides.links import entrances
from bot.habits.doors import exercises
from bot.places import go
from bot.screens import Row, Screen, button
from bot.words import Voice


def home(voice: Voice, *, has_read: bool, has_asked: bool) -> Screen:
    """How to look something up: just type it, look through a list, or let a guide ask. Empty lists are left out."""
    remembered: Row = []
    if has_read:
        remembered.append(button(voice.plain("button-shelf-read"), Shelf(kind="read")))
    if has_asked:
        remembered.append(button(voice.plain("button-shelf-asked"), Shelf(kind="asked")))
    whole = [
        button(voice.plain("button-shelf-modules"), Shelf(kind="modules")),
        button(voice.plain("button-shelf-letters"), Shelf(kind="letters")),
    ]
    last = [exercises(voice)], [go(voice, "menu", "button-menu-back")]
    return Screen(voice.html("ask"), (remembered, whole, *entrances(voice), *last))
