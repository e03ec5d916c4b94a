"""Reminders: planned from dates, swept when due, and looked at once more before they are said.

`PlanReminders` and `SweepReminders` tick; `OFFSETS` says of what and how long before. A date that moves makes another
reminder, and the one of the old date is no longer true.
"""

from services.reminders.answering import SayComing, Snooze
from services.reminders.holding import ForecastReminders, HoldKind, Outlook
from services.reminders.kinds import KINDS, OFFSETS, Group, Kind, group_of
from services.reminders.planning import PlanReminders
from services.reminders.sweeping import DELIVERY, SweepReminders, Swept
from services.reminders.viewing import GetReminders, ReminderView

__all__ = [
    "DELIVERY",
    "KINDS",
    "OFFSETS",
    "ForecastReminders",
    "GetReminders",
    "Group",
    "HoldKind",
    "Kind",
    "Outlook",
    "PlanReminders",
    "ReminderView",
    "SayComing",
    "Snooze",
    "SweepReminders",
    "Swept",
    "group_of",
]
