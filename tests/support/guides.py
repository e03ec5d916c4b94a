"""Every state that a walk through the guide to Bantuan Kedinasan can be in."""

from __future__ import annotations

from collections.abc import Iterator

from services.guides.assistance import (
    Answers,
    Cost,
    Ground,
    Obstacle,
    Purpose,
    Side,
    Urgency,
    choices,
    next_question,
)

REFUSING = Answers(
    side=Side.ASKED,
    purpose=Purpose.SERVICE,
    ground=Ground.STAFF,
    urgency=Urgency.ORDINARY,
    obstacle=Obstacle.GRAVE,
    cost=Cost.OPEN,
)
"""Somebody whose own tasks would suffer gravely."""


def walked(answers: Answers | None = None) -> Iterator[Answers]:
    """From no answer to all of them, by every way."""
    answers = answers or Answers()
    yield answers
    question = next_question(answers)
    if question is not None:
        for choice in choices(question, answers):
            yield from walked(answers.but(question, choice))


def finished() -> Iterator[Answers]:
    """Those that leave no question open."""
    return (answers for answers in walked() if next_question(answers) is None)
