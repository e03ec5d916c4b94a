"""Beginning a quiz, or going on with the one that is open, on whatever phone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from knowledge import Bank, Question, Use
from services.clock import Clock
from services.errors import Refusal
from services.people import Person
from services.practice.drawing import deal, draw, draw_about
from services.practice.sitting import Asked, Sitting, agreed
from services.practice.streak import day_of
from services.zones import ZONES
from storage.database import Database
from storage.repositories.people import People
from storage.repositories.practice import DONE, LEFT, Practice, Quiz

Occasion = Literal["asked", "daily"]
MIXED, AGAIN = "", "again"
ABOUT = "article:"
KEPT_OPEN = timedelta(days=1)
"""After so long another one is drawn: other questions are due by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartQuiz:
    """The next question of the quiz that is open, or of a new one; `zone` says when the person's day ends.

    `topic` is None where any will do, else "" (mixed), a module's id, or `article:<id>`, with the article's `module`,
    which helps out where it has too few questions of its own. An open quiz of another topic is left then, and at the
    hour of the daily quiz one of an earlier day. Questions answered so far keep their place in the schedule. Raises a
    Refusal: practice-consent, or practice-none where there is nothing to ask.
    """

    database: Database
    now: Clock
    bank: Callable[[], Bank]
    dice: Random = field(default_factory=Random)

    async def __call__(
        self,
        *,
        person: Person | None,
        zone: str,
        topic: str | None = None,
        module: str | None = None,
        occasion: Occasion = "asked",
    ) -> Asked:
        person_id = agreed(person).id
        async with self.database.write() as connection:
            await _hold(connection, person_id)
            going_on = await self._going_on(connection, person_id, topic, zone if occasion == "daily" else None)
            if going_on is not None:
                return going_on
            questions = await self._draw(connection, person_id, topic or MIXED, module, zone)
            if not questions:
                raise Refusal("practice-none")
            quiz = await Practice(connection).add(
                person_id, topic=topic or MIXED, occasion=occasion, questions=deal(questions, self.dice), at=self.now()
            )
        return first_of(quiz, self.bank())

    async def _going_on(
        self, connection: AsyncConnection, person_id: int, topic: str | None, zone: str | None
    ) -> Asked | None:
        """The question of the quiz that is open; with a zone only of one that was begun on the same day there."""
        quiz = await Practice(connection).find_open(person_id)
        if quiz is None:
            return None
        question, now = Sitting(quiz, self.bank()).next, self.now()
        is_fresh = now - quiz.started_at < KEPT_OPEN if zone is None else _is_same_day(quiz.started_at, now, zone)
        if question is not None and is_fresh and topic in (None, quiz.topic):
            return question
        await Practice(connection).close(quiz.id, LEFT if question else DONE, at=self.now())
        return None

    async def _draw(
        self, connection: AsyncConnection, person_id: int, topic: str, module: str | None, zone: str
    ) -> list[Question]:
        cards = {card.question: card for card in await Practice(connection).list_cards(person_id)}
        bank, now, until = self.bank(), self.now(), end_of_day(self.now(), zone)
        if not topic.startswith(ABOUT):
            return draw(bank.of(Use.PRACTICE, topic or None), cards, now=now, until=until, dice=self.dice)
        about = bank.about(topic.removeprefix(ABOUT), Use.PRACTICE)
        home = about[0].module if about else module
        others = bank.of(Use.PRACTICE, home) if home else ()
        return draw_about(about, others, cards, now=now, until=until, dice=self.dice)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatMissed:
    """A quiz of what was skipped or missed in another one; a second tap goes on with it.

    Raises a Refusal: practice-consent, quiz-gone, or practice-none-missed.
    """

    database: Database
    now: Clock
    bank: Callable[[], Bank]
    dice: Random = field(default_factory=Random)

    async def __call__(self, *, person: Person | None, quiz_id: int) -> Asked:
        person_id = agreed(person).id
        async with self.database.write() as connection:
            await _hold(connection, person_id)
            practice = Practice(connection)
            quiz = await practice.find(quiz_id, person_id)
            if quiz is None:
                raise Refusal("quiz-gone")
            missed = Sitting(quiz, self.bank()).missed()
            if not missed:
                raise Refusal("practice-none-missed")
            opened = await practice.find_open(person_id)
            if opened is not None:
                question = Sitting(opened, self.bank()).next
                if question is not None and _asks(opened, missed):
                    return question
                await practice.close(opened.id, LEFT if question else DONE, at=self.now())
            again = await practice.add(
                person_id, topic=AGAIN, occasion="asked", questions=deal(missed, self.dice), at=self.now()
            )
        return first_of(again, self.bank())


def first_of(quiz: Quiz, bank: Bank) -> Asked:
    """The first question of a quiz that was just drawn from this bank."""
    question = Sitting(quiz, bank).next
    assert question is not None
    return question


async def _hold(connection: AsyncConnection, person_id: int) -> None:
    """The daily quiz may begin while the person begins one by hand, or has everything erased."""
    if not await People(connection).lock(person_id):
        raise Refusal("practice-consent")


def _is_same_day(one: datetime, other: datetime, zone: str) -> bool:
    return day_of(one, zone) == day_of(other, zone)


def end_of_day(moment: datetime, zone: str) -> datetime:
    """When the day ends on a clock of this zone: what is due later today may be asked this morning already."""
    return datetime.combine(day_of(moment, zone) + timedelta(days=1), time(), ZONES[zone]).astimezone(UTC)


def _asks(quiz: Quiz, questions: list[Question]) -> bool:
    asked = {dealt.question for dealt in quiz.questions}
    return quiz.topic == AGAIN and asked == {question.id for question in questions}
