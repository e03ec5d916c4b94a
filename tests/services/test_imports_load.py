"""What a load writes, what it leaves alone, and that the same load again changes nothing."""

from __future__ import annotations

from dataclasses import astuple
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update

from services.imports import Counts, ImportFaults, LoadFolder, Report, read_folder
from services.imports.check import check
from services.imports.load import TableWriter, known_now
from services.vault import Vault, fold_phone
from storage.database import Database
from storage.repositories.bulk import Bulk
from storage.repositories.people import People
from storage.repositories.roles import Grant, Roles
from storage.repositories.roster import Roster
from storage.tables.agencies import RosterRow
from storage.tables.seats import SeatPoolRow
from storage.tables.trainings import TrainingRow
from tests.support.clock import Clock
from tests.support.folders import TABLES, tables, with_cell, write_csv, write_workbook

YOHANA = "199003152015032014"
ALL_NEW = {"agencies": (3, 0, 0), "trainings": (1, 0, 0), "batches": (1, 0, 0), "roles": (2, 0, 0), "roster": (3, 0, 0)}
NOTHING_NEW = {table: (changed, unchanged, new) for table, (new, changed, unchanged) in ALL_NEW.items()}


@pytest.fixture
def vault() -> Vault:
    return Vault(*Vault.new_keys())


@pytest.fixture
def load(database: Database, vault: Vault, now: Clock) -> LoadFolder:
    return LoadFolder(database=database, vault=vault, now=now)


def plain(report: Report) -> dict[str, tuple[int, ...]]:
    return {table: astuple(counts) for table, counts in report.items()}


SHARED = [("pembagian_kursi", "sisa_dibuka"), ("sama rata", "+1 minggu Kamis 08:00 WIB")]


async def pools(database: Database) -> dict[str, int]:
    async with database.read() as connection:
        return {row.key: row.size for row in await connection.execute(select(SeatPoolRow.key, SeatPoolRow.size))}


async def batch(database: Database) -> dict[str, Any]:
    columns = ("id", "starts_at", "ends_at", "registration_opens_at", "registration_closes_at", "capacity")
    async with database.read() as connection:
        bulk = Bulk(connection)
        held = (await bulk.map("batches", "code", columns))["akp-2"]
        return {**held, "provinces": (await bulk.provinces([held["id"]])).get(held["id"], set())}


@pytest.mark.parametrize("form", ["csv", "semicolons", "bom", "xlsx"])
async def test_a_folder_is_loaded_once_and_then_again_without_effect(
    tmp_path: Path, load: LoadFolder, form: str
) -> None:
    folder = {
        "csv": lambda: write_csv(tmp_path / "d", TABLES),
        "semicolons": lambda: write_csv(tmp_path / "d", TABLES, separator=";"),
        "bom": lambda: write_csv(tmp_path / "d", TABLES, encoding="utf-8-sig"),
        "xlsx": lambda: write_workbook(tmp_path / "d", TABLES),
    }[form]()

    first, second = await load(folder), await load(folder)

    assert plain(first) == ALL_NEW
    assert plain(second) == NOTHING_NEW


async def test_english_names_of_columns_and_values_do_as_well(tmp_path: Path, load: LoadFolder) -> None:
    english = {
        "instansi": [
            ["Code", "Name", "Short name", "Kind", "Province", "Zone"],
            ["lan", "Lembaga Administrasi Negara", "LAN", "ministry", "", "WIB"],
        ],
        "pegawai-lan": [
            ["Agency", "NIP", "Name", "Unit", "Phone", "Left on"],
            ["lan", YOHANA, "Yohana", "X", "+62 840 1", ""],
        ],
    }
    english["pegawai-lan"][1][4] = "+62 840-0000-0001"

    report = await load(write_csv(tmp_path / "d", english))

    assert plain(report) == {"agencies": (1, 0, 0), "roster": (1, 0, 0)}


async def test_a_column_of_notes_may_be_filled_in(tmp_path: Path, load: LoadFolder) -> None:
    header, *rows = TABLES["agencies"]
    noted = [["Catatan", *header], *(["sudah dicek", *row] for row in rows)]

    report = await load(write_csv(tmp_path, tables(agencies=noted)))

    assert plain(report) == ALL_NEW


async def test_codes_may_point_to_what_the_database_holds(tmp_path: Path, load: LoadFolder) -> None:
    await load(write_csv(tmp_path / "first", TABLES))

    later = {name: TABLES[name] for name in ("batches", "roster")}
    report = await load(write_csv(tmp_path / "later", later))

    assert plain(report) == {name: NOTHING_NEW[name] for name in later}


async def test_a_person_is_found_by_nip_and_phone_and_neither_is_kept_in_the_clear(
    tmp_path: Path, load: LoadFolder, database: Database, vault: Vault
) -> None:
    await load(write_csv(tmp_path / "d", TABLES))

    async with database.read() as connection:
        yohana = await Roster(connection).find(vault.lookup(YOHANA))
        sealed = (await connection.execute(select(RosterRow.nip_cipher))).scalars().first()
    assert yohana is not None
    assert sealed is not None
    assert (yohana.name, yohana.unit, yohana.agency.code) == ("Yohana Contoh", "Bidang Distribusi", "bpsdm-ntt")
    assert yohana.phone_lookup == vault.lookup(fold_phone("+62 840 0000 0001"))
    assert vault.decrypt(sealed) == YOHANA


