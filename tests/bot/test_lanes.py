"""Lanes alone, and a randomized check of the whole inbox against what it promises."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetMe
from sqlalchemy.exc import OperationalError

from bot.inbox import TRIES, lane_of
from bot.lanes import Again, Lanes
from storage.database import Database
from storage.repositories.inbox import Inbox, Waiting
from tests.support.clock import Clock
from tests.support.inbox import World, update


def waiting(seq: int, lane: int = 1) -> Waiting:
    return Waiting(seq, seq, lane, "{}")


async def until_idle(lanes: Lanes) -> None:
    async with asyncio.timeout(5):
        while not lanes.is_idle:
            await asyncio.sleep(0)


async def test_no_more_lanes_are_at_work_than_there_is_width() -> None:
    at_work, most = 0, 0

    async def handle(item: Waiting) -> None:
        nonlocal at_work, most
        at_work += 1
        most = max(most, at_work)
        await asyncio.sleep(0.001)
        at_work -= 1

    lanes = Lanes(handle, width=3, depth=100)
    for seq in range(20):
        lanes.put(waiting(seq, lane=seq))
    await until_idle(lanes)

    assert most == 3


async def test_one_persons_pause_takes_nobody_elses_turn() -> None:
    pausing, handled = asyncio.Event(), []

    async def handle(item: Waiting) -> Again | None:
        if item.lane == 1 and not pausing.is_set():
            pausing.set()
            return Again(item, 3600)
        handled.append(item.seq)
        return None

    lanes = Lanes(handle, width=1, depth=100)
    lanes.put(waiting(1, lane=1))
    await pausing.wait()
    lanes.put(waiting(2, lane=2))
    async with asyncio.timeout(5):
        while handled != [2]:
            await asyncio.sleep(0)
    await lanes.close(0)

    assert lanes.is_idle


async def test_what_is_tried_again_stays_before_what_came_after_it() -> None:
    tried: list[int] = []

    async def handle(item: Waiting) -> Again | None:
        tried.append(item.seq)
        return Again(waiting(1), 0) if len(tried) < 3 else None

    lanes = Lanes(handle, width=1, depth=100)
    lanes.put(waiting(1))
    lanes.put(waiting(2))
    await until_idle(lanes)

    assert tried == [1, 1, 1, 2]


async def test_closing_finishes_what_is_at_work_and_begins_nothing() -> None:
    begun, go_on, handled = asyncio.Event(), asyncio.Event(), []

    async def handle(item: Waiting) -> None:
        begun.set()
        await go_on.wait()
        handled.append(item.seq)

    lanes = Lanes(handle, width=1, depth=100)
    for seq in (1, 2):
        lanes.put(waiting(seq, lane=1))
    lanes.put(waiting(3, lane=3))  # it stands at the width's door
    await begun.wait()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(lanes.close(5))
        await asyncio.sleep(0)
        lanes.put(waiting(4, lane=4))
        go_on.set()
    await asyncio.sleep(0)

    assert (handled, lanes.is_idle) == ([1], True)


async def test_what_does_not_finish_within_the_grace_is_stopped() -> None:
    stopped, begun = asyncio.Event(), asyncio.Event()

    async def handle(item: Waiting) -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            stopped.set()
            raise

    lanes = Lanes(handle, width=1, depth=100)
    lanes.put(waiting(1))
    await begun.wait()
    await lanes.close(0.001)

    assert stopped.is_set()
    assert lanes.is_idle


async def test_lanes_at_rest_hold_nothing() -> None:
    async def handle(item: Waiting) -> None:
        return None

    lanes = Lanes(handle, width=4, depth=100)
    for seq in range(50):
        lanes.put(waiting(seq, lane=seq))
    await until_idle(lanes)
    await asyncio.sleep(0)

    assert (lanes._queues, lanes._tasks) == ({}, set())


@dataclass
class Telegram:
    """What was sent, and what became of it. Fails at random; `handled` is what finished, in order."""

    chance: random.Random
    handled: list[tuple[int, int]] = field(default_factory=list)
    begun: Counter[int] = field(default_factory=Counter)
    poison: frozenset[int] = frozenset()
    trouble: float = 0.0

    async def feed(self, raw: dict[str, Any]) -> None:
        number = raw["update_id"]
        self.begun[number] += 1
        for _ in range(self.chance.randrange(3)):
            await asyncio.sleep(0)
        if number in self.poison:
            raise ValueError(number)
        if self.chance.random() < self.trouble:
            raise self.chance.choice(
                [
                    TelegramNetworkError(GetMe(), "reset"),
                    OperationalError("UPDATE", {}, Exception("locked")),
                    ConnectionResetError(),
                ]
            )
        self.handled.append((lane_of(raw), number))


def batches(chance: random.Random, count: int, people: int) -> list[list[dict[str, Any]]]:
    """Updates under random ids, in random batches, some of which come two or three times (Telegram repeats)."""
    ids = chance.sample(range(1, 10**9), count)
    updates = [update(number, person=chance.randrange(1, people + 1)) for number in ids]
    made: list[list[dict[str, Any]]] = []
    while updates:
        size = chance.randint(1, 12)
        batch, updates = updates[:size], updates[size:]
        made += [batch] * chance.choice([1, 1, 1, 2, 3])
    return made


def in_order(sent: list[list[dict[str, Any]]]) -> dict[int, list[int]]:
    """The model: each person's updates in the order of their first arrival."""
    first: dict[int, None] = {}
    lanes: dict[int, list[int]] = {}
    for raw in (raw for batch in sent for raw in batch):
        if raw["update_id"] not in first:
            first[raw["update_id"]] = None
            lanes.setdefault(lane_of(raw), []).append(raw["update_id"])
    return lanes


