"""What people chose about practice, whose hour has come, and what their week was like."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Integer, and_, bindparam, cast, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import UtcDateTime
from storage.dialect import insert_for
from storage.tables.agencies import AgencyRow
from storage.tables.people import PersonRow
from storage.tables.practice import PracticeDayRow, PracticeHabitRow, QuizAnswerRow, QuizRow

OFF: Final = "off"
HIDDEN: Final = "hidden"
NAMED: Final = "named"
DAY = timedelta(days=1)
"""Nothing is planned further off than a day, or a week; what is, was planned by a clock that went ahead."""
LONGEST_QUIZ = timedelta(days=2)
"""A quiz that is done began no longer ago than that."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What one person chose: the hour of their daily quiz (`HH:MM`), the week's summary, their place on the board."""

    quiz_at: str | None = None
    weekly: bool = True
    board: str = OFF


@dataclass(frozen=True, slots=True)
class Hour:
    """Somebody whose moment has come. `zone` is their own, else their agency's, else None."""

    person_id: int
    planned: datetime
    quiz_at: str | None
    zone: str | None
    reachable: bool


@dataclass(frozen=True, slots=True)
class Day:
    """What was answered on one day."""

    day: date
    answered: int
    right: int


@dataclass(frozen=True, slots=True)
class Known:
    """How often one question was answered, and how often right."""

    question: str
    answered: int
    right: int


_ZONE = func.coalesce(PersonRow.zone, AgencyRow.zone)
_REACHABLE = PersonRow.unreachable_since.is_(None)
_HABITS = select(PracticeHabitRow.quiz_at, PracticeHabitRow.weekly, PracticeHabitRow.board).where(
    PracticeHabitRow.person_id == bindparam("person_id")
)


def _due(moment: Any, *, lost: bool = False) -> Any:
    """Whose moment has come; `lost`: whose moment is further off than any is planned."""
    now = bindparam("now", type_=UtcDateTime)
    return (
        select(PracticeHabitRow.person_id, moment, PracticeHabitRow.quiz_at, _ZONE, _REACHABLE)
        .join(PersonRow, PersonRow.id == PracticeHabitRow.person_id)
        .outerjoin(AgencyRow, AgencyRow.id == PersonRow.agency_id)
        .where(moment.is_not(None), moment > now if lost else moment <= now)
        .order_by(moment)  # and by no more: of a million due in one minute, each slice would sort all that are left
        .limit(bindparam("most"))
    )


def _move(moment: Any) -> Any:
    # Only what is still planned for then: who chose another hour meanwhile keeps it.
    return (
        update(PracticeHabitRow)
        .where(PracticeHabitRow.person_id == bindparam("of_person"), moment == bindparam("planned", type_=UtcDateTime))
        .values({moment: bindparam("following", type_=UtcDateTime)})
    )


# Built once: they are asked every minute.
_QUIZZES_DUE = _due(PracticeHabitRow.next_quiz_at).where(PracticeHabitRow.quiz_at.is_not(None))
_WEEKS_DUE = _due(PracticeHabitRow.next_week_at)
_QUIZZES_LOST = _due(PracticeHabitRow.next_quiz_at, lost=True).where(PracticeHabitRow.quiz_at.is_not(None))
_WEEKS_LOST = _due(PracticeHabitRow.next_week_at, lost=True)
_MOVE_QUIZ, _MOVE_WEEK = _move(PracticeHabitRow.next_quiz_at), _move(PracticeHabitRow.next_week_at)
_UNPLANNED = and_(PracticeHabitRow.weekly, PracticeHabitRow.next_week_at.is_(None))
_LAST_DONE = (
    select(QuizRow.person_id, func.max(QuizRow.done_at, type_=UtcDateTime))
    .where(
        QuizRow.person_id.in_(bindparam("people", expanding=True)),
        QuizRow.started_at >= bindparam("since", type_=UtcDateTime),
        QuizRow.state == "done",
    )
    .group_by(QuizRow.person_id)
)
_DAYS = (
    select(PracticeDayRow.day, PracticeDayRow.answered, PracticeDayRow.right)
    .where(
        PracticeDayRow.person_id == bindparam("person_id"),
        PracticeDayRow.day >= bindparam("first"),
        PracticeDayRow.day <= bindparam("last"),
    )
    .order_by(PracticeDayRow.day)
)


