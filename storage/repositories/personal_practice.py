"""What is kept of a person's practice, to be handed out. Columns keep their names where those say what they hold."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import PracticeCardRow, PracticeDayRow, PracticeHabitRow, QuizAnswerRow, QuizRow

Kept = dict[str, Any]

_QUIZZES = select(
    QuizRow.topic,
    QuizRow.occasion,
    QuizRow.state.label("sitting"),
    QuizRow.questions,
    QuizRow.started_at,
    QuizRow.done_at,
).order_by(QuizRow.id)
_ANSWERS = select(QuizAnswerRow.question, QuizAnswerRow.chosen, QuizAnswerRow.right, QuizAnswerRow.at).order_by(
    QuizAnswerRow.at, QuizAnswerRow.quiz_id, QuizAnswerRow.place
)
_CARDS = select(
    PracticeCardRow.question,
    PracticeCardRow.right_count,
    PracticeCardRow.wrong_count,
    PracticeCardRow.stability,
    PracticeCardRow.difficulty,
    PracticeCardRow.last_at,
    PracticeCardRow.due_at.label("back_at"),
).order_by(PracticeCardRow.question)
_DAYS = select(PracticeDayRow.day, PracticeDayRow.answered, PracticeDayRow.right.label("right_count")).order_by(
    PracticeDayRow.day
)
_HABITS = select(
    PracticeHabitRow.quiz_at,
    PracticeHabitRow.next_quiz_at,
    PracticeHabitRow.weekly,
    PracticeHabitRow.next_week_at,
    PracticeHabitRow.board,
    PracticeHabitRow.changed_at,
)
_OF: dict[str, tuple[Any, Any]] = {
    "quizzes": (_QUIZZES, QuizRow.person_id),
    "quiz_answers": (_ANSWERS, QuizAnswerRow.person_id),
    "practice_cards": (_CARDS, PracticeCardRow.person_id),
    "practice_days": (_DAYS, PracticeDayRow.person_id),
    "practice_habits": (_HABITS, PracticeHabitRow.person_id),
}


async def list_practice(connection: AsyncConnection, person_id: int) -> dict[str, list[Kept]]:
    """The rows of every table of practice that are this person's."""
    found = {}
    for name, (query, owner) in _OF.items():
        rows = (await connection.execute(query.where(owner == person_id))).mappings()
        found[name] = [{key: str(value) if key == "day" else value for key, value in row.items()} for row in rows]
    return found
