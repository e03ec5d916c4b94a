"""Open exercises: the list, a task, what a good answer holds, what to read. Pure; what is ticked is in the buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from aiogram.types import InlineKeyboardButton

from bot.callbacks_habits import Exercises, OpenExercise
from bot.callbacks_knowledge import Topic, sign_of
from bot.knowledge.cards import title_of
from bot.places import go, switch
from bot.screens import Screen, button, in_rows
from bot.words import Html, Voice
from knowledge import Article, Exercise, Library

T = TypeVar("T")

PAGE_SIZE = 5


def listed(voice: Voice, exercises: Sequence[Exercise], page: int = 1) -> Screen:
    """A page of them."""
    pages = max(1, -(-len(exercises) // PAGE_SIZE))
    page = min(page, pages)
    shown = exercises[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    lines = [voice.html("exercise-line", number=str(number), title=named(voice, one)) for number, one in _each(shown)]
    numbers = [button(str(number), OpenExercise(sign=sign_of(one.id))) for number, one in _each(shown)]
    turn = []
    if pages > 1:
        turn = [button(voice.plain("button-exercises-next"), Exercises(page=page % pages + 1))]
    empty = voice.html("exercises-none") if not shown else None
    text = voice.paragraphs(voice.html("exercises"), voice.lines(*lines, empty))
    return Screen(text, (numbers, turn, [go(voice, "ask", "button-back")]))


def task(voice: Voice, exercise: Exercise) -> Screen:
    """What to think about; nobody sees what is written."""
    note = voice.html("exercise-in-indonesian") if voice.language != "id" else None
    text = voice.paragraphs(_head(voice, exercise), voice.html("exercise-task", ask=exercise.ask), note)
    compare = button(voice.plain("button-compare"), OpenExercise(sign=sign_of(exercise.id), step="check"))
    return Screen(text, ([compare], [_others(voice)]))


def check(voice: Voice, exercise: Exercise, ticked: int) -> Screen:
    """What a good answer holds, to be ticked off."""
    sign = sign_of(exercise.id)
    points = [
        voice.html("exercise-point", number=str(number), point=point) for number, point in _each(exercise.checklist)
    ]
    ticks = [_tick(sign, number, ticked) for number, _ in _each(exercise.checklist)]
    count = sum(bool(ticked >> at & 1) for at in range(len(exercise.checklist)))
    text = voice.paragraphs(
        voice.lines(_head(voice, exercise), voice.html("exercise-check")),
        voice.lines(*points),
        voice.html("exercise-ticked", count=count, total=len(exercise.checklist)),
    )
    read = button(voice.plain("button-exercise-read"), OpenExercise(sign=sign, step="read", ticked=ticked))
    back = button(voice.plain("button-back"), OpenExercise(sign=sign))
    return Screen(text, (*in_rows(ticks, 3), [read], [back]))


def reading(voice: Voice, exercise: Exercise, library: Library, ticked: int) -> Screen:
    """The articles that help, as far as they are still there."""
    found = [article for name in exercise.articles if (article := library.find(name)) is not None]
    lines = [
        voice.html("exercise-line", number=str(number), title=title_of(voice, one)) for number, one in _each(found)
    ]
    text = voice.paragraphs(_head(voice, exercise), voice.lines(voice.html("exercise-read"), *lines))
    numbers = [_card(number, article) for number, article in _each(found)]
    back = button(voice.plain("button-back"), OpenExercise(sign=sign_of(exercise.id), step="check", ticked=ticked))
    return Screen(text, (numbers, [back], [_others(voice)]))


def gone(voice: Voice) -> Screen:
    """An exercise that an old button still names."""
    return Screen(voice.html("exercise-gone"), ([_others(voice)], [go(voice, "menu", "button-menu-back")]))


def named(voice: Voice, exercise: Exercise) -> str:
    """The title in the reader's language, where it has one."""
    return exercise.title_en or exercise.title if voice.language == "en" else exercise.title


def _head(voice: Voice, exercise: Exercise) -> Html:
    return voice.html("exercise-head", title=named(voice, exercise))


def _each(things: Sequence[T]) -> Iterator[tuple[int, T]]:
    return enumerate(things, 1)


def _tick(sign: str, number: int, ticked: int) -> InlineKeyboardButton:
    bit = 1 << number - 1
    return button(switch(bool(ticked & bit), str(number)), OpenExercise(sign=sign, step="check", ticked=ticked ^ bit))


def _card(number: int, article: Article) -> InlineKeyboardButton:
    return button(str(number), Topic(show="card", sign=sign_of(article.id), anew=True))


def _others(voice: Voice) -> InlineKeyboardButton:
    return button(voice.plain("button-exercises-back"), Exercises())
