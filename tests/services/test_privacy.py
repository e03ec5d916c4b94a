"""Data rights: leaving nothing behind."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from services.errors import Refusal
from services.identity import (
    DecideVerification,
    EnterName,
    GetOwnVerification,
    GetVerification,
    RequestVerification,
    VerificationQueue,
)
from services.people import FindPerson, GiveConsent
from services.privacy import EraseData
from storage.base import Base
from storage.database import Database
from storage.tables import (
    AuditRow,
    DeliveryRow,
    InboxRow,
    InvitationRow,
    PersonRow,
    RoleRow,
    RosterRow,
    VerificationRow,
)
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
from tests.support.staff import YOHANA_NAME, YOHANA_NIP, Staff


@pytest.fixture
async def staff(database: Database) -> Staff:
    return await cast(database)


@pytest.fixture
def erase(database: Database, now: Clock) -> EraseData:
    return EraseData(database=database, now=now)


@pytest.fixture
def request_check(database: Database, now: Clock) -> RequestVerification:
    return RequestVerification(database=database, now=now)


@pytest.fixture
def decide(database: Database, now: Clock) -> DecideVerification:
    return DecideVerification(database=database, now=now, admin_ids=frozenset())


async def everything(database: Database, but: Iterable[str] = ()) -> str:
    """All tables as text, bytes in hex."""
    said = []
    async with database.read() as connection:
        for table in Base.metadata.sorted_tables:
            if table.name not in but:
                for row in await connection.execute(select(table)):
                    said += [value.hex() if isinstance(value, bytes) else str(value) for value in row]
    return "\n".join(said)


async def ciphers_of(database: Database) -> list[str]:
    """Every encrypted NIP but those of the staff lists, in hex."""
    async with database.read() as connection:
        people = await connection.scalars(select(PersonRow.nip_cipher).where(PersonRow.nip_cipher.is_not(None)))
        requests = await connection.scalars(select(VerificationRow.nip_cipher))
        return [cipher.hex() for cipher in (*people, *requests) if cipher]


@pytest.mark.parametrize("decided", [None, True, False], ids=["open", "confirmed", "rejected"])
async def test_nothing_personal_is_left_of_who_erases(
    staff: Staff,
    erase: EraseData,
    request_check: RequestVerification,
    decide: DecideVerification,
    decided: bool | None,
) -> None:
    made = await request_check(telegram_id=YOHANA, reason="not-found")
    if decided is not None:
        await decide(request_id=made.request_id, actor_telegram_id=DEWI, confirmed=decided, note="Catatan rahasia.")
    await talk(staff.database, YOHANA)
    await read(staff, YOHANA)
    await wish(staff, YOHANA)
    await follow(staff, YOHANA)
    await practise(staff, YOHANA)
    secrets = [*await ciphers_of(staff.database), staff.vault.lookup(YOHANA_NIP).hex()]
    secrets += [
        TYPED_NAME,
        str(YOHANA),
        "Catatan rahasia.",
        "p-3",
        b"cipher".hex(),
        "J-7K2M",
        "dibaca",
        "Jurnalisme data",
        "soal-yang-dijawab",
        "23:45",
    ]

    assert await erase(telegram_id=YOHANA)

    left = await everything(staff.database)
    assert [secret for secret in secrets if secret in left] == []
    assert await staff.rows(VerificationRow) == []
    assert [row["telegram_id"] for row in await staff.rows(PersonRow)] == [DEWI]


async def test_the_file_itself_forgets(
    staff: Staff, erase: EraseData, request_check: RequestVerification, tmp_path: Path
) -> None:
    if not staff.database.is_sqlite:
        pytest.skip("PostgreSQL forgets with its next VACUUM")
    await request_check(telegram_id=YOHANA, reason="not-found")
    secrets = [bytes.fromhex(cipher) for cipher in await ciphers_of(staff.database)]
    secrets += [TYPED_NAME.encode(), staff.vault.lookup(YOHANA_NIP)]

    await erase(telegram_id=YOHANA)

    await staff.database.close()
    left = b"".join(file.read_bytes() for file in tmp_path.glob("jalin.db*"))
    assert [secret for secret in secrets if secret in left] == []


async def test_the_staff_list_stays_for_it_is_the_agencys(staff: Staff, erase: EraseData) -> None:
    await staff.employ()

    await erase(telegram_id=YOHANA)

    assert [row["name"] for row in await staff.rows(RosterRow)] == [YOHANA_NAME]


async def test_others_lose_nothing(staff: Staff, erase: EraseData, request_check: RequestVerification) -> None:
    await staff.welcome(BAGUS, nip=BAGUS_NIP, name="Bagus Misal", agency="dinas-pangan-ntt")
    made = await request_check(telegram_id=BAGUS, reason="not-found")
    await talk(staff.database, BAGUS)
    await read(staff, BAGUS)
    before = await everything(staff.database, but=("people", "audit"))

    await erase(telegram_id=YOHANA)

    assert await everything(staff.database, but=("people", "audit")) == before
    assert [row["person_id"] for row in await staff.rows(VerificationRow) if row["id"] == made.request_id]


async def test_erasing_twice_at_once_or_as_a_guest_changes_nothing_more(staff: Staff, erase: EraseData) -> None:
    first = await asyncio.gather(*(erase(telegram_id=YOHANA) for _ in range(3)))
    left = await everything(staff.database)

    again = await erase(telegram_id=YOHANA)

    assert sorted(first) == [False, False, True]
    assert not again
    assert await everything(staff.database) == left


def test_every_table_that_names_a_person_is_thought_of() -> None:
    """A table that is not here yet: show it in ExportData, erase it in PersonalData.delete_person, test both."""
    naming = {
        table.name
        for table in Base.metadata.sorted_tables
        if any(key.column.table.name == "people" for key in table.foreign_keys)
    }

    assert naming == {
        "article_readings",
        "article_votes",
        "asker_blocks",
        "audit",
        "broadcast_presses",
        "broadcasts",
        "enrolment_moves",
        "enrolments",
        "faqs",
        "helpdesks",
        "invitations",
        "merge_proposals",
        "needs",
        "outbox",
        "practice_cards",
        "practice_days",
        "practice_habits",
        "quiz_answers",
        "quizzes",
        "ready_answers",
        "reminders",
        "ticket_entries",
        "tickets",
        "training_moves",
        "verifications",
        "watches",
    }


async def test_who_invited_somebody_leaves_a_number_only(staff: Staff, erase: EraseData) -> None:
    await invite(staff, YOHANA)
    person_id = await staff.person_id(YOHANA)

    await erase(telegram_id=YOHANA)

    (row,) = [row for row in await staff.rows(PersonRow) if row["id"] == person_id]
    assert (row["telegram_id"], row["name"], row["nip_cipher"]) == (-person_id, None, None)
    assert [row["invited_by"] for row in await staff.rows(InvitationRow)] == [person_id]


async def test_that_it_was_done_is_recorded_by_number_only(staff: Staff, erase: EraseData, now: Clock) -> None:
    person_id = await staff.person_id(YOHANA)

    await erase(telegram_id=YOHANA)

    (entry,) = await staff.rows(AuditRow)
    assert (entry["action"], entry["subject_id"], entry["at"]) == ("person.erased", str(person_id), now())
    assert (entry["actor_id"], entry["agency_id"], entry["details"]) == (None, None, {})


async def test_one_is_a_guest_again_and_may_begin_anew(staff: Staff, erase: EraseData, now: Clock) -> None:
    before = await staff.person_id(YOHANA)
    await erase(telegram_id=YOHANA)

    guest = await FindPerson(database=staff.database)(telegram_id=YOHANA)
    anew = await GiveConsent(database=staff.database, now=now)(telegram_id=YOHANA, language="id", version="2")

    assert guest is None
    assert (anew.name, anew.agency, anew.identity, anew.zone) == (None, None, "unknown", None)
    assert anew.id != before


async def test_without_consent_nothing_more_is_taken_in(staff: Staff, erase: EraseData, now: Clock) -> None:
    await erase(telegram_id=YOHANA)

    with pytest.raises(Refusal, match="consent-needed"):
        await EnterName(database=staff.database, now=now)(telegram_id=YOHANA, text="Yohana Contoh")


async def test_a_role_outlives_its_holders_record_and_still_hears_of_requests(
    staff: Staff, erase: EraseData, request_check: RequestVerification
) -> None:
    await GiveConsent(database=staff.database, now=Clock())(telegram_id=DEWI, language="en", version="1")
    await fill(staff, DEWI, name="Dewi Lain", nip_lookup=b"lookup", nip_cipher=b"cipher", zone="WIB")
    await read(staff, DEWI)
    person_id = await staff.person_id(DEWI)

    await erase(telegram_id=DEWI)

    assert "dibaca" not in await everything(staff.database)
    (kept,) = [row for row in await staff.rows(PersonRow) if row["id"] == person_id]
    filled = {name: value for name, value in kept.items() if value is not None}
    assert filled == {
        "id": person_id,
        "telegram_id": DEWI,
        "zone": "WITA",
        "identity": "unknown",
        "created_at": NOON,
    }
    assert [row["telegram_id"] for row in await staff.rows(RoleRow)] == [DEWI]
    await request_check(telegram_id=YOHANA, reason="not-found")
    assert [row["person_id"] for row in await staff.rows(DeliveryRow)] == [person_id]


async def test_who_once_decided_leaves_a_number_without_an_account(
    staff: Staff, erase: EraseData, request_check: RequestVerification, decide: DecideVerification
) -> None:
    made = await request_check(telegram_id=YOHANA, reason="not-found")
    await decide(request_id=made.request_id, actor_telegram_id=DEWI, confirmed=True)
    await fill(staff, DEWI, name="Dewi Umpama")
    person_id = await staff.person_id(DEWI)
    await staff.dismiss(DEWI)

    await erase(telegram_id=DEWI)

    left = await everything(staff.database)
    (request,) = await staff.rows(VerificationRow)
    assert str(DEWI) not in left
    assert "Dewi Umpama" not in left
    assert request["decided_by"] == person_id
    assert await FindPerson(database=staff.database)(telegram_id=DEWI) is None
    assert await decide(request_id=made.request_id, actor_telegram_id=await second(staff), confirmed=True)


async def test_an_old_button_never_names_another_persons_request(
    staff: Staff, erase: EraseData, request_check: RequestVerification, decide: DecideVerification
) -> None:
    erased = await request_check(telegram_id=YOHANA, reason="not-found")
    await erase(telegram_id=YOHANA)
    await staff.welcome(BAGUS, nip=BAGUS_NIP, name="Bagus Misal", agency="dinas-pangan-ntt")
    other = await request_check(telegram_id=BAGUS, reason="not-found")

    with pytest.raises(Refusal, match="verification-unknown"):
        await decide(request_id=erased.request_id, actor_telegram_id=DEWI, confirmed=True)

    assert other.request_id != erased.request_id
    assert len(await staff.rows(DeliveryRow)) == 2


async def test_organizers_see_an_erased_request_no_more(
    staff: Staff, erase: EraseData, request_check: RequestVerification
) -> None:
    made = await request_check(telegram_id=YOHANA, reason="not-found")

    await erase(telegram_id=YOHANA)

    database = staff.database
    assert await VerificationQueue(database=database, admin_ids=frozenset())(actor_telegram_id=DEWI) == ()
    assert await GetOwnVerification(database=database)(request_id=made.request_id, telegram_id=YOHANA) is None
    with pytest.raises(Refusal, match="verification-unknown"):
        await GetVerification(database=database, vault=staff.vault, admin_ids=frozenset())(
            request_id=made.request_id, actor_telegram_id=DEWI
        )


async def test_a_message_still_to_be_handled_is_not_lost(staff: Staff, erase: EraseData) -> None:
    waiting = {"update_id": 7, "lane": YOHANA, "body": "{}", "received_at": NOON}
    async with staff.database.write() as connection:
        await connection.execute(insert(InboxRow).values(**waiting))

    await erase(telegram_id=YOHANA)

    (row,) = await inbox(staff)
    assert (row["state"], row["lane"], row["body"]) == ("waiting", YOHANA, "{}")


async def inbox(staff: Staff) -> list[dict[str, Any]]:
    async with staff.database.read() as connection:
        rows = await connection.execute(select(InboxRow.__table__).order_by(InboxRow.seq))
        return [dict(row) for row in rows.mappings()]


async def second(staff: Staff) -> int:
    """Another organizer of the agency."""
    await staff.appoint(88000501, "Darma Andaikata")
    return 88000501
