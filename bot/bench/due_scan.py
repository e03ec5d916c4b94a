"""Finding what is due among many that wait: ours, next to the same statements through the database's own driver.

Both read payloads and moments, which is what a worker needs of them.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import asyncpg

from bot.bench.deliverer import NOTICE
from services.broadcasts import KIND
from services.clock import utc_now
from storage.database import Database
from storage.repositories.outbox import Outbox

ROUNDS = 200
MANY, FEW = 270, 16
"""So many the worker looks at when it sends 1,000 a second, and 30: twice what may be in flight."""
BUSY = frozenset({1, 2, 3, 4})
URGENCIES = """
WITH RECURSIVE u(n) AS (
  SELECT (SELECT min(urgency) FROM outbox WHERE state = 'queued')
  UNION ALL SELECT (SELECT min(urgency) FROM outbox WHERE state = 'queued' AND urgency > u.n) FROM u WHERE n IS NOT NULL
) SELECT n FROM u WHERE n IS NOT NULL
"""
DUE = """
SELECT o.id, o.person_id, o.kind, o.subject, o.payload, o.due_at, o.attempt, o.lease_until, p.telegram_id, p.language,
  coalesce(p.zone, a.zone)
FROM outbox o JOIN people p ON p.id = o.person_id LEFT JOIN agencies a ON a.id = p.agency_id
WHERE o.state = 'queued' AND o.urgency = 8 AND o.due_at <= {now} AND p.unreachable_since IS NULL
  AND o.kind IN ('broadcast', 'notice') AND o.person_id NOT IN (1, 2, 3, 4)
ORDER BY o.due_at, o.id LIMIT {limit}
"""

Look = Callable[[], Awaitable[int]]


async def compare(database: Database, limit: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each look, in turns."""
    ours, bare = [], []

    async def look_ours() -> int:
        async with database.read() as connection:
            found = await Outbox(connection).list_due(now=utc_now(), kinds=(KIND, NOTICE), busy=BUSY, limit=limit)
            return len(found)

    async with (_sqlite if database.is_sqlite else _postgres)(database, limit) as look_bare:
        for _ in range(ROUNDS):
            ours.append(await _timed(look_ours, limit))
            bare.append(await _timed(look_bare, limit))
    return ours, bare


async def _timed(look: Look, limit: int) -> float:
    started = time.perf_counter()
    if await look() != limit:
        raise RuntimeError("something due was not found")
    return 1000 * (time.perf_counter() - started)


@asynccontextmanager
async def _sqlite(database: Database, limit: int) -> AsyncIterator[Look]:
    connection = sqlite3.connect(database.url.database or "")

    async def look() -> int:
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
        connection.execute(URGENCIES).fetchall()
        rows = connection.execute(DUE.format(now="?", limit=limit), (now,)).fetchall()
        return len([(json.loads(row[4]), datetime.fromisoformat(row[5])) for row in rows])

    yield look
    connection.close()


@asynccontextmanager
async def _postgres(database: Database, limit: int) -> AsyncIterator[Look]:
    url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(url)

    async def look() -> int:
        await connection.fetch(URGENCIES)
        rows = await connection.fetch(DUE.format(now="$1", limit=limit), utc_now())
        return len([json.loads(row[4]) for row in rows])

    yield look
    await connection.close()
