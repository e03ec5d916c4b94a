"""What the buttons of nominations carry. Who may press is asked at every press; the draft order is no part of it."""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
PageNumber = Annotated[int, Field(ge=1, le=999)]


class Nominations(CallbackData, prefix="noms"):
    """The batches whose applicants wait to be ranked."""


class Nominate(CallbackData, prefix="nom"):
    """One batch's applicants of one agency; begins with the order that is kept."""

    batch: Id
    agency: Id


class RankPage(CallbackData, prefix="nomp"):
    """Another page of the same, with the draft order as it is."""

    batch: Id
    agency: Id
    page: PageNumber


class RankNext(CallbackData, prefix="nomt"):
    """Put somebody next in the draft order; once more: take them out."""

    batch: Id
    agency: Id
    enrolment: Id
    page: PageNumber


class ClearRanks(CallbackData, prefix="nomc"):
    """Begin the draft order anew."""

    batch: Id
    agency: Id


class SaveRanks(CallbackData, prefix="nomv"):
    """Keep the draft order."""

    batch: Id
    agency: Id
