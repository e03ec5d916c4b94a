"""Habits of practice: the daily quiz's hour, the week's summary, the board, open exercises."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from bot.toolbox.parts import Parts
from knowledge import Exercise, load_sound_exercises
from services.practice.habits import (
    GetHabits,
    GetWeek,
    IsQuizWanted,
    SeeBoard,
    SetBoard,
    SetQuizHour,
    SetWeekly,
)


@dataclass(frozen=True, slots=True)
class ListExercises:
    """The open exercises as their files stand now; a few milliseconds, and none is wanted often."""

    folder: Path

    async def __call__(self) -> tuple[Exercise, ...]:
        exercises, _ = await asyncio.to_thread(load_sound_exercises, self.folder)
        return exercises


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitTools:
    """Habits of practice: the daily quiz's hour, the week's summary, the board, open exercises."""

    get: GetHabits
    set_hour: SetQuizHour
    set_weekly: SetWeekly
    set_board: SetBoard
    board: SeeBoard
    is_quiz_wanted: IsQuizWanted
    week: GetWeek
    exercises: ListExercises


def build(parts: Parts, modules: Path) -> HabitTools:
    """Give each use case what it needs; `modules` is where the exercises lie."""
    return HabitTools(
        get=GetHabits(database=parts.database),
        set_hour=SetQuizHour(database=parts.database, now=parts.now),
        set_weekly=SetWeekly(database=parts.database, now=parts.now),
        set_board=SetBoard(database=parts.database, now=parts.now),
        board=SeeBoard(database=parts.database, now=parts.now),
        is_quiz_wanted=IsQuizWanted(database=parts.database, now=parts.now),
        week=GetWeek(database=parts.database, now=parts.now),
        exercises=ListExercises(modules),
    )
