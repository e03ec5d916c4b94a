"""What will go out in the next days, for organizers; and the switch that holds a kind back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.access import grants_of, reach
from services.clock import Clock
from services.errors import NotAllowed
from services.reminders.kinds import OFFSETS, Kind
from storage.database import Database
from storage.repositories.audit import Audit
from storage.repositories.people import People
from storage.repositories.reminders import Forecast, Reminders

ACTION = "reminders.hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Reminders of one kind that will go out, for one batch, at one moment."""

    kind: Kind
    offset: str
    due_at: datetime
    batch_id: int
    title: str
    number: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """What will go out, and which kinds the own agencies hold back."""

    lines: tuple[Outlook, ...]
    agencies: tuple[int, ...]
    held: frozenset[tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastReminders:
    """What goes out in the next days for the batches that the organizer's agencies host. Raises NotAllowed."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, days: int = 7) -> Coming:
        now = self.now()
        async with self.database.read() as connection:
            held_by = reach(ACTION, await grants_of(connection, actor_telegram_id, self.admin_ids))
            if not held_by:
                raise NotAllowed
            hosts = None if held_by.everywhere else held_by.agencies
            lines: list[Outlook] = []
            for kind in Kind:
                for offset in OFFSETS[kind]:
                    after, until = now + offset.before, now + offset.before + timedelta(days=days)
                    found: Sequence[Forecast] = await Reminders(connection).forecast(
                        kind, hosts, after=after, until=until
                    )
                    lines += [
                        Outlook(
                            kind=kind,
                            offset=offset.name,
                            due_at=one.base_at - offset.before,
                            batch_id=one.batch_id,
                            title=one.title,
                            number=one.number,
                            count=one.count,
                        )
                        for one in found
                    ]
            held = await Reminders(connection).list_held(held_by.agencies)
        lines.sort(key=lambda line: (line.due_at, line.batch_id))
        return Coming(lines=tuple(lines), agencies=tuple(sorted(held_by.agencies)), held=frozenset(held))


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldKind:
    """Hold a kind of reminder back for all batches of an agency, or let it go again. Raises NotAllowed.

    What falls due meanwhile waits; what is too late by the time it is let go is dropped.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, agency_id: int, kind: Kind, hold: bool) -> None:
        async with self.database.write() as connection:
            if not reach(ACTION, await grants_of(connection, actor_telegram_id, self.admin_ids)).covers(agency_id):
                raise NotAllowed
            person = await People(connection).find(actor_telegram_id)
            changed = await Reminders(connection).hold(agency_id, kind, hold=hold, at=self.now())
            if changed:
                await Audit(connection).add(
                    "reminders.held" if hold else "reminders.released",
                    subject="agency",
                    subject_id=agency_id,
                    at=self.now(),
                    actor_id=person.id if person else None,
                    agency_id=agency_id,
                    kind=str(kind),
                )
