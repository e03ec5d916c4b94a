"""The second guard behind the checks: indexes that hold whatever runs at the same time."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.repositories.people import People
from storage.repositories.verifications import NewVerification, Verifications
from tests.support.clock import NOON
from tests.support.staff import YOHANA_NAME, YOHANA_NIP, Staff


@pytest.fixture
async def staff(database: Database) -> Staff:
    staff = Staff(database)
    await staff.found()
    return staff


async def verify(staff: Staff, person_id: int) -> None:
    agency_id = staff.agencies["dinas-pangan-ntt"].id
    async with staff.database.write() as connection:
        await People(connection).set_verified(person_id, name=YOHANA_NAME, agency_id=agency_id, at=NOON)


async def ask(staff: Staff, person_id: int) -> int:
    agency_id = staff.agencies["dinas-pangan-ntt"].id
    new = NewVerification(
        person_id=person_id,
        agency_id=agency_id,
        reason="not-found",
        nip_lookup=staff.vault.lookup(YOHANA_NIP),
        nip_cipher=staff.vault.encrypt(YOHANA_NIP),
        name=YOHANA_NAME,
        claimed_agency_id=agency_id,
        created_at=NOON,
    )
    async with staff.database.write() as connection:
        return await Verifications(connection).add(new)


async def test_many_may_claim_a_nip_and_one_may_be_verified_with_it(staff: Staff) -> None:
    first, second = await staff.welcome_yohana(101), await staff.welcome_yohana(102)
    await verify(staff, first)

    with pytest.raises(IntegrityError):
        await verify(staff, second)


async def test_a_person_has_one_open_request_and_any_number_of_closed_ones(staff: Staff) -> None:
    person_id = await staff.welcome_yohana(101)
    first = await ask(staff, person_id)

    with pytest.raises(IntegrityError):
        await ask(staff, person_id)
    async with staff.database.write() as connection:
        assert await Verifications(connection).set_withdrawn(person_id, at=NOON)

    assert await ask(staff, person_id) != first


async def test_what_is_closed_is_neither_decided_nor_withdrawn_again(staff: Staff) -> None:
    person_id = await staff.welcome_yohana(101)
    request_id = await ask(staff, person_id)

    async with staff.database.write() as connection:
        requests = Verifications(connection)
        first = await requests.set_decided(request_id, "confirmed", note=None, decided_by=None, at=NOON)
        second = await requests.set_decided(request_id, "rejected", note="Bukan.", decided_by=None, at=NOON)
        withdrawn = await requests.set_withdrawn(person_id, at=NOON)
        held = await requests.find(request_id)

    assert held is not None
    assert (first, second, withdrawn) == (True, False, False)
    assert (held.state, held.note) == ("confirmed", None)


async def test_a_request_that_is_not_there_is_not_found(database: Database) -> None:
    async with database.read() as connection:
        assert await Verifications(connection).find(999) is None
