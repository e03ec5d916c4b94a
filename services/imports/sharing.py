"""Sharing the seats of batches whose row names a rule. A plan that is there already stays: people work with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from services.enrolment.seating import new_pool
from services.seats import Method, Party, SeatRule, make_plan
from storage.repositories.agencies import Agencies
from storage.repositories.batches import Batch, Batches
from storage.repositories.bulk import Bulk
from storage.repositories.seats import SeatPools


async def share_seats(connection: AsyncConnection, records: Sequence[Mapping[str, Any]]) -> None:
    """Plan the seats of each batch that has a rule in its row, and neither a plan nor a seat in use so far."""
    rules = {record["code"]: record["sharing"] for record in records if record["sharing"]}
    if not rules:
        return
    ids = await Bulk(connection).map("batches", "code", ("id",), list(rules))
    sizes = await Agencies(connection).map_province_sizes()
    for code, method in rules.items():
        batch = await Batches(connection).lock(ids[code]["id"])
        if batch is None or batch.capacity is None or batch.seat_plan is not None:
            continue
        if not await SeatPools(connection).is_used(batch.id):
            await _plan(connection, batch, batch.capacity, Method(method), sizes)


async def _plan(
    connection: AsyncConnection, batch: Batch, capacity: int, method: Method, sizes: Mapping[str, int]
) -> None:
    named = await Batches(connection).list_provinces(batch.id) or tuple(sizes)
    parties = tuple(Party(key, sizes.get(key, 0)) for key in named)
    plan = make_plan(SeatRule(method=method, parties=parties), capacity)
    await SeatPools(connection).remove(batch.id)
    await SeatPools(connection).add(batch.id, [new_pool(pool) for pool in plan.pools])
    await Batches(connection).set_plan(batch.id, plan.as_data())
