"""What organizers do with seats: plan, adjust, change the capacity, cancel the batch."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from services.enrolment import PoolFigures, State
from services.errors import NotAllowed, Refusal
from services.seats import Method, SeatPlan, regional_share
from storage.tables import AuditRow, BatchRow, OfferRow
from tests.support.clock import Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

YOHANA, SRI, BAGUS, DARMA = 1, 2, 3, 4


@pytest.fixture
async def batch(world: Provinces) -> int:
    """Thirty seats, for nobody in particular yet."""
    await world.welcome_all([YOHANA, SRI, DARMA])
    await world.welcome(BAGUS, "Jatim")
    return await world.open_batch(capacity=30)


async def plan(seats: SeatTools, batch: int, method: Method = Method.PROPORTIONAL, **values: Any) -> SeatPlan:
    return await seats.plan(batch_id=batch, actor_telegram_id=RINA, method=method, **values)


async def test_the_plan_is_kept_and_seen_with_what_explains_it(world: Provinces, seats: SeatTools, batch: int) -> None:
    await plan(seats, batch)
    await seats.enrol(telegram_id=YOHANA, batch_id=batch)

    table = await seats.seats(batch_id=batch, telegram_id=YOHANA)

    assert table is not None
    assert table.own is not None
    ntt = next(pool for pool in table.plan.pools if pool.key == "NTT")
    assert (table.own.key, table.own.taken, table.own.size) == ("NTT", 1, 2)
    assert (ntt.size, table.plan.total_size, round(float(ntt.exact), 2)) == (111_198, 1_652_396, 2.02)
    assert await seats.own_seats(batch_ids=[batch], province="NTT") == {batch: table.own}
    (entry,) = await world.rows(AuditRow)
    assert (entry["action"], entry["agency_id"], entry["details"]) == (
        "seats.planned",
        world.agencies["DKI"],
        {"method": "proportional"},
    )


async def test_a_plan_is_for_the_provinces_of_the_batch(world: Provinces, seats: SeatTools) -> None:
    batch = await world.open_batch(capacity=5, provinces=("NTT", "Bali"))

    made = await plan(seats, batch, reserves=[regional_share(20)])

    assert made.seats == {"Bali": 2, "NTT": 2, "regional": 1, "open": 0}


async def test_a_rule_is_chosen_before_the_first_enrolment(seats: SeatTools, batch: int) -> None:
    await plan(seats, batch, Method.EQUAL)
    await plan(seats, batch)
    await seats.enrol(telegram_id=YOHANA, batch_id=batch)

    with pytest.raises(Refusal, match="seats-in-use"):
        await plan(seats, batch, Method.EQUAL)


async def test_pools_are_adjusted_with_a_reason_and_the_line_moves(
    world: Provinces, seats: SeatTools, batch: int
) -> None:
    await plan(seats, batch)
    for who in (YOHANA, SRI, DARMA):
        await seats.enrol(telegram_id=who, batch_id=batch)

    adjusted = await seats.adjust(
        batch_id=batch, actor_telegram_id=RINA, seats={"NTT": 3, "Jatim": 6}, reason="Permintaan NTT."
    )

    assert [change.reason for change in adjusted.adjustments] == ["Permintaan NTT."]
    assert (await world.pools(batch))["NTT"] == "3/3"
    assert (await world.states(batch))[DARMA] == "offered"
    table = await seats.seats(batch_id=batch)
    assert table is not None
    assert table.plan == adjusted
    with pytest.raises(Refusal, match="seats-below-taken"):
        await seats.adjust(batch_id=batch, actor_telegram_id=RINA, seats={"NTT": 2, "Jatim": 7}, reason="Kembali.")
    assert (await world.pools(batch))["Jatim"] == "0/6"


async def test_more_seats_are_shared_by_the_rule_and_offered(world: Provinces, seats: SeatTools, batch: int) -> None:
    await plan(seats, batch, Method.EQUAL)
    await world.welcome_all(range(10, 13))
    for who in (YOHANA, SRI, DARMA, 10, 11, 12):
        await seats.enrol(telegram_id=who, batch_id=batch)

    await seats.change_capacity(batch_id=batch, actor_telegram_id=RINA, capacity=50)

    assert (await world.pools(batch))["NTT"] == "5/5"
    assert await world.count(batch) == {"confirmed": 3, "offered": 2, "waitlisted": 1}
    (row,) = await world.rows(BatchRow)
    assert row["capacity"] == 50


async def test_fewer_seats_never_take_one_from_anybody(world: Provinces, seats: SeatTools) -> None:
    batch = await world.open_batch(capacity=3)
    await world.welcome_all([YOHANA, SRI])
    for who in (YOHANA, SRI):
        await seats.enrol(telegram_id=who, batch_id=batch)

    with pytest.raises(Refusal, match="capacity-below-taken"):
        await seats.change_capacity(batch_id=batch, actor_telegram_id=RINA, capacity=1)
    await seats.change_capacity(batch_id=batch, actor_telegram_id=RINA, capacity=2)

    assert await world.pools(batch) == {"open": "2/2"}


async def test_a_cancelled_batch_ends_everything_and_tells_everyone_once(
    world: Provinces, seats: SeatTools, now: Clock
) -> None:
    batch = await world.open_batch(capacity=1)
    await world.welcome_all([YOHANA, SRI, DARMA])
    for who in (YOHANA, SRI, DARMA):
        await seats.enrol(telegram_id=who, batch_id=batch)
    await seats.change_capacity(batch_id=batch, actor_telegram_id=RINA, capacity=2)
    offer = await world.offer_to(SRI)

    told = await seats.cancel_batch(batch_id=batch, actor_telegram_id=RINA, reason="Gedung diperbaiki.")

    assert told == 3
    assert await world.states(batch) == dict.fromkeys((YOHANA, SRI, DARMA), "cancelled")
    assert await world.pools(batch) == {"open": "0/2"}
    assert [row["state"] for row in await world.rows(OfferRow)] == ["withdrawn"]
    assert (await world.told())[1:] == [(who, "batch.cancelled") for who in (YOHANA, SRI, DARMA)]
    (view, *_) = await seats.mine(telegram_id=SRI, ended=True)
    assert view.line.state == "cancelled"
    steps = (await seats.own(telegram_id=SRI, enrolment_id=view.line.id)).steps
    assert (steps[-1].by, steps[-1].reason) == ("BPSDM DKI", "Gedung diperbaiki.")
    for refused in (
        seats.accept(telegram_id=SRI, offer_id=offer),
        seats.enrol(telegram_id=YOHANA, batch_id=batch),
        seats.cancel_batch(batch_id=batch, actor_telegram_id=RINA, reason="Lagi."),
    ):
        with pytest.raises(Refusal, match=r"offer-gone|training-gone|batch-cancelled"):
            await refused


async def test_a_batch_that_has_started_is_not_cancelled(seats: SeatTools, batch: int, now: Clock) -> None:
    now.set(datetime(2026, 12, 7, 1, 0, tzinfo=UTC))

    with pytest.raises(Refusal, match="batch-started"):
        await seats.cancel_batch(batch_id=batch, actor_telegram_id=RINA, reason="Gedung diperbaiki.")


async def test_only_the_host_s_organizers_may(world: Provinces, seats: SeatTools, batch: int) -> None:
    await world.appoint(BAGUS, "Jatim")
    for who in (BAGUS, YOHANA):
        for refused in (
            seats.plan(batch_id=batch, actor_telegram_id=who, method=Method.EQUAL),
            seats.adjust(batch_id=batch, actor_telegram_id=who, seats={"open": 30}, reason="Alasan."),
            seats.change_capacity(batch_id=batch, actor_telegram_id=who, capacity=90),
            seats.cancel_batch(batch_id=batch, actor_telegram_id=who, reason="Alasan."),
        ):
            with pytest.raises(NotAllowed):
                await refused

    assert await world.rows(AuditRow) == []


async def test_without_a_limit_there_is_nothing_to_plan(world: Provinces, seats: SeatTools) -> None:
    batch = await world.open_batch(capacity=None)

    assert await seats.seats(batch_id=batch) is None
    for refused in (
        plan(seats, batch),
        seats.adjust(batch_id=batch, actor_telegram_id=RINA, seats={}, reason="Alasan."),
        seats.change_capacity(batch_id=batch, actor_telegram_id=RINA, capacity=9),
    ):
        with pytest.raises(Refusal, match="seats-unlimited"):
            await refused


async def test_before_anybody_came_the_seats_are_seen_as_open(seats: SeatTools, batch: int) -> None:
    table = await seats.seats(batch_id=batch, telegram_id=YOHANA)

    assert table is not None
    assert table.plan.seats == {"open": 30}
    assert table.own == table.pools[0] == PoolFigures("open", 0, 30)
    assert (table.place, table.release_at, table.released_at) == (None, None, None)
    assert (await seats.enrol(telegram_id=YOHANA, batch_id=batch)).state is State.CONFIRMED
