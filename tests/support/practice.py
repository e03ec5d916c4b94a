"""Made-up questions, and the use cases of practice over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from knowledge import Bank, Level, Question, Use
from services.people import FindPerson, Person
from services.practice import (
    Answered,
    AnswerQuestion,
    Asked,
    ListTopics,
    Occasion,
    RepeatMissed,
    Result,
    SeeQuiz,
    StartQuiz,
)
from storage.database import Database
from tests.support.clock import Clock
from tests.support.staff import Staff

YOHANA, BAGUS, DEWI, GUEST = 500, 501, 510, 999
ZONE = "WITA"


def question(name: str, article: str = "wog", module: str = "kolaborasi", use: Use = Use.PRACTICE) -> Question:
    """A question whose right option is B."""
    return Question(
        id=name,
        module=module,
        article=article,
        level=Level.PAHAM,
        use=use,
        ask=f"Apa yang tepat tentang {name}?",
        options=("Ini", "Itu", "Anu", "Entah"),
        right=1,
        why="Karena itu.",
    )


def bank_of(names: Iterable[str], article: str = "wog", module: str = "kolaborasi") -> Bank:
    return Bank(tuple(question(name, article, module) for name in names))


def numbered(count: int, start: int = 1) -> list[str]:
    """`q01`, `q02` ..."""
    return [f"q{number:02}" for number in range(start, start + count)]


@dataclass(slots=True)
class Learner:
    """Somebody who practises: every use case, over one bank that may change."""

    database: Database
    now: Clock
    bank: Bank
    telegram_id: int = YOHANA
    dice: Random = field(default_factory=lambda: Random(7))

    async def person(self) -> Person | None:
        return await FindPerson(database=self.database)(telegram_id=self.telegram_id)

    async def start(
        self, topic: str | None = None, occasion: Occasion = "asked", *, module: str | None = None
    ) -> Asked:
        use = StartQuiz(database=self.database, now=self.now, bank=self._bank, dice=self.dice)
        return await use(person=await self.person(), zone=ZONE, topic=topic, module=module, occasion=occasion)

    async def start_as(self, person: Person | None) -> Asked:
        """By somebody as they were found before."""
        return await StartQuiz(database=self.database, now=self.now, bank=self._bank)(person=person, zone=ZONE)

    async def repeat(self, quiz_id: int) -> Asked:
        return await self.repeat_as(await self.person(), quiz_id)

    async def repeat_as(self, person: Person | None, quiz_id: int) -> Asked:
        """By somebody as they were found before."""
        use = RepeatMissed(database=self.database, now=self.now, bank=self._bank, dice=self.dice)
        return await use(person=person, quiz_id=quiz_id)

    async def see(self, quiz_id: int) -> Asked | Result | None:
        use = SeeQuiz(database=self.database, now=self.now, bank=self._bank)
        return await use(person=await self.person(), zone=ZONE, quiz_id=quiz_id)

    async def topics(self) -> list[tuple[str, int, int, int]]:
        use = ListTopics(database=self.database, now=self.now, bank=self._bank)
        found = await use(person=await self.person(), zone=ZONE)
        return [(topic.module, topic.questions, topic.seen, topic.due) for topic in found]

    async def tap(self, quiz_id: int, place: int, shown: int | None, shown_after: timedelta | None = None) -> Answered:
        """Tap the option that stands at this place, as it is shown; None skips."""
        use = AnswerQuestion(database=self.database, now=self.now, bank=self._bank)
        return await use(
            person=await self.person(), zone=ZONE, quiz_id=quiz_id, place=place, shown=shown, shown_after=shown_after
        )

    async def answer(self, asked: Asked, *, right: bool, seconds: float = 5) -> Answered:
        """Answer after so many seconds."""
        after = self.now() - asked.started_at
        self.now.advance(seconds=seconds)
        option = asked.question.right if right else (asked.question.right + 1) % 4
        return await self.tap(asked.quiz_id, asked.place, asked.order.index(option), after)

    async def sit(self, topic: str | None = None, wrong: Iterable[str] = (), slow: Iterable[str] = ()) -> list[str]:
        """A whole quiz, all right and fast but these; the questions it asked."""
        asked, names = await self.start(topic), []
        quiz_id = asked.quiz_id
        here: Asked | Result | None = asked
        while isinstance(here, Asked):
            names.append(here.question.id)
            name = here.question.id
            await self.answer(here, right=name not in wrong, seconds=90 if name in slow else 5)
            here = await self.see(quiz_id)
        return names

    def _bank(self) -> Bank:
        return self.bank


async def learner_of(database: Database, now: Clock, bank: Bank) -> Learner:
    """Yohana of NTT, who has agreed; Bagus has too, Dewi only has a role."""
    staff = Staff(database)
    await staff.found()
    await staff.welcome_yohana(YOHANA)
    await staff.welcome(BAGUS)
    await staff.appoint(DEWI, "Dewi Umpama")
    return Learner(database, now, bank)
