"""What the buttons around organizers' batches carry. Who may press is asked at every press."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
Page = Annotated[int, Field(ge=1, le=9999)]
FieldName = Literal[
    "dates",
    "place",
    "access",
    "capacity",
    "opens",
    "closes",
    "provinces",
    "fill",
    "release",
    "offer",
    "cancel",
]
"""What is asked for in the form."""
Rule = Literal["", "proportional", "one-each", "equal", "first-come"]
"""How seats are shared; empty: not chosen yet. By hand is asked for in a text."""


class Batches(CallbackData, prefix="jbl"):
    """The own batches."""

    page: Page = 1


class ShowBatch(CallbackData, prefix="jbs"):
    """One of them."""

    batch: Id


class ShowDetails(CallbackData, prefix="jbd"):
    """What can be changed about its days and people."""

    batch: Id


class ShowSeatRules(CallbackData, prefix="jbr"):
    """What can be changed about its seats."""

    batch: Id


class ChooseTraining(CallbackData, prefix="jbt"):
    """The trainings of which one can make a batch."""

    page: Page = 1


class BeginBatch(CallbackData, prefix="jbn"):
    """Make a batch of a training, for a host."""

    training: Id
    host: Id


class ChangeField(CallbackData, prefix="jbf"):
    """Ask for another value."""

    batch: Id
    field: FieldName


class SwitchRecommendation(CallbackData, prefix="jbw"):
    """Whether a superior's recommendation is needed."""

    batch: Id
    on: bool = True


class ShowPlan(CallbackData, prefix="jbp"):
    """A plan that a rule would make, with what is set apart; nothing is kept."""

    batch: Id
    rule: Rule = ""
    regional: bool = False
    extra: Annotated[int, Field(ge=0, le=40)] = 0


class KeepPlan(CallbackData, prefix="jbk"):
    """Keep that plan."""

    batch: Id
    rule: Literal["proportional", "one-each", "equal", "first-come"]
    regional: bool = False
    extra: Annotated[int, Field(ge=0, le=40)] = 0


class ShareByHand(CallbackData, prefix="jbh"):
    """Ask for the seats of each province."""

    batch: Id


class AdjustPools(CallbackData, prefix="jba"):
    """Move seats from one pool to another."""

    batch: Id


class PublishNow(CallbackData, prefix="jbu"):
    """Publish a draft."""

    batch: Id


class AskToClose(CallbackData, prefix="jbc"):
    """What closing the registration early would mean."""

    batch: Id


class CloseNow(CallbackData, prefix="jbx"):
    """Close the registration."""

    batch: Id


class AskToCancel(CallbackData, prefix="jbz"):
    """Cancel a batch; the reason is asked first."""

    batch: Id