class HabitRows:
    """Rows of habits, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, person_id: int) -> Habits:
        """What a person chose; the usual, where they chose nothing yet."""
        row = (await self._connection.execute(_HABITS, {"person_id": person_id})).first()
        return Habits(*row) if row else Habits()

    async def set_quiz(self, person_id: int, *, hour: str | None, following: datetime | None, at: datetime) -> None:
        """Keep the hour of the daily quiz, and when it comes next; None: never."""
        await self._set(person_id, at, quiz_at=hour, next_quiz_at=following)

    async def set_weekly(self, person_id: int, *, following: datetime | None, at: datetime) -> None:
        """Keep when the week's summary comes next; None: never."""
        await self._set(person_id, at, weekly=following is not None, next_week_at=following)

    async def set_board(self, person_id: int, board: str, *, at: datetime) -> None:
        """Keep how the person takes part in the board."""
        await self._set(person_id, at, board=board)

    async def list_quizzes_due(self, *, now: datetime, limit: int) -> list[Hour]:
        """People whose hour of the daily quiz has come, the longest due first; else those whose hour was lost."""
        return await self._due(_QUIZZES_DUE, now, limit) or await self._due(_QUIZZES_LOST, now + 2 * DAY, limit)

    async def list_weeks_due(self, *, now: datetime, limit: int) -> list[Hour]:
        """People to whom the week's summary is due, the longest due first; else those of whom it was lost."""
        return await self._due(_WEEKS_DUE, now, limit) or await self._due(_WEEKS_LOST, now + 8 * DAY, limit)

    async def plan_week(self, person_id: int, following: datetime, *, at: datetime) -> None:
        """Keep when a summary comes to somebody who wants one and has none planned."""
        insert = insert_for(self._connection, PracticeHabitRow)
        planned = {"next_week_at": insert.excluded.next_week_at}
        insert = insert.on_conflict_do_update(index_elements=["person_id"], set_=planned, where=_UNPLANNED)
        values = {"person_id": person_id, "next_week_at": following, "changed_at": at}
        await self._connection.execute(insert, values)

    async def move_quizzes(self, moved: Sequence[tuple[Hour, datetime]]) -> None:
        """Plan these people's next quizzes."""
        await self._move(_MOVE_QUIZ, moved)

    async def move_weeks(self, moved: Sequence[tuple[Hour, datetime | None]]) -> None:
        """Plan these people's next summaries; None: until they learn again."""
        await self._move(_MOVE_WEEK, moved)

    async def list_last_done(self, people: Collection[int], *, now: datetime) -> dict[int, datetime]:
        """When each of these people last finished a quiz, of late."""
        asked = {"people": list(people), "since": now - LONGEST_QUIZ}
        return {person: at for person, at in await self._connection.execute(_LAST_DONE, asked) if at is not None}

    async def list_days(self, person_id: int, *, first: date, last: date) -> tuple[Day, ...]:
        """The days of a person's on which something was answered, from the first to the last."""
        rows = await self._connection.execute(_DAYS, {"person_id": person_id, "first": first, "last": last})
        return tuple(Day(*row) for row in rows)

    async def list_learnt(self, people: Collection[int], *, first: date, last: date) -> set[int]:
        """Those of these people who answered something between the days."""
        query = (
            select(PracticeDayRow.person_id)
            .distinct()
            .where(PracticeDayRow.person_id.in_(people), PracticeDayRow.day >= first, PracticeDayRow.day <= last)
        )
        return set(await self._connection.scalars(query))

    async def list_known(self, person_id: int, *, start: datetime, end: datetime) -> tuple[Known, ...]:
        """How a person answered each question between two moments; what was skipped does not count."""
        right = func.sum(cast(QuizAnswerRow.right, Integer))
        query = (
            select(QuizAnswerRow.question, func.count(), right)
            .where(
                QuizAnswerRow.person_id == person_id,
                QuizAnswerRow.at >= start,
                QuizAnswerRow.at < end,
                QuizAnswerRow.chosen.is_not(None),
            )
            .group_by(QuizAnswerRow.question)
            .order_by(QuizAnswerRow.question)
        )
        return tuple(Known(*row) for row in await self._connection.execute(query))

    async def _set(self, person_id: int, at: datetime, **values: Any) -> None:
        insert = insert_for(self._connection, PracticeHabitRow).values(person_id=person_id, changed_at=at, **values)
        changed = values | {"changed_at": at}
        await self._connection.execute(insert.on_conflict_do_update(index_elements=["person_id"], set_=changed))

    async def _due(self, query: Any, now: datetime, limit: int) -> list[Hour]:
        return [Hour(*row) for row in await self._connection.execute(query, {"now": now, "most": limit})]

    async def _move(self, statement: Any, moved: Sequence[tuple[Hour, datetime | None]]) -> None:
        if moved:
            values = [{"of_person": one.person_id, "planned": one.planned, "following": to} for one, to in moved]
            await self._connection.execute(statement, values)
