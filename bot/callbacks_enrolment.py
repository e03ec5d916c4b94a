"""What the buttons around seats carry: enrolling, own enrolments, offers. Who may press is asked at every press."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID, Sought

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
Why = Literal["", "duty", "permission", "ill", "dates", "private"]
"""Why a sure seat is given back; the sentence is `reason-<why>`."""


class AskToEnrol(Sought, prefix="ea"):
    """What enrolling in a batch would mean; the rest leads back to the card as it was."""

    batch: Id


class EnrolIn(CallbackData, prefix="ee"):
    """Enrol in a batch."""

    batch: Id


class ShowSeats(Sought, prefix="ep"):
    """How the seats of a batch are shared; the rest leads back to the card as it was."""

    batch: Id


class Mine(CallbackData, prefix="em"):
    """The own enrolments, or those that have ended; so many to a page."""

    ended: bool = False
    page: Annotated[int, Field(ge=1, le=999)] = 1


class ShowEnrolment(CallbackData, prefix="es"):
    """One own enrolment."""

    enrolment: Id


class AskToLeave(CallbackData, prefix="el"):
    """What leaving would mean; for a sure seat the reason is asked first."""

    enrolment: Id
    why: Why = ""


class Leave(CallbackData, prefix="ex"):
    """Give the seat back, leave the line, or withdraw what was submitted."""

    enrolment: Id
    why: Why = ""


class ShowOffer(CallbackData, prefix="of"):
    """An offered seat."""

    offer: Id


class Accept(CallbackData, prefix="oa"):
    """Take an offered seat; with `swap` in exchange for the one that overlaps."""

    offer: Id
    swap: bool = False


class AskToDecline(CallbackData, prefix="on"):
    """What declining would mean."""

    offer: Id


class Decline(CallbackData, prefix="od"):
    """Pass an offered seat on."""

    offer: Id
