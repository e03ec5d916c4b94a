"""Taking messages off the outbox, so that they can be sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.outbox.quiet import after_quiet_hours
from services.outbox.rules import Rules
from storage.database import Database
from storage.repositories.broadcasts import KIND as BROADCAST
from storage.repositories.broadcasts import Broadcasts
from storage.repositories.copies import Copies
from storage.repositories.outbox import Outbox, Owed

LEASE = timedelta(seconds=45)
SLICE = 500
ROUNDS = 20
"""So many slices of what must wait for the morning are moved in one call, before whoever asks may stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDeliveries:
    """Take what is due, most urgent first, at most one message a chat, and commit that it is being sent.

    Nobody who blocked the bot is served, nor any chat in `busy` (which has a message in flight: order is kept). What is
    met in a person's quiet hours and can wait is moved to their morning; copies of an announcement that is paused, or
    was stopped, are put aside.
    """

    database: Database
    now: Clock
    rules: Rules
    default_zone: str = "WIB"

    async def __call__(self, *, limit: int, busy: AbstractSet[int] = frozenset()) -> tuple[Owed, ...]:
        if not await self._is_anything_due(busy):
            return ()  # an idle worker takes no write lock
        for look in (2 * limit, *[SLICE] * ROUNDS):
            claimed, postponed = await self._claim(limit, busy, look)
            if claimed or not postponed:
                return claimed
        return ()

    async def _is_anything_due(self, busy: AbstractSet[int]) -> bool:
        async with self.database.read() as connection:
            return bool(await Outbox(connection).list_due(now=self.now(), kinds=self.rules, busy=busy, limit=1))

    async def _claim(self, limit: int, busy: AbstractSet[int], look: int) -> tuple[tuple[Owed, ...], bool]:
        now = self.now()
        async with self.database.write() as connection:
            outbox = Outbox(connection)
            due = await outbox.list_due(now=now, kinds=self.rules, busy=busy, limit=look, lock=True)
            mornings = self._mornings(due, now)
            for morning, ids in mornings.items():
                await outbox.postpone(ids, due_at=morning)
            held = await self._held(connection, due)
            await Copies(connection).hold(held)
            waiting = {id_ for ids in mornings.values() for id_ in ids} | set(held)
            claimed = one_a_chat(owed for owed in due if owed.id not in waiting)[:limit]
            await outbox.lease([owed.id for owed in claimed], until=now + LEASE)
        taken = (replace(owed, attempt=owed.attempt + 1, lease_until=now + LEASE) for owed in claimed)
        return tuple(taken), bool(waiting)

    async def _held(self, connection: AsyncConnection, due: Iterable[Owed]) -> list[int]:
        copies = {owed.id: int(owed.subject) for owed in due if owed.kind == BROADCAST}
        if not copies:
            return []
        held = await Broadcasts(connection).list_held(frozenset(copies.values()))
        return [id_ for id_, broadcast in copies.items() if broadcast in held]

    def _mornings(self, due: Iterable[Owed], now: datetime) -> dict[datetime, list[int]]:
        mornings: dict[datetime, list[int]] = defaultdict(list)
        for owed in due:
            morning = after_quiet_hours(now, owed.zone or self.default_zone, owed.quiet)
            if morning != now and not self.rules[owed.kind].urgent:
                mornings[morning].append(owed.id)
        return mornings


def one_a_chat(due: Iterable[Owed]) -> list[Owed]:
    """The first message of each chat, in the order given."""
    firsts: dict[int, Owed] = {}
    for owed in due:
        firsts.setdefault(owed.goes_to, owed)
    return list(firsts.values())
