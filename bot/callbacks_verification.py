"""What the organizer's buttons carry: the request's id, looked up and authorised anew at every press."""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

RequestId = Annotated[int, Field(ge=1, le=LARGEST_ID)]


class ShowVerification(CallbackData, prefix="vs"):
    """Show a request; 0 is the oldest that waits."""

    request: Annotated[int, Field(ge=0, le=LARGEST_ID)] = 0


class SkipVerification(CallbackData, prefix="vk"):
    """Show the request after this one."""

    request: RequestId


class Vouch(CallbackData, prefix="vy"):
    """This person is who they say."""

    request: RequestId


class DoNotVouch(CallbackData, prefix="vn"):
    """This person is not; a note is asked first."""

    request: RequestId
