"""What the buttons around announcements under way carry. Rights are asked for the agency of each at every press."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID


class OfRun(CallbackData, prefix="yo"):
    """One announcement; no button carries this form itself."""

    broadcast: Annotated[int, Field(ge=1, le=LARGEST_ID)]


class SeeRun(OfRun, prefix="yr"):
    """How it stands: progress, or the report."""


class PauseRun(OfRun, prefix="yp"):
    """Pause it."""


class ResumeRun(OfRun, prefix="yu"):
    """Go on."""


class AskToStop(OfRun, prefix="yc"):
    """Ask once more before it is stopped."""


class StopRun(OfRun, prefix="yx"):
    """Stop it for good."""


class DownloadReport(OfRun, prefix="yd"):
    """The report as a picture and a workbook."""


class SendUnknown(OfRun, prefix="ya"):
    """Send those again that stood as unsure at this moment (in seconds)."""

    until: Annotated[int, Field(ge=0, le=2**40)]


class AskToReword(OfRun, prefix="ye"):
    """Another text, in a language; empty: which one is asked where there are two."""

    language: Literal["", "id", "en"] = ""


class AskToWithdraw(OfRun, prefix="yw"):
    """Ask once more before it is taken back."""


class WithdrawAll(OfRun, prefix="yy"):
    """Take all copies back."""


class SentList(CallbackData, prefix="yl"):
    """The announcements that were sent."""

    page: Annotated[int, Field(ge=1, le=9_999)] = 1
