"""The screens and the document of a person's data rights. Pure: a visitor and values in, screens out."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from bot.callbacks_privacy import Erase
from bot.places import go, trainings
from bot.screens import Screen, button
from bot.words import Voice

RAW = "data"
"""What a conversation remembers: shown as it is, its keys have no words."""


def nothing_kept(voice: Voice) -> Screen:
    """For guests: there is nothing to show, and nothing to erase."""
    return Screen(voice.html("rights-guest"), ([trainings(voice, "button-see-trainings")], [go(voice, "menu")]))


def document_note(voice: Voice, *, has_nip: bool) -> Screen:
    """The words under the document."""
    text = voice.lines(voice.html("rights-document"), voice.html("rights-document-nip") if has_nip else None)
    return Screen(text, ([go(voice, "privacy")], [go(voice, "menu", "button-menu-back")]))


def document(voice: Voice, export: dict[str, Any]) -> bytes:
    """The export as a JSON document with keys that a person can read; moments in their zone."""
    return json.dumps(_worded(voice, "", export), ensure_ascii=False, indent=2).encode()


def ask(voice: Voice, *, has_role: bool) -> Screen:
    """What goes, what stays; keeping everything is the first button, erasing the last."""
    text = voice.paragraphs(
        voice.html("erase-ask"),
        voice.lines(
            voice.html("erase-goes"),
            voice.html("erase-stays"),
            voice.html("erase-role-stays") if has_role else None,
        ),
        voice.html("erase-then"),
    )
    return Screen(
        text,
        ([go(voice, "privacy", "button-keep-data")], [button(voice.plain("button-erase-data"), Erase())]),
    )


def erased(voice: Voice) -> Screen:
    """It is done; one is a guest again."""
    return Screen(
        voice.html("erased"), ([trainings(voice, "button-see-trainings")], [go(voice, "consent", "button-introduce")])
    )


def _worded(voice: Voice, key: str, value: Any) -> Any:
    if key == RAW:
        return value
    if isinstance(value, dict):
        return {_word(voice, f"kept-{name}", name): _worded(voice, name, item) for name, item in value.items()}
    if isinstance(value, list):
        return [_worded(voice, key, item) for item in value]
    if isinstance(value, bool):
        return voice.plain("kept-yes" if value else "kept-no")
    if isinstance(value, datetime):
        return voice.local(value).isoformat(timespec="seconds")
    return _word(voice, f"kept-{key}-{value}".replace(".", "-"), value) if isinstance(value, str) else value


def _word(voice: Voice, key: str, otherwise: str) -> str:
    return voice.plain(key) if voice.has(key) else otherwise
