"""What the buttons around announcements that are being written carry. Whose they are is asked at every press."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
IdOrNone = Annotated[int, Field(ge=0, le=LARGEST_ID)]
PageNumber = Annotated[int, Field(ge=1, le=9999)]
Which = Literal["drafts", "pending", "templates"]
Part = Literal["id", "en", "media", "link", "answer", "when", "template"]
NamedField = Literal["trainings", "batches", "agencies"]
FieldName = Literal["provinces", "trainings", "batches", "states", "competencies", "agencies", "roles"]


class Announcing(CallbackData, prefix="ana"):
    """The room of announcements."""


class WriteNew(CallbackData, prefix="anb"):
    """Begin one, in the name of an agency; 0: of the only one there is."""

    agency: IdOrNone = 0


class ListOf(CallbackData, prefix="anc"):
    """Own drafts, what is pending, or templates."""

    which: Which
    page: PageNumber = 1


class ShowDraft(CallbackData, prefix="and"):
    """One of them."""

    broadcast: Id


class AskPart(CallbackData, prefix="ane"):
    """Ask for a part of it."""

    broadcast: Id
    part: Part


class DropPart(CallbackData, prefix="anf"):
    """Take a part away."""

    broadcast: Id
    part: Literal["en", "media"]


class ShowButtons(CallbackData, prefix="ang"):
    """The buttons under it."""

    broadcast: Id


class DropButton(CallbackData, prefix="anh"):
    """Take one away, as long as it is still what was looked at."""

    broadcast: Id
    at: Annotated[int, Field(ge=0, le=9)]
    version: Id


class ChooseCard(CallbackData, prefix="ani"):
    """Which training does a button show?"""

    broadcast: Id
    page: PageNumber = 1


class AddCard(CallbackData, prefix="anj"):
    """This one."""

    broadcast: Id
    batch: Id


class ShowAudience(CallbackData, prefix="ank"):
    """Who gets it; `more`: the other filters."""

    broadcast: Id
    more: bool = False


class ShowChoices(CallbackData, prefix="anm"):
    """What one filter can be narrowed to."""

    broadcast: Id
    field: FieldName
    page: PageNumber = 1


class FindByName(CallbackData, prefix="an6"):
    """Type the name of what a filter is narrowed to."""

    broadcast: Id
    field: NamedField


class Switch(CallbackData, prefix="ann"):
    """One value of a filter on, or off."""

    broadcast: Id
    field: FieldName
    value: Annotated[str, Field(pattern=r"^[\w .-]{0,20}$")] = ""
    on: bool = True
    page: PageNumber = 1


class ClearFilters(CallbackData, prefix="ano"):
    """All filters off."""

    broadcast: Id


class OnlyReachable(CallbackData, prefix="anp"):
    """Leave out who cannot be reached, or not."""

    broadcast: Id
    only: bool = True


class Preview(CallbackData, prefix="anq"):
    """As its recipients see it, and what sending it would mean."""

    broadcast: Id
    language: Literal["id", "en"] = "id"


class TrySending(CallbackData, prefix="anr"):
    """Send it to oneself."""

    broadcast: Id


class ChooseTime(CallbackData, prefix="ans"):
    """When is it sent?"""

    broadcast: Id


class TakeTime(CallbackData, prefix="ant"):
    """Then: minutes since 1970; 0: at once."""

    broadcast: Id
    minute: Annotated[int, Field(ge=0, le=LARGEST_ID)] = 0


class HandInDraft(CallbackData, prefix="anu"):
    """Send what was looked at, or ask for approval."""

    broadcast: Id
    version: Id


class RecallDraft(CallbackData, prefix="anv"):
    """Back to a draft."""

    broadcast: Id


class AskToDeleteDraft(CallbackData, prefix="anw"):
    """What deleting it means."""

    broadcast: Id


class DeleteADraft(CallbackData, prefix="anx"):
    """Delete it."""

    broadcast: Id


class ReviewRequest(CallbackData, prefix="any"):
    """One that waits for approval; 0: the first. `message`: the announcement itself first."""

    broadcast: IdOrNone = 0
    message: bool = True


class SeeRecipients(CallbackData, prefix="an2"):
    """Who would get it."""

    broadcast: Id


class ApproveRequest(CallbackData, prefix="anz"):
    """Agree to what was looked at."""

    broadcast: Id
    version: Id


class ReturnRequest(CallbackData, prefix="an1"):
    """Give it back; the remark is asked first."""

    broadcast: Id
    version: Id


class ShowTemplate(CallbackData, prefix="an3"):
    """A template."""

    template: Id


class UseTemplate(CallbackData, prefix="an4"):
    """Begin a draft from it."""

    template: Id


class DropTemplate(CallbackData, prefix="an5"):
    """Delete it."""

    template: Id
