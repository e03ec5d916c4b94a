"""Making a batch, and changing one thing of it: the same questions, one after the other or one alone.

`path` knows which question comes next, `answers` what people do, `windows` what they see; the questions themselves are
in `bot/organizing/batches/steps.py`. The draft is in the database as soon as its time is known, so nothing is lost.
"""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.batch_form import windows
from bot.dialogs.batch_form.path import begin, change
from bot.dialogs.batch_form.states import TAKES_TEXT
from bot.dialogs.messages import PressesInPlace

__all__ = ["TAKES_TEXT", "begin", "build", "change"]


def build() -> Dialog:
    """A new dialog: one for each dispatcher."""
    dialog = Dialog(windows.start_day(), windows.end_day(), windows.step())
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