def by_person(handled: list[tuple[int, int]]) -> dict[int, list[int]]:
    lanes: dict[int, list[int]] = {}
    for lane, number in handled:
        lanes.setdefault(lane, []).append(number)
    return lanes


SMALL = pytest.mark.parametrize(("depth", "page"), [(5, 3), (20, 7), (1000, 200)], ids=["tiny", "small", "as built"])


@SMALL
@pytest.mark.parametrize("seed", range(3))
async def test_without_a_crash_each_update_is_handled_once_and_in_order(
    database: Database, now: Clock, monkeypatch: pytest.MonkeyPatch, seed: int, depth: int, page: int
) -> None:
    monkeypatch.setattr("bot.inbox.DEPTH", depth)
    monkeypatch.setattr("bot.inbox.PAGE", page)
    chance = random.Random(seed)
    sent = batches(chance, 150, people=9)
    telegram = Telegram(chance, trouble=0.1)

    world = World(database, now, telegram.feed)
    async with world.running():
        for batch in sent:
            await world.inbox.take(batch)
            for _ in range(chance.randrange(8)):
                await asyncio.sleep(0)
        await world.settle()

    assert by_person(telegram.handled) == in_order(sent)


@SMALL
@pytest.mark.parametrize("seed", range(3))
async def test_over_crashes_each_update_is_handled_at_least_once_and_in_order(
    database: Database, now: Clock, monkeypatch: pytest.MonkeyPatch, seed: int, depth: int, page: int
) -> None:
    monkeypatch.setattr("bot.inbox.DEPTH", depth)
    monkeypatch.setattr("bot.inbox.PAGE", page)
    chance = random.Random(100 + seed)
    sent = batches(chance, 150, people=9)
    poison = frozenset(raw["update_id"] for batch in sent[::7] for raw in batch[:1])
    telegram = Telegram(chance, trouble=0.1, poison=poison)

    left = list(sent)
    while left:
        left = await _one_life(World(database, now, telegram.feed), left, chance)
    world = World(database, now, telegram.feed)
    async with world.running():
        await world.settle()

    model = in_order(sent)
    healthy = {lane: [n for n in numbers if n not in poison] for lane, numbers in model.items()}
    first_times = {lane: list(dict.fromkeys(numbers)) for lane, numbers in by_person(telegram.handled).items()}
    assert {lane: numbers for lane, numbers in healthy.items() if numbers} == first_times
    assert all(telegram.begun[number] >= TRIES for number in poison)
    async with database.read() as connection:
        assert await Inbox(connection).list_waiting(0, 1000) == []


async def _one_life(world: World, left: list[list[dict[str, Any]]], chance: random.Random) -> list[Any]:
    """A process that takes some batches and dies in the middle of its work; what was not confirmed comes again."""
    stop = asyncio.Event()
    life = asyncio.get_running_loop().create_task(world.inbox.run(stop, grace=0))
    taken = chance.randint(1, 8)
    for batch in left[:taken]:
        await world.inbox.take(batch)
        await asyncio.sleep(chance.random() * 0.004)
    life.cancel()
    await asyncio.gather(life, return_exceptions=True)
    return left[taken - chance.randrange(2) :] if taken > 1 else left[taken:]


async def test_retries_by_hand_while_others_write_are_handled_once_each(database: Database, now: Clock) -> None:
    broken, handled = True, Counter[int]()

    async def feed(raw: dict[str, Any]) -> None:
        if broken:
            raise ValueError
        handled[raw["update_id"]] += 1

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(n, person=n) for n in range(1, 6)])
        await world.settle()
        broken = False
        references = [(reference, number) for number, reference in world.apologies]
        taken = await asyncio.gather(
            *(world.inbox.again(reference, person) for reference, person in references * 3),
            world.inbox.take([update(n, person=n - 5) for n in range(6, 11)]),
        )
        await world.settle()

    assert handled == Counter(range(1, 11))
    assert taken.count(True) == 5
