"""Messages out, under faults: workers killed at random, told to stop, told to wait, and with clocks that jump.

The sandbox's ledger is the truth, the outbox what the bot believes; each figure compares the two.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot.bench.postgres import NoPostgres, server
from bot.bench.sink import fullest_second
from bot.faults import bound, outbox
from bot.faults.stand_in import StandIn, stand_in
from bot.faults.table import try_all
from bot.faults.worker import Orders, ended, start
from bot.pacer import SHARE
from services.outbox import ListParked
from storage.database import Database
from storage.migrate import migrate

LIMIT = 240.0
IN_FLIGHT = max(8, int(LIMIT * SHARE * 0.15))
SEED = 20_261_126
FEWER = 10
"""Runs that need no number of messages get a tenth of them."""
RESUME_WITHIN_S = 10
STORMS = 12
ADMIN = 1
DAY = timedelta(days=1)


def run(messages: int, kills: int) -> Iterator[str]:
    """All figures, on SQLite and on PostgreSQL, as they come."""
    with tempfile.TemporaryDirectory(prefix="jalin-faults-") as folder:
        yield from _told(measure("sqlite", f"sqlite:///{Path(folder) / 'jalin.db'}", messages, kills))
    try:
        with server() as url:
            yield from _told(measure("postgresql", url.format(database="postgres"), messages, kills))
    except NoPostgres as problem:
        sys.stderr.write(f"deliveries.postgresql.* is left out: {problem}\n")


async def measure(name: str, url: str, messages: int, kills: int) -> AsyncIterator[str]:
    """All figures on one database."""
    few = max(100, messages // FEWER)
    async with _opened(url) as database, stand_in() as sandbox:
        await outbox.add_people(database)
        await sandbox.meet([outbox.chat_of(number) for number in range(1, outbox.PEOPLE + 1)])
        field = _Field(name, url, database, sandbox, random.Random(SEED))  # noqa: S311 - the same each time
        for line in await field.kill_at_random(messages, kills):
            yield line
        for line in await field.stop_at_random(few, max(2, kills // FEWER)):
            yield line
        for line in await field.say_wait_at_random(few):
            yield line
        for line in await field.turn_the_clock(few):
            yield line
        async for key, wrong in try_all(database, sandbox):
            yield bound(f"deliveries.{name}.{key}", wrong, "messages", 0)


def _told(lines: AsyncIterator[str]) -> Iterator[str]:
    async def following() -> str | None:
        return await anext(lines, None)

    with asyncio.Runner() as runner:
        while (line := runner.run(following())) is not None:
            yield line


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await migrate(database)
    yield database
    await database.close()


@dataclass(slots=True)
class _Field:
    """One database, one sandbox, and workers between them, one after another."""

    name: str
    url: str
    database: Database
    sandbox: StandIn
    dice: random.Random

    async def kill_at_random(self, messages: int, kills: int) -> list[str]:
        """`kill -9` so often, at random moments of the work; at least twice."""
        await outbox.owe(self.database, messages)
        moments = sorted(self.dice.uniform(0, 0.95 * messages) for _ in range(kills))
        in_flight, resumed = [], []
        for number, moment in enumerate(moments):
            began, before = time.monotonic(), await outbox.count(self.database, "queued")
            worker = self._start(number)
            await outbox.until_queued(self.database, before - 1)
            resumed.append(time.monotonic() - began)
            await outbox.until_queued(self.database, messages - moment)
            await asyncio.sleep(self.dice.uniform(0, 0.1))
            worker.kill()
            await ended(worker)
            in_flight.append(await outbox.count(self.database, "sending"))
        accepted = await self._finish(kills)
        toll = outbox.reckon(await outbox.standings(self.database), accepted)
        return [
            self._bound("lost_silently", toll.lost, "messages", 0),
            self._bound("duplicates", toll.doubled, "messages", 0),
            self._bound("unknown", toll.unknown, "messages", kills * IN_FLIGHT),
            self._bound("unknown_and_not_listed", toll.unknown - await self._listed(), "messages", 0),
            self._bound("in_flight_at_a_kill", max(in_flight), "messages", IN_FLIGHT),
            self._bound("resumed_after_s", max(resumed[1:]), "s", RESUME_WITHIN_S),
        ]

    async def stop_at_random(self, messages: int, stops: int) -> list[str]:
        """SIGTERM so often."""
        await outbox.owe(self.database, messages)
        left = 0
        for number in range(stops):
            worker = self._start(number)
            before = await outbox.count(self.database, "queued")
            await outbox.until_queued(self.database, before - messages / stops / 2)
            worker.terminate()
            await ended(worker)
            left += await outbox.count(self.database, "sending")
        toll = outbox.reckon(await outbox.standings(self.database), await self._finish(stops))
        toll = replace(toll, lost=await outbox.count(self.database, *outbox.OPEN), unknown=toll.unknown + left)
        return [
            self._bound("sigterm.unknown", toll.unknown, "messages", 0),
            self._bound("sigterm.duplicates", toll.doubled, "messages", 0),
            self._bound("sigterm.lost", toll.lost, "messages", 0),
        ]

    async def say_wait_at_random(self, messages: int) -> list[str]:
        """429 again and again, and in between as fast as it may."""
        await outbox.owe(self.database, messages)
        worker, moments, accepted = self._start(0, speed=1), [], Counter[str]()
        for storm in count():
            if not await outbox.count(self.database, *outbox.OPEN):
                break
            if storm < STORMS:
                await self.sandbox.fault("429", retry_after=1, times=self.dice.randint(1, 3))
            await asyncio.sleep(self.dice.uniform(0.5, 2.5))
            for copy in await self.sandbox.copies():
                moments.append(copy.time)
                accepted[copy.text] += 1
        worker.terminate()
        await ended(worker)
        toll = outbox.reckon(await outbox.standings(self.database), accepted + await self._accepted())
        return [
            self._bound("storm.window_max", fullest_second(moments), "messages", LIMIT),
            self._bound("storm.lost", toll.lost, "messages", 0),
            self._bound("storm.duplicates", toll.doubled, "messages", 0),
            self._bound("storm.unknown", toll.unknown, "messages", 0),
        ]

    async def turn_the_clock(self, messages: int) -> list[str]:
        """A day ahead, two back, and right again, while it sends."""
        await outbox.owe(self.database, messages)
        jumps = ((0.6, DAY), (1.2, -2 * DAY), (1.8, DAY))
        worker = self._start(1, jumps=jumps)
        await outbox.until_none(self.database, *outbox.OPEN)
        worker.terminate()
        await ended(worker)
        toll = outbox.reckon(await outbox.standings(self.database), await self._accepted())
        return [
            self._bound("clock.lost", toll.lost, "messages", 0),
            self._bound("clock.duplicates", toll.doubled, "messages", 0),
            self._bound("clock.unknown", toll.unknown, "messages", 0),
        ]

    async def _finish(self, number: int) -> Counter[str]:
        worker = self._start(number)
        await outbox.until_none(self.database, *outbox.OPEN)
        worker.terminate()
        await ended(worker)
        return await self._accepted()

    async def _listed(self) -> int:
        """How many stand in the organizers' list."""
        listed = ListParked(database=self.database, admin_ids=frozenset({ADMIN}))
        return (await listed(actor_telegram_id=ADMIN, page=1, size=1)).total

    async def _accepted(self) -> Counter[str]:
        return Counter(copy.text for copy in await self.sandbox.copies())

    def _start(self, number: int, **more: object) -> ForkServerProcess:
        orders = Orders(database_url=self.url, api_url=self.sandbox.url, limit=LIMIT, number=number)
        return start(replace(orders, **more))  # type: ignore[arg-type]

    def _bound(self, what: str, value: float, unit: str, allowed: float) -> str:
        return bound(f"deliveries.{self.name}.{what}", value, unit, allowed)
