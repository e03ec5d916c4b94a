"""What keeps people practising: a quiz at their hour, their week on Sunday, a board of provinces they may join."""

from services.practice.habits.board import FEWEST, Board, Placed, Ranked, SeeBoard, rank
from services.practice.habits.choosing import GetHabits, SetBoard, SetQuizHour, SetWeekly
from services.practice.habits.hours import HOURS, SUNDAY, WEEK_HOUR, is_heard
from services.practice.habits.looking import GetWeek, IsQuizWanted, Standing, Week, standing
from services.practice.habits.sweeping import QUIZ, WEEKLY, SweepHabits, Swept
from storage.repositories.habits import HIDDEN, NAMED, OFF, Habits

__all__ = [
    "FEWEST",
    "HIDDEN",
    "HOURS",
    "NAMED",
    "OFF",
    "QUIZ",
    "SUNDAY",
    "WEEKLY",
    "WEEK_HOUR",
    "Board",
    "GetHabits",
    "GetWeek",
    "Habits",
    "IsQuizWanted",
    "Placed",
    "Ranked",
    "SeeBoard",
    "SetBoard",
    "SetQuizHour",
    "SetWeekly",
    "Standing",
    "SweepHabits",
    "Swept",
    "Week",
    "is_heard",
    "rank",
    "standing",
]
