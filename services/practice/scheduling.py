"""When a question comes back, by FSRS. Pure.

There are no steps of minutes: what was missed comes back another day, what was known after ever longer pauses. Fuzz is
off, so the same answers always lead to the same days.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from knowledge import Question
from storage.repositories.practice import PracticeCard

if TYPE_CHECKING:
    from fsrs import Card, Rating, Scheduler

THINKING = timedelta(seconds=20)
READ_A_SECOND = 25
"""Characters. Long questions are not slow answers: reading them comes on top of thinking."""
LONGEST_PAUSE_DAYS = 365


class Grade(StrEnum):
    """How well a question was answered."""

    GOOD = "good"
    HARD = "hard"
    AGAIN = "again"


def grade(question: Question, *, right: bool, took: timedelta | None) -> Grade:
    """Right and fast is good, right but slow is hard, wrong is again. Where nobody knows how long it took: fast."""
    if not right:
        return Grade.AGAIN
    return Grade.GOOD if took is None or took <= time_for(question) else Grade.HARD


def time_for(question: Question) -> timedelta:
    """Within so much an answer is fast: twenty seconds to think, and the time it takes to read."""
    letters = len(question.ask) + sum(len(option) for option in question.options)
    return THINKING + timedelta(seconds=letters / READ_A_SECOND)


def answered(card: PracticeCard | None, question: str, grade: Grade, at: datetime) -> PracticeCard:
    """What is known of a question after an answer; `card` is what was known before, None where it is new.

    The moment at which it is due never moves backward: an answer ahead of it changes how well the question is known,
    but brings it back no sooner. An answer that is older than the last one only counts.
    """
    at, right = at.astimezone(UTC), grade is not Grade.AGAIN
    if card is not None and at < card.last_at:
        return _counted(card, right=right)
    known, _ = _scheduler().review_card(_to_fsrs(card, at), _ratings()[grade], at)
    return PracticeCard(
        question=question,
        state=int(known.state),
        step=known.step,
        stability=known.stability,
        difficulty=known.difficulty,
        due_at=max(known.due, card.due_at) if card else known.due,
        last_at=at,
        right_count=(card.right_count if card else 0) + right,
        wrong_count=(card.wrong_count if card else 0) + (not right),
    )


def recall(card: PracticeCard, at: datetime) -> float:
    """How likely it is that the person still knows the answer: 1 just after it was asked."""
    return float(_scheduler().get_card_retrievability(_to_fsrs(card, at), at))


def _counted(card: PracticeCard, *, right: bool) -> PracticeCard:
    return replace(card, right_count=card.right_count + right, wrong_count=card.wrong_count + (not right))


# Imported at the first answer, not at the start: most starts of the bot are in a hurry.
@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=LONGEST_PAUSE_DAYS, enable_fuzzing=False)


@cache
def _ratings() -> dict[Grade, Rating]:
    from fsrs import Rating

    return {Grade.GOOD: Rating.Good, Grade.HARD: Rating.Hard, Grade.AGAIN: Rating.Again}


def _to_fsrs(card: PracticeCard | None, at: datetime) -> Card:
    from fsrs import Card, State

    # Without a number of its own the library takes one from the clock, and waits for the next.
    if card is None:
        return Card(card_id=0, due=at)
    return Card(
        card_id=0,
        state=State(card.state),
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due_at,
        last_review=card.last_at,
    )
