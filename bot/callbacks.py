"""What buttons carry: ids and choices only, each in a typed form of at most 64 bytes.

A pressed button proves nothing: it may be years old, forwarded, or forged. Handlers look everything up anew. A form
that changes gets a new prefix; the old one then falls through to the kind word for stale buttons.
"""

from __future__ import annotations

from typing import Literal

from aiogram.filters.callback_data import CallbackData

Place = Literal[
    "menu",
    "more",
    "ask",
    "help",
    "privacy",
    "details",
    "consent",
    "language",
    "settings",
    "zone",
    "onboarding",
]


class Go(CallbackData, prefix="go"):
    """Open one of the fixed places."""

    place: Place


class Agree(CallbackData, prefix="agree"):
    """Consent given, or not."""

    yes: bool


class SetLanguageTo(CallbackData, prefix="lang"):
    """Choose a language; `then` is the place shown afterwards."""

    language: str
    then: Literal["language", "consent", "start"] = "language"


class SetZoneTo(CallbackData, prefix="zone"):
    """Choose a time zone; empty is the agency's own."""

    zone: str


class TryAgain(CallbackData, prefix="again"):
    """Handle a quarantined update once more."""

    reference: str


class Browse(CallbackData, prefix="b"):
    """A page of the list of trainings under a filter; empty fields filter nothing."""

    competency: str = ""
    mode: str = ""
    host: int = 0
    month: str = ""
    page: int = 1


class Card(CallbackData, prefix="c"):
    """A batch's card."""

    batch: int


class Kelola(CallbackData, prefix="kelola"):
    """What waits for an organizer."""
