"""What a claim comes to beside the staff list: every outcome, and that asking again changes nothing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import pytest

from services.errors import Refusal
from services.identity import Check, CheckIdentity, CheckKind
from storage.database import Database
from storage.tables import AuditRow, PersonRow
from tests.support.clock import Clock
from tests.support.staff import YOHANA_NIP, YOHANA_PHONE, Staff

YOHANA = 101
OTHER = 102


@pytest.fixture
async def staff(database: Database) -> Staff:
    staff = Staff(database)
    await staff.found()
    return staff


@pytest.fixture
def check(staff: Staff, now: Clock) -> CheckIdentity:
    return CheckIdentity(database=staff.database, vault=staff.vault, now=now)


@dataclass(frozen=True)
class Case:
    """What differs from: on the list with a phone, claimed rightly, the own phone shared."""

    kind: str
    listed: dict[str, Any] | None = field(default_factory=dict)
    claimed: dict[str, Any] = field(default_factory=dict)
    phone: str | None = YOHANA_PHONE
    own: bool = True
    taken: bool = False
    missing: str | None = None


CASES = {
    "phone-and-name-agree": Case("verified"),
    "phone-as-telegram-writes-it": Case("verified", phone="+6281299900001"),
    "name-with-titles-in-capitals": Case("verified", listed={"name": "Dr. YOHANA CONTOH, S.Sos., M.Si"}),
    "name-with-a-slip": Case("verified", claimed={"name": "Johana Contoh"}),
    "list-kept-by-the-province": Case("verified", listed={"agency": "bpsdm-ntt"}),
    "no-phone-shared": Case("phone-wanted", phone=None),
    "contact-of-somebody-else": Case("phone-wanted", own=False),
    "not-on-a-list": Case("not-found", listed=None),
    "another-name": Case("name-differs", listed={"name": "Johana Misalnya"}),
    "another-phone": Case("phone-differs", phone="081299900002"),
    "empty-phone": Case("phone-wanted", phone=""),
    "list-without-phone": Case("no-phone", listed={"phone": None}),
    "nip-on-another-account": Case("taken", taken=True),
    "taken-comes-before-the-list": Case("taken", listed=None, taken=True),
    "left": Case("left", listed={"left": True}),
    "another-province": Case("other-agency", listed={"agency": "bpsdm-jatim"}),
    "ministry-and-province": Case("other-agency", listed={"agency": "kemendagri"}),
    "two-bodies-without-province": Case("other-agency", listed={"agency": "kemendagri"}, claimed={"agency": "sekber"}),
    "no-nip": Case("incomplete", claimed={"nip": None}, missing="nip"),
    "no-name": Case("incomplete", claimed={"name": None}, missing="name"),
    "no-agency": Case("incomplete", claimed={"agency": None}, missing="agency"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
async def test_a_claim_is_compared_with_the_staff_list(staff: Staff, check: CheckIdentity, case: Case) -> None:
    if case.listed is not None:
        await staff.employ(**case.listed)
    if case.taken:
        await staff.welcome_yohana(OTHER, identity="verified")
    await staff.welcome_yohana(YOHANA, **case.claimed)

    outcome = await check(telegram_id=YOHANA, phone=case.phone, phone_is_own=case.own)

    assert (outcome.kind, outcome.missing) == (case.kind, case.missing)


def test_the_table_shows_every_kind() -> None:
    assert {case.kind for case in CASES.values()} == set(CheckKind)


async def test_who_is_verified_gets_the_name_and_the_agency_of_the_list(
    staff: Staff, check: CheckIdentity, now: Clock
) -> None:
    await staff.employ(name="Yohana Contoh, S.P.", agency="bpsdm-ntt")
    person_id = await staff.welcome_yohana(YOHANA, name="yohana contoh")

    outcome = await check(telegram_id=YOHANA, phone=YOHANA_PHONE, phone_is_own=True)

    person = (await staff.rows(PersonRow))[0]
    assert outcome == Check(kind=CheckKind.VERIFIED, agency=staff.agencies["bpsdm-ntt"])
    assert (person["name"], person["agency_id"]) == ("Yohana Contoh, S.P.", staff.agencies["bpsdm-ntt"].id)
    assert (person["identity"], person["verified_at"]) == ("verified", now())
    assert [(entry["action"], entry["subject_id"]) for entry in await staff.rows(AuditRow)] == [
        ("person.verified", str(person_id))
    ]


async def test_whoever_is_verified_stays_so_and_nothing_is_written_again(
    staff: Staff, check: CheckIdentity, now: Clock
) -> None:
    await staff.employ()
    await staff.welcome_yohana(YOHANA)
    first = await check(telegram_id=YOHANA, phone=YOHANA_PHONE, phone_is_own=True)
    before = await staff.rows(PersonRow), await staff.rows(AuditRow)
    now.advance(hours=1)

    again = await check(telegram_id=YOHANA, phone="081200000000", phone_is_own=True)

    assert again == first
    assert (await staff.rows(PersonRow), await staff.rows(AuditRow)) == before


@pytest.mark.parametrize("kind", ["missing", "unconsented"])
async def test_without_consent_nothing_is_compared(staff: Staff, check: CheckIdentity, kind: str) -> None:
    if kind == "unconsented":
        await staff.appoint(YOHANA, "Yohana")

    with pytest.raises(Refusal) as caught:
        await check(telegram_id=YOHANA, phone=YOHANA_PHONE, phone_is_own=True)

    assert caught.value.key == "consent-needed"


@pytest.mark.parametrize(
    ("organizers", "claimed", "responsible"),
    [
        pytest.param(["dinas-pangan-ntt", "bpsdm-ntt"], "dinas-pangan-ntt", "dinas-pangan-ntt", id="own-organizers"),
        pytest.param(["bpsdm-ntt"], "dinas-pangan-ntt", "bpsdm-ntt", id="province"),
        pytest.param([], "dinas-pangan-ntt", "bpsdm-ntt", id="province-without-organizers"),
        pytest.param(["bpsdm-ntt"], "kemendagri", "kemendagri", id="no-province"),
    ],
)
async def test_the_outcome_names_the_agency_that_can_look_into_it(
    staff: Staff, check: CheckIdentity, organizers: list[str], claimed: str, responsible: str
) -> None:
    for telegram_id, agency in enumerate(organizers, 500):
        await staff.appoint(telegram_id, "Dewi Umpama", agency=agency)
    await staff.welcome_yohana(YOHANA, agency=claimed)

    outcome = await check(telegram_id=YOHANA)

    assert outcome == Check(kind=CheckKind.NOT_FOUND, agency=staff.agencies[responsible])


async def test_of_two_accounts_that_claim_one_nip_at_once_one_is_verified(staff: Staff, now: Clock) -> None:
    await staff.employ()
    await staff.welcome_yohana(YOHANA)
    await staff.welcome_yohana(OTHER)
    second = Database(staff.database.url.render_as_string(hide_password=False))
    checks = [CheckIdentity(database=database, vault=staff.vault, now=now) for database in (staff.database, second)]

    outcomes = await asyncio.gather(
        checks[0](telegram_id=YOHANA, phone=YOHANA_PHONE, phone_is_own=True),
        checks[1](telegram_id=OTHER, phone=YOHANA_PHONE, phone_is_own=True),
    )
    await second.close()

    assert sorted(outcome.kind for outcome in outcomes) == ["taken", "verified"]
    assert [person["identity"] for person in await staff.rows(PersonRow)].count("verified") == 1


async def test_a_shared_phone_is_not_kept(staff: Staff, check: CheckIdentity) -> None:
    await staff.employ(phone="081299900009")
    await staff.welcome_yohana(YOHANA)

    await check(telegram_id=YOHANA, phone=YOHANA_PHONE, phone_is_own=True)

    kept = str(await staff.rows(PersonRow))
    assert "99900001" not in kept
    assert str(staff.vault.lookup("6281299900001")) not in kept
    assert YOHANA_NIP not in kept
