"""What the buttons of the guides carry: all answers so far, so that no guide keeps anything about anybody."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks_knowledge import sign_of
from services.guides.assistance import Answers, Cost, Ground, Obstacle, Purpose, Question, Side, Urgency
from services.guides.readiness import Statement, Trait

NO_MARK = "0"
NO_MARKS = NO_MARK * len(Statement)
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


class Ready(CallbackData, prefix="gy"):
    """Readiness to collaborate: what is marked, what is seen, and where one is."""

    at: Annotated[int, Field(ge=0, le=13)] = 0
    """A statement, or after the last one the first or second half of the traits."""
    marks: Annotated[str, Field(pattern=r"^[0-4]{12}$")] = NO_MARKS
    traits: Annotated[int, Field(ge=0, lt=2**7)] = 0
    done: bool = False
    """The picture, once all is marked."""

    @property
    def seen(self) -> frozenset[Trait]:
        """The traits that are ticked."""
        return frozenset(trait for number, trait in enumerate(Trait) if self.traits >> number & 1)

    @property
    def open_at(self) -> int | None:
        """The first statement without a mark."""
        number = self.marks.find(NO_MARK)
        return number if number >= 0 else None

    def marked(self, mark: int) -> Ready:
        """The statement one is at, marked, and the next."""
        marks = self.marks[: self.at] + str(mark) + self.marks[self.at + 1 :]
        return self.model_copy(update={"marks": marks, "at": self.at + 1})

    def switched(self, number: int) -> Ready:
        """One trait the other way."""
        return self.model_copy(update={"traits": self.traits ^ 1 << number})

    def moved(self, at: int, *, done: bool = False) -> Ready:
        """Somewhere else, with all that is marked."""
        return self.model_copy(update={"at": at, "done": done})


class ReadOn(CallbackData, prefix="gr"):
    """The card of an article, as a new message: the guide stays where it is."""

    sign: Annotated[str, Field(pattern=r"^[0-9a-f]{10}$")]

    @classmethod
    def of(cls, article_id: str) -> ReadOn:
        """The button that opens this article's card."""
        return cls(sign=sign_of(article_id))
