"""Everybody at once: no seat is given twice, none stays empty, nobody is enrolled twice, and the order holds."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from sqlalchemy import func, select

from services.enrolment import State
from services.errors import Refusal
from services.seats import Method
from storage.database import Database
from storage.repositories.enrolments import Enrolments, NewEnrolment
from storage.tables import EnrolmentRow, OfferRow, SeatPoolRow
from tests.support.clock import NOON
from tests.support.enrolling import RINA, Provinces, SeatTools
from tests.support.seats import PNS

PEOPLE_EACH = 100
DOUBLE_TAPS = 50
FOLLOW_UPS = 100
SEATED = (State.CONFIRMED, State.OFFERED)


async def test_a_storm_fills_every_seat_once_and_in_order(world: Provinces, seats: SeatTools) -> None:
    batch = await prepared(world, seats)
    everyone, dice = range(1, 10 * PEOPLE_EACH + 1), random.Random(7)
    taps = [*everyone, *dice.sample(everyone, DOUBLE_TAPS)]
    dice.shuffle(taps)

    answers = await asyncio.gather(*(seats.enrol(telegram_id=who, batch_id=batch) for who in taps))

    assert Counter(answer.again for answer in answers) == {False: len(everyone), True: DOUBLE_TAPS}
    assert await world.count(batch) == {"confirmed": 30, "waitlisted": len(everyone) - 30}
    assert all(pool["taken"] == pool["size"] for pool in await world.rows(SeatPoolRow))
    assert await overtaken(world) == 0

    # Then those who have a seat or an offer answer, others come again, and the batch grows, all at the same moment.
    for _ in range(2):
        await asyncio.gather(*follow_ups(world, seats, batch, dice, await sure(world), await offered(world)))
        assert await seats.check() == ()
        assert await idle(world) == 0
        assert max(Counter(await live(world)).values()) == 1


async def test_a_storm_amid_cancels_and_changes_keeps_every_promise(world: Provinces, seats: SeatTools) -> None:
    batch = await prepared(world, seats)
    everyone, dice = range(1, 10 * PEOPLE_EACH + 1), random.Random(11)
    early = [who for who in everyone if who % PEOPLE_EACH < 5]
    await asyncio.gather(*(seats.enrol(telegram_id=who, batch_id=batch) for who in early))

    taps = [*everyone, *dice.sample(everyone, DOUBLE_TAPS)]
    cancels = await sure(world)
    moves = [refusing(seats.enrol(telegram_id=who, batch_id=batch)) for who in taps]
    moves += [refusing(seats.cancel(telegram_id=who, enrolment_id=id_, reason="Sakit.")) for who, id_ in cancels]
    moves += [
        refusing(seats.change_capacity(batch_id=batch, actor_telegram_id=RINA, capacity=capacity))
        for capacity in (28, 36, 31, 34, 29, 33)
    ]
    dice.shuffle(moves)
    await asyncio.gather(*moves)

    assert await seats.check() == ()
    assert all(pool["taken"] == pool["size"] for pool in await world.rows(SeatPoolRow))
    assert max(Counter(await live(world)).values()) == 1
    assert await overtaken(world) == 0
    states = await world.count(batch)
    assert states["cancelled"] == len(cancels) > 20
    assert states["offered"] > 0
    assert states["waitlisted"] > 900


async def test_a_seat_that_is_freed_as_somebody_joins_is_not_lost(world: Provinces, seats: SeatTools) -> None:
    batches = {who: await world.open_batch(f"b-{who}", capacity=1) for who in range(1, 16)}
    await world.welcome_all(range(1, 31))
    held = {who: await seats.enrol(telegram_id=who, batch_id=batch) for who, batch in batches.items()}

    await asyncio.gather(
        *(
            move
            for who, batch in batches.items()
            for move in (
                seats.cancel(telegram_id=who, enrolment_id=held[who].enrolment_id, reason="Sakit."),
                seats.enrol(telegram_id=who + 15, batch_id=batch),
            )
        )
    )

    assert {(await world.states(batch))[who + 15] for who, batch in batches.items()} <= {"confirmed", "offered"}
    assert await seats.check() == ()


async def test_without_the_guard_a_storm_gives_seats_twice(world: Provinces) -> None:
    """The control: counting first and inserting then is what must not be done, and this storm would show it."""
    batch, people = await world.open_batch(capacity=3), await world.welcome_all(range(1, 31))
    database = world.database

    await asyncio.gather(*(count_then_insert(database, batch, person) for person in people))

    assert (await world.count(batch))["confirmed"] > 3


async def prepared(world: Provinces, seats: SeatTools) -> int:
    """Thirty seats for ten provinces, and a hundred people in each."""
    batch = await world.open_batch(capacity=30)
    await seats.plan(batch_id=batch, actor_telegram_id=RINA, method=Method.PROPORTIONAL)
    for number, province in enumerate(PNS):
        await world.welcome_all(range(number * PEOPLE_EACH + 1, (number + 1) * PEOPLE_EACH + 1), province)
    return batch


def follow_ups(
    world: Provinces,
    seats: SeatTools,
    batch: int,
    dice: random.Random,
    sure: list[tuple[int, int]],
    offers: list[tuple[int, int]],
) -> list[Coroutine[Any, Any, Any]]:
    """Cancels, answers to offers, new taps and changes of the capacity, in any order."""
    cancels = [
        refusing(seats.cancel(telegram_id=who, enrolment_id=enrolment, reason="Sakit."))
        for who, enrolment in dice.sample(sure, min(12, len(sure)))
    ]
    answers = [
        refusing(dice.choice((seats.accept, seats.decline))(telegram_id=who, offer_id=offer))
        for who, offer in offers
        for _ in range(2)
    ]
    taps = [
        refusing(seats.enrol(telegram_id=dice.randint(1, 10 * PEOPLE_EACH), batch_id=batch)) for _ in range(FOLLOW_UPS)
    ]
    sizes = [
        refusing(seats.change_capacity(batch_id=batch, actor_telegram_id=RINA, capacity=dice.randint(28, 36)))
        for _ in range(4)
    ]
    moves = [*cancels, *answers, *taps, *sizes]
    dice.shuffle(moves)
    return moves


async def refusing(call: Coroutine[Any, Any, Any]) -> None:
    with suppress(Refusal):
        await call


async def sure(world: Provinces) -> list[tuple[int, int]]:
    """Who has a sure seat, with the enrolment."""
    people = {id_: telegram_id for telegram_id, id_ in world.ids.items()}
    rows = await world.rows(EnrolmentRow, EnrolmentRow.state == "confirmed")
    return [(people[row["person_id"]], row["id"]) for row in rows]


async def offered(world: Provinces) -> list[tuple[int, int]]:
    """Who has an open offer."""
    people = {id_: telegram_id for telegram_id, id_ in world.ids.items()}
    owners = {row["id"]: people[row["person_id"]] for row in await world.rows(EnrolmentRow)}
    return [(owners[row["enrolment_id"]], row["id"]) for row in await world.rows(OfferRow, OfferRow.state == "open")]


async def live(world: Provinces) -> list[int]:
    """The person of every enrolment that has not ended."""
    rows = await world.rows(EnrolmentRow, EnrolmentRow.state.not_in(("cancelled", "declined", "expired")))
    return [row["person_id"] for row in rows]


async def overtaken(world: Provinces) -> int:
    """How many wait for a seat of a pool that somebody who came later has, or is offered."""
    rows = await world.rows(EnrolmentRow)
    last = {
        pool: max((row["id"] for row in rows if row["pool_id"] == pool and row["state"] in SEATED), default=0)
        for pool in {row["pool_id"] for row in rows}
    }
    return sum(row["state"] == State.WAITLISTED and row["id"] < last[row["pool_id"]] for row in rows)


async def idle(world: Provinces) -> int:
    """How many wait although a seat of their pool, or an open one, is free."""
    pools = {row["id"]: row for row in await world.rows(SeatPoolRow)}
    free = {id_ for id_, row in pools.items() if row["taken"] < row["size"]}
    open_is_free = any(pools[id_]["key"] == "open" for id_ in free)
    waiting = await world.rows(EnrolmentRow, EnrolmentRow.state == "waitlisted")
    return sum(open_is_free or row["pool_id"] in free for row in waiting)


async def count_then_insert(database: Database, batch: int, person: int) -> None:
    async with database.read() as connection:
        query = select(func.count()).where(EnrolmentRow.batch_id == batch, EnrolmentRow.state == "confirmed")
        taken = await connection.scalar(query)
    await asyncio.sleep(0)
    if taken is not None and taken < 3:
        async with database.write() as connection:
            new = NewEnrolment(person_id=person, batch_id=batch, pool_id=None, state="confirmed", submitted_at=NOON)
            await Enrolments(connection).add(new)
