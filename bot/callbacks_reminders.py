"""What the buttons around reminders carry. Whose they are is asked at every press."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]


class SayIAmComing(CallbackData, prefix="mc"):
    """The person with a sure seat will come."""

    enrolment: Id


class RemindAgain(CallbackData, prefix="ma"):
    """Once more tomorrow; the first reminder of the message names it."""

    first: Id


class WatchBatch(CallbackData, prefix="mw"):
    """Hear when a training opens and before it closes, or no more."""

    batch: Id
    on: bool = True


class Agenda(CallbackData, prefix="mg"):
    """The own next 30 days."""


class SaveAgenda(CallbackData, prefix="mv"):
    """The same as a calendar file."""


class RemindersSet(CallbackData, prefix="ms"):
    """Which kinds come."""


class SwitchGroup(CallbackData, prefix="mt"):
    """Switch a kind off or on."""

    group: Literal["enrolment", "start", "watched", "announcements"]
    muted: bool


class QuietSet(CallbackData, prefix="mq"):
    """Which hours are quiet."""


class ChooseQuiet(CallbackData, prefix="mh"):
    """Choose quiet hours."""

    quiet: Annotated[str, Field(pattern=r"^(\d\d-\d\d|none)$")]


class Outlooks(CallbackData, prefix="mo"):
    """For organizers: what goes out in the next days."""

    page: Annotated[int, Field(ge=1, le=999)] = 1


class Holding(CallbackData, prefix="ml"):
    """For organizers: which kinds are held back, for an agency (0: the first of theirs)."""

    agency: Annotated[int, Field(ge=0, le=LARGEST_ID)] = 0


class Hold(CallbackData, prefix="mk"):
    """Hold a kind back for an agency, or let it go."""

    agency: Id
    kind: Literal["start", "letter", "offer", "opening", "closing"]
    hold: bool
