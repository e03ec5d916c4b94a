"""What people know of each question, their quizzes, what they answered, and on which days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.practice import PracticeCardRow, PracticeDayRow, QuizAnswerRow, QuizRow

OPEN, DONE, LEFT = "open", "done", "left"


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """How well a person knows a question, when they were last asked, and when it should come back."""

    question: str
    state: int
    step: int | None
    stability: float | None
    difficulty: float | None
    due_at: datetime
    last_at: datetime
    right_count: int
    wrong_count: int


@dataclass(frozen=True, slots=True)
class Dealt:
    """A question at its place in a quiz; `order` holds the options as they are shown, by their place in the file.

    `mark` is of the words that were shown; quizzes begun before there were marks have none.
    """

    question: str
    order: tuple[int, ...]
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered at one place; `chosen` is the option's place in the file, None where it was skipped."""

    place: int
    question: str
    chosen: int | None
    right: bool


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz of one person, with what they answered so far."""

    id: int
    topic: str
    occasion: str
    questions: tuple[Dealt, ...]
    state: str
    started_at: datetime
    given: tuple[Given, ...] = ()


# Built once: they run at every tap.
_QUIZ: Select[Any] = (
    select(
        QuizRow.id,
        QuizRow.topic,
        QuizRow.occasion,
        QuizRow.questions,
        QuizRow.state,
        QuizRow.started_at,
        QuizAnswerRow.place,
        QuizAnswerRow.question,
        QuizAnswerRow.chosen,
        QuizAnswerRow.right,
    )
    .outerjoin(QuizAnswerRow, QuizAnswerRow.quiz_id == QuizRow.id)
    .where(QuizRow.person_id == bindparam("person_id"))
    .order_by(QuizAnswerRow.place)
)
_QUIZ_OF = _QUIZ.where(QuizRow.id == bindparam("quiz_id"))
_QUIZ_OPEN = _QUIZ.where(QuizRow.state == OPEN)
_CARD = [getattr(PracticeCardRow, name) for name in PracticeCard.__slots__]
_CARDS = select(*_CARD).where(PracticeCardRow.person_id == bindparam("person_id"))
_CARD_OF = _CARDS.where(PracticeCardRow.question == bindparam("question"))
_CLOSE = (
    update(QuizRow)
    .where(QuizRow.id == bindparam("quiz_id"), QuizRow.state == OPEN)
    .values(state=bindparam("to"), done_at=bindparam("at"))
)
_ADD_QUIZ = insert(QuizRow).returning(QuizRow.id)
_DAYS = select(PracticeDayRow.day).where(PracticeDayRow.person_id == bindparam("person_id"))


class Practice:
    """What people practise, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, quiz_id: int, person_id: int) -> Quiz | None:
        """A quiz of this person's own."""
        rows = await self._connection.execute(_QUIZ_OF, {"quiz_id": quiz_id, "person_id": person_id})
        return _quiz(rows.all())

    async def find_open(self, person_id: int) -> Quiz | None:
        """The quiz that the person is in the middle of."""
        return _quiz((await self._connection.execute(_QUIZ_OPEN, {"person_id": person_id})).all())

    async def find_card(self, person_id: int, question: str) -> PracticeCard | None:
        """What the person knows of one question; None where they never answered it."""
        row = (await self._connection.execute(_CARD_OF, {"person_id": person_id, "question": question})).first()
        return PracticeCard(*row) if row else None

    async def list_cards(self, person_id: int) -> tuple[PracticeCard, ...]:
        """What the person knows of every question they answered."""
        rows = await self._connection.execute(_CARDS, {"person_id": person_id})
        return tuple(PracticeCard(*row) for row in rows)

    async def list_days(self, person_id: int) -> tuple[date, ...]:
        """The days on which the person answered something."""
        return tuple(await self._connection.scalars(_DAYS, {"person_id": person_id}))

    async def add(self, person_id: int, *, topic: str, occasion: str, questions: Iterable[Dealt], at: datetime) -> Quiz:
        """Begin a quiz; none of the person's may be open."""
        dealt = tuple(questions)
        values = {
            "person_id": person_id,
            "topic": topic,
            "occasion": occasion,
            "questions": [[one.question, list(one.order), one.mark] for one in dealt],
            "state": OPEN,
            "started_at": at,
        }
        quiz_id = (await self._connection.execute(_ADD_QUIZ, values)).scalar_one()
        return Quiz(quiz_id, topic, occasion, dealt, OPEN, at)

    async def close(self, quiz_id: int, state: str, *, at: datetime) -> None:
        """An open quiz is done, or left for another one."""
        await self._connection.execute(_CLOSE, {"quiz_id": quiz_id, "to": state, "at": at})

    async def delete_oldest(self, *, before: datetime, most: int) -> int:
        """Forget those of the `most` oldest quizzes that began before a moment, with their answers; how many went.

        Ids rise with time, so that no young one is looked at beyond these. One that is open is as good as left by then.
        """
        oldest = await self._connection.execute(select(QuizRow.id, QuizRow.started_at).order_by(QuizRow.id).limit(most))
        old = [quiz_id for quiz_id, started_at in oldest if started_at < before]
        if old:
            await self._connection.execute(delete(QuizAnswerRow).where(QuizAnswerRow.quiz_id.in_(old)))
            await self._connection.execute(delete(QuizRow).where(QuizRow.id.in_(old)))
        return len(old)

    async def add_answer(self, quiz_id: int, person_id: int, given: Given, *, at: datetime) -> bool:
        """Keep what was answered at a place; False where something was answered there before."""
        values = {
            "quiz_id": quiz_id,
            "place": given.place,
            "person_id": person_id,
            "question": given.question,
            "chosen": given.chosen,
            "right": given.right,
            "at": at,
        }
        return (await self._connection.execute(_add_answer(self._connection.dialect.name), values)).rowcount == 1

    async def save_card(self, person_id: int, card: PracticeCard) -> None:
        """What the person knows of a question now."""
        values = {name: getattr(card, name) for name in PracticeCard.__slots__} | {"person_id": person_id}
        await self._connection.execute(_save_card(self._connection.dialect.name), values)

    async def count_day(self, person_id: int, day: date, *, right: bool) -> int:
        """One more answer on this day; how many there are now."""
        values = {"person_id": person_id, "day": day, "answered": 1, "right": int(right)}
        counted = await self._connection.execute(_count_day(self._connection.dialect.name), values)
        return int(counted.scalar_one())


