"""The steps of the introduction."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class IntroductionSG(StatesGroup):
    """NIP, name, agency, phone, and how it ended."""

    nip = State()
    nip_reason = State()
    nip_letter = State()
    name = State()
    agency = State()
    phone = State()
    outcome = State()
    asked = State()


TAKES_TEXT = frozenset({IntroductionSG.nip, IntroductionSG.name, IntroductionSG.agency, IntroductionSG.phone})
"""Where a typed text is an answer; elsewhere it is a question for the search."""
