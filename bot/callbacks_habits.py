"""What the buttons around habits of practice carry."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks_knowledge import Page, Sign


class HabitsSet(CallbackData, prefix="ha"):
    """When the daily quiz comes, and whether the week's summary does."""


class ChooseHour(CallbackData, prefix="hb"):
    """The hour of the daily quiz, without its colon; empty: none comes."""

    hour: Annotated[str, Field(pattern=r"^(\d{4})?$")] = ""


class SwitchWeekly(CallbackData, prefix="hc"):
    """The week's summary on or off."""

    on: bool


class SeeBoard(CallbackData, prefix="hd"):
    """The board of provinces, or the people of the own one."""

    part: Literal["provinces", "people"] = "provinces"


class JoinBoard(CallbackData, prefix="he"):
    """Count on the board or not, without a name or with it."""

    board: Literal["off", "hidden", "named"]


class Exercises(CallbackData, prefix="hf"):
    """The open exercises."""

    page: Page = 1


class OpenExercise(CallbackData, prefix="hg"):
    """One exercise: the task, what a good answer holds, what to read. `ticked`: a bit for each point; kept nowhere."""

    sign: Sign
    step: Literal["task", "check", "read"] = "task"
    ticked: Annotated[int, Field(ge=0, lt=64)] = 0
