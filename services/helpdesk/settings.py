"""What an agency settles about its desk: days, hours, and when an unanswered question alarms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from services.access import grants_of, may, reach
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.helpdesk.alarms import reckon_again
from services.helpdesk.desks import EDIT, hold_desk
from storage.database import Database
from storage.repositories.helpdesks import Helpdesk, Helpdesks

OPENS: Final = ("07:00", "07:30", "08:00", "08:30", "09:00", "09:30")
CLOSES: Final = ("14:00", "15:00", "15:30", "16:00", "16:30", "17:00")
CHOICES: Final = {"opens": OPENS, "closes": CLOSES}
ALARMS: Final = (2, 4, 8, 16, 24, 40)
"""Hours of working time that may be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDesks:
    """The desks that somebody may change. Raises NotAllowed."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> tuple[Helpdesk, ...]:
        async with self.database.read() as connection:
            within = reach(EDIT, await grants_of(connection, actor_telegram_id, self.admin_ids))
            if not within:
                raise NotAllowed
            return await Helpdesks(connection).list(None if within.everywhere else within.agencies)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetDesk:
    """One desk. Raises NotAllowed, or Refusal("agency-unknown")."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, agency_id: int, actor_telegram_id: int) -> Helpdesk:
        async with self.database.read() as connection:
            if not may(EDIT, await grants_of(connection, actor_telegram_id, self.admin_ids), agency_id):
                raise NotAllowed
            desk = await Helpdesks(connection).find(agency_id)
        if desk is None:
            raise Refusal("agency-unknown")
        return desk


@dataclass(frozen=True, slots=True, kw_only=True)
class GetOfficeHours:
    """When an agency answers, which everybody may know; None: there is no such agency."""

    database: Database

    async def __call__(self, *, agency_id: int) -> Helpdesk | None:
        async with self.database.read() as connection:
            return await Helpdesks(connection).find(agency_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDesk:
    """Change a day, hours or the alarm. Raises NotAllowed, or a Refusal: agency-unknown, desk-no-day, desk-choice."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self,
        *,
        agency_id: int,
        actor_telegram_id: int,
        day: tuple[int, bool] | None = None,
        hours: Mapping[str, str] | None = None,
        alarm_hours: int | None = None,
    ) -> Helpdesk:
        now = self.now()
        async with self.database.write() as connection:
            desk, keeper = await hold_desk(connection, EDIT, agency_id, actor_telegram_id, self.admin_ids)
            changes: dict[str, Any] = {}
            if day is not None:
                changes["days"] = switched(desk.days, *day)
            for part, value in (hours or {}).items():
                changes[part] = _chosen(value, CHOICES[part])
            if alarm_hours is not None:
                changes["alarm_hours"] = _chosen(alarm_hours, ALARMS)
            await Helpdesks(connection).set(agency_id, **changes)
            await keeper.record(connection, "changed", agency_id, now, **changes)
            changed = await Helpdesks(connection).find(agency_id)
            assert changed is not None
            await reckon_again(connection, changed)
        return changed


def switched(days: str, day: int, on: bool) -> str:
    """The days with this one, or without it; raises Refusal("desk-no-day") where none would be left."""
    left = set(days) - {str(day)} | ({str(day)} if on else set())
    if not left:
        raise Refusal("desk-no-day")
    return "".join(sorted(left))


def _chosen(value: Any, choices: tuple[Any, ...]) -> Any:
    if value not in choices:
        raise Refusal("desk-choice")
    return value
