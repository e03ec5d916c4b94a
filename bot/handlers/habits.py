"""What people choose about practice, the board of provinces, and open exercises."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks_habits import (
    ChooseHour,
    Exercises,
    HabitsSet,
    JoinBoard,
    OpenExercise,
    SeeBoard,
    SwitchWeekly,
)
from bot.callbacks_knowledge import sign_of
from bot.chats import in_private
from bot.habits import board, exercises, settings
from bot.toolbox import Tools
from bot.visitor import Visitor


async def show_habits(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """When the daily quiz comes."""
    habits = await tools.habits.get(person=visitor.person)
    await tools.stage.show_beside(event, settings.habits_set(visitor, habits, tools.now()))


async def choose_hour(event: CallbackQuery, callback_data: ChooseHour, visitor: Visitor, tools: Tools) -> None:
    """Another hour, or none."""
    hour = f"{callback_data.hour[:2]}:{callback_data.hour[2:]}" if callback_data.hour else None
    habits = await tools.habits.set_hour(person=visitor.person, zone=visitor.voice.zone, hour=hour)
    await tools.stage.show_beside(event, settings.habits_set(visitor, habits, tools.now()))


async def switch_weekly(event: CallbackQuery, callback_data: SwitchWeekly, visitor: Visitor, tools: Tools) -> None:
    """The week's summary off, or on."""
    habits = await tools.habits.set_weekly(person=visitor.person, zone=visitor.voice.zone, on=callback_data.on)
    await tools.stage.show_beside(event, settings.habits_set(visitor, habits, tools.now()))


async def see_board(event: CallbackQuery, callback_data: SeeBoard, visitor: Visitor, tools: Tools) -> None:
    """The provinces, or the people of the own one."""
    seen = await tools.habits.board(person=visitor.person, zone=visitor.voice.zone)
    part = board.people if callback_data.part == "people" else board.provinces
    await tools.stage.show_beside(event, part(visitor, seen))


async def join_board(event: CallbackQuery, callback_data: JoinBoard, visitor: Visitor, tools: Tools) -> None:
    """Count on the board, with a name or without, or no more."""
    await tools.habits.set_board(person=visitor.person, board=callback_data.board)
    seen = await tools.habits.board(person=visitor.person, zone=visitor.voice.zone)
    await tools.stage.show_beside(event, board.provinces(visitor, seen))


async def list_exercises(event: CallbackQuery, callback_data: Exercises, visitor: Visitor, tools: Tools) -> None:
    """The open exercises; everybody may think."""
    found = await tools.habits.exercises()
    await tools.stage.show_beside(event, exercises.listed(visitor.voice, found, callback_data.page))


async def open_exercise(event: CallbackQuery, callback_data: OpenExercise, visitor: Visitor, tools: Tools) -> None:
    """The task, what a good answer holds, or what to read."""
    voice, found = visitor.voice, await tools.habits.exercises()
    exercise = next((one for one in found if sign_of(one.id) == callback_data.sign), None)
    if exercise is None:
        await tools.stage.show(event, exercises.gone(voice))
        return
    match callback_data.step:
        case "task":
            screen = exercises.task(voice, exercise)
        case "check":
            screen = exercises.check(voice, exercise, callback_data.ticked)
        case "read":
            screen = exercises.reading(voice, exercise, tools.index.library, callback_data.ticked)
    await tools.stage.show(event, screen)


def setup() -> Router:
    """All buttons around habits; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    router.callback_query.register(show_habits, HabitsSet.filter())
    router.callback_query.register(choose_hour, ChooseHour.filter())
    router.callback_query.register(switch_weekly, SwitchWeekly.filter())
    router.callback_query.register(see_board, SeeBoard.filter())
    router.callback_query.register(join_board, JoinBoard.filter())
    router.callback_query.register(list_exercises, Exercises.filter())
    router.callback_query.register(open_exercise, OpenExercise.filter())
    return router
