"""Whose organizers a person can turn to."""

from __future__ import annotations

import pytest

from services.identity import FindOrganizers
from storage.database import Database
from tests.support.staff import Staff

YOHANA, DEWI, GUEST = 101, 500, 999


@pytest.fixture
async def staff(database: Database) -> Staff:
    staff = Staff(database)
    await staff.found()
    await staff.appoint(DEWI, "Dewi Umpama")
    return staff


@pytest.mark.parametrize(
    ("own", "answers"),
    [
        pytest.param("bpsdm-ntt", "bpsdm-ntt", id="the own agency"),
        pytest.param("dinas-pangan-ntt", "bpsdm-ntt", id="the province's BPSDM, where the own has nobody"),
        pytest.param("bpsdm-jatim", None, id="nobody organizes there"),
        pytest.param("kemendagri", None, id="no province, and nobody there"),
        pytest.param(None, None, id="no agency named"),
    ],
)
async def test_the_agency_that_answers_for_a_person(staff: Staff, own: str | None, answers: str | None) -> None:
    await staff.welcome(YOHANA, agency=own)

    found = await FindOrganizers(database=staff.database)(telegram_id=YOHANA)

    assert found == (staff.agencies[answers] if answers else None)


async def test_a_guest_can_turn_to_nobody_yet(staff: Staff) -> None:
    assert await FindOrganizers(database=staff.database)(telegram_id=GUEST) is None