@pytest.mark.parametrize("written", ["084000000001", 84000000001, "84000000001", "6284000000001", "+62 840 0000 0001"])
async def test_a_phone_number_is_the_same_however_it_is_written(
    tmp_path: Path, load: LoadFolder, database: Database, vault: Vault, written: object
) -> None:
    await load(write_workbook(tmp_path / "d", with_cell("roster", 2, "hp", written)))

    async with database.read() as connection:
        yohana = await Roster(connection).find(vault.lookup(YOHANA))
    assert yohana is not None
    assert yohana.phone_lookup == vault.lookup(fold_phone("0840-0000-0001"))


async def test_only_what_changed_is_written(tmp_path: Path, load: LoadFolder, now: Clock, database: Database) -> None:
    await load(write_csv(tmp_path / "d", TABLES))
    now.advance(days=1)

    report = await load(write_csv(tmp_path / "d", with_cell("roster", 2, "unit", "Sekretariat")))

    assert report["roster"] == Counts(new=0, changed=1, unchanged=2)
    async with database.read() as connection:
        moments = (await connection.execute(select(RosterRow.updated_at).order_by(RosterRow.updated_at))).scalars()
        assert [moment.day for moment in moments] == [17, 17, 18]


async def test_who_is_missing_from_a_later_file_stays_and_who_left_is_marked(
    tmp_path: Path, load: LoadFolder, database: Database, vault: Vault
) -> None:
    await load(write_csv(tmp_path / "d", TABLES))

    report = await load(write_csv(tmp_path / "d", tables(roster=[TABLES["roster"][0], TABLES["roster"][3]])))

    assert report["roster"] == Counts(unchanged=1)
    async with database.read() as connection:
        assert await connection.scalar(select(func.count()).select_from(RosterRow)) == 3
        bagus = await Roster(connection).find(vault.lookup("198712072022211005"))
        left_at = await connection.scalar(select(RosterRow.left_at).where(RosterRow.left_at.is_not(None)))
    assert bagus is not None
    assert bagus.left
    assert left_at == datetime(2026, 6, 29, 17, 0, tzinfo=UTC)


async def test_relative_dates_are_settled_at_the_first_load_only(
    tmp_path: Path, load: LoadFolder, database: Database, now: Clock
) -> None:
    relative = with_cell("batches", 2, "mulai", "+3 minggu Senin 09:00 WITA")
    relative["batches"][1][5:8] = ["4 hari 7 jam", "-2 hari 08:00", "+2 minggu Senin 17:00 WITA"]  # type: ignore[index]
    folder = write_csv(tmp_path / "d", relative)
    await load(folder)
    settled = await batch(database)
    now.advance(days=30)

    report = await load(folder)

    assert report["batches"] == Counts(unchanged=1)
    assert await batch(database) == settled
    assert settled["starts_at"] == datetime(2026, 12, 7, 1, 0, tzinfo=UTC)
    assert settled["ends_at"] == datetime(2026, 12, 11, 8, 0, tzinfo=UTC)
    assert settled["registration_opens_at"] == datetime(2026, 11, 15, 0, 0, tzinfo=UTC)
    assert settled["registration_closes_at"] == datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


async def test_an_absolute_date_moves_a_batch(tmp_path: Path, load: LoadFolder, database: Database) -> None:
    await load(write_csv(tmp_path / "d", TABLES))

    report = await load(write_csv(tmp_path / "d", with_cell("batches", 2, "selesai", "2026-12-12 16:00 WITA")))

    assert report["batches"] == Counts(changed=1)
    assert (await batch(database))["ends_at"] == datetime(2026, 12, 12, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        pytest.param("ntt", {"NTT"}, id="one, as the agencies spell it"),
        pytest.param("DKI; NTT", {"DKI", "NTT"}, id="both"),
        pytest.param("semua", set(), id="all"),
        pytest.param("", set(), id="blank is all"),
    ],
)
async def test_the_provinces_of_a_batch_follow_the_file(
    tmp_path: Path, load: LoadFolder, database: Database, cell: str, kept: set[str]
) -> None:
    await load(write_csv(tmp_path / "d", TABLES))

    report = await load(write_csv(tmp_path / "d", with_cell("batches", 2, "provinsi", cell)))

    assert report["batches"] == (Counts(unchanged=1) if len(kept) == 2 else Counts(changed=1))
    assert (await batch(database))["provinces"] == kept


async def test_a_blank_capacity_is_without_limit(tmp_path: Path, load: LoadFolder, database: Database) -> None:
    await load(write_csv(tmp_path / "d", with_cell("batches", 2, "kapasitas", "")))

    assert (await batch(database))["capacity"] is None


