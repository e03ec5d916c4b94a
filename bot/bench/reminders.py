"""Reminders that fall due within one minute: how late they arrive, what a sweep takes, finding what is due.

The baselines: the two seconds that are promised, the second between two sweeps, and in the same run the bare statement
through the database's own driver.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import asyncpg
from sqlalchemy import String, exists, literal, select
from sqlalchemy import cast as sql_cast

from bot.bench import reminders_world as world
from bot.bench import sink
from bot.bench.deliverer import delivering
from bot.bench.figures import figure
from bot.bench.postgres import NoPostgres, server
from bot.deliveries.reminders import kinds
from bot.delivery import Kinds
from bot.toolbox import Tools
from bot.words import Words
from services.clock import Clock, utc_now
from services.reminders import GetReminders, PlanReminders, SweepReminders
from services.reminders.sweeping import SLICE
from storage.database import Database
from storage.migrate import migrate
from storage.repositories.reminders import Reminders
from storage.tables import DeliveryRow, ReminderRow

PEOPLE, ROWS, SECONDS = 10_000, 1_000_000, 60.0
LIMIT = 1000
PROMISED_S = 2.0
TICK_S = 1.0
BATCHES = 600
HOUR = timedelta(hours=1)
LEAD = timedelta(minutes=5)
"""Everything is planned so long before the first is due; then the clock leaps there."""
LOOKS = 100
DUE = """
SELECT r.person_id FROM reminders r JOIN people p ON p.id = r.person_id
WHERE r.state = 'planned' AND r.due_at <= {now} AND p.unreachable_since IS NULL
  AND NOT EXISTS (SELECT 1 FROM batches b, held_kinds h
                  WHERE b.id = r.batch_id AND h.agency_id = b.host_id AND h.kind = r.kind)
ORDER BY r.due_at, r.id LIMIT {limit}
"""

Look = Callable[[], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Minute:
    """How late each reminder was, in seconds; and the milliseconds of each sweep that had something to do."""

    late_s: list[float]
    sweeps_ms: list[float]


class Leaping:
    """A clock that goes as all do, and leaps once."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def __call__(self) -> datetime:
        return utc_now() + self._ahead

    def leap(self, to: datetime) -> None:
        """It is that moment now."""
        self._ahead += to - self()


def measure(rows: int = ROWS) -> Iterator[str]:
    """All figures; with fewer `rows` everything is as much smaller."""
    share = min(1.0, rows / ROWS)
    people, seconds = max(SLICE, int(PEOPLE * share)), max(5.0, SECONDS * share)
    with tempfile.TemporaryDirectory(prefix="jalin-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'jalin.db'}"
        yield from asyncio.run(_database_figures("sqlite", url, people, rows, seconds))
    try:
        with server() as url:
            url = url.format(database="postgres")
            yield from asyncio.run(_database_figures("postgresql", url, people, rows, seconds))
    except NoPostgres as problem:
        sys.stderr.write(f"reminders.postgresql.* is left out: {problem}\n")


async def _database_figures(name: str, url: str, people: int, rows: int, seconds: float) -> list[str]:
    database = Database(url)
    await migrate(database)
    await world.add_world(database, people)
    await world.add_planned(database, rows, people, due=SLICE)
    ours, bare = await compare_looks(database)
    await world.forget_due(database)
    with sink.running() as api:
        minute = await remind_many(database, url, api, people, seconds)
    await database.close()
    late = sorted(minute.late_s)
    if len(late) != people:
        raise RuntimeError("not everybody was reminded")
    return [
        figure(f"reminders.{name}.lateness_p99_s", [late[int(0.99 * (len(late) - 1))]], "s", [PROMISED_S]),
        figure(f"reminders.{name}.sweep_ms", minute.sweeps_ms, "ms", [1000 * TICK_S]),
        figure(f"reminders.{name}.due_scan_ms", ours, "ms", bare),
    ]


async def remind_many(database: Database, url: str, api: str, people: int, seconds: float) -> Minute:
    """Everybody is reminded of a start at some moment of `seconds`, by what plans, sweeps and sends in the bot."""
    clock = Leaping()
    first = clock() + LEAD
    batches = min(BATCHES, people)
    dues = [first + timedelta(seconds=seconds * number / batches) for number in range(batches)]
    await world.add_starts(database, people, [due + HOUR for due in dues])
    sweep, saying = SweepReminders(database=database, now=clock), _saying(database, clock)
    if await PlanReminders(database=database, now=clock)() != people:
        raise RuntimeError("not everybody is going to be reminded")
    clock.leap(first)
    stop, sweeps_ms = asyncio.Event(), []
    async with delivering(url, api, limit=LIMIT, kinds=saying, now=clock) as worker, asyncio.TaskGroup() as tasks:
        tasks.create_task(worker.run(stop))
        posted = 0
        while posted < people:
            began = time.perf_counter()
            swept = await sweep()
            if swept.dropped:
                raise RuntimeError("a reminder came too late")
            if swept.posted:
                sweeps_ms.append(1000 * (time.perf_counter() - began))
                worker.wake()
            posted += swept.posted
            await asyncio.sleep(max(0.0, TICK_S - (time.perf_counter() - began)))
        while not await _is_all_sent(database):  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.1)
        stop.set()
    return Minute(await _late(database), sweeps_ms)


