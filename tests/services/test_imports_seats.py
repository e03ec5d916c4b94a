"""A file loaded beside people who are enrolled: their seats follow it, and nobody loses one."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.imports import LoadFolder
from services.vault import Vault
from storage.database import Database
from storage.tables import BatchRow
from tests.support.clock import Clock
from tests.support.enrolling import Provinces, SeatTools
from tests.support.folders import with_cell, write_csv

YOHANA, SRI = 1, 2


@pytest.fixture
async def loaded(database: Database, now: Clock, tmp_path: Path, seats: SeatTools) -> Provinces:
    """The batch of the folder with one seat, which Yohana has; Sri is in line."""
    provinces = Provinces(database)
    await load(database, now, tmp_path, "kapasitas", "1")
    (batch,) = await provinces.rows(BatchRow)
    provinces.agencies["NTT"] = batch["host_id"]
    await provinces.change_batch(batch["id"], needs_recommendation=False)
    await provinces.welcome_all([YOHANA, SRI])
    for who in (YOHANA, SRI):
        await seats.enrol(telegram_id=who, batch_id=batch["id"])
    return provinces


async def load(database: Database, now: Clock, folder: Path, column: str, value: str) -> dict[str, tuple[int, int]]:
    folder = write_csv(folder / value, with_cell("batches", 2, column, value))
    report = await LoadFolder(database=database, vault=Vault(*Vault.new_keys()), now=now)(folder)
    return {table: (counts.new, counts.changed) for table, counts in report.items()}


@pytest.mark.parametrize(
    ("capacity", "pool", "sri"),
    [
        pytest.param("3", "2/3", "offered", id="more seats move the line"),
        pytest.param("0", "1/1", "waitlisted", id="fewer take none that is taken"),
    ],
)
async def test_another_capacity(
    loaded: Provinces, now: Clock, tmp_path: Path, capacity: str, pool: str, sri: str
) -> None:
    (batch,) = await loaded.rows(BatchRow)

    await load(loaded.database, now, tmp_path, "kapasitas", capacity)

    assert await loaded.pools(batch["id"]) == {"open": pool}
    assert await loaded.states(batch["id"]) == {YOHANA: "confirmed", SRI: sri}


async def test_a_cancelled_batch_stays_cancelled(loaded: Provinces, now: Clock, tmp_path: Path) -> None:
    (batch,) = await loaded.rows(BatchRow)
    await loaded.change_batch(batch["id"], state="cancelled")

    await load(loaded.database, now, tmp_path, "angkatan", "9")

    (batch,) = await loaded.rows(BatchRow)
    assert (batch["state"], batch["number"]) == ("cancelled", 9)
