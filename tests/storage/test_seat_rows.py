"""Seats and enrolments as rows: what the database itself never lets happen."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from services.enrolment.enrol import place_of
from storage.database import Database
from storage.repositories.batches import Batches
from storage.repositories.enrolments import Enrolments, NewEnrolment
from storage.repositories.nominations import Nominations
from storage.repositories.offers import EXPIRED, NewOffer, Offers
from storage.repositories.seats import NewPool, SeatPools
from storage.tables import EnrolmentRow, SeatPoolRow
from tests.support.clock import NOON
from tests.support.enrolling import Provinces

YOHANA, BAGUS = 1, 2
EVERYONE = {"provinces": [], "regional": False}


@pytest.fixture
async def world(database: Database) -> Provinces:
    world = Provinces(database)
    await world.found()
    await world.welcome(YOHANA)
    await world.welcome(BAGUS, "Jatim")
    return world


async def add_pool(world: Provinces, batch: int, size: int) -> int:
    async with world.database.write() as connection:
        await SeatPools(connection).add(batch, [NewPool(key="open", kind="open", who=EVERYONE, size=size)])
        (pool,) = await SeatPools(connection).list(batch)
    return pool.id


async def add_enrolment(
    world: Provinces, batch: int, telegram_id: int, state: str = "waitlisted", pool: int | None = None
) -> int:
    async with world.database.write() as connection:
        return await Enrolments(connection).add(
            NewEnrolment(
                person_id=world.ids[telegram_id],
                batch_id=batch,
                pool_id=pool,
                state=state,
                submitted_at=NOON,
            )
        )


async def test_a_pool_gives_no_more_seats_than_it_has_to_many_at_once(world: Provinces) -> None:
    batch = await world.open_batch()
    pool = await add_pool(world, batch, 3)

    async def take() -> bool:
        async with world.database.write() as connection:
            return await SeatPools(connection).take(pool)

    taken = await asyncio.gather(*(take() for _ in range(20)))

    assert sum(taken) == 3
    assert await world.pools(batch) == {"open": "3/3"}


async def test_the_database_itself_refuses_a_seat_too_many(world: Provinces) -> None:
    pool = await add_pool(world, await world.open_batch(), 1)

    for taken in (2, -1):
        with pytest.raises(IntegrityError):
            await world.change(SeatPoolRow, pool, taken=taken)


async def test_a_pool_is_not_made_smaller_than_what_is_taken_nor_emptier_than_empty(world: Provinces) -> None:
    batch = await world.open_batch()
    pool = await add_pool(world, batch, 3)

    async with world.database.write() as connection:
        pools = SeatPools(connection)
        await pools.take(pool)
        await pools.take(pool)
        assert [await pools.resize(pool, 1), await pools.resize(pool, 2)] == [False, True]
        for _ in range(3):
            await pools.give_back(pool)

    assert await world.pools(batch) == {"open": "0/2"}


async def test_a_person_has_one_live_enrolment_in_a_batch_and_any_number_that_ended(world: Provinces) -> None:
    batch = await world.open_batch()
    for state in ("cancelled", "declined", "expired", "waitlisted"):
        await add_enrolment(world, batch, YOHANA, state)

    with pytest.raises(IntegrityError):
        await add_enrolment(world, batch, YOHANA, "confirmed")

    await add_enrolment(world, batch, BAGUS, "confirmed")
    await add_enrolment(world, await world.open_batch("akp-3"), YOHANA, "confirmed")


async def test_an_enrolment_has_one_open_offer(world: Provinces) -> None:
    batch = await world.open_batch()
    enrolment = await add_enrolment(world, batch, YOHANA, "offered")
    new = NewOffer(enrolment_id=enrolment, pool_id=None, offered_at=NOON, deadline_at=NOON)
    async with world.database.write() as connection:
        first = await Offers(connection).add(new)
        closed = [await Offers(connection).close(first, EXPIRED, at=NOON) for _ in range(2)]
        await Offers(connection).add(new)

    assert closed == [True, False]
    with pytest.raises(IntegrityError):
        async with world.database.write() as connection:
            await Offers(connection).add(new)


async def test_the_line_is_by_time_then_by_number_and_passes_over_who_cannot_be_reached(world: Provinces) -> None:
    batch = await world.open_batch()
    await world.welcome_all([3, 4, 5])
    pool = await add_pool(world, batch, 0)
    late = await add_enrolment(world, batch, YOHANA, pool=pool)
    first, second, blocked = [await add_enrolment(world, batch, person, pool=pool) for person in (BAGUS, 3, 4)]
    await add_enrolment(world, batch, 5, "confirmed")
    await world.block(4)
    async with world.database.write() as connection:  # a nomination gives other times than those of applying
        await Nominations(connection).join_line(late, at=NOON + timedelta(hours=1))

    async with world.database.read() as connection:
        enrolments = Enrolments(connection)
        everyone = await enrolments.next_in_line(batch, provinces=(), regional=False, limit=9)
        ntt = await enrolments.next_in_line(batch, provinces=("NTT",), regional=False, limit=1)
        found = [await enrolments.find(number) for number in (first, second, blocked, late)]
        places = [await place_of(connection, enrolment) for enrolment in found if enrolment]

    assert [waiting.id for waiting in everyone] == [first, second, late]
    assert [(waiting.id, waiting.zone) for waiting in ntt] == [(second, "WITA")]
    assert places == [1, 2, 3, 4]


async def test_a_batch_is_held_while_its_seats_move(world: Provinces) -> None:
    batch = await world.open_batch()
    order: list[str] = []

    async def move(name: str) -> None:
        async with world.database.write() as connection:
            await Batches(connection).lock(batch)
            order.append(f"{name} begins")
            await asyncio.sleep(0)
            await connection.execute(update(EnrolmentRow).values(state="cancelled"))
            order.append(f"{name} ends")

    await asyncio.gather(move("one"), move("two"))

    assert [entry.split()[1] for entry in order] == ["begins", "ends", "begins", "ends"]


async def test_a_count_that_is_not_what_is_held_is_found(world: Provinces) -> None:
    batch = await world.open_batch()
    pool = await add_pool(world, batch, 3)
    await add_enrolment(world, batch, YOHANA, "confirmed", pool)
    await add_enrolment(world, batch, BAGUS, "waitlisted", pool)

    async with world.database.write() as connection:
        (wrong,) = await SeatPools(connection).list_miscounts()
        await SeatPools(connection).take(pool)
        right = await SeatPools(connection).list_miscounts()

    assert (wrong.pool_id, wrong.taken, wrong.held) == (pool, 0, 1)
    assert right == ()