def _quiz(rows: Sequence[Any]) -> Quiz | None:
    if not rows:
        return None
    quiz_id, topic, occasion, questions, state, started_at, *_ = rows[0]
    dealt = tuple(Dealt(question, tuple(order), *mark) for question, order, *mark in questions)
    given = tuple(Given(*row[6:]) for row in rows if row[6] is not None)
    return Quiz(quiz_id, topic, occasion, dealt, state, started_at, given)


def _insert(dialect: str, row: Any) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(row) if dialect == "sqlite" else postgresql.insert(row)


# One statement for all taps, so that it is compiled once.
@cache
def _add_answer(dialect: str) -> Any:
    return _insert(dialect, QuizAnswerRow).on_conflict_do_nothing(index_elements=["quiz_id", "place"])


@cache
def _save_card(dialect: str) -> Any:
    statement = _insert(dialect, PracticeCardRow)
    changed = {name: statement.excluded[name] for name in PracticeCard.__slots__ if name != "question"}
    return statement.on_conflict_do_update(index_elements=["person_id", "question"], set_=changed)


@cache
def _count_day(dialect: str) -> Any:
    statement = _insert(dialect, PracticeDayRow)
    more = {
        "answered": PracticeDayRow.answered + statement.excluded.answered,
        "right": PracticeDayRow.right + statement.excluded.right,
    }
    upsert = statement.on_conflict_do_update(index_elements=["person_id", "day"], set_=more)
    return upsert.returning(PracticeDayRow.answered)
