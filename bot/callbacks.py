"""What buttons carry: ids and choices only, each in a typed form of at most 64 bytes.

A pressed button proves nothing: it may be years old, forwarded, or forged. Handlers look everything up anew. A form
that changes gets a new prefix; the old one then falls through to the kind word for stale buttons.
"""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

LARGEST_ID = 2**31 - 1

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

    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    then: Literal["language", "consent", "start"] = "language"


class SetZoneTo(CallbackData, prefix="zone"):
    """Choose a time zone; empty is the agency's own."""

    zone: Annotated[str, Field(pattern=r"^[A-Z]{0,4}$")]


class TryAgain(CallbackData, prefix="again"):
    """Handle a quarantined update once more."""

    reference: Annotated[str, Field(pattern=r"^J-[A-Z2-9]{4}$")]


class Sought(CallbackData, prefix="sought"):
    """What the list of trainings is narrowed to, and its page. Every button around the list carries it along."""

    competency: Literal["", "t", "m", "s", "p"] = ""
    mode: Literal["", "k", "b", "e", "m", "g", "i", "f"] = ""
    host: Annotated[int, Field(ge=0, le=LARGEST_ID)] = 0
    month: Annotated[str, Field(pattern=r"^(20\d\d-(0[1-9]|1[0-2]))?$")] = ""
    unopened: bool = False
    """Also those whose registration opens later."""
    page: Annotated[int, Field(ge=1, le=9999)] = 1


class Browse(Sought, prefix="b"):
    """The list of trainings."""


class Card(Sought, prefix="c"):
    """A batch's card; the rest leads back to the list as it was."""

    batch: Annotated[int, Field(ge=1, le=LARGEST_ID)]
    details: bool = False


class Kelola(CallbackData, prefix="kelola"):
    """What waits for an organizer."""


class KelolaMore(CallbackData, prefix="kelola2"):
    """The rooms of an organizer's work after so many that were seen already."""

    seen: int = 0
