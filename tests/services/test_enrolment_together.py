"""Taps at the same moment are served together: each gets its own answer, in the order in which they came."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from services.enrolment import Enrolled, State
from services.enrolment.together import MOST, Together
from services.errors import Refusal
from storage.tables import RosterRow
from tests.support.clock import NOON
from tests.support.enrolling import Provinces, SeatTools

YOHANA, BAGUS, SRI, DEWI, MADE, STRANGER = range(1, 7)


class Counter:
    """Serves those who come; the first are held up until `open` is set."""

    def __init__(self, fails: Callable[[int], bool] = lambda who: False) -> None:
        self.served: list[list[int]] = []
        self.open = asyncio.Event()
        self._fails = fails

    async def __call__(self, place: int, who: Sequence[int]) -> list[str]:
        self.served.append(list(who))
        await self.open.wait()
        if any(map(self._fails, who)):
            raise RuntimeError
        return [f"{place}:{each}" for each in who]


async def come(together: Together[str], counter: Counter, people: Sequence[int]) -> list[asyncio.Task[str]]:
    tasks = [asyncio.create_task(together(7, who, counter)) for who in people]
    await asyncio.sleep(0)  # all of them stand there now
    return tasks


async def test_who_comes_meanwhile_is_served_in_one_go_and_in_order() -> None:
    together: Together[str] = Together()
    counter = Counter()

    tasks = await come(together, counter, range(MOST + 3))
    counter.open.set()

    assert await asyncio.gather(*tasks) == [f"7:{who}" for who in range(MOST + 3)]
    assert counter.served == [[0], [*range(1, MOST + 1)], [MOST + 1, MOST + 2]]


async def test_places_do_not_wait_for_each_other() -> None:
    together: Together[str] = Together()
    busy, free = Counter(), Counter()
    (held_up,) = await come(together, busy, [1])
    free.open.set()

    assert await together(8, 2, free) == "8:2"

    busy.open.set()
    assert await held_up == "7:1"


async def test_what_fails_for_one_does_not_fail_for_the_others() -> None:
    together: Together[str] = Together()
    counter = Counter(fails=lambda who: who == 3)
    tasks = await come(together, counter, range(1, 6))
    counter.open.set()

    answers = await asyncio.gather(*tasks, return_exceptions=True)

    assert [answer for answer in answers if isinstance(answer, str)] == ["7:1", "7:2", "7:4", "7:5"]
    assert isinstance(answers[2], RuntimeError)


async def test_who_leaves_is_not_served_and_holds_nobody_up() -> None:
    together: Together[str] = Together()
    counter = Counter()
    first, second, third = await come(together, counter, [1, 2, 3])

    for task in (second, first):
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    counter.open.set()

    assert await third == "7:3"
    assert counter.served == [[1], [3]]


async def test_at_the_same_moment_everybody_gets_their_own_answer(world: Provinces, seats: SeatTools) -> None:
    batch, same_days = await world.open_batch(capacity=2), await world.open_batch("b-2")
    await world.welcome_all([YOHANA, BAGUS, SRI])
    await world.welcome(DEWI, identity="waiting")
    await world.welcome(MADE, nip_lookup=b"made")
    async with world.database.write() as connection:
        left = {
            "nip_lookup": b"made",
            "nip_cipher": b"",
            "agency_id": world.agencies["NTT"],
            "name": "Made",
            "unit": "",
        }
        await connection.execute(insert(RosterRow).values(**left, left_at=NOON, updated_at=NOON))
    await seats.enrol(telegram_id=BAGUS, batch_id=same_days)
    taps = [DEWI, YOHANA, BAGUS, YOHANA, MADE, STRANGER, SRI, YOHANA]

    told = await tap(seats, batch, [DEWI, *taps])

    assert told[1:] == [
        "enrol-unverified",
        (State.CONFIRMED, False),
        "enrol-overlap",
        (State.CONFIRMED, True),
        "enrol-left",
        "consent-needed",
        (State.CONFIRMED, False),
        (State.CONFIRMED, True),
    ]
    assert await world.pools(batch) == {"open": "2/2"}


async def test_at_the_same_moment_places_in_line_follow_the_taps(world: Provinces, seats: SeatTools) -> None:
    batch = await world.open_batch(capacity=1)
    await world.welcome_all(range(1, 7))
    await seats.enrol(telegram_id=1, batch_id=batch)
    await seats.enrol(telegram_id=2, batch_id=batch)

    enrolled = await asyncio.gather(*(seats.enrol(telegram_id=who, batch_id=batch) for who in (5, 3, 6, 4)))

    assert [each.place for each in enrolled] == [2, 3, 4, 5]
    assert [each.enrolment_id for each in enrolled] == sorted(each.enrolment_id for each in enrolled)
    assert await world.count(batch) == {"confirmed": 1, "waitlisted": 5}


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"state": "cancelled"}, "training-gone"),
        ({"registration_opens_at": NOON + timedelta(days=1)}, "registration-upcoming"),
        ({"registration_closes_at": NOON}, "registration-closed"),
    ],
)
async def test_at_the_same_moment_a_closed_batch_is_closed_to_all(
    world: Provinces, seats: SeatTools, changes: dict[str, Any], key: str
) -> None:
    batch = await world.open_batch(capacity=1, **changes)
    await world.welcome_all([YOHANA, BAGUS, SRI])

    assert await tap(seats, batch, [YOHANA, BAGUS, SRI]) == [key] * 3


async def tap(seats: SeatTools, batch: int, taps: Sequence[int]) -> list[object]:
    """What each is told: the state and whether they stood there already, or the reason why not."""
    calls = (seats.enrol(telegram_id=who, batch_id=batch) for who in taps)
    answers = await asyncio.gather(*calls, return_exceptions=True)
    return [read(answer) for answer in answers]


def read(answer: Enrolled | BaseException) -> object:
    if isinstance(answer, Refusal):
        return answer.key
    assert isinstance(answer, Enrolled)
    return (answer.state, answer.again)