async def test_seats_are_shared_by_the_rule_of_the_file_until_somebody_has_one(
    tmp_path: Path, load: LoadFolder, database: Database
) -> None:
    await load(write_csv(tmp_path / "d", TABLES))
    unplanned = await pools(database)
    shared = [[*row, *more] for row, more in zip(TABLES["batches"], SHARED, strict=True)]

    await load(write_csv(tmp_path / "d", TABLES | {"batches": shared}))
    planned = await pools(database)
    async with database.write() as connection:
        await connection.execute(update(SeatPoolRow).where(SeatPoolRow.key == "open").values(size=99))
    await load(write_csv(tmp_path / "d", TABLES | {"batches": shared}))

    assert unplanned == {}
    assert sum(planned.values()) == 30
    assert planned["open"] == 0
    assert await pools(database) == planned | {"open": 99}


async def test_a_role_makes_someone_who_can_be_written_to(tmp_path: Path, load: LoadFolder, database: Database) -> None:
    await load(write_csv(tmp_path / "d", TABLES))
    report = await load(write_csv(tmp_path / "d", with_cell("roles", 2, "nama", "Rina Teladan, S.E.")))

    async with database.read() as connection:
        rina = await People(connection).find(700000001)
        grants = await Roles(connection).list(700000003)
        names = [role.name for role in (await Bulk(connection).roles([700000001])).values()]
    assert names == ["Rina Teladan, S.E."]
    assert report["roles"] == Counts(changed=1, unchanged=1)
    assert rina is not None
    assert (rina.zone, rina.consented, rina.identity) == ("WIB", False, "unknown")
    assert grants == (Grant("secretariat", None),)


async def test_a_long_roster_goes_in_slices_and_says_how_far_it_is(tmp_path: Path, load: LoadFolder) -> None:
    header, first, *_ = TABLES["roster"]
    rows = [
        [first[0], f"19900315201503{1 + n // 1000}{n % 1000:03}", f"Contoh {n}", "Unit", "", ""] for n in range(1800)
    ]
    told: list[tuple[str, int, int]] = []

    report = await load(
        write_csv(tmp_path / "d", tables(roster=[header, *rows])), lambda *progress: told.append(progress)
    )

    assert report["roster"] == Counts(new=1800)
    assert told == [("roster", 1000, 1800), ("roster", 1800, 1800)]


HEADER = [*TABLES["trainings"][0], "status"]


@pytest.mark.parametrize(
    ("stored", "status", "key"),
    [
        pytest.param("submitted", "rancangan", "import-step-back", id="handed in"),
        pytest.param("returned", "rancangan", "import-step-back", id="returned"),
        pytest.param("accepted", "rancangan", "import-step-back", id="accepted"),
        pytest.param("published", "rancangan", "import-step-back", id="published"),
        pytest.param("merged", "rancangan", "import-training-merged", id="merged"),
        pytest.param("merged", "terbit", "import-training-merged", id="merged and published"),
        pytest.param("draft", "rancangan", None, id="still a draft"),
        pytest.param("draft", "terbit", None, id="published by the file"),
        pytest.param("accepted", "", None, id="published by a blank"),
    ],
)
async def test_a_training_never_takes_a_step_back(
    tmp_path: Path, load: LoadFolder, database: Database, stored: str, status: str, key: str | None
) -> None:
    await load(write_csv(tmp_path / "first", tables()))
    (cells,) = TABLES["trainings"][1:]
    await set_state(database, stored)
    changed = with_cell("agencies", 2, "nama", "Nama Baru") | {"trainings": [HEADER, [*cells, status]]}
    folder = write_workbook(tmp_path / "again", changed)
    told: list[tuple[str | None, int | None, str | None, str | None, str, str]] = []

    try:
        await load(folder)
    except ImportFaults as error:
        told = [(one.sheet, one.row, one.column, one.name, one.found, one.key) for one in error.faults]

    kept, named = await state_and_name(database)
    if key is None:
        assert (told, kept, named) == ([], "draft" if status == "rancangan" else "published", "Nama Baru")
    else:
        assert told == [("trainings", 2, "J", "status", status, key)]
        assert (kept, named) == (stored, TABLES["agencies"][1][1])


async def test_what_goes_on_between_check_and_writing_is_not_taken_back(
    tmp_path: Path, load: LoadFolder, database: Database, now: Clock
) -> None:
    (cells,) = TABLES["trainings"][1:]
    folder = write_csv(tmp_path / "data", tables(trainings=[HEADER, [*cells, "rancangan"]]))
    await load(folder)
    async with database.read() as connection:
        plan = check(read_folder(folder), await known_now(connection), now())
    await set_state(database, "published")

    async with database.write() as connection:
        report = await TableWriter(connection, now()).write(plan)

    assert plan.faults == []
    assert (await state_and_name(database))[0] == "published"
    assert report["trainings"] == Counts(0, 0, 1)


async def set_state(database: Database, state: str) -> None:
    async with database.write() as connection:
        await connection.execute(update(TrainingRow).values(state=state))


async def state_and_name(database: Database) -> tuple[str, str]:
    async with database.read() as connection:
        bulk = Bulk(connection)
        training = (await bulk.map("trainings", "code", ("state",)))["akp"]
        return training["state"], (await bulk.map("agencies", "code", ("name",)))["bpsdm-dki"]["name"]
