"""What the buttons around an agency's desk and its group carry. Who may press is asked at every press."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
Day = Annotated[int, Field(ge=1, le=7)]
Minute = Annotated[int, Field(ge=0, le=1439)]
Part = Literal["opens", "closes"]


class OpenDesk(CallbackData, prefix="gdo"):
    """An agency's desk; 0 is the first of one's own."""

    agency: Annotated[int, Field(ge=0, le=LARGEST_ID)] = 0


class ShowDays(CallbackData, prefix="gdd"):
    """Which days are working days."""

    agency: Id


class SwitchDay(CallbackData, prefix="gds"):
    """A day is a working day, or is not."""

    agency: Id
    day: Day
    on: bool


class ShowHours(CallbackData, prefix="gdh"):
    """When the day begins, or ends."""

    agency: Id
    part: Part


class SetHours(CallbackData, prefix="gdt"):
    """It begins, or ends, so many minutes after midnight."""

    agency: Id
    part: Part
    minute: Minute


class ShowAlarms(CallbackData, prefix="gda"):
    """After how long an unanswered question alarms."""

    agency: Id


class SetAlarm(CallbackData, prefix="gdn"):
    """After so many hours of work."""

    agency: Id
    hours: Annotated[int, Field(ge=1, le=200)]


class ShowGroup(CallbackData, prefix="gdg"):
    """The group, and how to mend what is wrong with it."""

    agency: Id


class AskToUnlink(CallbackData, prefix="gdq"):
    """What giving the group up would mean."""

    agency: Id


class Unlink(CallbackData, prefix="gdx"):
    """Give the group up."""

    agency: Id


class OfferGroup(CallbackData, prefix="gdi"):
    """In a group: who would answer from here."""


class AskToLink(CallbackData, prefix="gdl"):
    """In a group: what making it an agency's would mean."""

    agency: Id


class LinkNow(CallbackData, prefix="gdy"):
    """In a group: make it the agency's."""

    agency: Id
