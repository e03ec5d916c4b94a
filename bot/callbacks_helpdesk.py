"""What the buttons of questions to the organizers carry: the asker's, then the team's. Rights are asked anew."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

Number = Annotated[int, Field(ge=1, le=LARGEST_ID)]
Page = Annotated[int, Field(ge=1, le=9_999)]


class Ask(CallbackData, prefix="qn"):
    """Write to the organizers: of a batch's host about its training, or (0) of whoever is chosen later."""

    batch: Annotated[int, Field(ge=0, le=LARGEST_ID)] = 0


class OwnQuestions(CallbackData, prefix="qm"):
    """What one asked."""

    page: Page = 1
    anew: bool = False
    """As a new message: what stands in this one is looked for again."""


class OfQuestion(CallbackData, prefix="q"):
    """What the buttons of one question share; no button carries it."""

    ticket: Number


class OwnQuestion(OfQuestion, prefix="qo"):
    """One of them; `page` of its thread counts from the latest."""

    page: Page = 1


class AddToQuestion(OfQuestion, prefix="qa"):
    """Write something more."""


class CloseOwnQuestion(OfQuestion, prefix="qc"):
    """It is answered, or needs no answer any more."""


class ReopenQuestion(OfQuestion, prefix="qr"):
    """It is not over yet."""


class RateQuestion(OfQuestion, prefix="qs"):
    """How much the answer helped."""

    stars: Annotated[int, Field(ge=1, le=5)]


class SeeOwnFiles(OfQuestion, prefix="qv"):
    """Pictures and documents of a question of one's own."""


class Questions(CallbackData, prefix="qq"):
    """The questions to a team."""

    which: Literal["all", "mine", "closed"] = "all"
    page: Page = 1


class NextQuestion(CallbackData, prefix="qw"):
    """The one that waits longest."""


class SeeQuestion(OfQuestion, prefix="qt"):
    """One question as its team sees it; `page` of its thread counts from the latest."""

    page: Page = 1


class MoreOfQuestion(OfQuestion, prefix="qx"):
    """What is done less often."""


class SeeFiles(OfQuestion, prefix="qz"):
    """Its pictures and documents."""


class AnswerQuestion(OfQuestion, prefix="qe"):
    """Write an answer or a note."""


class TakeQuestion(OfQuestion, prefix="qk"):
    """Look after it oneself."""


class HandOn(OfQuestion, prefix="qh"):
    """To whom it can be handed."""

    page: Page = 1


class HandTo(OfQuestion, prefix="qhc"):
    """To a colleague, by their role."""

    role: Number


class FindAgencyForQuestion(OfQuestion, prefix="qhf"):
    """To another agency, which is asked for."""


class MoveTo(OfQuestion, prefix="qha"):
    """To this agency."""

    agency: Number


class ChooseReady(OfQuestion, prefix="qy"):
    """Answers that are ready."""

    page: Page = 1


class PreviewReady(OfQuestion, prefix="qyp"):
    """One of them, before it is sent."""

    ready: Number


class SendReady(PreviewReady, prefix="qys"):
    """Send it; `after` is the last thing said that was looked at."""

    after: Number


class KeepReady(OfQuestion, prefix="qya"):
    """Write an answer to be kept ready."""


class DropReady(PreviewReady, prefix="qyd"):
    """Keep it no longer."""


class CloseQuestion(OfQuestion, prefix="ql"):
    """The team closes it."""


class ChooseWithdraw(OfQuestion, prefix="qd"):
    """Which answer to take back."""


class WithdrawEntry(OfQuestion, prefix="qde"):
    """Take this one back."""

    entry: Number


class AskToBlock(OfQuestion, prefix="qb"):
    """What blocking means."""


class SetBlocked(OfQuestion, prefix="qbs"):
    """Take no more questions of its asker, or take them again."""

    blocked: bool
