"""How an announcement stands from sending on, as its organizers see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import grants_of, may, reach
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from storage.database import Database
from storage.repositories.audit import Audit
from storage.repositories.broadcasts import BroadcastState
from storage.repositories.copies import DELETE, EDIT, Copies, Tally
from storage.repositories.people import People
from storage.repositories.runs import Run, Runs

RUN: Final = "broadcast.run"
DELETABLE_FOR = timedelta(hours=48)
"""So long Telegram lets a bot take a message back."""
SHOWN = frozenset(BroadcastState)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """An announcement, how many copies stand how, and what may still be done about it."""

    run: Run
    copies: Tally
    next_due: datetime | None
    """When the next copy may go out; None: none is waiting."""
    change: Tally | None
    """How far a change of what was sent is: the edits of its version, or the deletions."""
    withdrawn: Tally
    """Copies that were asked back."""
    pressing: int
    """People who pressed a button."""
    at: datetime

    @property
    def is_over(self) -> bool:
        """Nothing is sent any more, and nothing is in flight."""
        return self.run.done_at is not None and self.run.state in {BroadcastState.DONE, BroadcastState.CANCELLED}

    @property
    def deletable_until(self) -> datetime | None:
        """Until when all copies can be taken back; None: nothing was sent."""
        return self.run.started_at + DELETABLE_FOR if self.run.started_at and self.copies.sent else None

    @property
    def may_reword(self) -> bool:
        """Whether the copies can be given another text."""
        return self.is_over and self.copies.sent > 0 and not self.withdrawn.total and self.run.changing != "delete"

    @property
    def may_withdraw(self) -> bool:
        """Whether the copies can be taken back."""
        until = self.deletable_until
        is_asked = self.run.changing == "delete" or self.withdrawn.total > 0
        return self.is_over and until is not None and self.at < until and not is_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts on an announcement."""

    person_id: int | None
    telegram_id: int

    async def record(self, connection: AsyncConnection, action: str, run: Run, at: datetime, **details: Any) -> None:
        """Keep what was done."""
        await Audit(connection).add(
            f"broadcast.{action}",
            subject="broadcast",
            subject_id=run.id,
            at=at,
            actor_id=self.person_id,
            account=self.telegram_id,
            agency_id=run.agency_id,
            **details,
        )


async def find_run(
    connection: AsyncConnection,
    broadcast_id: int,
    actor_telegram_id: int,
    admin_ids: frozenset[int],
    *,
    lock: bool = False,
) -> tuple[Run, Actor]:
    """The announcement and who acts; raises NotAllowed, or Refusal("broadcast-gone")."""
    run = await Runs(connection).find(broadcast_id, lock=lock)
    grants = await grants_of(connection, actor_telegram_id, admin_ids)
    if not reach(RUN, grants):
        raise NotAllowed
    if run is None:
        raise Refusal("broadcast-gone")
    if not may(RUN, grants, run.agency_id):
        raise NotAllowed
    if run.state not in SHOWN:
        raise Refusal("broadcast-gone")
    person = await People(connection).find(actor_telegram_id)
    return run, Actor(person_id=person.id if person else None, telegram_id=actor_telegram_id)


async def look(connection: AsyncConnection, run: Run, at: datetime) -> RunView:
    """How it stands in all."""
    copies, change = Copies(connection), None
    if run.changing == "edit":
        change = await Copies(connection, EDIT).count(run.id, occasion=str(run.version))
    withdrawn = await Copies(connection, DELETE).count(run.id)
    return RunView(
        run=run,
        copies=await copies.count(run.id),
        next_due=await copies.find_next_due(run.id),
        change=withdrawn if run.changing == "delete" else change,
        withdrawn=withdrawn,
        pressing=await Runs(connection).count_pressing(run.id),
        at=at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GetRun:
    """One announcement as it stands; raises NotAllowed, or Refusal("broadcast-gone")."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int) -> RunView:
        async with self.database.read() as connection:
            run, _ = await find_run(connection, broadcast_id, actor_telegram_id, self.admin_ids)
            return await look(connection, run, self.now())


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPage:
    """A page of announcements that were begun or wait for their time; the nearest page there is."""

    items: tuple[Run, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSent:
    """Announcements of the organizer's agencies, the newest first; admins see all. Raises NotAllowed."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, page: int, size: int) -> SentPage:
        async with self.database.read() as connection:
            within = reach(RUN, await grants_of(connection, actor_telegram_id, self.admin_ids))
            if not within:
                raise NotAllowed
            runs, agencies = Runs(connection), None if within.everywhere else within.agencies
            items, total = await runs.list_sent(agencies, skip=(page - 1) * size, limit=size)
            pages = max(1, -(-total // size))
            if page > pages:
                page = pages
                items, _ = await runs.list_sent(agencies, skip=(page - 1) * size, limit=size)
        return SentPage(items=items, page=page, pages=pages)
