"""Practice: what each person knows of each question, quizzes, days of learning, and what people chose of it.

Questions and modules live in files, so they are named by id alone; one that is gone is passed over when it is read.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, SmallInteger, String, text, true
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, JsonText, UtcDateTime

QUESTION_ID = String(80)
OPEN = text("state = 'open'")
WANTS_QUIZ = text("next_quiz_at IS NOT NULL")
WANTS_WEEK = text("next_week_at IS NOT NULL")
ON_BOARD = text("board != 'off'")


class PracticeCardRow(Base):
    """How well one person knows one question, as FSRS keeps it, and when it should come back."""

    __tablename__ = "practice_cards"
    __table_args__ = (Index(None, "person_id", "due_at"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    question: Mapped[str] = mapped_column(QUESTION_ID, primary_key=True)
    state: Mapped[int] = mapped_column(SmallInteger)
    step: Mapped[int | None] = mapped_column(SmallInteger)
    stability: Mapped[float | None]
    difficulty: Mapped[float | None]
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_at: Mapped[datetime] = mapped_column(UtcDateTime)
    right_count: Mapped[int] = mapped_column(default=0, server_default="0")
    wrong_count: Mapped[int] = mapped_column(default=0, server_default="0")


class QuizRow(Base):
    """One sitting of three to five questions; each person has at most one that is open.

    `questions` holds, for each place, the question's id, the order in which its options stand, and a mark of its words.
    `topic` is empty for
    mixed ones, else a module's id, `article:<id>` or `again`.
    """

    __tablename__ = "quizzes"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'done', 'left')", name="state"),
        CheckConstraint("occasion IN ('asked', 'daily')", name="occasion"),
        Index("uq_quizzes_open", "person_id", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
        Index(None, "person_id", "started_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    topic: Mapped[str] = mapped_column(String(100), default="", server_default="")
    occasion: Mapped[str] = mapped_column(String(10), default="asked", server_default="asked")
    questions: Mapped[list[Any]] = mapped_column(JsonText)
    state: Mapped[str] = mapped_column(String(10), default="open", server_default="open")
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class QuizAnswerRow(Base):
    """What was answered at one place of a quiz, once; `chosen` is the option's place in the file, None: skipped."""

    __tablename__ = "quiz_answers"
    __table_args__ = (Index(None, "person_id", "at"),)

    quiz_id: Mapped[int] = mapped_column(ForeignKey("quizzes.id"), primary_key=True)
    place: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    question: Mapped[str] = mapped_column(QUESTION_ID)
    chosen: Mapped[int | None] = mapped_column(SmallInteger)
    right: Mapped[bool]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class PracticeDayRow(Base):
    """What one person answered on one day of theirs."""

    __tablename__ = "practice_days"
    __table_args__ = (Index(None, "day"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    answered: Mapped[int]
    right: Mapped[int]


class PracticeHabitRow(Base):
    """What one person chose: the hour of the daily quiz (`HH:MM` on their clock), the week's summary, the board."""

    __tablename__ = "practice_habits"
    __table_args__ = (
        CheckConstraint("board IN ('off', 'hidden', 'named')", name="board"),
        Index("ix_practice_habits_quiz", "next_quiz_at", sqlite_where=WANTS_QUIZ, postgresql_where=WANTS_QUIZ),
        Index("ix_practice_habits_week", "next_week_at", sqlite_where=WANTS_WEEK, postgresql_where=WANTS_WEEK),
        Index("ix_practice_habits_board", "board", sqlite_where=ON_BOARD, postgresql_where=ON_BOARD),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    quiz_at: Mapped[str | None] = mapped_column(String(5))
    next_quiz_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    weekly: Mapped[bool] = mapped_column(default=True, server_default=true())
    next_week_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    board: Mapped[str] = mapped_column(String(10), default="off", server_default="off")
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
