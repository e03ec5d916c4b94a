"""The benchmark of imports: both sides read the same people, and memory that is taken is seen."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.bench.roster import insert, load, watched, write_tables
from tests.support import databases

ROWS = 30


@pytest.mark.parametrize("work", [load, insert])
def test_all_made_up_people_are_taken_in(
    sqlite_template: Path, tmp_path: Path, work: Callable[[Path, Path], None]
) -> None:
    databases.sqlite_copy(sqlite_template, tmp_path)
    write_tables(tmp_path / "data", ROWS)

    work(tmp_path / "data", tmp_path / "jalin.db")

    with sqlite3.connect(tmp_path / "jalin.db") as connection:
        assert connection.execute("SELECT count(DISTINCT nip_lookup) FROM roster").fetchone() == (ROWS,)
    connection.close()


def test_memory_that_is_taken_is_seen() -> None:
    readings = watched(lambda: hold(b"x" * 64 * 2**20))

    assert 50 < readings.mb < 100


def hold(much: bytes) -> None:
    """Look at all of it, several times, so that the sampler comes by."""
    for _ in range(20):
        assert much.count(b"y") == 0
