"""Asking an organizer: one open request a person, a message to each organizer, and what makes it needless."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from services.errors import Refusal
from services.identity import (
    PHONE_SKIPPED,
    CheckIdentity,
    CheckKind,
    ChooseAgency,
    EnterName,
    EnterNip,
    GetOwnIdentity,
    GetOwnVerification,
    RequestVerification,
)
from storage.database import Database
from storage.tables import DeliveryRow, PersonRow, VerificationRow
from tests.support.clock import Clock
from tests.support.staff import YOHANA_PHONE, Staff

YOHANA = 101


@pytest.fixture
async def staff(database: Database) -> Staff:
    staff = Staff(database)
    await staff.found()
    return staff


@pytest.fixture
def ask(staff: Staff, now: Clock) -> RequestVerification:
    return RequestVerification(database=staff.database, now=now)


async def test_every_organizer_of_the_responsible_agency_is_owed_a_message(
    staff: Staff, ask: RequestVerification, now: Clock
) -> None:
    dewi, darma = await staff.appoint(500, "Dewi Umpama"), await staff.appoint(501, "Darma Andaikata")
    await staff.appoint(502, "Rina Teladan", agency="bpsdm-dki")
    await staff.appoint(503, "Pembimbing", role="instructor")
    await staff.welcome_yohana(YOHANA)

    requested = await ask(telegram_id=YOHANA, reason="not-found")

    owed = await staff.rows(DeliveryRow)
    assert (requested.agency, requested.at) == (staff.agencies["bpsdm-ntt"], now())
    assert [row["person_id"] for row in owed] == [dewi, darma]
    assert {(row["kind"], row["subject"], row["due_at"]) for row in owed} == {
        ("verification-request", f"verification:{requested.request_id}", now())
    }
    assert owed[0]["payload"] == {"verification": requested.request_id}
    assert (await staff.rows(PersonRow))[-1]["identity"] == "waiting"


async def test_asking_again_gives_the_open_request(staff: Staff, ask: RequestVerification, now: Clock) -> None:
    await staff.appoint(500, "Dewi Umpama")
    await staff.welcome_yohana(YOHANA)
    first = await ask(telegram_id=YOHANA, reason="not-found")
    now.advance(hours=1)

    again = await ask(telegram_id=YOHANA, reason="name-differs")

    assert again == first
    assert len(await staff.rows(VerificationRow)) == 1
    assert len(await staff.rows(DeliveryRow)) == 1


async def test_a_double_tap_asks_once(staff: Staff, ask: RequestVerification, now: Clock) -> None:
    await staff.appoint(500, "Dewi Umpama")
    await staff.welcome_yohana(YOHANA)
    second = Database(staff.database.url.render_as_string(hide_password=False))
    other = RequestVerification(database=second, now=now)

    answers = await asyncio.gather(*(use(telegram_id=YOHANA, reason="not-found") for use in (ask, other, ask, other)))
    await second.close()

    assert len(set(answers)) == 1
    assert len(await staff.rows(VerificationRow)) == 1
    assert len(await staff.rows(DeliveryRow)) == 1


async def test_an_organizer_is_not_asked_about_themselves(staff: Staff, ask: RequestVerification) -> None:
    await staff.appoint(500, "Dewi Umpama", agency="dinas-pangan-ntt")
    await staff.welcome_yohana(YOHANA)
    await staff.give_role(YOHANA, "Yohana Contoh", agency="dinas-pangan-ntt")

    await ask(telegram_id=YOHANA, reason="not-found")

    assert [row["person_id"] for row in await staff.rows(DeliveryRow)] == [await staff.person_id(500)]


async def test_the_only_organizer_of_an_agency_is_looked_into_by_the_province(
    staff: Staff, ask: RequestVerification
) -> None:
    await staff.welcome_yohana(YOHANA)
    await staff.give_role(YOHANA, "Yohana Contoh", agency="dinas-pangan-ntt")

    requested = await ask(telegram_id=YOHANA, reason="not-found")

    assert requested.agency == staff.agencies["bpsdm-ntt"]


@pytest.mark.parametrize("reason", [*sorted(set(CheckKind) - {"verified", "incomplete"}), PHONE_SKIPPED])
async def test_each_outcome_but_success_is_a_reason_to_ask(staff: Staff, ask: RequestVerification, reason: str) -> None:
    await staff.welcome_yohana(YOHANA)

    await ask(telegram_id=YOHANA, reason=reason)

    assert [row["reason"] for row in await staff.rows(VerificationRow)] == [reason]


@pytest.mark.parametrize("reason", ["verified", "incomplete", "because"])
async def test_other_reasons_are_a_mistake_of_ours(ask: RequestVerification, reason: str) -> None:
    with pytest.raises(ValueError, match="no reason"):
        await ask(telegram_id=YOHANA, reason=reason)


@pytest.mark.parametrize(
    ("claim", "key", "values"),
    [
        pytest.param(None, "consent-needed", {}, id="no-consent"),
        pytest.param({"identity": "verified"}, "identity-verified", {}, id="verified"),
        pytest.param({"nip": None}, "identity-incomplete", {"missing": "nip"}, id="no-nip"),
        pytest.param({"name": None}, "identity-incomplete", {"missing": "name"}, id="no-name"),
        pytest.param({"agency": None}, "identity-incomplete", {"missing": "agency"}, id="no-agency"),
    ],
)
async def test_who_cannot_be_looked_into_is_refused(
    staff: Staff, ask: RequestVerification, claim: dict[str, Any] | None, key: str, values: dict[str, Any]
) -> None:
    if claim is not None:
        await staff.welcome_yohana(YOHANA, **claim)

    with pytest.raises(Refusal) as caught:
        await ask(telegram_id=YOHANA, reason="not-found")

    assert (caught.value.key, caught.value.values) == (key, values)
    assert await staff.rows(VerificationRow) == []


@pytest.mark.parametrize("which", ["nip", "name", "agency"])
async def test_who_corrects_their_data_withdraws_the_request_and_may_ask_anew(
    staff: Staff, ask: RequestVerification, now: Clock, which: str
) -> None:
    await staff.appoint(500, "Dewi Umpama")
    await staff.welcome_yohana(YOHANA)
    first = await ask(telegram_id=YOHANA, reason="not-found")
    now.advance(minutes=5)
    corrections: dict[str, Any] = {
        "nip": EnterNip(database=staff.database, vault=staff.vault, now=now)(
            telegram_id=YOHANA, text="198506072010011002"
        ),
        "name": EnterName(database=staff.database, now=now)(telegram_id=YOHANA, text="Yohana C. Contoh"),
        "agency": ChooseAgency(database=staff.database, now=now)(
            telegram_id=YOHANA, agency_id=staff.agencies["dinas-pertanian-ntt"].id
        ),
    }

    for name, correction in corrections.items():
        if name == which:
            await correction
        else:
            correction.close()

    assert (await staff.rows(PersonRow))[-1]["identity"] == "unknown"
    assert [(row["state"], row["decided_at"]) for row in await staff.rows(VerificationRow)] == [("withdrawn", now())]
    second = await ask(telegram_id=YOHANA, reason="not-found")
    assert second.request_id != first.request_id
    assert [row["subject"] for row in await staff.rows(DeliveryRow)] == [
        f"verification:{first.request_id}",
        f"verification:{second.request_id}",
    ]


async def test_sharing_the_right_phone_later_withdraws_the_request(
    staff: Staff, ask: RequestVerification, now: Clock
) -> None:
    await staff.employ()
    await staff.welcome_yohana(YOHANA)
    await ask(telegram_id=YOHANA, reason=PHONE_SKIPPED)

    check = CheckIdentity(database=staff.database, vault=staff.vault, now=now)
    outcome = await check(telegram_id=YOHANA, phone=YOHANA_PHONE, phone_is_own=True)

    assert outcome.kind == "verified"
    assert [row["state"] for row in await staff.rows(VerificationRow)] == ["withdrawn"]


async def test_a_person_sees_the_own_request_and_nobody_elses(staff: Staff, ask: RequestVerification) -> None:
    await staff.welcome_yohana(YOHANA)
    await staff.welcome(102)
    requested = await ask(telegram_id=YOHANA, reason="not-found")

    own = await GetOwnIdentity(database=staff.database, vault=staff.vault)(telegram_id=YOHANA)
    get = GetOwnVerification(database=staff.database)
    mine = await get(request_id=requested.request_id, telegram_id=YOHANA)

    assert own is not None
    assert own.request == requested
    assert mine is not None
    assert (mine.state, mine.agency, mine.note, mine.decided_at) == ("open", requested.agency, None, None)
    assert await get(request_id=requested.request_id, telegram_id=102) is None
    assert await get(request_id=999, telegram_id=YOHANA) is None
