"""What the buttons under a question in its team's group carry. Who may press is asked at every press."""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]


class OfTicket(CallbackData, prefix="gq"):
    """What they share; no button carries it."""

    ticket: Id


class TakeHere(OfTicket, prefix="gqt"):
    """Look after it oneself."""


class HandHere(OfTicket, prefix="gqh"):
    """To whom it can be handed."""


class HandHereTo(OfTicket, prefix="gqc"):
    """To a colleague, by their role."""

    role: Id


class ReadyHere(OfTicket, prefix="gqr"):
    """Answers that are ready."""


class UseHere(OfTicket, prefix="gqu"):
    """Send one; `after` is the last thing said that was looked at."""

    ready: Id
    after: Annotated[int, Field(ge=0, le=LARGEST_ID)]


class CloseHere(OfTicket, prefix="gql"):
    """Close it."""


class ReopenHere(OfTicket, prefix="gqo"):
    """Open it again."""


class CardAgain(OfTicket, prefix="gqb"):
    """Back to the question's own buttons."""


class WithdrawHere(CallbackData, prefix="gqw"):
    """Take an answer back."""

    entry: Id
