"""What the buttons of the guides carry: all answers so far, so that no guide keeps anything about anybody."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks_knowledge import sign_of
from services.guides.assistance import Answers, Cost, Ground, Obstacle, Purpose, Question, Side, Urgency

View = Literal["", "change", "law", "letter", "closed"]
"""The next question or the outcome, or else: the answers to be changed, the clauses, the letter, the end."""


class Assist(CallbackData, prefix="ga"):
    """Bantuan Kedinasan with these answers."""

    show: View = ""
    side: Side | None = None
    purpose: Purpose | None = None
    ground: Ground | None = None
    urgency: Urgency | None = None
    obstacle: Obstacle | None = None
    cost: Cost | None = None

    @classmethod
    def of(cls, answers: Answers, show: View = "") -> Assist:
        """The button that shows this of these answers."""
        return cls.model_validate({"show": show} | {str(question): answers.get(question) for question in Question})

    @property
    def answers(self) -> Answers:
        """What has been answered, as it came; not checked."""
        return Answers(**{str(question): getattr(self, question) for question in Question})


class ReadOn(CallbackData, prefix="gr"):
    """The card of an article, as a new message: the guide stays where it is."""

    sign: Annotated[str, Field(pattern=r"^[0-9a-f]{10}$")]

    @classmethod
    def of(cls, article_id: str) -> ReadOn:
        """The button that opens this article's card."""
        return cls(sign=sign_of(article_id))
