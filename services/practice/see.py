"""Looking at a quiz: the next question, or how it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from knowledge import Bank
from services.clock import Clock
from services.errors import Refusal
from services.people import Person
from services.practice.sitting import Asked, Result, Sitting, agreed
from services.practice.streak import day_of, streak
from storage.database import Database
from storage.repositories.practice import DONE, LEFT, Practice


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeQuiz:
    """The next question of a quiz, or its result; None where it was left, or nothing of it is there any more.

    Changes nothing. Raises a Refusal: practice-consent, quiz-gone.
    """

    database: Database
    now: Clock
    bank: Callable[[], Bank]

    async def __call__(self, *, person: Person | None, zone: str, quiz_id: int) -> Asked | Result | None:
        person_id = agreed(person).id
        async with self.database.read() as connection:
            quiz = await Practice(connection).find(quiz_id, person_id)
            if quiz is None:
                raise Refusal("quiz-gone")
            sitting = Sitting(quiz, self.bank())
            # Of one that is done no question can be answered, though one that was retired may have come back.
            if sitting.next is not None and quiz.state != DONE:
                return None if quiz.state == LEFT else sitting.next
            if not quiz.given:
                return None
            days = await Practice(connection).list_days(person_id)
        return sitting.result(streak(days, day_of(self.now(), zone)))
