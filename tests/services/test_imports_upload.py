"""Files that organizers send in: what is checked, what is saved without the faulty rows, and what a kill leaves."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from services.errors import NotAllowed
from services.files import DownloadTable, MakeSample
from services.imports import roster as roster_module
from services.imports.interrupted import FindInterrupted, OweInterrupted
from services.imports.upload import CheckUpload, SaveUpload, UploadReport
from storage.database import Database
from storage.tables import AuditRow, BatchRow, DeliveryRow, RosterRow, TrainingRow
from tests.support.clock import NOON, Clock
from tests.support.folders import Grid, write_workbook
from tests.support.staff import YOHANA_NIP, Staff

DEWI, RINA, ADMIN = 500, 501, 900
ROSTER = ["instansi", "nip", "nama", "unit", "hp", "keluar"]
TRAINING = ["kode", "judul", "kompetensi", "moda", "jp", "pendanaan", "catatan_pendanaan", "ringkasan", "instansi"]
BATCH = ["kode", "pelatihan", "angkatan", "tuan_rumah", "mulai", "selesai", "pendaftaran_dibuka",
         "pendaftaran_ditutup", "kapasitas"]  # fmt: skip


def nip(number: int) -> str:
    return f"19910101201501{1}{number:03d}"


def training(code: str, agency: str = "bpsdm-ntt", hours: str = "24") -> list[str]:
    return [code, f"Pelatihan {code}", "teknis-fungsional", "klasikal", hours, "APBD", "Tuan rumah.", "Air.", agency]


def batch(code: str, of: str, host: str = "bpsdm-ntt") -> list[str]:
    times = ["2027-03-01 08:00 WITA", "4 hari", "2027-01-11 08:00 WITA", "2027-02-15 16:00 WITA"]
    return [code, of, "1", host, *times, "30"]


class Desk:
    """An organizer of BPSDM NTT and one of BPSDM DKI, before the use cases."""

    def __init__(self, staff: Staff, now: Clock, folder: Path) -> None:
        admins = frozenset({ADMIN})
        parts: dict[str, Any] = {"database": staff.database, "vault": staff.vault, "now": now, "admin_ids": admins}
        self.staff, self.folder = staff, folder
        self.check_upload, self.save_upload = CheckUpload(**parts), SaveUpload(**parts)
        self.download = DownloadTable(**parts)
        self.sample = MakeSample(database=staff.database, admin_ids=admins)
        self.owe = OweInterrupted(database=staff.database, now=now)
        self.interrupted = FindInterrupted(database=staff.database)

    def file(self, *rows: Sequence[str], header: Sequence[str] = ROSTER) -> Path:
        path = self.folder / "pegawai.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    async def check(self, path: Path, who: int = DEWI, table: str = "roster") -> UploadReport:
        return await self.check_upload(path=path, table=table, actor_telegram_id=who)

    async def save(self, path: Path, who: int = DEWI, table: str = "roster", **more: Any) -> UploadReport:
        return await self.save_upload(path=path, table=table, actor_telegram_id=who, mark=7, **more)


@pytest.fixture
async def desk(database: Database, now: Clock, tmp_path: Path) -> Desk:
    staff = Staff(database)
    await staff.found()
    await staff.appoint(DEWI, "Dewi Umpama")
    await staff.appoint(RINA, "Rina Teladan", agency="bpsdm-dki")
    return Desk(staff, now, tmp_path)


def told(report: UploadReport) -> list[tuple[int | None, str | None, str]]:
    return [(fault.row, fault.column, fault.key) for fault in report.faults]


def figures(report: UploadReport) -> dict[str, tuple[int, int, int]]:
    return {table: (one.new, one.changed, one.unchanged) for table, one in report.counts.items()}


async def test_the_good_rows_are_saved_and_the_faulty_ones_left_out(desk: Desk) -> None:
    await desk.staff.employ(YOHANA_NIP, name="Johana Contoh")
    path = desk.file(
        ["dinas-pangan-ntt", YOHANA_NIP, "Yohana Contoh", "Bidang", "", ""],
        ["bpsdm-ntt", nip(1), "Melki", "Sekretariat", "", ""],
        ["bpsdm-ntt", nip(1), "Melki lagi", "Sekretariat", "", ""],
        ["bpsdm-ntt", nip(2)[:-1], "Ina", "Sekretariat", "", ""],
        ["bpsdm-dki", nip(3), "Joko", "Sekretariat", "", ""],
        ["bpsdm-xyz", nip(4), "Siti", "", "", ""],
    )

    seen = await desk.check(path)
    held = await desk.staff.rows(RosterRow)
    saved = await desk.save(path)
    again = await desk.save(path)

    assert figures(seen) == figures(saved) == {"roster": (1, 1, 0)}
    assert (seen.good, seen.fault_count) == (2, 5)
    assert told(seen) == [
        (4, "B", "import-repeated"),
        (5, "B", "nip-count"),
        (6, "A", "import-not-yours"),
        (7, "D", "import-empty"),
        (7, "A", "import-unknown-agency"),
    ]
    assert [row["name"] for row in held] == ["Johana Contoh"]
    assert [row["name"] for row in await desk.staff.rows(RosterRow)] == ["Yohana Contoh", "Melki"]
    assert figures(again) == {"roster": (0, 0, 2)}
    assert [row["action"] for row in await desk.staff.rows(AuditRow)] == ["file.saving", "file.saved"] * 2


async def test_a_bpsdm_answers_for_agencies_of_its_province_without_organizers(desk: Desk) -> None:
    path = desk.file(
        ["dinas-pangan-ntt", nip(1), "Melki", "Bidang", "", ""],
        ["dinas-pertanian-ntt", nip(2), "Ina", "Bidang", "", ""],
    )
    await desk.staff.appoint(600, "Galih Ibarat", agency="dinas-pertanian-ntt")

    bpsdm, office = await desk.check(path), await desk.check(path, who=600)

    assert told(bpsdm) == [(3, "A", "import-not-yours")]
    assert told(office) == [(2, "A", "import-not-yours")]
    assert (await desk.check(path, who=ADMIN)).faults == ()
    with pytest.raises(NotAllowed):
        await desk.check(path, who=404)
    with pytest.raises(NotAllowed):
        await desk.save(path, who=404)


async def test_nobody_is_taken_from_another_list_before_they_left_it(desk: Desk) -> None:
    await desk.staff.employ(nip(1), agency="bpsdm-dki", name="Bagus", phone="081299900009")
    await desk.staff.employ(nip(2), agency="bpsdm-dki", name="Siti", left=True)
    path = desk.file(
        ["bpsdm-ntt", nip(1), "Orang Lain", "Bidang", "081200000001", ""],
        ["bpsdm-ntt", nip(2), "Siti Contoh", "Bidang", "", ""],
    )

    seen, saved = await desk.check(path), await desk.save(path)

    assert told(seen) == [(2, "B", "import-nip-elsewhere")]
    assert seen.faults[0].found == ""
    assert figures(seen) == figures(saved) == {"roster": (0, 1, 0)}
    assert [row["name"] for row in await desk.staff.rows(RosterRow)] == ["Bagus", "Siti Contoh"]


async def test_a_column_that_is_missing_leaves_what_is_stored(desk: Desk) -> None:
    await desk.staff.employ(YOHANA_NIP, left=True)
    (before,) = await desk.staff.rows(RosterRow)

    kept = desk.file(["dinas-pangan-ntt", YOHANA_NIP, "Yohana C", "Bidang"], header=ROSTER[:4])
    await desk.save(kept)
    (after,) = await desk.staff.rows(RosterRow)
    blank = desk.file(["dinas-pangan-ntt", YOHANA_NIP, "Yohana C", "Bidang", "", ""])
    await desk.save(blank)
    (emptied,) = await desk.staff.rows(RosterRow)

    assert (after["name"], after["phone_lookup"], after["left_at"]) == ("Yohana C", before["phone_lookup"], NOON)
    assert (emptied["phone_lookup"], emptied["left_at"]) == (None, None)


async def test_what_points_to_a_faulty_row_is_left_out_as_well(desk: Desk) -> None:
    grids: dict[str, Grid] = {
        "Pelatihan": [TRAINING, training("air-ntt"), training("laut-ntt", hours="nol"), training("dki", "bpsdm-dki")],
        "Angkatan": [
            BATCH, batch("air-1", "air-ntt"), batch("laut-1", "laut-ntt"), batch("air-2", "air-ntt", "bpsdm-dki"),
        ],
    }  # fmt: skip
    path = write_workbook(desk.folder, grids, name="rencana.xlsx") / "rencana.xlsx"

    seen = await desk.check(path, table="trainings")
    nothing = await desk.staff.rows(TrainingRow)
    saved = await desk.save(path, table="trainings")

    assert figures(seen) == figures(saved) == {"trainings": (1, 0, 0), "batches": (1, 0, 0)}
    assert told(seen) == [
        (3, "E", "import-not-a-number"),
        (4, "I", "import-not-yours"),
        (3, "B", "import-unknown-training"),
        (4, "D", "import-not-yours"),
    ]
    assert nothing == []
    assert [(row["code"], row["state"]) for row in await desk.staff.rows(TrainingRow)] == [("air-ntt", "draft")]
    assert [row["code"] for row in await desk.staff.rows(BatchRow)] == ["air-1"]


async def test_what_belongs_to_another_agency_is_not_written_over(desk: Desk) -> None:
    path = desk.file(training("air", "bpsdm-dki"), header=TRAINING).rename(desk.folder / "pelatihan.csv")
    await desk.save(path, who=RINA, table="trainings")
    stolen = desk.file(training("air", "bpsdm-ntt", hours="99"), header=TRAINING).rename(desk.folder / "pelatihan.csv")

    seen = await desk.save(stolen, table="trainings")

    assert told(seen) == [(2, "A", "import-owned-elsewhere")]
    (row,) = await desk.staff.rows(TrainingRow)
    assert row["lesson_hours"] == 24


async def test_tables_of_the_operator_s_are_refused(desk: Desk) -> None:
    path = write_workbook(desk.folder, {"peran": [["telegram_id", "peran", "instansi", "nama"]]}, name="p.xlsx")

    seen = await desk.check(path / "p.xlsx")

    assert [fault.key for fault in seen.faults] == ["import-table-not-here"]


async def test_a_kill_in_the_middle_is_told_and_the_same_file_finishes_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster_module, "SLICE", 2)
    path = desk.file(*(["bpsdm-ntt", nip(number), f"Orang {number}", "Bidang", "", ""] for number in range(7)))

    def killed_at(rows: int) -> Callable[[str, int, int], None]:
        def progress(_: str, done: int, __: int) -> None:
            if done == rows:
                raise asyncio.CancelledError

        return progress

    with pytest.raises(asyncio.CancelledError):
        await desk.save(path, progress=killed_at(4))
    half = len(await desk.staff.rows(RosterRow))
    owed = [await desk.owe() for _ in range(2)]
    open_ = await desk.interrupted(file="7")
    finished = await desk.save(path)

    assert half == 4
    assert owed == [1, 0]
    assert open_
    assert figures(finished) == {"roster": (3, 0, 4)}
    assert not await desk.interrupted(file="7")
    assert [row["kind"] for row in await desk.staff.rows(DeliveryRow)] == ["file.interrupted"]
    assert await desk.owe() == 0


async def test_a_staff_list_is_fetched_by_the_own_agency_alone(desk: Desk) -> None:
    await desk.staff.employ(nip(1), agency="bpsdm-ntt")
    await desk.staff.employ(nip(2), agency="bpsdm-dki")

    made = await desk.download(table="roster", actor_telegram_id=DEWI, words=words)
    (desk.folder / "pegawai.xlsx").write_bytes(made.content)
    seen = await desk.check(desk.folder / "pegawai.xlsx")

    assert figures(seen) == {"roster": (0, 0, 1)}
    with pytest.raises(NotAllowed):
        await desk.download(table="roster", actor_telegram_id=ADMIN, words=words)
    assert [(row["action"], row["details"]["rows"]) for row in await desk.staff.rows(AuditRow)] == [
        ("roster.downloaded", 1)
    ]


@pytest.mark.parametrize("table", ["roster", "trainings"])
async def test_the_example_can_be_sent_in_as_it_is(desk: Desk, table: str) -> None:
    made = await desk.sample(table=table, actor_telegram_id=DEWI, words=words)
    (desk.folder / "contoh.xlsx").write_bytes(made.content)

    seen = await desk.check(desk.folder / "contoh.xlsx", table=table)

    assert seen.faults == ()
    assert seen.good == 1


def words(key: str, **_: object) -> str:
    """The key itself."""
    return key
