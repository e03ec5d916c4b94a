"""Quizzes: beginning, answering, looking, repeating."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.toolbox.parts import Parts
from knowledge import Bank
from services.practice import AnswerQuestion, ListTopics, RepeatMissed, SeeQuiz, StartQuiz


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeTools:
    """Quizzes: beginning, answering, looking, repeating."""

    start: StartQuiz
    answer: AnswerQuestion
    see: SeeQuiz
    repeat: RepeatMissed
    topics: ListTopics


def build(parts: Parts, bank: Callable[[], Bank]) -> PracticeTools:
    """Give each use case what it needs. The bank is asked for anew each time: it changes beside a running bot."""
    return PracticeTools(
        start=StartQuiz(database=parts.database, now=parts.now, bank=bank),
        answer=AnswerQuestion(database=parts.database, now=parts.now, bank=bank),
        see=SeeQuiz(database=parts.database, now=parts.now, bank=bank),
        repeat=RepeatMissed(database=parts.database, now=parts.now, bank=bank),
        topics=ListTopics(database=parts.database, now=parts.now, bank=bank),
    )