def _saying(database: Database, now: Clock) -> Kinds:
    """The message of the bot itself; of all tools it asks for these."""
    get = GetReminders(database=database, now=now)
    tools = SimpleNamespace(reminders=SimpleNamespace(get=get), words=Words(), now=now)
    return Kinds(kinds(cast(Tools, tools)))


async def _is_all_sent(database: Database) -> bool:
    async with database.read() as connection:
        return not await connection.scalar(select(exists().where(DeliveryRow.state.in_(("queued", "sending")))))


async def _late(database: Database) -> list[float]:
    """From the moment a reminder was due to the moment at which it stands written that it was sent."""
    subject = literal("reminder:") + sql_cast(ReminderRow.id, String)
    query = (
        select(ReminderRow.due_at, DeliveryRow.done_at)
        .join(DeliveryRow, (DeliveryRow.person_id == ReminderRow.person_id) & (DeliveryRow.subject == subject))
        .where(DeliveryRow.state == "sent")
    )
    async with database.read() as connection:
        return [(done - due).total_seconds() for due, done in await connection.execute(query) if done]


async def compare_looks(database: Database) -> tuple[list[float], list[float]]:
    """Milliseconds of each look for what is due, ours and the bare one in turns."""
    ours, bare = [], []

    async def look_ours() -> int:
        async with database.read() as connection:
            return len(await Reminders(connection).list_due(now=utc_now(), limit=SLICE))

    async with (_sqlite if database.is_sqlite else _postgres)(database) as look_bare:
        for _ in range(LOOKS):
            ours.append(await _timed(look_ours))
            bare.append(await _timed(look_bare))
    return ours, bare


async def _timed(look: Look) -> float:
    started = time.perf_counter()
    if await look() != SLICE:
        raise RuntimeError("something due was not found")
    return 1000 * (time.perf_counter() - started)


@asynccontextmanager
async def _sqlite(database: Database) -> AsyncIterator[Look]:
    connection = sqlite3.connect(database.url.database or "")

    async def look() -> int:
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
        return len(connection.execute(DUE.format(now="?", limit="?"), (now, SLICE)).fetchall())

    yield look
    connection.close()


@asynccontextmanager
async def _postgres(database: Database) -> AsyncIterator[Look]:
    connection = await asyncpg.connect(database.url.set(drivername="postgresql").render_as_string(hide_password=False))

    async def look() -> int:
        return len(await connection.fetch(DUE.format(now="$1", limit="$2"), utc_now(), SLICE))

    yield look
    await connection.close()
