"""What the buttons of planning carry: ids and choices, looked up and authorised anew at every press."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
IdOrNone = Annotated[int, Field(ge=0, le=LARGEST_ID)]
PageNumber = Annotated[int, Field(ge=1, le=9999)]
Which = Literal["own", "queue", "open", "done"]
Part = Literal["", "full", "history", "fields", "fields2"]
FieldName = Literal[
    "title",
    "lesson_hours",
    "competency",
    "mode",
    "funding",
    "funding_note",
    "programme",
    "planned_month",
    "summary",
    "objectives",
    "materials",
]


class PlanRoom(CallbackData, prefix="plr"):
    """The room of planning."""


class Plans(CallbackData, prefix="pll"):
    """A list of trainings that are planned."""

    which: Which = "own"
    page: PageNumber = 1


class ShowPlan(CallbackData, prefix="plv"):
    """One training, or a part of what there is to it."""

    training: Id
    part: Part = ""


class NewDraft(CallbackData, prefix="pln"):
    """Begin a draft; 0: of the own agency, where there is one."""

    agency: IdOrNone = 0


class EditField(CallbackData, prefix="plf"):
    """Ask for one field anew; with `walk` also for those after it that are empty."""

    training: Id
    field: FieldName
    walk: bool = False


class SubmitPlan(CallbackData, prefix="pls"):
    """Hand a draft to the secretariat."""

    training: Id


class RecallPlan(CallbackData, prefix="plw"):
    """Take a submitted draft back."""

    training: Id


class Review(CallbackData, prefix="plq"):
    """A submitted draft beside the one most like it; 0: the first in the queue.

    With `skip` the one after it that does not stand beside it already.
    """

    training: IdOrNone = 0
    beside: IdOrNone = 0
    skip: bool = False


class AcceptPlans(CallbackData, prefix="pla"):
    """Accept a draft, or two."""

    training: Id
    other: IdOrNone = 0


class ReturnPlan(CallbackData, prefix="plb"):
    """Give a draft back; the remark is asked first."""

    training: Id


class SideBySide(CallbackData, prefix="plo"):
    """What two drafts contain."""

    first: Id
    second: Id


class ChooseMerge(CallbackData, prefix="plm"):
    """Which of two drafts goes on, if they are merged?"""

    first: Id
    second: Id


class MakeMerge(CallbackData, prefix="plx"):
    """Propose that one draft goes into the other."""

    kept: Id
    merged: Id


class ShowMerge(CallbackData, prefix="plz"):
    """A proposal to merge; 0: the first that waits for an answer."""

    proposal: IdOrNone = 0


class TakeMerge(CallbackData, prefix="ply"):
    """Agree to a merge, or keep the own draft."""

    proposal: Id
    agrees: bool


class AskSeats(CallbackData, prefix="plc"):
    """How many seats does an agency take? 0: the own one, where there is one."""

    training: Id
    agency: IdOrNone = 0


class TakeSeats(CallbackData, prefix="pld"):
    """So many."""

    training: Id
    agency: Id
    seats: Annotated[int, Field(ge=0, le=9999)]


class TypeSeats(CallbackData, prefix="plt"):
    """Another number, to be typed."""

    training: Id
    agency: Id


class OfferHost(CallbackData, prefix="plh"):
    """The own agency, which takes seats, is ready to host."""

    training: Id


class ChooseHost(CallbackData, prefix="plg"):
    """Which of the agencies that take seats hosts?"""

    training: Id


class MakeHost(CallbackData, prefix="plj"):
    """This one."""

    training: Id
    agency: Id


class PublishPlan(CallbackData, prefix="plk"):
    """Publish a training."""

    training: Id


class ShowSurvey(CallbackData, prefix="plu"):
    """What people would like to learn; `own`: those of the own province."""

    own: bool = False
    page: PageNumber = 1
