"""Data rights: being shown everything that is kept, and nothing of anybody else."""

from __future__ import annotations

import pytest

from services.identity import DecideVerification, RequestVerification
from services.privacy import ExportData
from storage.database import Database
from tests.support.clock import NOON, Clock
from tests.support.personal import (
    BAGUS,
    BAGUS_NIP,
    DEWI,
    TYPED_NAME,
    YOHANA,
    cast,
    fill,
    follow,
    invite,
    practise,
    read,
    talk,
    wish,
)
from tests.support.staff import Staff


@pytest.fixture
async def staff(database: Database) -> Staff:
    return await cast(database)


@pytest.fixture
def export(staff: Staff) -> ExportData:
    return ExportData(database=staff.database, vault=staff.vault)


@pytest.fixture
def request_check(database: Database, now: Clock) -> RequestVerification:
    return RequestVerification(database=database, now=now)


@pytest.fixture
def decide(database: Database, now: Clock) -> DecideVerification:
    return DecideVerification(database=database, now=now, admin_ids=frozenset())


async def test_a_guest_has_nothing_to_be_shown(export: ExportData) -> None:
    assert await export(telegram_id=999) is None


async def test_one_sees_the_own_profile_with_the_nip_in_full(export: ExportData) -> None:
    shown = await export(telegram_id=YOHANA)

    assert shown == {
        "profile": {
            "telegram_id": YOHANA,
            "language": "en",
            "zone": "WITA",
            "consent_version": "1",
            "consent_at": NOON,
            "nip": "19900315 201503 2 014",
            "name": TYPED_NAME,
            "agency": "Dinas Pangan Provinsi NTT",
            "identity": "unknown",
            "created_at": NOON,
        }
    }


async def test_requests_their_results_and_messages_are_shown(
    export: ExportData, request_check: RequestVerification, decide: DecideVerification, now: Clock
) -> None:
    made = await request_check(telegram_id=YOHANA, reason="not-found")
    await decide(request_id=made.request_id, actor_telegram_id=DEWI, confirmed=False, note="Nama berbeda.")

    shown = await export(telegram_id=YOHANA)

    assert shown is not None
    assert shown["requests"] == [
        {
            "id": made.request_id,
            "reason": "not-found",
            "nip": "19900315 201503 2 014",
            "name": TYPED_NAME,
            "state": "rejected",
            "note": "Nama berbeda.",
            "created_at": now(),
            "decided_at": now(),
            "agency": "Badan Pengembangan Sumber Daya Manusia Daerah Provinsi Nusa Tenggara Timur",
        }
    ]
    assert [(owed["kind"], owed["state"], owed["due_at"]) for owed in shown["deliveries"]] == [
        ("verification-result", "queued", now())
    ]


async def test_an_organizer_sees_the_role_and_what_they_did_but_not_whom_it_was_about(
    export: ExportData, request_check: RequestVerification, decide: DecideVerification, now: Clock
) -> None:
    made = await request_check(telegram_id=YOHANA, reason="not-found")
    await decide(request_id=made.request_id, actor_telegram_id=DEWI, confirmed=True)

    shown = await export(telegram_id=DEWI)

    assert shown is not None
    assert [role["role"] for role in shown["roles"]] == ["organizer"]
    assert shown["actions"] == [
        {"action": "verification.confirmed", "subject_id": str(made.request_id), "at": now()},
    ]
    assert TYPED_NAME not in str(shown)


async def test_the_staff_list_is_shown_to_the_verified_only(export: ExportData, staff: Staff) -> None:
    await staff.employ(BAGUS_NIP, name="Bagus Misal")
    await staff.welcome(BAGUS, nip=BAGUS_NIP, name="Orang Lain", identity="unknown")

    stranger = await export(telegram_id=BAGUS)
    await staff.employ()
    await fill(staff, YOHANA, identity="verified")
    owner = await export(telegram_id=YOHANA)

    assert stranger is not None
    assert owner is not None
    assert "Bagus Misal" not in str(stranger)
    assert owner["staff_list"]["unit"] == "Bidang Distribusi"


async def test_the_conversation_and_what_could_not_be_handled_are_shown(export: ExportData, staff: Staff) -> None:
    await talk(staff.database, YOHANA)

    shown = await export(telegram_id=YOHANA)

    assert shown is not None
    assert shown["conversation"] == [{"state": "A:b", "data": {"return_to": "p-3"}, "updated_at": NOON}]
    assert shown["unhandled"] == [{"reference": "J-7K2M", "received_at": NOON}]


async def test_articles_opened_and_rated_are_shown(export: ExportData, staff: Staff) -> None:
    await read(staff, YOHANA)

    shown = await export(telegram_id=YOHANA)

    assert shown is not None
    assert [reading["article"] for reading in shown["readings"]] == ["dibaca-lalu", "dibaca-dulu"]
    assert shown["votes"] == [{"article": "dibaca-lalu", "rating": "unhelpful", "at": NOON}]


async def test_what_one_asked_for_and_whom_one_invited_is_shown(export: ExportData, staff: Staff) -> None:
    await wish(staff, YOHANA)
    await invite(staff, YOHANA)
    await follow(staff, YOHANA, wrote=True)

    shown = await export(telegram_id=YOHANA)

    assert shown is not None
    assert shown["needs"] == [{"topic": "Jurnalisme data", "at": NOON}]
    assert [(row["kind"], row["due_at"], row["state"]) for row in shown["reminders"]] == [("start", NOON, "planned")]
    assert [row["at"] for row in shown["presses"]] == [NOON]
    assert [row["state"] for row in shown["broadcasts"]] == ["draft"]
    assert [row["training"] for row in shown["watches"]] == ["Analisis Ketahanan Pangan"]
    assert shown["invitations"] == [{"purpose": "role", "role": "instructor", "created_at": NOON}]


async def test_what_one_practised_is_shown(export: ExportData, staff: Staff) -> None:
    await practise(staff, YOHANA)

    shown = await export(telegram_id=YOHANA)

    assert shown is not None
    questions = [["soal-yang-dijawab", [1, 0]]]
    told = {"occasion": "asked", "sitting": "open", "questions": questions, "started_at": NOON}
    assert shown["quizzes"] == [{"topic": "smart", **told}]
    assert shown["quiz_answers"] == [{"question": "soal-yang-dijawab", "chosen": 1, "right": True, "at": NOON}]
    assert [(card["question"], card["back_at"]) for card in shown["practice_cards"]] == [("soal-yang-dijawab", NOON)]
    assert shown["practice_days"] == [{"day": "2026-11-17", "answered": 1, "right_count": 1}]
    assert shown["practice_habits"] == [{"quiz_at": "23:45", "weekly": True, "board": "hidden", "changed_at": NOON}]


async def test_nobody_sees_anything_of_another_person(
    export: ExportData, staff: Staff, request_check: RequestVerification
) -> None:
    await staff.welcome(BAGUS, nip=BAGUS_NIP, name="Bagus Misal", agency="bpsdm-jatim")
    for person in (YOHANA, BAGUS):
        await request_check(telegram_id=person, reason="not-found")
        await talk(staff.database, person)

    shown = str(await export(telegram_id=BAGUS))

    assert "Bagus Misal" in shown
    assert not any(secret in shown for secret in (TYPED_NAME, "19900315", str(YOHANA)))
