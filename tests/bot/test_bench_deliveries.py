"""The benchmark of deliveries: it counts a window as Telegram does, and measures the same thing on both sides."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bot.bench import due_scan
from bot.bench.audience import add_broadcast, add_people
from bot.bench.deliveries import queue_at_once, queue_beside_enrolments
from bot.bench.sink import Sink, fullest_second, rate
from services.broadcasts import QueueCopies
from services.clock import utc_now
from storage.database import Database

PEOPLE = 300


@pytest.mark.parametrize(
    ("moments", "fullest"),
    [
        pytest.param([0.0], 1, id="one"),
        pytest.param([0.0, 0.5, 1.0], 2, id="a second later is another second"),
        pytest.param([0.0, 0.9, 1.1, 1.2, 5.0], 3, id="across a full second"),
    ],
)
def test_the_fullest_second_begins_anywhere(moments: list[float], fullest: int) -> None:
    assert fullest_second(moments) == fullest


def test_a_rate_is_from_the_first_to_the_last() -> None:
    assert rate([10.0, 10.5, 11.0]) == 2


async def test_the_sink_takes_requests_in_parts_and_several_on_one_connection() -> None:
    moments: list[float] = []
    server = await asyncio.get_running_loop().create_server(lambda: Sink(moments), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, aiohttp.ClientSession() as http:
        for text in ("Halo", "x" * 200_000):
            async with http.post(f"http://127.0.0.1:{port}/bot1/sendMessage", data={"text": text}) as answer:
                assert (await answer.json())["ok"]
        async with http.get(f"http://127.0.0.1:{port}/") as answer:
            assert await answer.json() == moments
        assert len(moments) == 2


async def test_everybody_has_a_copy_and_both_looks_find_what_is_due(database: Database) -> None:
    await add_people(database, PEOPLE)
    queued = await queue_beside_enrolments(database, PEOPLE)

    ours, bare = await due_scan.compare(database, due_scan.MANY)

    assert queued.seconds > 0
    assert await queue_at_once(database, PEOPLE) > 0
    assert (len(ours), len(bare)) == (due_scan.ROUNDS, due_scan.ROUNDS)


async def test_an_announcement_of_the_bench_reaches_everybody(database: Database) -> None:
    await add_people(database, PEOPLE)

    queued = await QueueCopies(database=database, now=utc_now)(broadcast_id=await add_broadcast(database, 7))

    assert queued == PEOPLE
