"""Changing batches: what may change when, who hears of it, and plans that follow."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from services.batches import Problem, reserves_of
from services.errors import Refusal
from services.seats import Method
from storage.database import Database
from storage.tables import AuditRow, DeliveryRow, OfferRow
from storage.tables.trainings import BatchRow
from tests.support.batch_tools import ENDS, STARTS, BatchTools
from tests.support.clock import NOON, Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

YOHANA, SRI, BAGUS = 1, 2, 3
WEEK = timedelta(days=7)


@pytest.fixture
def desk(database: Database, now: Clock) -> BatchTools:
    return BatchTools(database, now)


async def test_a_change_is_kept_and_recorded_without_what_lets_people_in(world: Provinces, desk: BatchTools) -> None:
    batch = await desk.draft(world)

    first = await desk.change(batch, place="  Kampus  ", access="https://rapat.example/1", provinces=("NTT", "Bali"))
    again = await desk.change(batch, place="Kampus", provinces=("Bali", "NTT"))

    view = await desk.see(batch)
    entry = (await world.rows(AuditRow))[-1]
    assert (first.changed, again.changed) == (True, False)
    assert (view.batch.place, view.provinces) == ("Kampus", ("Bali", "NTT"))
    assert entry["action"] == "batch.changed"
    assert entry["details"]["changes"] == {"place": "Kampus", "access": "…", "provinces": ["Bali", "NTT"]}


async def test_moved_dates_are_told_to_everybody_who_takes_part_or_waits(
    world: Provinces, desk: BatchTools, seats: SeatTools, now: Clock
) -> None:
    await world.welcome_all([YOHANA, SRI, BAGUS])
    batch = await desk.open(world)
    await seats.change_capacity(batch_id=batch, actor_telegram_id=RINA, capacity=1)
    for who in (YOHANA, SRI, BAGUS):
        await seats.enrol(telegram_id=who, batch_id=batch)
    before = await world.told()
    await seats.cancel(telegram_id=BAGUS, enrolment_id=3)

    edited = await desk.change(batch, starts_at=STARTS + WEEK, ends_at=ENDS + WEEK)
    same = await desk.change(batch, starts_at=STARTS + WEEK, ends_at=ENDS + WEEK)

    assert before == []
    assert (edited.told, same.changed) == (2, False)
    assert await world.told() == [(YOHANA, "batch.moved"), (SRI, "batch.moved")]
    payload = (await world.rows(DeliveryRow))[0]["payload"]
    assert (payload["was_starts"], payload["starts"]) == (STARTS.isoformat(), (STARTS + WEEK).isoformat())
    assert now() == NOON


async def test_who_has_not_read_of_the_first_move_is_told_of_one(
    world: Provinces, desk: BatchTools, seats: SeatTools, now: Clock
) -> None:
    await world.welcome(YOHANA)
    batch = await desk.open(world)
    await seats.enrol(telegram_id=YOHANA, batch_id=batch)

    await desk.change(batch, starts_at=STARTS + WEEK, ends_at=ENDS + WEEK)
    now.advance(minutes=1)
    await desk.change(batch, starts_at=STARTS + 2 * WEEK, ends_at=ENDS + 2 * WEEK)

    last = (await world.rows(DeliveryRow))[-1]["payload"]
    assert (last["was_starts"], last["starts"]) == (STARTS.isoformat(), (STARTS + 2 * WEEK).isoformat())


async def test_before_dates_move_it_is_said_who_would_be_in_two_places(
    world: Provinces, desk: BatchTools, seats: SeatTools
) -> None:
    await world.welcome_all([YOHANA, SRI])
    batch = await desk.open(world)
    other = await world.open_batch("lain", starts_at=STARTS + WEEK, ends_at=ENDS + WEEK)
    self_paced = await world.open_batch("smart", mode="mandiri", starts_at=STARTS + WEEK, ends_at=ENDS + WEEK)
    for who, where in ((YOHANA, batch), (SRI, batch), (YOHANA, other), (SRI, self_paced)):
        await seats.enrol(telegram_id=who, batch_id=where)
    weigh: dict[str, Any] = {"batch_id": batch, "actor_telegram_id": RINA}

    clash = await desk.weigh(**weigh, starts_at=STARTS + WEEK, ends_at=ENDS + WEEK)
    clear = await desk.weigh(**weigh, starts_at=STARTS + 2 * WEEK, ends_at=ENDS + 2 * WEEK)
    await desk.change(batch, starts_at=STARTS + WEEK, ends_at=ENDS + WEEK)

    assert (clash.people, clash.overlapping) == (2, 1)
    assert (clear.people, clear.overlapping) == (2, 0)
    assert set((await world.states(batch)).values()) == {"confirmed"}


async def test_an_offer_does_not_outlast_an_earlier_start(
    world: Provinces, desk: BatchTools, seats: SeatTools, now: Clock
) -> None:
    await world.welcome_all([YOHANA, SRI])
    batch = await desk.open(world, offer_hours=300, registration_closes_at=STARTS)
    await seats.change_capacity(batch_id=batch, actor_telegram_id=RINA, capacity=1)
    for who in (YOHANA, SRI):
        await seats.enrol(telegram_id=who, batch_id=batch)
    await seats.cancel(telegram_id=YOHANA, enrolment_id=1, reason="Sakit.")

    earlier = now() + timedelta(days=2)
    await desk.change(batch, starts_at=earlier, ends_at=ENDS)

    assert [offer["deadline_at"] for offer in await world.rows(OfferRow)] == [earlier]


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"ends_at": STARTS}, "batch-ends-early"),
        ({"starts_at": NOON - timedelta(hours=1)}, "batch-in-past"),
        ({"registration_closes_at": NOON - timedelta(days=1)}, "registration-order"),
        ({"registration_closes_at": ENDS + timedelta(hours=1)}, "batch-out-of-order"),
        ({"place": " "}, "batch-out-of-order"),
        ({"fill": "nomination"}, "batch-out-of-order"),
        ({"seats_release_at": STARTS}, "batch-out-of-order"),
        ({"offer_hours": 0}, "offer-hours"),
        ({"offer_hours": 10_000}, "offer-hours"),
    ],
)
async def test_a_published_batch_stays_in_order(
    world: Provinces, desk: BatchTools, changes: dict[str, Any], key: str
) -> None:
    batch = await desk.open(world)
    before = await world.rows(BatchRow)

    with pytest.raises(Refusal, match=key):
        await desk.change(batch, **changes)

    assert await world.rows(BatchRow) == before


async def test_some_things_are_too_late_once_people_came(
    world: Provinces, desk: BatchTools, seats: SeatTools, now: Clock
) -> None:
    await world.welcome(YOHANA)
    batch = await desk.open(world, seats_release_at=NOON + timedelta(days=1))
    await seats.enrol(telegram_id=YOHANA, batch_id=batch)
    now.advance(days=1)
    await seats.release()

    with pytest.raises(Refusal, match="seats-released"):
        await desk.change(batch, seats_release_at=None)
    with pytest.raises(Refusal, match="fill-in-use"):
        await desk.change(batch, fill="nomination", nominate_until=STARTS - WEEK)
    with pytest.raises(Refusal, match="limit-in-use"):
        await desk.limit(batch_id=batch, actor_telegram_id=RINA, capacity=None)
    now.set(STARTS)
    with pytest.raises(Refusal, match="batch-started"):
        await desk.change(batch, starts_at=STARTS + WEEK, ends_at=ENDS + WEEK)


async def test_a_plan_is_shared_again_among_the_provinces_that_may_come(
    world: Provinces, desk: BatchTools, seats: SeatTools
) -> None:
    await world.welcome(YOHANA)
    batch = await desk.draft(world)
    await desk.plan(batch_id=batch, actor_telegram_id=RINA, method=Method.EQUAL)

    await desk.change(batch, provinces=("NTT", "Bali"))
    equal = await world.pools(batch)
    await desk.plan(batch_id=batch, actor_telegram_id=RINA, method=Method.BY_HAND, by_hand={"NTT": 20, "Bali": 5})
    await desk.change(batch, provinces=("NTT",))
    by_hand = await world.pools(batch)
    await desk.plan(batch_id=batch, actor_telegram_id=RINA, method=Method.EQUAL)
    await desk.change(batch, place="Kampus")
    await desk.publish(batch_id=batch, actor_telegram_id=RINA)
    await seats.enrol(telegram_id=YOHANA, batch_id=batch)
    await desk.change(batch, provinces=("NTT", "Bali"))

    assert equal == {"Bali": "0/15", "NTT": "0/15", "open": "0/0"}
    assert by_hand == {}
    assert await world.pools(batch) == {"NTT": "1/30", "open": "0/0"}


async def test_a_plan_is_looked_at_before_it_is_kept(world: Provinces, desk: BatchTools) -> None:
    batch = await desk.draft(world)
    look: dict[str, Any] = {"batch_id": batch, "actor_telegram_id": RINA}

    plan = await desk.preview(**look, method=Method.PROPORTIONAL)
    reserved = await desk.preview(**look, method=Method.ONE_EACH, reserves=reserves_of(regional=True, new_provinces=4))

    assert plan.seats | {"open": 0} == plan.seats
    assert (plan.seats["Jatim"], plan.seats["NTT"]) == (7, 2)
    assert (reserved.seats["regional"], reserved.seats["affirmative"]) == (9, 4)
    assert sum(reserved.seats.values()) == 30
    assert await world.pools(batch) == {}
    with pytest.raises(Refusal, match="seats-province"):
        await desk.preview(**look, method=Method.BY_HAND, by_hand={"Mars": 3})
    with pytest.raises(Refusal, match="seats-over-capacity"):
        await desk.preview(**look, method=Method.BY_HAND, by_hand={"NTT": 31})


async def test_a_limit_comes_and_goes_before_anybody_enrols(world: Provinces, desk: BatchTools) -> None:
    batch = await desk.draft(world)
    await desk.plan(batch_id=batch, actor_telegram_id=RINA, method=Method.EQUAL)

    await desk.limit(batch_id=batch, actor_telegram_id=RINA, capacity=None)
    unlimited = await desk.see(batch)
    await desk.limit(batch_id=batch, actor_telegram_id=RINA, capacity=12)
    limited = await desk.see(batch)

    assert unlimited.table is None
    assert Problem.NO_PLAN not in unlimited.problems
    assert limited.batch.capacity == 12
    assert Problem.NO_PLAN in limited.problems
    await desk.limit(batch_id=batch, actor_telegram_id=RINA, capacity=None)
    with pytest.raises(Refusal, match="seats-unlimited"):
        await desk.preview(batch_id=batch, actor_telegram_id=RINA, method=Method.EQUAL)
