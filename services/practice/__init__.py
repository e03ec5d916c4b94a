"""Practice: short quizzes of a person's own, spaced so that what they learn stays."""

from services.practice.streak import streak

__all__ = ["streak"]
