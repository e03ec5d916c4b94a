"""What was looked for in vain: kept without anybody's name, seen and settled by organizers."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.errors import Refusal
from services.knowledge.rights import check_may_tend
from services.knowledge.wording import wording_of
from storage.database import Database
from storage.repositories.audit import Audit
from storage.repositories.knowledge import Miss, Misses
from storage.repositories.people import People


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMiss:
    """Keep that something was looked for in vain; who looked is not asked. Nearly the same again counts up.

    NIPs, numbers and addresses are struck out before. Returns what was kept of it. With nobody's name beside it, a
    question that is handled twice after a crash counts twice.
    """

    database: Database
    now: Clock

    async def __call__(self, *, text: str) -> str | None:
        wording = wording_of(text)
        if wording is None:
            return None
        async with self.database.write() as connection:
            await Misses(connection).add(wording.key, wording.query, at=self.now())
        return wording.query


@dataclass(frozen=True, slots=True)
class MissPage:
    """A page of what is missing; the nearest page there is, where another was asked for."""

    items: tuple[Miss, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMisses:
    """What is missing and not settled, most looked for first; raises NotAllowed for who does not tend it."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, page: int, size: int) -> MissPage:
        async with self.database.read() as connection:
            await check_may_tend(connection, actor_telegram_id, self.admin_ids)
            misses = Misses(connection)
            total = await misses.count_open()
            pages = max(1, -(-total // size))
            page = min(max(page, 1), pages)
            return MissPage(await misses.list_open(skip=(page - 1) * size, limit=size), page, pages, total)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMisses:
    """How much is missing and not settled; raises NotAllowed for who does not tend it."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> int:
        async with self.database.read() as connection:
            await check_may_tend(connection, actor_telegram_id, self.admin_ids)
            return await Misses(connection).count_open()


@dataclass(frozen=True, slots=True, kw_only=True)
class GetMiss:
    """One thing that is missing; raises NotAllowed, or Refusal("miss-gone")."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, miss_id: int, actor_telegram_id: int) -> Miss:
        async with self.database.read() as connection:
            await check_may_tend(connection, actor_telegram_id, self.admin_ids)
            return await _get(connection, miss_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleMiss:
    """Take one off the list, for there is an article now, or there will be none; looked for again it comes back.

    Twice changes nothing. Raises NotAllowed, or Refusal("miss-gone").
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, miss_id: int, actor_telegram_id: int) -> None:
        async with self.database.write() as connection:
            await check_may_tend(connection, actor_telegram_id, self.admin_ids)
            await _get(connection, miss_id)
            if await Misses(connection).set_settled(miss_id, at=self.now()):
                await self._record(connection, miss_id, actor_telegram_id)

    async def _record(self, connection: AsyncConnection, miss_id: int, actor: int) -> None:
        """The audit entry."""
        person = await People(connection).find(actor)
        await Audit(connection).add(
            "miss.settled",
            subject="miss",
            subject_id=miss_id,
            at=self.now(),
            actor_id=person.id if person else None,
            agency_id=None,
            account=actor,
        )


async def _get(connection: AsyncConnection, miss_id: int) -> Miss:
    miss = await Misses(connection).find(miss_id)
    if miss is None:
        raise Refusal("miss-gone")
    return miss
