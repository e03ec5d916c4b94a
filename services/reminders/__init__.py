"""Reminders: planned from dates, swept when due, and looked at once more before they are said.

`PlanReminders` and `SweepReminders` tick; `OFFSETS` says of what and how long before. A date that moves makes another
reminder, and the one of the old date is no longer true.
"""

from services.reminders.agenda import GetAgenda
from services.reminders.answering import SayComing, Snooze
from services.reminders.holding import Coming, ForecastReminders, HoldKind, Outlook
from services.reminders.kinds import KINDS, OFFSETS, Group, Kind, group_of
from services.reminders.planning import PlanReminders
from services.reminders.sweeping import DELIVERY, SweepReminders, Swept
from services.reminders.viewing import GetReminders, ReminderView
from services.reminders.watching import IsWatched, Watch

__all__ = [
    "DELIVERY",
    "KINDS",
    "OFFSETS",
    "Coming",
    "ForecastReminders",
    "GetAgenda",
    "GetReminders",
    "Group",
    "HoldKind",
    "IsWatched",
    "Kind",
    "Outlook",
    "PlanReminders",
    "ReminderView",
    "SayComing",
    "Snooze",
    "SweepReminders",
    "Swept",
    "Watch",
    "group_of",
]
