"""What the buttons around articles made of answers carry. Whose they are is asked at every press."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
IdOrNone = Annotated[int, Field(ge=0, le=LARGEST_ID)]
PageNumber = Annotated[int, Field(ge=1, le=9999)]
Which = Literal["draft", "waiting", "shown", "retired"]
Part = Literal["title", "answer", "body", "aliases"]


class Faqs(CallbackData, prefix="faqa"):
    """The room of articles made of answers."""


class ListFaqs(CallbackData, prefix="faqb"):
    """Those in one state."""

    which: Which
    page: PageNumber = 1


class ShowFaq(CallbackData, prefix="faqc"):
    """One of them."""

    faq: Id


class MakeArticle(CallbackData, prefix="faqm"):
    """What an article made of a ticket's question and answer would say; nothing is kept yet."""

    ticket: int = Field(ge=1, le=LARGEST_ID)


class KeepFromTicket(CallbackData, prefix="faqk"):
    """Keep that as a draft, as long as it is what was looked at (`mark`)."""

    ticket: Id
    mark: IdOrNone


class MakeFromMiss(CallbackData, prefix="faqn"):
    """Begin a draft of what was looked for in vain, in the name of an agency; 0: of the only one there is."""

    miss: Id
    agency: IdOrNone = 0


class EditFaq(CallbackData, prefix="faqe"):
    """Ask for another title, short answer, body, or other words."""

    faq: Id
    part: Part


class HandInFaq(CallbackData, prefix="faqh"):
    """Ask a second person to approve what was looked at."""

    faq: Id
    version: Id


class AskToRevise(CallbackData, prefix="faqq"):
    """What taking it back to a draft means."""

    faq: Id


class ReviseFaq(CallbackData, prefix="faqr"):
    """Back to a draft; of an article that is shown, what was looked at."""

    faq: Id
    version: Id


class ReviewFaq(CallbackData, prefix="faqv"):
    """One that waits for approval; 0: the first."""

    faq: IdOrNone = 0


class ApproveFaq(CallbackData, prefix="faqy"):
    """Agree to what was looked at."""

    faq: Id
    version: Id


class ReturnFaq(CallbackData, prefix="faqx"):
    """Give it back; the remark is asked first."""

    faq: Id
    version: Id


class AskToDrop(CallbackData, prefix="faqt"):
    """What taking it out of the search, or deleting a draft, means."""

    faq: Id


class DropFaq(CallbackData, prefix="faqu"):
    """Take it out of the search, or delete the draft."""

    faq: Id
    version: Id
