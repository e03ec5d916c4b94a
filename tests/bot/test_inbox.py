"""The durable inbox: order per person, side by side over people, nothing lost, nothing handled in vain."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiogram.exceptions import TelegramForbiddenError, TelegramNetworkError
from aiogram.methods import GetMe
from sqlalchemy.exc import OperationalError

from bot.inbox import TRIES, lane_of
from bot.scope import CURRENT
from storage.database import Database
from storage.repositories.fsm import FsmStates
from storage.repositories.inbox import Inbox
from tests.support.clock import Clock
from tests.support.inbox import World, update


async def test_one_persons_updates_are_handled_in_order(database: Database, now: Clock) -> None:
    handled: list[tuple[int, int]] = []

    async def feed(raw: dict[str, Any]) -> None:
        await asyncio.sleep(0.001 * (raw["update_id"] % 3))
        handled.append((lane_of(raw), raw["update_id"]))

    world = World(database, now, feed)
    async with world.running():
        for start in range(0, 60, 15):
            await world.inbox.take([update(n, person=n % 4) for n in range(start, start + 15)])
        await world.settle()

    by_person = {person: [n for p, n in handled if p == person] for person in range(4)}
    assert by_person == {person: list(range(person, 60, 4)) for person in range(4)}


async def test_people_do_not_wait_for_one_another(database: Database, now: Clock) -> None:
    second_came = asyncio.Event()

    async def feed(raw: dict[str, Any]) -> None:
        if lane_of(raw) == 1:
            await second_came.wait()
        else:
            second_came.set()

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1, person=1), update(2, person=2)])
        await world.settle()

    assert second_came.is_set()


async def test_the_same_update_is_handled_once(database: Database, now: Clock) -> None:
    handled: list[int] = []

    async def feed(raw: dict[str, Any]) -> None:
        handled.append(raw["update_id"])

    world = World(database, now, feed)
    async with world.running():
        for _ in range(3):
            await world.inbox.take([update(10), update(11)])
        await world.settle()

    assert handled == [10, 11]


async def test_what_was_left_undone_is_handled_after_a_restart(database: Database, now: Clock) -> None:
    async def never(raw: dict[str, Any]) -> None:
        raise AssertionError("not started")

    await World(database, now, never).inbox.take([update(n) for n in range(5)])
    handled: list[int] = []

    async def feed(raw: dict[str, Any]) -> None:
        handled.append(raw["update_id"])

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(5)])
        await world.settle()

    assert handled == [0, 1, 2, 3, 4, 5]


async def test_a_backlog_longer_than_memory_keeps_its_order(
    database: Database, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.inbox.DEPTH", 10)
    monkeypatch.setattr("bot.inbox.PAGE", 7)
    handled: list[int] = []

    async def feed(raw: dict[str, Any]) -> None:
        handled.append(raw["update_id"])

    world = World(database, now, feed)
    async with world.running():
        for start in range(0, 100, 25):
            await world.inbox.take([update(n) for n in range(start, start + 25)])
        await world.settle()

    assert handled == list(range(100))


async def test_a_poison_update_is_quarantined_with_an_apology_and_the_next_goes_on(
    database: Database, now: Clock
) -> None:
    tries: list[int] = []

    async def feed(raw: dict[str, Any]) -> None:
        tries.append(raw["update_id"])
        if raw["update_id"] == 1:
            raise ValueError("19900315 201503 2 014")

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1), update(2)])
        await world.settle()

    assert tries == [1] * TRIES + [2]
    [(update_id, reference)] = world.apologies
    async with database.read() as connection:
        kept = await Inbox(connection).find_quarantined(reference, 1)
    assert kept is not None
    assert (update_id, kept.error, b"halo" in kept.cipher) == (1, "ValueError", False)


async def test_a_quarantined_update_can_be_tried_again_by_its_person(database: Database, now: Clock) -> None:
    broken, handled = True, []

    async def feed(raw: dict[str, Any]) -> None:
        if broken:
            raise ValueError
        handled.append(raw["message"]["text"])

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1, text="penting")])
        await world.settle()
        broken = False
        [(_, reference)] = world.apologies
        others, mine = await world.inbox.again(reference, 2), await world.inbox.again(reference, 1)
        await world.settle()

    assert (others, mine, handled) == (False, True, ["penting"])


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(TelegramNetworkError(GetMe(), "reset"), id="the line"),
        pytest.param(OperationalError("UPDATE", {}, Exception("database is locked")), id="the database"),
    ],
)
async def test_trouble_outside_waits_and_never_quarantines(database: Database, now: Clock, trouble: Exception) -> None:
    failures = iter([trouble] * (TRIES + 2))

    async def feed(raw: dict[str, Any]) -> None:
        if error := next(failures, None):
            raise error

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1)])
        await world.settle()

    assert world.slept == [0.5, 1, 2, 4, 8]


async def test_a_person_who_blocked_the_bot_is_no_failure(database: Database, now: Clock) -> None:
    async def feed(raw: dict[str, Any]) -> None:
        raise TelegramForbiddenError(GetMe(), "bot was blocked by the user")

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1)])
        await world.settle()

    assert (world.slept, world.apologies) == ([], [])


async def test_conversation_state_is_written_with_done_and_not_without(database: Database, now: Clock) -> None:
    async def feed(raw: dict[str, Any]) -> None:
        scope = CURRENT.get()
        count = (scope.entry("k").data or {}).get("count", 0)
        scope.set_data("k", {"count": count + 1})
        if raw["update_id"] == 2:
            raise ValueError

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1), update(2), update(3)])
        await world.settle()

    async with database.read() as connection:
        entries = await FsmStates(connection).list(1)
    assert entries["k"].data == {"count": 2}


@pytest.mark.parametrize(
    ("raw", "lane"),
    [
        pytest.param(
            {"update_id": 1, "callback_query": {"from": {"id": 5}, "message": {"chat": {"id": -9}}}}, 5, id="tap"
        ),
        pytest.param({"update_id": 1, "message": {"chat": {"id": -9}, "from": {"id": 6}}}, 6, id="in a group"),
        pytest.param({"update_id": 1, "channel_post": {"chat": {"id": -9}}}, -9, id="channel"),
        pytest.param({"update_id": 1, "poll": {"id": "x"}}, 0, id="nobody's"),
    ],
)
def test_an_updates_lane_is_its_person(raw: dict[str, Any], lane: int) -> None:
    assert lane_of(raw) == lane
