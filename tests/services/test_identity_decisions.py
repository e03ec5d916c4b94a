"""The organizer's side of a request: who sees what, and that the first decision holds."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from services.errors import NotAllowed, Refusal
from services.identity import (
    DecideVerification,
    EnterName,
    GetOwnVerification,
    GetVerification,
    RequestVerification,
    VerificationQueue,
)
from storage.database import Database
from storage.tables import AuditRow, DeliveryRow, PersonRow, VerificationRow
from tests.support.clock import Clock
from tests.support.staff import YOHANA_NIP, Staff

YOHANA, OTHER, DEWI, DARMA, RINA, ADMIN = 101, 102, 500, 501, 502, 900
ADMINS = frozenset({ADMIN})


@pytest.fixture
async def staff(database: Database) -> Staff:
    """Two organizers at BPSDM NTT, one at BPSDM DKI Jakarta, and Yohana who claims Dinas Pangan NTT."""
    staff = Staff(database)
    await staff.found()
    await staff.appoint(DEWI, "Dewi Umpama")
    await staff.appoint(DARMA, "Darma Andaikata")
    await staff.appoint(RINA, "Rina Teladan", agency="bpsdm-dki")
    await staff.welcome_yohana(YOHANA)
    return staff


@pytest.fixture
async def request_id(staff: Staff, now: Clock) -> int:
    ask = RequestVerification(database=staff.database, now=now)
    requested = await ask(telegram_id=YOHANA, reason="not-found")
    now.advance(minutes=42)
    return requested.request_id


@pytest.fixture
def decide(staff: Staff, now: Clock) -> DecideVerification:
    return DecideVerification(database=staff.database, now=now, admin_ids=ADMINS)


@pytest.fixture
def view(staff: Staff) -> GetVerification:
    return GetVerification(database=staff.database, vault=staff.vault, admin_ids=ADMINS)


@pytest.fixture
def queue(staff: Staff) -> VerificationQueue:
    return VerificationQueue(database=staff.database, admin_ids=ADMINS)


async def yohana(staff: Staff) -> dict[str, Any]:
    return next(row for row in await staff.rows(PersonRow) if row["telegram_id"] == YOHANA)


async def test_who_is_confirmed_is_verified_and_owed_the_result(
    staff: Staff, decide: DecideVerification, request_id: int, now: Clock
) -> None:
    decision = await decide(request_id=request_id, actor_telegram_id=DEWI, confirmed=True)

    person = await yohana(staff)
    result = (await staff.rows(DeliveryRow))[-1]
    assert (decision.changed, decision.state, decision.by, decision.at) == (True, "confirmed", "Dewi Umpama", now())
    assert (person["identity"], person["verified_at"], person["name"]) == ("verified", now(), "Yohana Contoh")
    assert person["agency_id"] == staff.agencies["dinas-pangan-ntt"].id
    assert (result["person_id"], result["kind"]) == (person["id"], "verification-result")
    assert (result["subject"], result["payload"]) == (f"verification:{request_id}", {"verification": request_id})


async def test_who_is_rejected_keeps_their_answers_and_reads_the_note(
    staff: Staff, decide: DecideVerification, request_id: int
) -> None:
    before = await yohana(staff)

    await decide(request_id=request_id, actor_telegram_id=DEWI, confirmed=False, note="  Nama berbeda dengan SK. ")

    own = await GetOwnVerification(database=staff.database)(request_id=request_id, telegram_id=YOHANA)
    assert await yohana(staff) == before | {"identity": "rejected"}
    assert own is not None
    assert (own.state, own.note, own.agency.short_name) == ("rejected", "Nama berbeda dengan SK.", "BPSDM NTT")


@pytest.mark.parametrize("confirmed", [True, False], ids=["confirmed", "rejected"])
async def test_a_decision_is_recorded_without_personal_numbers(
    staff: Staff, decide: DecideVerification, request_id: int, now: Clock, confirmed: bool
) -> None:
    await decide(request_id=request_id, actor_telegram_id=DEWI, confirmed=confirmed)

    entry = (await staff.rows(AuditRow))[-1]
    assert entry["action"] == f"verification.{'confirmed' if confirmed else 'rejected'}"
    assert (entry["actor_id"], entry["at"]) == (await staff.person_id(DEWI), now())
    assert (entry["subject"], entry["subject_id"]) == ("verification", str(request_id))
    assert entry["agency_id"] == staff.agencies["bpsdm-ntt"].id
    assert entry["details"] == {"person": await staff.person_id(YOHANA)}


@pytest.mark.parametrize("second", [True, False], ids=["the-same", "the-opposite"])
async def test_the_second_organizer_gets_the_first_decision(
    staff: Staff, decide: DecideVerification, request_id: int, now: Clock, second: bool
) -> None:
    first = await decide(request_id=request_id, actor_telegram_id=DEWI, confirmed=True)
    before = await staff.rows(PersonRow), await staff.rows(AuditRow), await staff.rows(DeliveryRow)
    now.advance(minutes=1)

    later = await decide(request_id=request_id, actor_telegram_id=DARMA, confirmed=second, note="Bukan.")

    assert not later.changed
    assert (later.state, later.by, later.at, later.note) == ("confirmed", "Dewi Umpama", first.at, None)
    assert (await staff.rows(PersonRow), await staff.rows(AuditRow), await staff.rows(DeliveryRow)) == before


async def test_of_two_organizers_who_decide_at_once_one_decides(
    staff: Staff, decide: DecideVerification, request_id: int, now: Clock
) -> None:
    second = Database(staff.database.url.render_as_string(hide_password=False))
    other = DecideVerification(database=second, now=now, admin_ids=ADMINS)

    decisions = await asyncio.gather(
        decide(request_id=request_id, actor_telegram_id=DEWI, confirmed=True),
        other(request_id=request_id, actor_telegram_id=DARMA, confirmed=False),
    )
    await second.close()

    assert sorted(decision.changed for decision in decisions) == [False, True]
    assert len({(decision.state, decision.by) for decision in decisions}) == 1
    assert (await yohana(staff))["identity"] == {"confirmed": "verified", "rejected": "rejected"}[decisions[0].state]
    assert len(await staff.rows(AuditRow)) == 1
    assert [row["kind"] for row in await staff.rows(DeliveryRow)].count("verification-result") == 1


async def test_two_requests_for_one_nip_confirmed_at_once_make_one_verified(
    staff: Staff, decide: DecideVerification, request_id: int, now: Clock
) -> None:
    await staff.welcome_yohana(OTHER)
    requested = await RequestVerification(database=staff.database, now=now)(telegram_id=OTHER, reason="not-found")
    second = Database(staff.database.url.render_as_string(hide_password=False))
    other = DecideVerification(database=second, now=now, admin_ids=ADMINS)

    outcomes = await asyncio.gather(
        decide(request_id=request_id, actor_telegram_id=DEWI, confirmed=True),
        other(request_id=requested.request_id, actor_telegram_id=DARMA, confirmed=True),
        return_exceptions=True,
    )
    await second.close()

    assert [outcome.key for outcome in outcomes if isinstance(outcome, Refusal)] == ["nip-taken"]
    assert sorted(row["state"] for row in await staff.rows(VerificationRow)) == ["confirmed", "open"]
    assert [row["identity"] for row in await staff.rows(PersonRow)].count("verified") == 1


async def test_a_nip_that_was_taken_meanwhile_leaves_the_request_open(
    staff: Staff, decide: DecideVerification, view: GetVerification, request_id: int
) -> None:
    await staff.welcome_yohana(OTHER, identity="verified")

    with pytest.raises(Refusal, match="nip-taken"):
        await decide(request_id=request_id, actor_telegram_id=DEWI, confirmed=True)

    seen = await view(request_id=request_id, actor_telegram_id=DEWI)
    assert (seen.state, seen.held_elsewhere) == ("open", True)
    assert (await yohana(staff))["identity"] == "waiting"
    assert await staff.rows(AuditRow) == []


async def test_a_request_that_was_withdrawn_is_decided_no_more(
    staff: Staff, decide: DecideVerification, request_id: int, now: Clock
) -> None:
    await EnterName(database=staff.database, now=now)(telegram_id=YOHANA, text="Johana Contoh")

    decision = await decide(request_id=request_id, actor_telegram_id=DEWI, confirmed=True)

    assert (decision.changed, decision.state, decision.by) == (False, "withdrawn", None)
    assert (await yohana(staff))["identity"] == "unknown"


@pytest.mark.parametrize(
    ("listed", "name", "agency"),
    [
        pytest.param({"phone": None}, "Yohana Contoh, S.P.", "dinas-pangan-ntt", id="the-list-means-this-person"),
        pytest.param({"agency": "bpsdm-ntt"}, "Yohana Contoh, S.P.", "bpsdm-ntt", id="the-list-of-the-province"),
        pytest.param({"name": "Bagus Misal"}, "Yohana Contoh", "dinas-pangan-ntt", id="the-list-has-another-name"),
        pytest.param({"agency": "bpsdm-jatim"}, "Yohana Contoh", "dinas-pangan-ntt", id="the-person-has-moved"),
        pytest.param({"left": True}, "Yohana Contoh", "dinas-pangan-ntt", id="the-list-says-left"),
    ],
)
async def test_the_confirmed_name_is_the_lists_where_it_means_this_person(
    staff: Staff, decide: DecideVerification, request_id: int, listed: dict[str, Any], name: str, agency: str
) -> None:
    await staff.employ(**({"name": "Yohana Contoh, S.P."} | listed))

    await decide(request_id=request_id, actor_telegram_id=DEWI, confirmed=True)

    person = await yohana(staff)
    assert (person["name"], person["agency_id"]) == (name, staff.agencies[agency].id)


async def test_an_organizer_sees_the_claim_beside_the_list(
    staff: Staff, view: GetVerification, request_id: int
) -> None:
    await staff.employ(name="Johana Misalnya")

    seen = await view(request_id=request_id, actor_telegram_id=DEWI)

    assert (seen.name, seen.nip, seen.nip_is_whole) == ("Yohana Contoh", "19900315 201503 2 014", True)
    assert (seen.listed_name, seen.listed_agency) == ("Johana Misalnya", staff.agencies["dinas-pangan-ntt"])
    assert (seen.claimed_agency, seen.agency) == (staff.agencies["dinas-pangan-ntt"], staff.agencies["bpsdm-ntt"])
    assert (seen.state, seen.reason, seen.held_elsewhere) == ("open", "not-found", False)
    assert (seen.position, seen.total) == (1, 1)


async def test_without_the_list_there_is_no_listed_name(view: GetVerification, request_id: int) -> None:
    seen = await view(request_id=request_id, actor_telegram_id=DEWI)

    assert (seen.listed_name, seen.listed_agency) == (None, None)


@pytest.mark.parametrize("kind", ["admin", "organizer-of-all"])
async def test_whoever_is_not_of_the_agency_sees_the_nip_masked(
    staff: Staff, view: GetVerification, request_id: int, kind: str
) -> None:
    await staff.appoint(700, "Semua", agency=None)

    seen = await view(request_id=request_id, actor_telegram_id=ADMIN if kind == "admin" else 700)

    assert (seen.nip, seen.nip_is_whole) == ("1990…014", False)


async def test_a_decided_request_shows_who_decided_it(
    view: GetVerification, decide: DecideVerification, request_id: int, now: Clock
) -> None:
    await decide(request_id=request_id, actor_telegram_id=DEWI, confirmed=False, note="Bukan orangnya.")

    seen = await view(request_id=request_id, actor_telegram_id=DARMA)

    assert (seen.state, seen.decided_by, seen.decided_at) == ("rejected", "Dewi Umpama", now())
    assert (seen.note, seen.position, seen.total) == ("Bukan orangnya.", None, 0)


@pytest.mark.parametrize("actor", [RINA, YOHANA, 999], ids=["another-agency", "the-person", "a-stranger"])
async def test_others_neither_see_nor_decide(
    staff: Staff, view: GetVerification, decide: DecideVerification, request_id: int, actor: int
) -> None:
    before = await staff.rows(VerificationRow)

    with pytest.raises(NotAllowed):
        await view(request_id=request_id, actor_telegram_id=actor)
    with pytest.raises(NotAllowed):
        await decide(request_id=request_id, actor_telegram_id=actor, confirmed=True)

    assert await staff.rows(VerificationRow) == before


@pytest.mark.parametrize("role", ["instructor", "secretariat", "admin-by-row"])
async def test_other_roles_of_the_agency_do_not_decide(
    staff: Staff, decide: DecideVerification, request_id: int, role: str
) -> None:
    await staff.appoint(700, "Pembimbing", role=role)

    with pytest.raises(NotAllowed):
        await decide(request_id=request_id, actor_telegram_id=700, confirmed=True)


async def test_a_role_taken_away_counts_at_the_next_press(
    staff: Staff, decide: DecideVerification, request_id: int
) -> None:
    await staff.dismiss(DEWI)

    with pytest.raises(NotAllowed):
        await decide(request_id=request_id, actor_telegram_id=DEWI, confirmed=True)


async def test_nobody_vouches_for_themselves(
    staff: Staff, decide: DecideVerification, queue: VerificationQueue, request_id: int
) -> None:
    await staff.give_role(YOHANA, "Yohana Contoh")

    with pytest.raises(Refusal, match="verification-own"):
        await decide(request_id=request_id, actor_telegram_id=YOHANA, confirmed=True)

    assert await queue(actor_telegram_id=YOHANA) == ()


async def test_a_request_that_never_was_is_unknown(view: GetVerification, decide: DecideVerification) -> None:
    with pytest.raises(Refusal, match="verification-unknown"):
        await view(request_id=999, actor_telegram_id=DEWI)
    with pytest.raises(Refusal, match="verification-unknown"):
        await decide(request_id=999, actor_telegram_id=DEWI, confirmed=True)


async def test_an_admin_without_a_row_decides_and_the_record_names_the_account(
    staff: Staff, decide: DecideVerification, request_id: int
) -> None:
    decision = await decide(request_id=request_id, actor_telegram_id=ADMIN, confirmed=True)

    entry = (await staff.rows(AuditRow))[-1]
    assert (decision.changed, decision.by) == (True, None)
    assert (entry["actor_id"], entry["details"]["admin"]) == (None, ADMIN)


async def test_the_queue_shows_the_oldest_of_the_own_agency_first(
    staff: Staff, queue: VerificationQueue, view: GetVerification, request_id: int, now: Clock
) -> None:
    ask = RequestVerification(database=staff.database, now=now)
    await staff.welcome_yohana(201, nip="198506072010011002", agency="dinas-pertanian-ntt")
    await staff.welcome_yohana(202, nip="198506072010011003", agency="bpsdm-dki")
    second = (await ask(telegram_id=201, reason="not-found")).request_id
    third = (await ask(telegram_id=202, reason="not-found")).request_id

    assert await queue(actor_telegram_id=DEWI) == (request_id, second)
    assert await queue(actor_telegram_id=RINA) == (third,)
    assert await queue(actor_telegram_id=ADMIN) == (request_id, second, third)
    seen = await view(request_id=second, actor_telegram_id=DEWI)
    assert (seen.position, seen.total) == (2, 2)
    with pytest.raises(NotAllowed):
        await queue(actor_telegram_id=YOHANA)


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        pytest.param(None, None, id="none"),
        pytest.param("   ", None, id="blank"),
        pytest.param("x" * 600, "x" * 500, id="long"),
        pytest.param("Di SK 19900315 201503 2 014.", "Di SK 1990…014.", id="a-nip"),
        pytest.param(f"{YOHANA_NIP} bukan", "1990…014 bukan", id="a-bare-nip"),
    ],
)
async def test_a_note_is_kept_short_and_without_a_nip(
    staff: Staff, decide: DecideVerification, request_id: int, note: str | None, kept: str | None
) -> None:
    decision = await decide(request_id=request_id, actor_telegram_id=DEWI, confirmed=False, note=note)

    assert decision.note == kept
    assert (await staff.rows(VerificationRow))[0]["note"] == kept
