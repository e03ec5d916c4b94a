"""Whose papers are made of what, and what a scanned code tells."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import insert

from services.enrolment import State
from services.errors import Refusal
from services.papers import CheckCallLetter, GetSeatPaper, GetTemplate, check_payload, read_check
from services.vault import Vault
from storage.database import Database
from storage.tables import EnrolmentRow, PersonRow, RosterRow
from tests.support.clock import NOON
from tests.support.enrolling import RINA, Provinces, SeatTools

YOHANA, SRI = 1, 2
NIP = "199003152015032014"


@pytest.fixture
def vault() -> Vault:
    return Vault(b"k" * 32, b"l" * 32)


@pytest.fixture
def papers(database: Database, vault: Vault) -> GetSeatPaper:
    return GetSeatPaper(database=database, vault=vault)


@pytest.fixture
def check(database: Database, vault: Vault) -> CheckCallLetter:
    return CheckCallLetter(database=database, vault=vault)


@pytest.fixture
async def number(world: Provinces, seats: SeatTools, vault: Vault) -> int:
    """Yohana's sure seat; her agency's staff list knows her unit."""
    batch = await world.open_batch(capacity=1, access="Lantai 3", place="Jakarta")
    personal: dict[str, Any] = {"nip_cipher": vault.encrypt(NIP), "nip_lookup": vault.lookup(NIP)}
    await world.welcome(YOHANA, **personal)
    listed = personal | {"agency_id": world.agencies["NTT"], "name": "Contoh", "unit": "Bidang Distribusi"}
    async with world.database.write() as connection:
        await connection.execute(insert(RosterRow).values(**listed, updated_at=NOON))
    return (await seats.enrol(telegram_id=YOHANA, batch_id=batch)).enrolment_id


async def test_a_sure_seat_s_paper_has_the_whole_nip_the_unit_and_the_way_in(
    world: Provinces, papers: GetSeatPaper, number: int
) -> None:
    listed = await papers(telegram_id=YOHANA, enrolment_id=number)
    await world.change(PersonRow, world.ids[YOHANA], unit="Bidang Cadangan", superior="Sri Andai")
    own = await papers(telegram_id=YOHANA, enrolment_id=number)

    assert (listed.nip, listed.unit, listed.superior) == ("19900315 201503 2 014", "Bidang Distribusi", None)
    assert (listed.access, listed.place, listed.zone) == ("Lantai 3", "Jakarta", "WIB")
    assert (own.unit, own.superior) == ("Bidang Cadangan", "Sri Andai")


async def test_papers_are_for_their_person_and_for_sure_seats(
    world: Provinces, seats: SeatTools, papers: GetSeatPaper, number: int, database: Database, vault: Vault
) -> None:
    await world.welcome(SRI)
    waiting = (await seats.enrol(telegram_id=SRI, batch_id=1)).enrolment_id
    template = GetTemplate(database=database, vault=vault)

    with pytest.raises(Refusal, match="enrolment-unknown"):
        await papers(telegram_id=SRI, enrolment_id=number)
    with pytest.raises(Refusal, match="enrolment-unknown"):
        await template(telegram_id=SRI, enrolment_id=number)
    with pytest.raises(Refusal, match="enrolment-unknown"):
        await papers(telegram_id=SRI, enrolment_id=99)
    with pytest.raises(Refusal, match="paper-needs-seat"):
        await papers(telegram_id=SRI, enrolment_id=waiting)
    draft = await template(telegram_id=SRI, enrolment_id=waiting)

    assert (draft.access, draft.nip) == (None, None)


async def test_a_code_tells_whether_the_letter_stands(
    seats: SeatTools, papers: GetSeatPaper, check: CheckCallLetter, number: int
) -> None:
    code = (await papers(telegram_id=YOHANA, enrolment_id=number)).code
    stands = await check(enrolment_id=number, code=code)
    await seats.cancel(telegram_id=YOHANA, enrolment_id=number, reason="Sakit.")
    over = await check(enrolment_id=number, code=code)

    assert stands is not None
    assert (stands.name, stands.stands) == ("Contoh", True)
    assert over is not None
    assert not over.stands
    assert await check(enrolment_id=number, code="A" * 10) is None
    assert await check(enrolment_id=number + 1, code=code) is None


async def test_a_cancelled_batch_calls_nobody(
    world: Provinces, seats: SeatTools, papers: GetSeatPaper, check: CheckCallLetter, number: int
) -> None:
    code = (await papers(telegram_id=YOHANA, enrolment_id=number)).code
    await seats.cancel_batch(batch_id=1, actor_telegram_id=RINA, reason="Direnovasi.")
    await world.change(EnrolmentRow, number, state=str(State.CONFIRMED))

    found = await check(enrolment_id=number, code=code)

    assert found is not None
    assert not found.stands


@pytest.mark.parametrize(
    ("payload", "read"),
    [
        pytest.param(check_payload(7, "ABCDEFGH23"), (7, "ABCDEFGH23"), id="ours"),
        pytest.param("sp_0_ABCDEFGH23", None, id="number"),
        pytest.param("sp_7_abcdefgh23", None, id="small letters"),
        pytest.param("p_7", None, id="another's"),
        pytest.param("sp_７_ABCDEFGH23", None, id="other digits"),
    ],
)
def test_a_payload_is_read(payload: str, read: tuple[int, str] | None) -> None:
    assert read_check(payload) == read
