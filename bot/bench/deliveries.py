"""Announcements to every civil servant of ten provinces: queueing them beside enrolments, finding what is due, sending.

The baselines of the same run: one slice for everybody, enrolments without the queueing, the bare statements through
the database's own driver, and a bare aiogram loop that sends the same messages.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.bench import due_scan, sink
from bot.bench.audience import FIRST_TELEGRAM_ID, add_batch, add_broadcast, add_people
from bot.bench.deliverer import TOKEN
from bot.bench.figures import figure
from bot.bench.postgres import NoPostgres, server
from services.broadcasts import QueueCopies
from services.clock import utc_now
from services.enrolment import Enrol
from storage.database import Database
from storage.migrate import migrate

EVERYBODY = 1_652_396
PACE_S = 0.02
"""Somebody enrols so often."""
MANY, FAST = 10_000, 1000
FEW, SLOW = 900, 30
WORKER = [sys.executable, "-m", "bot.bench.sending"]


@dataclass(frozen=True, slots=True)
class Queued:
    """Queueing for everybody: how long it took, and the slowest enrolment beside it and without it."""

    seconds: float
    slowest_ms: float
    slowest_alone_ms: float


def measure(people: int = EVERYBODY) -> Iterator[str]:
    """All figures; `people` fewer for a quick look."""
    gc.freeze()  # as `jalin run` does: the libraries need never be looked through again
    with tempfile.TemporaryDirectory(prefix="jalin-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'jalin.db'}"
        yield from asyncio.run(_database_figures("sqlite", url, people))
        yield from _sending_figures(url, min(1.0, people / MANY))
    try:
        with server() as url:
            yield from asyncio.run(_database_figures("postgresql", url.format(database="postgres"), people))
    except NoPostgres as problem:
        sys.stderr.write(f"deliveries.postgresql.* is left out: {problem}\n")


async def _database_figures(name: str, url: str, people: int) -> list[str]:
    async with _opened(url) as database:
        await add_people(database, people)
        queued = await queue_beside_enrolments(database, people)
        many = await due_scan.compare(database, due_scan.MANY)
        few = await due_scan.compare(database, due_scan.FEW)
        at_once = await queue_at_once(database, people)
    slow = "slowest_enrolment_ms"
    return [
        figure(f"deliveries.{name}.fanout_s", [queued.seconds], "s", [at_once]),
        figure(f"deliveries.{name}.{slow}", [queued.slowest_ms], "ms", [queued.slowest_alone_ms]),
        figure(f"deliveries.{name}.due_scan_ms", many[0], "ms", many[1]),
        figure(f"deliveries.{name}.due_scan_few_ms", few[0], "ms", few[1]),
    ]


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await migrate(database)
    yield database
    await database.close()


async def queue_beside_enrolments(database: Database, people: int) -> Queued:
    batch = await add_batch(database, people)
    newcomers = iter(range(FIRST_TELEGRAM_ID + people, FIRST_TELEGRAM_ID, -1))
    enrol = Enrol(database=database, now=utc_now)

    async def slowest(is_over: Callable[[int], bool]) -> tuple[float, int]:
        waits: list[float] = []
        while not is_over(len(waits)):
            started = time.perf_counter()
            await enrol(telegram_id=next(newcomers), batch_id=batch)
            waits.append(time.perf_counter() - started)
            await asyncio.sleep(PACE_S)
        return 1000 * max(waits), len(waits)

    await slowest(lambda count: count >= 20)  # connections and statements are there
    queue, number = QueueCopies(database=database, now=utc_now), await add_broadcast(database, 1)
    started, ended = time.perf_counter(), 0.0

    async def fan_out() -> None:
        nonlocal ended
        if await queue(broadcast_id=number) != people:
            raise RuntimeError("not everybody has a copy")
        ended = time.perf_counter()

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(fan_out())
        beside = tasks.create_task(slowest(lambda count: count > 0 and ended > 0))
    alone = await slowest(lambda count: count >= beside.result()[1])
    return Queued(ended - started, beside.result()[0], alone[0])


async def queue_at_once(database: Database, people: int) -> float:
    """Seconds that one statement for everybody takes, which holds up everybody else."""
    queue = QueueCopies(database=database, now=utc_now, slice_size=people)
    started = time.perf_counter()
    await queue(broadcast_id=await add_broadcast(database, 2))
    return time.perf_counter() - started


def _sending_figures(url: str, share: float) -> Iterator[str]:
    """From the outbox that is queued already, in a process of its own, to a stand-in that takes everything."""
    many, few = int(MANY * share), int(FEW * share)
    with sink.running() as api:
        bare = [_send(api, "bare", many, url, FAST) for _ in range(3)]
        ours = [_send(api, "ours", many, url, FAST)]
        moments = _moments(api)
        ours += [_send(api, "ours", many, url, FAST) for _ in range(2)]
        yield figure("deliveries.rate_at_1000", [sink.rate(moments)], "messages/s", [FAST])
        yield figure("deliveries.window_max_at_1000", [sink.fullest_second(moments)], "messages", [FAST])
        for name, unit in (("cpu_ms", "ms"), ("rss_mb", "MB")):
            shown = {"cpu_ms": "cpu_ms", "rss_mb": "rss_growth_mb"}[name]
            yield figure(f"deliveries.{shown}", [r[name] for r in ours], unit, [r[name] for r in bare])
        _send(api, "ours", few, url, SLOW)
        yield figure("deliveries.window_max_at_30", [sink.fullest_second(_moments(api))], "messages", [SLOW])


def _send(api: str, which: str, messages: int, url: str, limit: float) -> dict[str, float]:
    urllib.request.urlopen(urllib.request.Request(api, method="DELETE"))  # noqa: S310 - our own child
    environment = os.environ | {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api,
        "DATABASE_URL": url,
        "LIMIT": str(limit),
    }
    told = subprocess.run(  # noqa: S603
        [*WORKER, which, str(messages)], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return dict(json.loads(told.stdout))


def _moments(api: str) -> list[float]:
    with urllib.request.urlopen(api) as answer:  # noqa: S310 - our own child
        return list(json.load(answer))
