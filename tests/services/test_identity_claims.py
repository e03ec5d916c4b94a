"""Entering NIP, name and agency: what is kept, what is refused, and that twice is once."""

from __future__ import annotations

from typing import Any

import pytest

from services.errors import Refusal
from services.identity import ChooseAgency, EnterName, EnterNip, GetOwnIdentity, NipFaults
from storage.database import Database
from storage.tables import PersonRow
from tests.support.clock import Clock
from tests.support.staff import YOHANA_NAME, YOHANA_NIP, Staff

YOHANA = 101
ANOTHER_NIP = "198506072010011002"


@pytest.fixture
async def staff(database: Database) -> Staff:
    staff = Staff(database)
    await staff.found()
    return staff


@pytest.fixture
def enter_nip(staff: Staff, now: Clock) -> EnterNip:
    return EnterNip(database=staff.database, vault=staff.vault, now=now)


@pytest.fixture
def enter_name(staff: Staff, now: Clock) -> EnterName:
    return EnterName(database=staff.database, now=now)


@pytest.fixture
def choose_agency(staff: Staff, now: Clock) -> ChooseAgency:
    return ChooseAgency(database=staff.database, now=now)


async def test_a_nip_is_kept_encrypted_and_findable(staff: Staff, enter_nip: EnterNip) -> None:
    await staff.welcome(YOHANA)

    nip = await enter_nip(telegram_id=YOHANA, text="NIP 19900315 201503 2 014")

    row = (await staff.rows(PersonRow))[0]
    assert nip.digits == YOHANA_NIP
    assert row["nip_lookup"] == staff.vault.lookup(YOHANA_NIP)
    assert staff.vault.decrypt(row["nip_cipher"]) == YOHANA_NIP
    assert row["identity"] == "unknown"


async def test_a_faulty_nip_leaves_what_was_typed_before(staff: Staff, enter_nip: EnterNip) -> None:
    await staff.welcome_yohana(YOHANA)
    before = await staff.rows(PersonRow)

    with pytest.raises(NipFaults):
        await enter_nip(telegram_id=YOHANA, text="19901315 201503 2 014")

    assert await staff.rows(PersonRow) == before


async def test_the_same_answers_again_change_nothing(
    staff: Staff, enter_nip: EnterNip, enter_name: EnterName, choose_agency: ChooseAgency
) -> None:
    await staff.welcome_yohana(YOHANA, identity="waiting")
    before = await staff.rows(PersonRow)

    await enter_nip(telegram_id=YOHANA, text=YOHANA_NIP)
    await enter_name(telegram_id=YOHANA, text=f"  {YOHANA_NAME} ")
    await choose_agency(telegram_id=YOHANA, agency_id=staff.agencies["dinas-pangan-ntt"].id)

    assert await staff.rows(PersonRow) == before


async def test_the_year_begins_in_the_east(staff: Staff, enter_nip: EnterNip, now: Clock) -> None:
    await staff.welcome(YOHANA)
    now.set(now().replace(month=12, day=31, hour=15, minute=30))

    nip = await enter_nip(telegram_id=YOHANA, text="199003152027012014")

    assert nip.masked == "1990…014"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Yohana Contoh", "Yohana Contoh", id="plain"),
        pytest.param("  Yohana \n  Contoh\t", "Yohana Contoh", id="spaces"),
        pytest.param("Yohana Contoh, S.Sos., M.Si", "Yohana Contoh, S.Sos., M.Si", id="titles"),
        pytest.param("Jo", "Jo", id="shortest"),
        pytest.param("J" * 100, "J" * 100, id="longest"),
        pytest.param("Yohana\u200bContoh", "Yohana Contoh", id="invisible"),
        pytest.param("<b>Yohana</b>", "<b>Yohana</b>", id="markup-is-for-the-bot-to-escape"),
    ],
)
async def test_a_name_is_kept_with_single_spaces(staff: Staff, enter_name: EnterName, text: str, kept: str) -> None:
    await staff.welcome(YOHANA)

    name = await enter_name(telegram_id=YOHANA, text=text)

    assert name == kept
    assert (await staff.rows(PersonRow))[0]["name"] == kept


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("", "name-letters", id="nothing"),
        pytest.param("12", "name-letters", id="digits-only"),
        pytest.param("...!", "name-letters", id="no-letter"),
        pytest.param("J", "name-short", id="too-short"),
        pytest.param("J" * 101, "name-long", id="too-long"),
        pytest.param(f"NIP {YOHANA_NIP}", "name-digits", id="a-nip-is-no-name"),
    ],
)
async def test_what_is_no_name_is_refused(staff: Staff, enter_name: EnterName, text: str, key: str) -> None:
    await staff.welcome(YOHANA)

    with pytest.raises(Refusal) as caught:
        await enter_name(telegram_id=YOHANA, text=text)

    assert caught.value.key == key
    assert (await staff.rows(PersonRow))[0]["name"] is None


async def test_an_agency_that_is_not_there_is_refused(staff: Staff, choose_agency: ChooseAgency) -> None:
    await staff.welcome(YOHANA)

    with pytest.raises(Refusal, match="agency-unknown"):
        await choose_agency(telegram_id=YOHANA, agency_id=999)


def _entries(staff: Staff, now: Clock) -> list[tuple[Any, dict[str, Any]]]:
    return [
        (EnterNip(database=staff.database, vault=staff.vault, now=now), {"text": ANOTHER_NIP}),
        (EnterName(database=staff.database, now=now), {"text": "Bagus Misal"}),
        (ChooseAgency(database=staff.database, now=now), {"agency_id": staff.agencies["kemendagri"].id}),
    ]


@pytest.mark.parametrize("which", [0, 1, 2], ids=["nip", "name", "agency"])
@pytest.mark.parametrize("known", [False, True], ids=["unknown", "without-consent"])
async def test_without_consent_no_answer_is_kept(staff: Staff, now: Clock, which: int, known: bool) -> None:
    if known:
        await staff.appoint(YOHANA, "Yohana")
    before = await staff.rows(PersonRow)
    enter, answer = _entries(staff, now)[which]

    with pytest.raises(Refusal, match="consent-needed"):
        await enter(telegram_id=YOHANA, **answer)

    assert await staff.rows(PersonRow) == before


@pytest.mark.parametrize("which", [0, 1, 2], ids=["nip", "name", "agency"])
async def test_whoever_is_verified_may_not_change_it_alone(staff: Staff, now: Clock, which: int) -> None:
    await staff.welcome_yohana(YOHANA, identity="verified")
    before = await staff.rows(PersonRow)
    enter, answer = _entries(staff, now)[which]

    with pytest.raises(Refusal, match="identity-verified"):
        await enter(telegram_id=YOHANA, **answer)

    assert await staff.rows(PersonRow) == before


async def test_a_person_sees_the_whole_own_nip(staff: Staff) -> None:
    await staff.welcome_yohana(YOHANA)

    own = await GetOwnIdentity(database=staff.database, vault=staff.vault)(telegram_id=YOHANA)

    assert own is not None
    assert own.nip is not None
    assert own.nip.grouped == "19900315 201503 2 014"
    assert (own.name, own.agency, own.request) == (YOHANA_NAME, staff.agencies["dinas-pangan-ntt"], None)


async def test_nobody_and_a_blank_person_have_no_nip(staff: Staff) -> None:
    get = GetOwnIdentity(database=staff.database, vault=staff.vault)
    await staff.welcome(YOHANA)

    blank = await get(telegram_id=YOHANA)

    assert await get(telegram_id=999) is None
    assert blank is not None
    assert blank.nip is None
