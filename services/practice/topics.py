"""What there is to practise, and how much of it waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from knowledge import Bank, Use
from services.clock import Clock
from services.people import Person
from services.practice.sitting import agreed
from services.practice.start import end_of_day
from storage.database import Database
from storage.repositories.practice import Practice


@dataclass(frozen=True, slots=True)
class Topic:
    """A module with its questions: all, those answered before, and of these the ones that are due today."""

    module: str
    questions: int
    seen: int
    due: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTopics:
    """The modules that have questions, in the order of their folders. Raises a Refusal: practice-consent."""

    database: Database
    now: Clock
    bank: Callable[[], Bank]

    async def __call__(self, *, person: Person | None, zone: str) -> tuple[Topic, ...]:
        person_id, until = agreed(person).id, end_of_day(self.now(), zone)
        async with self.database.read() as connection:
            cards = {card.question: card for card in await Practice(connection).list_cards(person_id)}
        questions = self.bank().of(Use.PRACTICE)
        counts = Counter(question.module for question in questions)
        seen = Counter(question.module for question in questions if question.id in cards)
        due = Counter(
            question.module
            for question in questions
            if (card := cards.get(question.id)) is not None and card.due_at < until
        )
        return tuple(Topic(module, count, seen[module], due[module]) for module, count in counts.items())
