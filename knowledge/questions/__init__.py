"""Questions: their form, what is checked in them, and the bank they make up."""

from knowledge.questions.loader import check_questions, load_questions, load_sound_questions
from knowledge.questions.model import Bank, Level, Question, Use

__all__ = [
    "Bank",
    "Level",
    "Question",
    "Use",
    "check_questions",
    "load_questions",
    "load_sound_questions",
]
