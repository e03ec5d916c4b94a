"""A quiz as it stands: which question is next, what was said to an answer, how it went. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from knowledge import Bank, Question, Use
from services.errors import Refusal
from services.people import Person
from services.practice.drawing import mark_of
from storage.repositories.practice import Given, Quiz


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to answer. `number` of `total` counts the questions that are still there."""

    quiz_id: int
    topic: str
    place: int
    number: int
    total: int
    question: Question
    order: tuple[int, ...]
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Feedback:
    """What was answered, and what is right; `chosen` is the option's place in the file."""

    quiz_id: int
    question: Question
    order: tuple[int, ...]
    chosen: int
    is_last: bool

    @property
    def right(self) -> bool:
        """Whether the right option was chosen."""
        return self.chosen == self.question.right


@dataclass(frozen=True, slots=True)
class Result:
    """How a quiz went: right ones of all, those to repeat, and the days of learning up to today."""

    quiz_id: int
    right: int
    total: int
    missed: int
    streak: int


@dataclass(frozen=True, slots=True)
class Sitting:
    """A quiz beside the bank of questions.

    A question that was retired or written anew is passed over as if it had never been drawn.
    """

    quiz: Quiz
    bank: Bank

    @property
    def next(self) -> Asked | None:
        """The first question without an answer; None where there is none left."""
        given = {one.place for one in self.quiz.given}
        live = [place for place, _ in enumerate(self.quiz.questions) if place in given or self._find(place)]
        for number, place in enumerate(live, 1):
            question = self._find(place)
            if place not in given and question is not None:
                dealt = self.quiz.questions[place]
                return Asked(
                    quiz_id=self.quiz.id,
                    topic=self.quiz.topic,
                    place=place,
                    number=number,
                    total=len(live),
                    question=question,
                    order=dealt.order,
                    started_at=self.quiz.started_at,
                )
        return None

    def given_at(self, place: int) -> Given | None:
        """What was answered at a place."""
        return next((one for one in self.quiz.given if one.place == place), None)

    def feedback(self, given: Given) -> Feedback | None:
        """What to say to an answer; None where it was skipped, or where the question is gone meanwhile."""
        question = self._find(given.place)
        if question is None or given.chosen is None:
            return None
        order = self.quiz.questions[given.place].order
        return Feedback(self.quiz.id, question, order, given.chosen, is_last=self.next is None)

    def missed(self) -> list[Question]:
        """What was skipped or not answered right, and is still there."""
        found = (find(self.bank, one.question) for one in self.quiz.given if not one.right)
        return [question for question in found if question is not None]

    def result(self, streak: int) -> Result:
        """How it went."""
        given = self.quiz.given
        right = sum(one.right for one in given)
        return Result(self.quiz.id, right, len(given), len(self.missed()), streak)

    def _find(self, place: int) -> Question | None:
        dealt = self.quiz.questions[place]
        question = find(self.bank, dealt.question)
        if question is None or len(question.options) != len(dealt.order):
            return None  # options that were added or taken away since would stand in no order
        # Nobody is judged by options that have changed places or words since they were shown.
        return question if dealt.mark in (None, mark_of(question)) else None


def find(bank: Bank, question_id: str) -> Question | None:
    """The question, while it is one for practice."""
    question = bank.find(question_id)
    return question if question is not None and question.use is Use.PRACTICE else None


def agreed(person: Person | None) -> Person:
    """Somebody of whom things may be kept. Raises a Refusal: practice-consent."""
    if person is None or not person.consented:
        raise Refusal("practice-consent")
    return person
