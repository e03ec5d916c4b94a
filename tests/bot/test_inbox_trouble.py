"""The inbox when something is away or broken: nobody is stuck, nothing is lost, and Telegram's waits are kept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError, TelegramUnauthorizedError
from aiogram.methods import GetMe
from sqlalchemy.exc import OperationalError

from bot.inbox import LONGEST_PAUSE, TRIES, lane_of
from bot.scope import CURRENT
from storage.database import Database
from storage.repositories.inbox import Inbox
from tests.support.clock import Clock
from tests.support.inbox import World, update

AWAY = OperationalError("SELECT", {}, Exception("disk I/O error"))


async def waiting_in(database: Database) -> int:
    async with database.read() as connection:
        return await Inbox(connection).count_waiting()


async def test_a_handler_that_hangs_is_quarantined_and_the_next_update_goes_on(
    database: Database, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.inbox.HANDLING_SECONDS", 0.01)
    handled: list[int] = []

    async def feed(raw: dict[str, Any]) -> None:
        if raw["update_id"] == 1:
            await asyncio.Event().wait()
        handled.append(raw["update_id"])

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1), update(2)])
        await world.settle()

    assert (len(world.slept), handled) == (TRIES - 1, [2])
    [(update_id, reference)] = world.apologies
    async with database.read() as connection:
        kept = await Inbox(connection).find_quarantined(reference, 1)
    assert kept is not None
    assert (update_id, kept.error) == (1, "HandledTooLong")


async def test_time_spent_waiting_for_telegram_is_not_the_handlers_fault(
    database: Database, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.inbox.HANDLING_SECONDS", 0.01)
    tries: list[int] = []

    async def feed(raw: dict[str, Any]) -> None:
        tries.append(raw["update_id"])
        if len(tries) <= TRIES + 1:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                CURRENT.get().cut_short = True  # as the session does
                raise

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1)])
        await world.settle()

    assert (len(tries), world.apologies) == (TRIES + 2, [])


async def test_a_database_that_does_not_answer_in_time_is_waited_for(database: Database, now: Clock) -> None:
    failures = iter([TimeoutError()] * (TRIES + 1))

    async def feed(raw: dict[str, Any]) -> None:
        if error := next(failures, None):
            raise error

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1)])
        await world.settle()

    assert world.slept == [0.5, 1, 2, 4]


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(TelegramNetworkError(GetMe(), "reset"), id="reset"),
        pytest.param(TelegramServerError(GetMe(), "Bad Gateway"), id="5xx"),
        pytest.param(TelegramUnauthorizedError(GetMe(), "Unauthorized"), id="token revoked"),
    ],
)
async def test_a_long_outage_ends_without_a_loss(database: Database, now: Clock, trouble: Exception) -> None:
    failures = iter([trouble] * 1_100)

    async def feed(raw: dict[str, Any]) -> None:
        if error := next(failures, None):
            raise error

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1)])
        await world.settle()

    assert (len(world.slept), max(world.slept), world.apologies) == (1_100, LONGEST_PAUSE, [])


async def test_telegram_is_left_alone_for_as_long_as_it_says(database: Database, now: Clock) -> None:
    failures = iter([TelegramRetryAfter(GetMe(), "Too Many Requests", 300)])

    async def feed(raw: dict[str, Any]) -> None:
        if error := next(failures, None):
            raise error

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1)])
        await world.settle()

    assert world.slept == [300]


@pytest.mark.parametrize("reason", [ValueError("poison"), AWAY], ids=["poison", "database away"])
async def test_an_apology_that_breaks_does_not_stop_the_lane(database: Database, now: Clock, reason: Exception) -> None:
    handled: list[int] = []
    failures = iter([reason] * TRIES)

    async def feed(raw: dict[str, Any]) -> None:
        if raw["update_id"] == 1 and (error := next(failures, None)):
            raise error
        handled.append(raw["update_id"])

    async def broken(raw: dict[str, Any], reference: str) -> None:
        raise ConnectionRefusedError

    world = World(database, now, feed)
    world.inbox.apologise = broken
    async with world.running():
        await world.inbox.take([update(1), update(2)])
        await world.settle()

    assert handled[-1] == 2


async def test_a_batch_written_down_although_the_database_said_no_is_handled(
    database: Database, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    handled: list[int] = []

    async def feed(raw: dict[str, Any]) -> None:
        handled.append(raw["update_id"])

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1)])
        await world.settle()
        with monkeypatch.context() as patch:
            patch.setattr(world.inbox, "database", _SaysNoAfterCommit(database))
            with pytest.raises(OperationalError):
                await world.inbox.take([update(2), update(3)])
        await world.inbox.take([update(2), update(3), update(4)])
        await world.settle()

    assert handled == [1, 2, 3, 4]


class _SaysNoAfterCommit:
    """The line breaks between the commit and the word that it is done."""

    def __init__(self, database: Database) -> None:
        self.read = database.read
        self._database = database

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Any]:
        async with self._database.write() as connection:
            yield connection
        raise AWAY


async def test_a_database_away_at_the_start_is_waited_for(
    database: Database, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.inbox.CATCH_UP_PAUSE", 0.001)
    failures = iter([AWAY, ConnectionRefusedError()])
    list_waiting, handled = Inbox.list_waiting, []

    async def flaky(self: Inbox, after: int, limit: int) -> Any:
        if error := next(failures, None):
            raise error
        return await list_waiting(self, after, limit)

    async def feed(raw: dict[str, Any]) -> None:
        handled.append(raw["update_id"])

    await World(database, now, feed).inbox.take([update(1)])
    monkeypatch.setattr(Inbox, "list_waiting", flaky)

    world = World(database, now, feed)
    async with world.running():
        await world.settle()

    assert handled == [1]


async def test_a_stop_in_an_outage_does_not_wait_for_room(
    database: Database, now: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.inbox.DEPTH", 3)
    monkeypatch.setattr("bot.inbox.PAGE", 3)
    failed = asyncio.Event()

    async def feed(raw: dict[str, Any]) -> None:
        failed.set()
        raise TelegramNetworkError(GetMe(), "reset")

    world = World(database, now, feed)
    world.inbox.lanes._sleep = world.inbox.lanes._pause  # real pauses, cut short by the stop alone
    await world.inbox.take([update(n, person=n) for n in range(1, 10)])

    async with asyncio.timeout(5), world.running():
        await failed.wait()

    assert await waiting_in(database) == 9


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param({"update_id": 1, "message": {"from": "somebody"}}, id="from is a text"),
        pytest.param({"update_id": 1, "message": {"from": {"id": "5"}}}, id="the id is a text"),
        pytest.param({"update_id": 1, "message": {"from": {"id": 2**80}}}, id="the id is huge"),
        pytest.param({"update_id": 1, "message": {"text": "halo"}}, id="nobody"),
        pytest.param({"update_id": 1, "message": None}, id="nothing"),
        pytest.param({"update_id": 1}, id="empty"),
    ],
)
async def test_what_is_no_update_at_all_keeps_nobody_from_polling(
    database: Database, now: Clock, raw: dict[str, Any]
) -> None:
    handled: list[int] = []

    async def feed(got: dict[str, Any]) -> None:
        handled.append(got["update_id"])

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([raw, update(2)])
        await world.settle()

    assert (lane_of(raw), sorted(handled)) == (0, [1, 2])


@pytest.mark.parametrize("text", ["\ud83d", "a\x00b", "\u202egnitset", "😀" * 2048], ids=ascii)
async def test_any_text_comes_through_as_it_was(database: Database, now: Clock, text: str) -> None:
    handled: list[str] = []

    async def feed(raw: dict[str, Any]) -> None:
        handled.append(raw["message"]["text"])

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1, text=text)])
        await world.settle()

    assert handled == [text]
