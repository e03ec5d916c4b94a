"""Seat pools: taking a seat, giving it back, and how large each pool is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.enrolments import EnrolmentRow, OfferRow
from storage.tables.seats import SeatPoolRow

SEATED = ("confirmed", "attended", "passed", "failed")
"""The states of an enrolment that hold a seat; an open offer holds one as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPool:
    """A pool as it stands. `who` says who may use it."""

    id: int
    batch_id: int
    key: str
    kind: str
    rank: int
    who: Mapping[str, Any]
    size: int
    taken: int

    @property
    def free(self) -> int:
        return self.size - self.taken


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPool:
    """A pool to be made."""

    key: str
    kind: str
    who: Mapping[str, Any]
    size: int


@dataclass(frozen=True, slots=True)
class Miscount:
    """A pool whose count is not what is held in it."""

    pool_id: int
    batch_id: int
    taken: int
    held: int


_POOL = (
    SeatPoolRow.id,
    SeatPoolRow.batch_id,
    SeatPoolRow.key,
    SeatPoolRow.kind,
    SeatPoolRow.rank,
    SeatPoolRow.who,
    SeatPoolRow.size,
    SeatPoolRow.taken,
)
_OF_BATCH = select(*_POOL).where(SeatPoolRow.batch_id == bindparam("batch")).order_by(SeatPoolRow.rank)
_THIS = SeatPoolRow.id == bindparam("pool")
# Never counted first: the condition and the change are one statement, so nobody comes between them.
_TAKE = update(SeatPoolRow).where(_THIS, SeatPoolRow.taken < SeatPoolRow.size).values(taken=SeatPoolRow.taken + 1)
_GIVE_BACK = update(SeatPoolRow).where(_THIS, SeatPoolRow.taken > 0).values(taken=SeatPoolRow.taken - 1)
_RESIZE = update(SeatPoolRow).where(_THIS, SeatPoolRow.taken <= bindparam("seats")).values(size=bindparam("seats"))


class SeatPools:
    """Rows of pools, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list(self, batch_id: int) -> tuple[StoredPool, ...]:
        """The pools of a batch in the order in which they are tried."""
        rows = await self._connection.execute(_OF_BATCH, {"batch": batch_id})
        return tuple(StoredPool(**row._asdict()) for row in rows)

    async def list_many(self, batch_ids: Iterable[int]) -> tuple[StoredPool, ...]:
        """The pools of several batches, by batch, then as above."""
        query = select(*_POOL).where(SeatPoolRow.batch_id.in_(list(batch_ids)))
        rows = await self._connection.execute(query.order_by(SeatPoolRow.batch_id, SeatPoolRow.rank))
        return tuple(StoredPool(**row._asdict()) for row in rows)

    async def add(self, batch_id: int, pools: Iterable[NewPool]) -> None:
        """Pools for a batch that has none, in this order."""
        rows = [
            {"batch_id": batch_id, "rank": rank, "taken": 0, "key": pool.key, "kind": pool.kind, "size": pool.size}
            | {"who": dict(pool.who)}
            for rank, pool in enumerate(pools)
        ]
        await self._connection.execute(insert(SeatPoolRow), rows)

    async def is_used(self, batch_id: int) -> bool:
        """Whether any enrolment, also one that ended, points to a pool of the batch."""
        query = select(EnrolmentRow.id).where(EnrolmentRow.batch_id == batch_id, EnrolmentRow.pool_id.is_not(None))
        return await self._connection.scalar(query.limit(1)) is not None

    async def remove(self, batch_id: int) -> None:
        """Take all pools of a batch away; fails where somebody is in one."""
        await self._connection.execute(delete(SeatPoolRow).where(SeatPoolRow.batch_id == batch_id))

    async def take(self, pool_id: int) -> bool:
        """Take a seat; False, and nothing changed, when none is free."""
        return (await self._connection.execute(_TAKE, {"pool": pool_id})).rowcount == 1

    async def give_back(self, pool_id: int) -> None:
        """Free a seat that was taken."""
        await self._connection.execute(_GIVE_BACK, {"pool": pool_id})

    async def resize(self, pool_id: int, size: int) -> bool:
        """Change a pool's size; False, and nothing changed, when more is taken."""
        return (await self._connection.execute(_RESIZE, {"pool": pool_id, "seats": size})).rowcount == 1

    async def empty(self, batch_id: int) -> None:
        """Nobody holds a seat of the batch any more."""
        await self._connection.execute(update(SeatPoolRow).where(SeatPoolRow.batch_id == batch_id).values(taken=0))

    async def list_miscounts(self) -> tuple[Miscount, ...]:
        """Pools whose count differs from the seats and open offers in them."""
        seated = (
            select(func.count())
            .where(EnrolmentRow.pool_id == SeatPoolRow.id, EnrolmentRow.state.in_(SEATED))
            .correlate(SeatPoolRow)
            .scalar_subquery()
        )
        offered = (
            select(func.count())
            .where(OfferRow.pool_id == SeatPoolRow.id, OfferRow.state == "open")
            .correlate(SeatPoolRow)
            .scalar_subquery()
        )
        held = seated + offered
        query = select(SeatPoolRow.id, SeatPoolRow.batch_id, SeatPoolRow.taken, held).where(SeatPoolRow.taken != held)
        return tuple(Miscount(*row) for row in await self._connection.execute(query.order_by(SeatPoolRow.id)))
