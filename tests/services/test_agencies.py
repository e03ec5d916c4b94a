"""Agencies are found by what people call them."""

from __future__ import annotations

import pytest

from services.agencies import FindAgencies, GetAgency
from storage.database import Database
from tests.support.staff import Staff


@pytest.fixture
async def staff(database: Database) -> Staff:
    staff = Staff(database)
    await staff.found()
    return staff


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("bpsdm ntt", "bpsdm-ntt"),
        ("BPSDM N.T.T", "bpsdm-ntt"),
        ("bpsdn ntt", "bpsdm-ntt"),
        ("bpsdm nusa tenggara timur", "bpsdm-ntt"),
        ("badan pengembangan sdm ntt", "bpsdm-ntt"),
        ("bpsdm-ntt", "bpsdm-ntt"),
        ("dinas pangan ntt", "dinas-pangan-ntt"),
        ("dinas pangn ntt", "dinas-pangan-ntt"),
        ("pangan", "dinas-pangan-ntt"),
        ("pang", "dinas-pangan-ntt"),
        ("dinas pertanian nusa tenggara timur", "dinas-pertanian-ntt"),
        ("dki", "bpsdm-dki"),
        ("bpsdm jkt", "bpsdm-dki"),
        ("jakarta", "bpsdm-dki"),
        ("jatim", "bpsdm-jatim"),
        ("jawa timur", "bpsdm-jatim"),
        ("kemendagri", "kemendagri"),
        ("kementrian dalam negri", "kemendagri"),
        ("kdn", "kemendagri"),
        ("sekber", "sekber"),
        ("mitra praja utama", "sekber"),
    ],
)
async def test_what_people_type_finds_the_agency_first(staff: Staff, text: str, code: str) -> None:
    found = await FindAgencies(database=staff.database)(text=text)

    assert found[0].code == code


async def test_the_next_best_stands_below(staff: Staff) -> None:
    found = await FindAgencies(database=staff.database)(text="dinas pangan ntt", limit=2)

    assert [agency.name for agency in found] == ["Dinas Pangan Provinsi NTT", "Dinas Pertanian Provinsi NTT"]


@pytest.mark.parametrize("text", ["", "  ", "???", "zzzz", "wisata banyuwangi", "\U0001f600"])
async def test_what_means_no_agency_finds_none(staff: Staff, text: str) -> None:
    assert await FindAgencies(database=staff.database)(text=text) == ()


async def test_no_more_than_asked_for_are_shown(staff: Staff) -> None:
    assert len(await FindAgencies(database=staff.database)(text="provinsi", limit=3)) == 3


async def test_an_agency_is_got_by_its_id_or_not_at_all(staff: Staff) -> None:
    get = GetAgency(database=staff.database)
    ntt = staff.agencies["bpsdm-ntt"]

    assert await get(agency_id=ntt.id) == ntt
    assert await get(agency_id=999) is None
