"""What the organizer's buttons carry: the request's id, looked up and authorised anew at every press."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class ShowVerification(CallbackData, prefix="vs"):
    """Show a request; 0 is the oldest that waits."""

    request: int = 0


class SkipVerification(CallbackData, prefix="vk"):
    """Show the request after this one."""

    request: int


class Vouch(CallbackData, prefix="vy"):
    """This person is who they say."""

    request: int


class DoNotVouch(CallbackData, prefix="vn"):
    """This person is not; a note is asked first."""

    request: int
