"""Where people work: their own word before the staff list's, tidied, and only of who agreed."""

from __future__ import annotations

import pytest

from services.errors import Refusal
from services.identity import GetWork, KeepSuperior, KeepUnit
from services.privacy import EraseData, ExportData
from storage.database import Database
from storage.tables import PersonRow
from tests.support.clock import Clock
from tests.support.staff import Staff

YOHANA, STRANGER = 1, 2


@pytest.fixture
async def staff(database: Database) -> Staff:
    staff = Staff(database)
    await staff.found()
    await staff.employ()
    await staff.welcome_yohana(YOHANA, identity="verified")
    return staff


async def test_the_staff_list_knows_the_unit_until_the_person_says_another(staff: Staff, database: Database) -> None:
    get = GetWork(database=database)
    listed = await get(telegram_id=YOHANA)
    await KeepUnit(database=database)(telegram_id=YOHANA, text="  Bidang \n Cadangan Pangan ")
    await KeepSuperior(database=database)(telegram_id=YOHANA, text="Sri Andai, Kepala Bidang")
    own = await get(telegram_id=YOHANA)

    assert (listed.unit, listed.superior) == ("Bidang Distribusi", None)
    assert (own.unit, own.superior) == ("Bidang Cadangan Pangan", "Sri Andai, Kepala Bidang")


async def test_who_merely_typed_a_nip_does_not_learn_where_its_holder_works(staff: Staff, database: Database) -> None:
    await staff.welcome_yohana(STRANGER)

    work = await GetWork(database=database)(telegram_id=STRANGER)

    assert work.unit is None


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        pytest.param("   ", "work-missing", id="nothing"),
        pytest.param("12345", "work-missing", id="no letter"),
        pytest.param("x" * 201, "work-too-long", id="long"),
    ],
)
async def test_what_says_nothing_or_too_much_is_not_kept(
    staff: Staff, database: Database, text: str, refusal: str
) -> None:
    for keep in (KeepUnit(database=database), KeepSuperior(database=database)):
        with pytest.raises(Refusal, match=refusal):
            await keep(telegram_id=YOHANA, text=text)

    (row,) = await staff.rows(PersonRow)
    assert (row["unit"], row["superior"]) == (None, None)


async def test_a_nip_in_it_is_masked(staff: Staff, database: Database) -> None:
    await KeepSuperior(database=database)(telegram_id=YOHANA, text="Sri Andai, NIP 19800101 200501 2 001, Kabid")

    (row,) = await staff.rows(PersonRow)
    assert row["superior"] == "Sri Andai, NIP 1980…001, Kabid"


async def test_nothing_is_kept_of_who_did_not_agree(staff: Staff, database: Database) -> None:
    await staff.welcome(STRANGER, consent_version=None)

    for who in (STRANGER, 99):
        with pytest.raises(Refusal, match="consent-needed"):
            await KeepUnit(database=database)(telegram_id=who, text="Bidang Distribusi")

    assert [row["unit"] for row in await staff.rows(PersonRow)] == [None, None]


async def test_it_is_shown_to_the_person_and_erased_with_them(staff: Staff, database: Database, now: Clock) -> None:
    await staff.give_role(YOHANA, "Yohana Contoh")  # so that the row stays, emptied
    await KeepSuperior(database=database)(telegram_id=YOHANA, text="Sri Andai")
    await KeepUnit(database=database)(telegram_id=YOHANA, text="Bidang Distribusi")

    shown = await ExportData(database=database, vault=staff.vault)(telegram_id=YOHANA)
    await EraseData(database=database, now=now)(telegram_id=YOHANA)

    assert shown is not None
    assert (shown["profile"]["superior"], shown["profile"]["unit"]) == ("Sri Andai", "Bidang Distribusi")
    (row,) = await staff.rows(PersonRow)
    assert (row["unit"], row["superior"]) == (None, None)
