"""The introduction: who are you? NIP, name, agency, and the phone number that makes sure (design: Identity).

`path` knows which step comes next, `answers` what people do, `saying` what is said to it, `windows` and `endings`
what they see.
"""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.messages import PressesInPlace
from bot.dialogs.onboarding import windows
from bot.dialogs.onboarding.path import start_onboarding
from bot.dialogs.onboarding.states import TAKES_TEXT, IntroductionSG

__all__ = ["TAKES_TEXT", "IntroductionSG", "build", "start_onboarding"]


def build() -> Dialog:
    """A new dialog: one for each dispatcher."""
    dialog = Dialog(
        windows.nip(),
        windows.nip_reason(),
        windows.nip_letter(),
        windows.name(),
        windows.agency(),
        windows.phone(),
        windows.outcome(),
        windows.asked(),
        windows.correcting(),
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
