"""The example folder loads clean, says what the facts say, and holds who the demo needs."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from services.catalogue import Filter, FilterChoices, ListBatches, RegistrationState, SearchTrainings
from services.imports import Counts, LoadFolder
from services.vault import Vault, fold_phone
from storage.database import Database
from storage.repositories.agencies import Agencies
from storage.repositories.bulk import Bulk
from storage.repositories.roster import Roster
from tests.support.clock import Clock

EXAMPLES = Path(__file__).parents[2] / "examples"
PNS = {
    "Jabar": 333_952,
    "DKI": 72_767,
    "Jateng": 356_645,
    "DIY": 53_743,
    "Jatim": 389_663,
    "Bali": 72_096,
    "Lampung": 105_965,
    "NTB": 79_327,
    "Banten": 77_040,
    "NTT": 111_198,
}
DAYS = [pytest.param(datetime(2026, 11, 16 + day, 4, tzinfo=UTC), id=f"weekday-{day}") for day in range(7)]


@pytest.fixture
def vault() -> Vault:
    return Vault(*Vault.new_keys())


@pytest.fixture
def load(database: Database, vault: Vault, now: Clock) -> LoadFolder:
    return LoadFolder(database=database, vault=vault, now=now)


def rows_of(name: str) -> list[dict[str, str]]:
    with (EXAMPLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


async def test_the_examples_load_clean_and_twice(load: LoadFolder) -> None:
    first, second = await load(EXAMPLES), await load(EXAMPLES)

    assert first["roster"] == Counts(new=200)
    assert {kind: (counts.new, counts.changed) for kind, counts in second.items()} == dict.fromkeys(first, (0, 0))


async def test_ten_provinces_have_their_counts_of_civil_servants(load: LoadFolder, database: Database) -> None:
    await load(EXAMPLES)

    async with database.read() as connection:
        held = await Bulk(connection).map("agencies", "code", ("kind", "province", "pns_count"))
    assert {row["province"]: row["pns_count"] for row in held.values() if row["kind"] == "bpsdm"} == PNS
    assert sum(PNS.values()) == 1_652_396
    assert held["sekber-mpu"]["kind"] == "secretariat"


@pytest.mark.parametrize("day", DAYS)
async def test_on_every_weekday_most_batches_are_open_one_comes_and_one_is_closed(
    load: LoadFolder, database: Database, now: Clock, day: datetime
) -> None:
    now.set(day)
    await load(EXAMPLES)

    browse = ListBatches(database=database, now=now)
    opened = (await browse(filter=Filter(), size=50)).total
    to_come = (await browse(filter=Filter(open_only=False), size=50)).total - opened

    assert (opened, to_come, len(rows_of("batches"))) == (15, 1, 17)


async def test_every_competency_and_most_modes_can_be_joined(load: LoadFolder, database: Database, now: Clock) -> None:
    await load(EXAMPLES)

    choices = await FilterChoices(database=database, now=now)(province="NTT")

    assert choices.competencies == ("manajerial", "pemerintahan", "sosio-kultural", "teknis-fungsional")
    assert len(choices.modes) >= 5
    assert len(choices.hosts) >= 5
    assert {row["pendanaan"] for row in rows_of("trainings")} == {"APBN", "APBD", "BLU", "PNBP"}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Diklat Perencanaan Pembangunan Daerah", "ppd"),
        ("Diklat Manajemen Penanganan Bencana", "mpb"),
        ("Diklat Pengawasan Pangan Terpadu", "ppt"),
        ("Diklat Analisis Ketahanan Pangan", "akp"),
        ("Diklat Kepemimpinan Tingkat II", "pkn2"),
        ("Diklat Kepemimpinan Tingkat III", "pka"),
        ("Diklatpim IV", "pkp"),
        ("Diklat Bina Damai", "dbd"),
        ("Diklat Pemerintahan Dalam Negeri", "pdn"),
        ("kolaborasi pemerintahan", "kolab"),
    ],
)
async def test_the_sources_examples_are_found_by_their_names_of_then(
    load: LoadFolder, database: Database, now: Clock, typed: str, code: str
) -> None:
    await load(EXAMPLES)

    found = await SearchTrainings(database=database, now=now)(text=typed)

    assert found[0].training_code == code


async def test_the_leadership_class_in_banten_takes_thirty_from_all_ten(
    load: LoadFolder, database: Database, now: Clock
) -> None:
    await load(EXAMPLES)

    (line,) = await SearchTrainings(database=database, now=now)(text="kepemimpinan pengawas", limit=1)

    assert (line.host, line.capacity, line.seats.provinces) == ("BPSDM Banten", 30, 10)
    assert line.registration.state is RegistrationState.OPEN


async def test_the_people_of_the_demo_share_the_numbers_of_the_staff_list(
    load: LoadFolder, database: Database, vault: Vault
) -> None:
    await load(EXAMPLES)
    cast = json.loads((EXAMPLES / "people.json").read_text(encoding="utf-8"))
    nips = {row["nama"]: row["nip"] for row in rows_of("roster")}

    async with database.read() as connection:
        for person in cast["people"]:
            name = f"{person['first_name']} {person['last_name']}"
            employee = await Roster(connection).find(vault.lookup(nips[name])) if name in nips else None
            expected = vault.lookup(fold_phone(person["phone"]))
            assert (employee and employee.phone_lookup) == (None if name == "Lestari Khayal" else expected), name


async def test_the_staff_list_has_whom_the_demo_needs(load: LoadFolder, database: Database, vault: Vault) -> None:
    await load(EXAMPLES)
    rows = rows_of("roster")

    async with database.read() as connection:
        yohana = await Roster(connection).find(vault.lookup("199003152015032014"))
        provinces = {agency.code: agency.province for agency in await Agencies(connection).list()}
    assert yohana is not None
    assert (yohana.name, yohana.agency.name) == ("Yohana Contoh", "Dinas Pangan Provinsi NTT")
    assert [provinces[row["instansi"]] for row in rows if row["nama"] == "Bagus Misal"] == ["Jatim"]
    assert sum(not row["hp"] for row in rows) > 5
    assert sum(bool(row["keluar"]) for row in rows) == 1
    assert {provinces[row["instansi"]] for row in rows} - {None} == set(PNS)


def test_nobodys_phone_is_in_the_examples() -> None:
    """No operator holds +62 840."""
    cast = json.loads((EXAMPLES / "people.json").read_text(encoding="utf-8"))
    phones = [row["hp"] for row in rows_of("roster") if row["hp"]] + [person["phone"] for person in cast["people"]]

    assert {fold_phone(phone)[:8] for phone in phones} == {"62840000"}
