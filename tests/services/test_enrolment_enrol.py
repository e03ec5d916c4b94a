"""Enrolling: who gets a seat, who waits, and every no."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from services.enrolment import State
from services.errors import Refusal
from services.seats import Method
from storage.tables import EnrolmentRow, PersonRow, RosterRow, SeatPoolRow
from tests.support.clock import NOON, Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

YOHANA, BAGUS, SRI = 1, 2, 3


async def test_a_free_seat_is_sure_at_once(world: Provinces, seats: SeatTools) -> None:
    batch = await world.open_batch(capacity=2)
    await world.welcome(YOHANA)

    enrolled = await seats.enrol(telegram_id=YOHANA, batch_id=batch)

    assert (enrolled.state, enrolled.again, enrolled.place) == (State.CONFIRMED, False, None)
    assert enrolled.pool is not None
    assert (enrolled.pool.key, enrolled.pool.taken, enrolled.pool.size) == ("open", 1, 2)
    assert await world.pools(batch) == {"open": "1/2"}
    assert await world.history(enrolled.enrolment_id) == [("person", "confirmed")]
    assert await world.told() == []


async def test_a_province_s_people_use_its_own_seats(world: Provinces, seats: SeatTools) -> None:
    batch = await world.open_batch(capacity=10)
    await seats.plan(batch_id=batch, actor_telegram_id=RINA, method=Method.EQUAL)
    await world.welcome_all([YOHANA, SRI])
    await world.welcome(BAGUS, "Jatim")

    first, second, other = [await seats.enrol(telegram_id=who, batch_id=batch) for who in (YOHANA, SRI, BAGUS)]

    assert (first.state, second.state, second.place) == (State.CONFIRMED, State.WAITLISTED, 1)
    assert other.state is State.CONFIRMED
    assert {key: pool for key, pool in (await world.pools(batch)).items() if pool[0] != "0"} == {
        "NTT": "1/1",
        "Jatim": "1/1",
    }


async def test_who_has_no_pool_of_their_own_uses_the_open_one(world: Provinces, seats: SeatTools) -> None:
    batch = await world.open_batch(capacity=2)
    await seats.plan(batch_id=batch, actor_telegram_id=RINA, method=Method.BY_HAND, by_hand={"NTT": 1})
    await world.welcome_all([BAGUS, SRI], None)

    first, second = [await seats.enrol(telegram_id=who, batch_id=batch) for who in (BAGUS, SRI)]

    assert (first.state, second.state) == (State.CONFIRMED, State.WAITLISTED)
    assert await world.pools(batch) == {"NTT": "0/1", "open": "1/1"}


async def test_the_same_tap_enrols_once_also_at_the_same_moment(world: Provinces, seats: SeatTools) -> None:
    batch = await world.open_batch(capacity=5)
    await world.welcome(YOHANA)

    taps = await asyncio.gather(*(seats.enrol(telegram_id=YOHANA, batch_id=batch) for _ in range(4)))

    assert sorted(tap.again for tap in taps) == [False, True, True, True]
    assert {(tap.enrolment_id, tap.state) for tap in taps} == {(taps[0].enrolment_id, State.CONFIRMED)}
    assert await world.pools(batch) == {"open": "1/5"}


async def test_without_a_limit_everybody_is_in(world: Provinces, seats: SeatTools) -> None:
    batch = await world.open_batch(capacity=None, mode="mandiri")
    await world.welcome_all(range(1, 6))

    states = {(await seats.enrol(telegram_id=who, batch_id=batch)).state for who in range(1, 6)}

    assert states == {State.CONFIRMED}
    assert await world.pools(batch) == {}


async def test_a_recommendation_is_awaited_first_and_holds_no_seat(world: Provinces, seats: SeatTools) -> None:
    batch = await world.open_batch(capacity=1, needs_recommendation=True)
    await world.welcome(YOHANA)

    first = await seats.enrol(telegram_id=YOHANA, batch_id=batch)
    again = await seats.enrol(telegram_id=YOHANA, batch_id=batch)

    assert (first.state, first.pool) == (State.SUBMITTED, None)
    assert first.letter_due_at == datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    assert (again.again, again.letter_due_at) == (True, first.letter_due_at)
    assert await world.pools(batch) == {}


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        pytest.param({"state": "draft"}, "training-gone", id="not published"),
        pytest.param({"state": "cancelled"}, "training-gone", id="cancelled"),
        pytest.param({"registration_opens_at": NOON + timedelta(hours=1)}, "registration-upcoming", id="not open yet"),
        pytest.param({"registration_closes_at": NOON}, "registration-closed", id="closed this moment"),
    ],
)
async def test_a_batch_is_refused(world: Provinces, seats: SeatTools, changes: dict[str, Any], key: str) -> None:
    batch = await world.open_batch(**changes)
    await world.welcome(YOHANA)

    with pytest.raises(Refusal, match=key):
        await seats.enrol(telegram_id=YOHANA, batch_id=batch)

    assert await world.rows(EnrolmentRow) == []


async def test_people_are_refused_who_are_not_verified_or_left_or_of_another_province(
    world: Provinces, seats: SeatTools
) -> None:
    batch = await world.open_batch(provinces=("Bali", "NTB"))
    await world.welcome(YOHANA, identity="waiting")
    await world.welcome(BAGUS, "Jatim", nip_lookup=b"x" * 32)
    refused = {}

    for who in (404, YOHANA, BAGUS):
        with pytest.raises(Refusal) as refusal:
            await seats.enrol(telegram_id=who, batch_id=batch)
        refused[who] = (refusal.value.key, refusal.value.values)

    assert refused[404] == ("consent-needed", {})
    assert refused[YOHANA] == ("enrol-unverified", {})
    assert refused[BAGUS] == ("enrol-province", {"provinces": ("Bali", "NTB")})
    async with world.database.write() as connection:
        left = {"nip_lookup": b"x" * 32, "nip_cipher": b"c", "name": "B", "unit": "U", "left_at": NOON}
        await connection.execute(insert(RosterRow).values(agency_id=world.agencies["Jatim"], updated_at=NOON, **left))
    with pytest.raises(Refusal, match="enrol-left"):
        await seats.enrol(telegram_id=BAGUS, batch_id=batch)


async def test_a_sure_seat_at_the_same_time_is_named(world: Provinces, seats: SeatTools) -> None:
    first = await world.open_batch("akp-2")
    second = await world.open_batch("mpb-1", starts_at=datetime(2026, 12, 9, 1, tzinfo=UTC))
    await world.welcome(YOHANA)
    held = await seats.enrol(telegram_id=YOHANA, batch_id=first)

    with pytest.raises(Refusal, match="enrol-overlap") as refused:
        await seats.enrol(telegram_id=YOHANA, batch_id=second)

    assert refused.value.values["other"] == "Pelatihan akp-2"
    assert refused.value.values["other_enrolment"] == held.enrolment_id


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"mode": "mandiri"}, {}, id="the first is self-paced"),
        pytest.param({}, {"mode": "mandiri"}, id="the second is self-paced"),
        pytest.param({"capacity": 0}, {}, id="the first is a place in line"),
        pytest.param({"needs_recommendation": True}, {}, id="the first is only submitted"),
        pytest.param(
            {}, {"starts_at": datetime(2026, 12, 11, 9, tzinfo=UTC), "ends_at": datetime(2026, 12, 12, tzinfo=UTC)},
            id="one ends as the other begins",
        ),
    ],
)  # fmt: skip
async def test_these_do_not_overlap(
    world: Provinces, seats: SeatTools, first: dict[str, Any], second: dict[str, Any]
) -> None:
    one = await world.open_batch("one", **({"ends_at": datetime(2026, 12, 11, 9, tzinfo=UTC)} | first))
    other = await world.open_batch("other", **second)
    await world.welcome(YOHANA)
    await seats.enrol(telegram_id=YOHANA, batch_id=one)

    assert (await seats.enrol(telegram_id=YOHANA, batch_id=other)).state is State.CONFIRMED


async def test_two_overlapping_batches_at_the_same_moment_give_one_seat(world: Provinces, seats: SeatTools) -> None:
    batches = [await world.open_batch(code) for code in ("one", "other")]
    await world.welcome(YOHANA)

    ends = await asyncio.gather(
        *(seats.enrol(telegram_id=YOHANA, batch_id=batch) for batch in batches), return_exceptions=True
    )

    assert sorted(type(end).__name__ for end in ends) == ["Enrolled", "Refusal"]


async def test_who_is_in_line_comes_before_newcomers(world: Provinces, seats: SeatTools, now: Clock) -> None:
    batch = await world.open_batch(capacity=0)
    await world.welcome_all([YOHANA, SRI])
    await seats.enrol(telegram_id=YOHANA, batch_id=batch)
    (pool,) = await world.rows(SeatPoolRow)
    await world.change(SeatPoolRow, pool["id"], size=1)  # as if a seat came while nobody looked
    now.advance(minutes=1)

    newcomer = await seats.enrol(telegram_id=SRI, batch_id=batch)

    assert (newcomer.state, newcomer.place) == (State.WAITLISTED, 1)
    assert await world.states(batch) == {YOHANA: "offered", SRI: "waitlisted"}


async def test_who_cannot_be_reached_does_not_keep_a_seat_from_newcomers(world: Provinces, seats: SeatTools) -> None:
    batch = await world.open_batch(capacity=0)
    await world.welcome_all([YOHANA, SRI])
    await seats.enrol(telegram_id=YOHANA, batch_id=batch)
    await world.block(YOHANA)
    (pool,) = await world.rows(SeatPoolRow)
    await world.change(SeatPoolRow, pool["id"], size=2)

    assert (await seats.enrol(telegram_id=SRI, batch_id=batch)).state is State.CONFIRMED

    await world.change(PersonRow, world.ids[YOHANA], unreachable_since=None)
    assert await seats.move_lines() == 1
    assert await world.states(batch) == {YOHANA: "offered", SRI: "confirmed"}
