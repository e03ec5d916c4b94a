"""The windows of the form: two calendars, and one for every other question."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class BatchSG(StatesGroup):
    """The first day, the last day, and whatever else is asked."""

    start_day = State()
    end_day = State()
    step = State()


TAKES_TEXT = frozenset({BatchSG.start_day, BatchSG.end_day, BatchSG.step})
"""Every answer can be typed too."""
