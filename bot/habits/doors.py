"""The buttons that lead into habits of practice, and from them to a quiz. Pure."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from bot.callbacks_habits import Exercises, HabitsSet, SeeBoard
from bot.callbacks_practice import OpenQuiz
from bot.screens import Row, button
from bot.words import Voice

ABOUT_EXERCISES = frozenset({"modul-kolaboratif-soal-evaluasi"})


def start_quiz(voice: Voice, key: str = "button-start-quiz") -> InlineKeyboardButton:
    """Today's questions: what was missed and is due first."""
    return button(voice.plain(key), OpenQuiz())


def change_hour(voice: Voice, key: str = "button-quiz-hour") -> InlineKeyboardButton:
    """The hour of the daily quiz."""
    return button(voice.plain(key), HabitsSet())


def see_board(voice: Voice) -> InlineKeyboardButton:
    """The board of provinces."""
    return button(voice.plain("button-board"), SeeBoard())


def exercise_row(voice: Voice, article_id: str) -> Row:
    """Under the article that tells of a module's exercises."""
    return [exercises(voice)] if article_id in ABOUT_EXERCISES else []


def exercises(voice: Voice) -> InlineKeyboardButton:
    """The open exercises."""
    return button(voice.plain("button-exercises"), Exercises())
