"""Reminders: what is said, what people answer, what they choose, what organizers see of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.people import SetMuted, SetQuiet
from services.reminders import (
    ForecastReminders,
    GetAgenda,
    GetReminders,
    HoldKind,
    IsWatched,
    SayComing,
    Snooze,
    Watch,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderTools:
    """Reminders: what is said, what people answer, what they choose, what organizers see of it."""

    get: GetReminders
    coming: SayComing
    snooze: Snooze
    watch: Watch
    is_watched: IsWatched
    agenda: GetAgenda
    set_muted: SetMuted
    set_quiet: SetQuiet
    forecast: ForecastReminders
    hold: HoldKind


def build(parts: Parts) -> ReminderTools:
    """Give each use case what it needs."""
    return ReminderTools(
        get=GetReminders(database=parts.database, now=parts.now),
        coming=SayComing(database=parts.database, now=parts.now),
        snooze=Snooze(database=parts.database, now=parts.now),
        watch=Watch(database=parts.database, now=parts.now),
        is_watched=IsWatched(database=parts.database),
        agenda=GetAgenda(database=parts.database, now=parts.now),
        set_muted=SetMuted(database=parts.database),
        set_quiet=SetQuiet(database=parts.database),
        forecast=ForecastReminders(database=parts.database, now=parts.now, admin_ids=parts.admins),
        hold=HoldKind(database=parts.database, now=parts.now, admin_ids=parts.admins),
    )
