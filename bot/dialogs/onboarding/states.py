"""The steps of the introduction."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class IntroductionSG(StatesGroup):
    """NIP, name, agency, phone, how it ended, and what to put right."""

    nip = State()
    nip_reason = State()
    nip_letter = State()
    name = State()
    agency = State()
    phone = State()
    outcome = State()
    asked = State()
    correcting = State()


TAKES_TEXT = frozenset(
    {
        IntroductionSG.nip,
        IntroductionSG.nip_reason,
        IntroductionSG.nip_letter,
        IntroductionSG.name,
        IntroductionSG.agency,
        IntroductionSG.phone,
    }
)
"""Where a typed text is an answer; elsewhere it is a question for the search."""
