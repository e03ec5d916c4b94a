"""Every kind of fault names its file, sheet, row and column, and says what was found and what is expected."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from services.imports import ImportFault, ImportFaults, LoadFolder
from services.vault import Vault
from storage.database import Database
from storage.repositories.bulk import Bulk
from tests.support.clock import Clock
from tests.support.folders import TABLES, tables, with_cell, write_csv, write_workbook


@pytest.fixture
def load(database: Database, now: Clock) -> LoadFolder:
    return LoadFolder(database=database, vault=Vault(*Vault.new_keys()), now=now)


async def faults_of(load: LoadFolder, folder: Path) -> list[ImportFault]:
    with pytest.raises(ImportFaults) as caught:
        await load(folder)
    return list(caught.value.faults)


CELLS: list[Any] = [
    pytest.param("agencies", 4, "kode", "BPSDM DKI!", "A", "import-not-a-code", {}, id="code"),
    pytest.param("agencies", 2, "nama", "x" * 201, "B", "import-too-long", {"length": 201, "max": 200}, id="length"),
    pytest.param(
        "agencies", 4, "zona", "GMT", "F", "import-not-a-choice", {"choices": ("WIB", "WITA", "WIT")}, id="zone"
    ),
    pytest.param("agencies", 2, "jumlah_pns", "banyak", "G", "import-not-a-number", {}, id="number"),
    pytest.param("agencies", 2, "jumlah_pns", "1,5", "G", "import-not-a-number", {}, id="half a person"),
    pytest.param("trainings", 2, "jp", "0", "E", "import-out-of-range", {"min": 1, "max": 2000}, id="range"),
    pytest.param("trainings", 2, "judul", "  ", "B", "import-empty", {}, id="empty"),
    pytest.param("trainings", 2, "instansi", "bpsdm-bali", "I", "import-unknown-agency", {}, id="agency unknown"),
    pytest.param("batches", 2, "pelatihan", "tiada", "B", "import-unknown-training", {}, id="training unknown"),
    pytest.param("batches", 2, "tuan_rumah", "tiada", "D", "import-unknown-agency", {}, id="host unknown"),
    pytest.param("batches", 2, "mulai", "7 Desember 2026", "E", "import-not-a-moment", {}, id="moment"),
    pytest.param("batches", 2, "mulai", "2026-02-30 09:00 WIB", "E", "import-not-a-moment", {}, id="no such day"),
    pytest.param("batches", 2, "selesai", "2026-12-06 16:00 WITA", "F", "import-ends-before-start", {}, id="end"),
    pytest.param(
        "batches",
        2,
        "pendaftaran_ditutup",
        "2026-11-01 17:00 WITA",
        "H",
        "import-closes-before-opening",
        {},
        id="closing",
    ),
    pytest.param(
        "batches",
        2,
        "pendaftaran_ditutup",
        "2026-12-12 17:00 WITA",
        "H",
        "import-closes-after-end",
        {},
        id="closes late",
    ),
    pytest.param(
        "batches", 2, "kapasitas", "-1", "I", "import-out-of-range", {"min": 0, "max": 100_000}, id="capacity"
    ),
    pytest.param(
        "batches",
        2,
        "provinsi",
        "NTT, Papua",
        "J",
        "import-unknown-province",
        {"provinces": ("DKI", "NTT")},
        id="province",
    ),
    pytest.param("batches", 2, "perlu_rekomendasi", "mungkin", "K", "import-not-yes-or-no", {}, id="yes or no"),
    pytest.param("roles", 2, "telegram_id", "@rina", "A", "import-not-a-number", {}, id="telegram id"),
    pytest.param("roles", 2, "instansi", "", "C", "import-empty", {}, id="an organizer of nobody"),
    pytest.param("roster", 3, "instansi", "bpsdm-bali", "A", "import-unknown-agency", {}, id="employer unknown"),
    pytest.param("roster", 3, "keluar", "30/06/2026", "F", "import-not-a-date", {}, id="date"),
    pytest.param(
        "roster", 3, "keluar", "2026-11-18", "F", "import-date-ahead", {"today": date(2026, 11, 17)}, id="leaves later"
    ),
]


@pytest.mark.parametrize(("table", "row", "header", "value", "column", "key", "values"), CELLS)
async def test_a_wrong_cell_is_named(
    tmp_path: Path, load: LoadFolder, table: str, row: int, header: str, value: str, column: str, key: str,
    values: dict[str, Any],
) -> None:  # fmt: skip
    folder = write_csv(tmp_path / "data", with_cell(table, row, header, value))

    faults = await faults_of(load, folder)

    found = value.strip() if len(value) <= 60 else value[:59] + "…"
    assert faults == [
        ImportFault(file=f"{table}.csv", row=row, column=column, name=header, found=found, key=key, values=values)
    ]


PERSONAL: list[Any] = [
    pytest.param("nip", "19900315201503201", "B", "nip-count", {"count": 17, "expected": 18}, id="17 digits"),
    pytest.param("nip", "199013152015032014", "B", "nip-birth-month", {"read": "13"}, id="month 13"),
    pytest.param("hp", "12345", "E", "import-not-a-phone", {"digits": 5, "min": 9, "max": 15}, id="short number"),
    pytest.param(
        "hp", "0812 atau 0813", "E", "import-not-a-phone", {"digits": 9, "min": 9, "max": 15}, id="two numbers"
    ),
]


@pytest.mark.parametrize(("header", "value", "column", "key", "values"), PERSONAL)
async def test_personal_numbers_are_not_repeated(
    tmp_path: Path, load: LoadFolder, header: str, value: str, column: str, key: str, values: dict[str, Any]
) -> None:
    folder = write_csv(tmp_path / "data", with_cell("roster", 2, header, value))

    faults = await faults_of(load, folder)

    assert faults == [
        ImportFault(file="roster.csv", row=2, column=column, name=header, found="", key=key, values=values)
    ]


async def test_all_faults_come_at_once_in_the_order_of_the_files(tmp_path: Path, load: LoadFolder) -> None:
    bad = with_cell("roster", 3, "nip", "199013152015033014") | {
        "agencies": with_cell("agencies", 3, "zona", "GMT")["agencies"]
    }
    bad["agencies"] = [*bad["agencies"], ["kab-x", "", "X", "pulau", "", "WIB", ""]]

    faults = await faults_of(load, write_csv(tmp_path / "data", bad))

    assert [(fault.file, fault.row, fault.column, fault.key) for fault in faults] == [
        ("agencies.csv", 3, "F", "import-not-a-choice"),
        ("agencies.csv", 5, "B", "import-empty"),
        ("agencies.csv", 5, "D", "import-not-a-choice"),
        ("roster.csv", 3, "B", "nip-birth-month"),
        ("roster.csv", 3, "B", "nip-sex"),
    ]


@pytest.mark.parametrize(
    ("table", "row", "header", "first"),
    [
        pytest.param("agencies", 4, "kode", 2, id="agency"),
        pytest.param("roster", 4, "nip", 2, id="nip, though spaced"),
    ],
)
async def test_a_key_that_stands_twice_names_its_first_place(
    tmp_path: Path, load: LoadFolder, table: str, row: int, header: str, first: int
) -> None:
    column = TABLES[table][0].index(header)
    value = TABLES[table][first - 1][column]
    again = f"{value[:8]} {value[8:]}" if header == "nip" else value.upper()

    faults = await faults_of(load, write_csv(tmp_path / "data", with_cell(table, row, header, again)))

    repeated = next(fault for fault in faults if fault.key == "import-repeated")
    assert (repeated.file, repeated.row, repeated.name) == (f"{table}.csv", row, header)
    assert repeated.values == {"first_file": f"{table}.csv", "first_sheet": None, "first_row": first}
    assert repeated.found == ("" if header == "nip" else again)


async def test_a_workbook_names_sheet_row_and_column_wherever_the_table_stands(
    tmp_path: Path, load: LoadFolder
) -> None:
    grids = with_cell("roster", 3, "unit", "")
    sheets = {"Instansi": grids["agencies"], "Petunjuk": [["Isi lembar Pegawai."]], "Pegawai": grids["roster"]}

    faults = await faults_of(load, write_workbook(tmp_path / "data", sheets, left=2))

    assert faults == [
        ImportFault(file="data.xlsx", sheet="Pegawai", row=5, column="F", name="unit", found="", key="import-empty")
    ]


async def test_a_nip_that_a_spreadsheet_took_for_a_number_is_refused(tmp_path: Path, load: LoadFolder) -> None:
    folder = write_workbook(tmp_path / "data", with_cell("roster", 2, "nip", 199003152015032014))

    faults = await faults_of(load, folder)

    assert [(fault.sheet, fault.row, fault.column, fault.key, fault.found) for fault in faults] == [
        ("roster", 2, "B", "import-nip-as-number", "")
    ]


HEADERS: list[Any] = [
    pytest.param(["instansi", "nip", "nama"], [(None, "unit", "import-missing-column")], id="missing"),
    pytest.param(
        ["instansi", "nip", "nama", "unit", "alamat"], [("E", "alamat", "import-unknown-column")], id="unknown"
    ),
    pytest.param(["instansi", "nip", "nama", "unit", "Name"], [("E", "Name", "import-repeated-column")], id="twice"),
]


@pytest.mark.parametrize(("header", "faulty"), HEADERS)
async def test_a_header_must_be_understood(
    tmp_path: Path, load: LoadFolder, header: list[str], faulty: list[tuple[str | None, str, str]]
) -> None:
    faults = await faults_of(load, write_csv(tmp_path / "data", tables(roster=[header])))

    assert [(fault.column, fault.name, fault.key) for fault in faults] == faulty
    assert {(fault.file, fault.row) for fault in faults} == {("roster.csv", 1)}


async def test_a_value_beyond_the_header_is_a_fault(tmp_path: Path, load: LoadFolder) -> None:
    folder = write_csv(tmp_path / "data", TABLES)
    with (folder / "roster.csv").open("a") as file:
        file.write("bpsdm-dki,198501012010011001,Umpama, S.E.,Sekretariat,,,Sisa\n")

    faults = await faults_of(load, folder)

    assert [(fault.row, fault.column, fault.key, fault.found) for fault in faults] == [
        (5, "E", "import-not-a-phone", ""),
        (5, "H", "import-extra-cell", "Sisa"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "row", "key"),
    [
        pytest.param("roster.csv", b"instansi,nip,nama,unit\n\xff\xfe", 1, "import-not-utf8", id="not UTF-8"),
        pytest.param("roster.csv", b'instansi,nip,nama,unit\n"a', 2, "import-unreadable", id="an open quote"),
        pytest.param("roster.csv", b"", None, "import-no-header", id="an empty file"),
        pytest.param("roster.xlsx", b"not a workbook", None, "import-unreadable", id="no workbook"),
        pytest.param("rooster.csv", b"nip\n", None, "import-unknown-table", id="a name that says nothing"),
    ],
)
async def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, load: LoadFolder, name: str, content: bytes, row: int | None, key: str
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / name).write_bytes(content)

    faults = await faults_of(load, tmp_path / "data")

    assert [(fault.file, fault.row, fault.key) for fault in faults] == [(name, row, key)]


async def test_a_folder_without_tables_is_a_fault(tmp_path: Path, load: LoadFolder) -> None:
    (tmp_path / "people.json").write_text("{}")

    assert [fault.key for fault in await faults_of(load, tmp_path)] == ["import-nothing-found"]


async def test_one_fault_anywhere_and_nothing_is_written(tmp_path: Path, load: LoadFolder, database: Database) -> None:
    folder = write_csv(tmp_path / "data", with_cell("roster", 4, "unit", ""))

    await faults_of(load, folder)

    async with database.read() as connection:
        bulk = Bulk(connection)
        held = [await bulk.map(name, "id", ()) for name in ("agencies", "trainings", "batches", "roster")]
    assert held == [{}, {}, {}, {}]


async def test_a_date_cell_of_a_workbook_is_shown_as_a_date(tmp_path: Path, load: LoadFolder) -> None:
    folder = write_workbook(tmp_path / "data", with_cell("batches", 2, "selesai", datetime(2026, 12, 1, 9, 0)))

    faults = await faults_of(load, folder)

    assert [(fault.key, fault.found) for fault in faults] == [("import-ends-before-start", "2026-12-01 09:00")]
