"""A staff list of 100,000 people from a CSV file into SQLite: seconds, and by how much memory grows.

Ours checks every cell, hashes and seals every NIP, and compares with what is stored. The baseline reads the same file
and inserts its rows as they stand, a thousand a transaction. Each runs as a process of its own, in turns.
"""

from __future__ import annotations

import asyncio
import csv
import json
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import psutil

from bot.bench.figures import figure
from bot.logs import set_up_logs
from services.clock import utc_now
from services.imports.load import LoadFolder
from services.imports.roster import SLICE
from services.vault import Vault
from storage.database import Database
from storage.inline import PRAGMAS
from storage.migrate import migrate

ROUNDS = 3
ROWS = 100_000
SAMPLE_SECONDS = 0.01
AGENCIES = "kode,nama,nama_singkat,jenis,provinsi,zona,jumlah_pns\nbpsdm-a,BPSDM A,BPSDM A,bpsdm,NTT,WITA,\n"
ADD = (
    "INSERT INTO roster (agency_id, nip_lookup, nip_cipher, name, unit, phone_lookup, left_at, updated_at) "
    "VALUES (1, ?, '', ?, ?, ?, NULL, '2026-01-01 00:00:00')"
)


@dataclass(frozen=True, slots=True)
class Readings:
    """What one import took."""

    seconds: float
    mb: float


def measure() -> Iterator[str]:
    """Two figures, medians of three rounds."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory(prefix="jalin-bench-") as name:
        folder = Path(name) / "data"
        write_tables(folder, ROWS)
        for number in range(ROUNDS):
            ours.append(_in_a_process("load", folder, Path(name) / f"ours-{number}.db"))
            bare.append(_in_a_process("insert", folder, Path(name) / f"bare-{number}.db"))
    yield figure(f"roster.{ROWS}_s", [r.seconds for r in ours], "s", [r.seconds for r in bare])
    yield figure("roster.rss_mb", [r.mb for r in ours], "MB", [r.mb for r in bare])


def write_tables(folder: Path, rows: int) -> None:
    """An agency, and so many made-up people of it."""
    folder.mkdir()
    (folder / "agencies.csv").write_text(AGENCIES, "utf-8")
    with (folder / "roster.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["instansi", "nip", "nama", "unit", "hp", "keluar"])
        for number in range(rows):
            born = date(1970, 1, 1) + timedelta(days=number % 9_000)
            nip = f"{born:%Y%m%d}201503{1 + number % 2}{1 + number // 9_000:03}"
            out.writerow(["bpsdm-a", nip, f"Contoh {number}", f"Bidang {number % 40}", f"0840{number:08}", ""])


def load(folder: Path, file: Path) -> None:
    """Ours."""
    asyncio.run(_load(folder, file))


async def _load(folder: Path, file: Path) -> None:
    database = Database(f"sqlite:///{file}")
    await LoadFolder(database=database, vault=Vault(*Vault.new_keys()), now=utc_now)(folder)
    await database.close()


def insert(folder: Path, file: Path) -> None:
    """The baseline."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(
        "INSERT INTO agencies (code, name, short_name, kind, zone) VALUES ('a', 'A', 'A', 'bpsdm', 'WITA')"
    )
    with (folder / "roster.csv").open(encoding="utf-8", newline="") as text:
        rows = csv.reader(text)
        next(rows)
        while some := [
            (nip.encode(), name, unit, phone.encode()) for _, nip, name, unit, phone, _ in islice(rows, SLICE)
        ]:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(ADD, some)
            connection.execute("COMMIT")
    connection.close()


def _in_a_process(which: str, folder: Path, file: Path) -> Readings:
    command = [sys.executable, "-m", "bot.bench.roster", which, str(folder), str(file)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603
    return Readings(**json.loads(said))


def watched(work: Callable[[], None]) -> Readings:
    """Seconds of some work, and by how much the memory of this process grew meanwhile, at most."""
    here, done = psutil.Process(), threading.Event()
    before = most = here.memory_info().rss

    def look() -> None:
        nonlocal most
        while not done.wait(SAMPLE_SECONDS):
            most = max(most, here.memory_info().rss)

    watch = threading.Thread(target=look)
    watch.start()
    started = time.perf_counter()
    try:
        work()
    finally:
        seconds = time.perf_counter() - started
        done.set()
        watch.join()
    return Readings(seconds, (most - before) / 2**20)


async def _make_tables(file: Path) -> None:
    database = Database(f"sqlite:///{file}")
    await migrate(database)
    await database.close()


def main(which: str, folder: Path, file: Path) -> None:
    """One import in this process; its readings to standard output."""
    set_up_logs("ERROR")  # standard output is for the readings
    asyncio.run(_make_tables(file))
    work = {"load": load, "insert": insert}[which]
    sys.stdout.write(json.dumps(asdict(watched(lambda: work(folder, file)))))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
