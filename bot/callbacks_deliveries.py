"""What the buttons under messages that were not sent carry."""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

LARGEST_DELIVERY = 2**63 - 1


class SeeParked(CallbackData, prefix="dp"):
    """The messages that wait for somebody's hand."""

    page: Annotated[int, Field(ge=1, le=9_999)] = 1


class SeeOneParked(CallbackData, prefix="do"):
    """One of them, and the page of the list that it stands on."""

    delivery: Annotated[int, Field(ge=1, le=LARGEST_DELIVERY)]
    page: Annotated[int, Field(ge=1, le=9_999)] = 1


class SendOnceMore(SeeOneParked, prefix="dr"):
    """Send it again, as long as this is still the try that was looked at."""

    attempt: Annotated[int, Field(ge=0, le=LARGEST_ID)]
