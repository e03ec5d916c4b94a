"""What the buttons around the people of a batch carry. Who may press is asked at every press."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
Page = Annotated[int, Field(ge=1, le=9999)]
Mark = Annotated[int, Field(ge=0, le=2**40)]
"""Proves that whoever presses looked the person up."""


class Participants(CallbackData, prefix="jp"):
    """The people of a batch, counted by where they stand."""

    batch: Id


class ListPeople(CallbackData, prefix="jl"):
    """A page of them."""

    batch: Id
    group: Literal["seated", "line", "asked", "ended"]
    page: Page = 1


class SearchPeople(CallbackData, prefix="jq"):
    """Ask for a name or a NIP to look for among them."""

    batch: Id


class ShowParticipant(CallbackData, prefix="js"):
    """One of them; with `history` how they came there."""

    enrolment: Id
    history: bool = False


class SeeParticipantLetter(CallbackData, prefix="jf"):
    """Send the letter that one of them handed in."""

    enrolment: Id


class ChooseTarget(CallbackData, prefix="jm"):
    """Which batch one of them could be moved to."""

    enrolment: Id


class MoveTo(CallbackData, prefix="jv"):
    """Move one of them."""

    enrolment: Id
    batch: Id


class TakeOut(CallbackData, prefix="jx"):
    """Take one of them out; the reason is asked first."""

    enrolment: Id


class FindToAdd(CallbackData, prefix="ja"):
    """Ask whom to add by hand."""

    batch: Id


class SeeCandidate(CallbackData, prefix="jc"):
    """Somebody who was found, to be looked at once more."""

    batch: Id
    person: Id
    mark: Mark


class AddCandidate(CallbackData, prefix="jd"):
    """Add somebody who was found."""

    batch: Id
    person: Id
    mark: Mark


class PeopleFiles(CallbackData, prefix="jy"):
    """The people of a batch as files: what one to be sent in looks like, and what can be fetched."""

    batch: Id


class UploadPeople(CallbackData, prefix="ju"):
    """Ask for a file that names people to be added."""

    batch: Id


class SamplePeople(CallbackData, prefix="jz"):
    """Send such a file to be filled in."""

    batch: Id


class DownloadPeople(CallbackData, prefix="jw"):
    """The people of a batch as a workbook."""

    batch: Id
