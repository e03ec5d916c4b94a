"""A storm on one batch: 1,000 people and 50 double taps for 30 seats in 10 pools, on SQLite and on PostgreSQL.

Ours is the whole use case: who the person is, what overlaps, the line, the history. The baseline is a bare conditional
UPDATE and an INSERT through the database's own driver, on the same server, in turns with ours.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from sqlalchemy import text

from bot.bench.bare_seats import TABLES, Tap, on_postgres, on_sqlite
from bot.bench.figures import figure
from bot.bench.postgres import NoPostgres, server
from bot.bench.seats_world import Crowd, add_crowd, add_provinces
from services.clock import utc_now
from services.enrolment import Enrol
from storage.database import Database
from storage.migrate import migrate

ROUNDS = 5
DOUBLE_TAPS = 50
SEED = 20_261_126


OURS = (
    "SELECT size, count(enrolments.id) FROM seat_pools LEFT JOIN enrolments ON pool_id = seat_pools.id "
    "AND enrolments.state = 'confirmed' WHERE seat_pools.batch_id = :batch GROUP BY seat_pools.id, size",
    "SELECT person_id FROM enrolments WHERE batch_id = :batch",
)
BARE = (
    "SELECT size, count(person) FROM bare_pools LEFT JOIN bare_enrolments ON pool = id AND sure "
    "WHERE id IN (SELECT id FROM seat_pools WHERE batch_id = :batch) GROUP BY id, size",
    "SELECT person FROM bare_enrolments WHERE batch = :batch",
)
"""Each pool with the sure seats in it, and who is enrolled."""


@dataclass(frozen=True, slots=True)
class Readings:
    """What one storm took, and what it left behind."""

    per_s: float
    p99_ms: float
    oversold: int
    undersold: int
    twice: int


def measure() -> Iterator[str]:
    """Five figures a database, medians of five rounds; what must not happen is added up over all of them."""
    with tempfile.TemporaryDirectory(prefix="jalin-bench-") as folder:
        file = Path(folder) / "jalin.db"
        yield from _figures("sqlite", *asyncio.run(compare(f"sqlite:///{file}", on_sqlite(file))))
    yield from measure_postgres()


def measure_postgres() -> Iterator[str]:
    """The same on a server of its own, with the settings it comes with; without its binaries, a line says so."""
    try:
        with server() as url:
            database = url.format(database="postgres")
            bare = on_postgres(database.replace("+asyncpg", ""))
            yield from _figures("postgresql", *asyncio.run(compare(database, bare)))
    except NoPostgres as problem:
        sys.stderr.write(f"seats.postgresql.* is left out: {problem}\n")


async def compare(url: str, bare: AbstractAsyncContextManager[Tap]) -> tuple[list[Readings], list[Readings]]:
    """Ours and the baseline, in turns; a first round of each warms up."""
    dice = random.Random(SEED)  # noqa: S311 - a benchmark must be the same each time
    ours, theirs = [], []
    async with open_database(url) as database, bare as tap_bare:
        enrol = Enrol(database=database, now=utc_now)

        async def tap(person: int, batch: int, pool: int) -> object:
            return await enrol(telegram_id=person, batch_id=batch)

        for number in range(1 + ROUNDS):
            crowd = await add_crowd(database, 2 * number)
            ours.append(await storm(tap, crowd, dice, database, OURS))
            crowd = await add_crowd(database, 2 * number + 1)
            theirs.append(await storm(tap_bare, crowd, dice, database, BARE))
    return ours, theirs


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """A database with the tables of both, and the provinces."""
    database = Database(url)
    await migrate(database)
    async with database.write() as connection:
        for statement in TABLES:
            await connection.execute(text(statement))
    await add_provinces(database)
    yield database
    await database.close()


async def storm(tap: Tap, crowd: Crowd, dice: random.Random, database: Database, left: tuple[str, str]) -> Readings:
    """Everybody taps at once, some of them twice; `left` asks what is there afterwards."""
    taps = [*crowd.people, *dice.sample(crowd.people, DOUBLE_TAPS)]
    dice.shuffle(taps)
    waited = []
    started = time.perf_counter()

    async def one(person: int, pool: int) -> None:
        await tap(person, crowd.batch_id, pool)
        waited.append(time.perf_counter() - started)

    await asyncio.gather(*(one(*each) for each in taps))
    seconds = time.perf_counter() - started
    async with database.read() as connection:
        batch = {"batch": crowd.batch_id}
        pools = [(size, sure) for size, sure in await connection.execute(text(left[0]), batch)]
        people = list(await connection.scalars(text(left[1]), batch))
    return Readings(
        per_s=len(taps) / seconds,
        p99_ms=quantiles(waited, n=100, method="inclusive")[98] * 1_000,
        oversold=sum(max(0, sure - size) for size, sure in pools),
        undersold=sum(max(0, size - sure) for size, sure in pools),
        twice=len(people) - len(set(people)),
    )


def _figures(name: str, ours: list[Readings], bare: list[Readings]) -> Iterator[str]:
    warm, bare_warm = ours[1:], bare[1:]
    yield figure(f"seats.{name}.per_s", [r.per_s for r in warm], "1/s", [r.per_s for r in bare_warm])
    yield figure(f"seats.{name}.p99_ms", [r.p99_ms for r in warm], "ms", [r.p99_ms for r in bare_warm])
    for fault, unit in (("oversold", "seats"), ("undersold", "seats"), ("twice", "people")):
        sums = [[float(sum(getattr(r, fault) for r in readings))] for readings in (ours, bare)]
        yield figure(f"seats.{name}.{fault}", sums[0], unit, sums[1])
