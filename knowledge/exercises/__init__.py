"""Open exercises: tasks to think about, with what a good answer holds."""

from knowledge.exercises.loader import check_exercises, load_exercises, load_sound_exercises
from knowledge.exercises.model import Exercise

__all__ = ["Exercise", "check_exercises", "load_exercises", "load_sound_exercises"]
