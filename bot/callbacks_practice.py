"""What the buttons of quizzes carry."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID
from bot.callbacks_knowledge import Page, Sign

QuizId = Annotated[int, Field(ge=1, le=LARGEST_ID)]
QuizPlace = Annotated[int, Field(ge=0, le=9)]


class OpenQuiz(CallbackData, prefix="pqz"):
    """Go on with the open quiz, or begin one: on today's mix, or on a module or an article, by its sign."""

    kind: Literal["today", "mixed", "module", "article"] = "today"
    which: Sign | Literal[""] = ""


class QuizTopics(CallbackData, prefix="pqt"):
    """What there is to practise."""

    page: Page = 1


class AnswerQuiz(CallbackData, prefix="pqa"):
    """An option of the question at a place, as it stood on the screen; `at`: seconds after the quiz began when it was
    shown. Who forges it cheats on nobody else."""

    quiz: QuizId
    place: QuizPlace
    letter: Annotated[int, Field(ge=0, le=3)]
    at: Annotated[int, Field(ge=0, le=LARGEST_ID)] = 0


class SkipQuiz(CallbackData, prefix="pqs"):
    """Another question instead of this one."""

    quiz: QuizId
    place: QuizPlace


class NextQuiz(CallbackData, prefix="pqn"):
    """The next question, or after the last one the result."""

    quiz: QuizId


class PauseQuiz(CallbackData, prefix="pqp"):
    """Not now."""

    quiz: QuizId


class RepeatQuiz(CallbackData, prefix="pqr"):
    """What was skipped or missed, once more."""

    quiz: QuizId


class QuizArticle(CallbackData, prefix="pqb"):
    """The article behind a question, with the way back to the quiz."""

    quiz: QuizId
    sign: Sign
