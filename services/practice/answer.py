"""Answering a question of a quiz: counted once, whatever is tapped, and however often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from knowledge import Bank
from services.clock import Clock
from services.errors import Refusal
from services.people import Person
from services.practice.habits.hours import next_week
from services.practice.scheduling import answered, grade
from services.practice.sitting import Asked, Feedback, Sitting, agreed
from services.practice.streak import day_of
from storage.database import Database
from storage.repositories.habits import HabitRows
from storage.repositories.practice import DONE, OPEN, Given, Practice


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a tap: whether it counted, and what to say to the answer that stands there now.

    A skipped question has no feedback, nor has an answer after which the quiz has gone on. Where nothing counted and
    nothing `stands`, the question is gone, or it was not this one's turn.
    """

    counted: bool
    stands: bool
    feedback: Feedback | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerQuestion:
    """Keep an answer, when its question comes back, and with the first of a day that a summary is due on Sunday.

    `shown` is the place of the chosen option as they were shown, None to skip: that keeps nothing but the fact.
    `shown_after` is how long after the quiz's beginning the
    question was shown. The day is the person's own. Raises a Refusal: practice-consent, quiz-gone.
    """

    database: Database
    now: Clock
    bank: Callable[[], Bank]

    async def __call__(
        self,
        *,
        person: Person | None,
        zone: str,
        quiz_id: int,
        place: int,
        shown: int | None,
        shown_after: timedelta | None = None,
    ) -> Answered:
        person_id, at = agreed(person).id, self.now()
        async with self.database.write() as connection:
            quiz = await Practice(connection).find(quiz_id, person_id)
            if quiz is None:
                raise Refusal("quiz-gone")
            sitting = Sitting(quiz, self.bank())
            asked = sitting.next
            if quiz.state != OPEN or asked is None or asked.place != place:
                return _stands(sitting, place)
            chosen = None if shown is None else _chosen(asked, shown)
            given = Given(place, asked.question.id, chosen, right=chosen == asked.question.right)
            if not await Practice(connection).add_answer(quiz.id, person_id, given, at=at):
                return _stands(sitting, place)  # another process was faster
            if chosen is not None:
                await _learn(Practice(connection), person_id, asked, given, at=at, shown_after=shown_after)
                answered_today = await Practice(connection).count_day(person_id, day_of(at, zone), right=given.right)
                if answered_today == 1:
                    # Planned here, so that nobody has to look each minute for who learnt.
                    await HabitRows(connection).plan_week(person_id, next_week(zone, at), at=at)
            after = Sitting(replace(quiz, given=(*quiz.given, given)), sitting.bank)
            if after.next is None:
                await Practice(connection).close(quiz.id, DONE, at=at)
        return Answered(True, True, after.feedback(given))


async def _learn(
    practice: Practice, person_id: int, asked: Asked, given: Given, *, at: datetime, shown_after: timedelta | None
) -> None:
    """What is known of the question now. Nobody can have been shown it after they answered."""
    since = at - asked.started_at
    took = since - shown_after if shown_after is not None and shown_after <= since else None
    card = await practice.find_card(person_id, given.question)
    graded = grade(asked.question, right=given.right, took=took)
    await practice.save_card(person_id, answered(card, given.question, graded, at))


def _chosen(asked: Asked, shown: int) -> int:
    """The option's place in the file."""
    if shown >= len(asked.order):
        raise Refusal("quiz-gone")
    return asked.order[shown]


def _stands(sitting: Sitting, place: int) -> Answered:
    given = sitting.given_at(place)
    if given is None:
        return Answered(False, False, None)
    return Answered(False, True, sitting.feedback(given) if given == sitting.quiz.given[-1] else None)
