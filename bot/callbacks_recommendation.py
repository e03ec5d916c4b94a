"""What the buttons around recommendations carry. Who may press is asked at every press."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID
from bot.callbacks_team import Token

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
Mark = Annotated[int, Field(ge=0, le=2**40)]
"""Which letter was looked at, as the use cases tell one from the next."""


class UploadLetter(CallbackData, prefix="ru"):
    """Ask for the letter of an own enrolment."""

    enrolment: Id


class SeeOwnLetter(CallbackData, prefix="ro"):
    """Send the letter that was handed in for an own enrolment."""

    enrolment: Id


class ShowRecommendation(CallbackData, prefix="rs"):
    """Show an organizer a recommendation; 0 is the first that waits."""

    enrolment: Annotated[int, Field(ge=0, le=LARGEST_ID)] = 0


class SkipRecommendation(CallbackData, prefix="rk"):
    """Show the recommendation after this one."""

    enrolment: Id


class Approve(CallbackData, prefix="ry"):
    """Approve what was looked at."""

    enrolment: Id
    mark: Mark


class DoNotApprove(CallbackData, prefix="rn"):
    """Do not approve what was looked at; the reason is asked first."""

    enrolment: Id
    mark: Mark


class SeeLetter(CallbackData, prefix="rl"):
    """Send an organizer the letter."""

    enrolment: Id


class SendToSuperior(CallbackData, prefix="rq"):
    """Make a link by which the superior recommends an own enrolment."""

    enrolment: Id


class AnswerAsked(CallbackData, prefix="rw"):
    """What the superior answers; `other`: the asker is not theirs."""

    token: Token
    answer: Literal["yes", "no", "other"]
