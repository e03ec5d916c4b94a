"""Practice: short quizzes of a person's own, spaced so that what they learn stays."""

from services.practice.answer import Answered, AnswerQuestion
from services.practice.drawing import FEWEST
from services.practice.see import SeeQuiz
from services.practice.sitting import Asked, Feedback, Result
from services.practice.start import ABOUT, AGAIN, MIXED, Occasion, RepeatMissed, StartQuiz
from services.practice.streak import streak
from services.practice.topics import ListTopics, Topic

__all__ = [
    "ABOUT",
    "AGAIN",
    "FEWEST",
    "MIXED",
    "AnswerQuestion",
    "Answered",
    "Asked",
    "Feedback",
    "ListTopics",
    "Occasion",
    "RepeatMissed",
    "Result",
    "SeeQuiz",
    "StartQuiz",
    "Topic",
    "streak",
]
