"""Data rights: being shown everything, and leaving nothing behind."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, update

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
from services.privacy import EraseData, ExportData
from storage.base import Base
from storage.database import Database
from storage.tables import AuditRow, DeliveryRow, FsmRow, InboxRow, PersonRow, RoleRow, RosterRow, VerificationRow
from tests.support.clock import NOON, Clock
from tests.support.staff import YOHANA_NAME, YOHANA_NIP, Staff

YOHANA, BAGUS, DEWI = 88000101, 88000102, 88000500
BAGUS_NIP = "198506172010011009"
TYPED_NAME = "Yohana Contoh Sekali"


@pytest.fixture
async def staff(database: Database) -> Staff:
    """An organizer at BPSDM NTT, and Yohana, who has agreed and named herself."""
    staff = Staff(database)
    await staff.found()
    await staff.appoint(DEWI, "Dewi Umpama")
    await staff.welcome_yohana(YOHANA, name=TYPED_NAME, language="en", zone="WITA")
    return staff


@pytest.fixture
def erase(database: Database, now: Clock) -> EraseData:
    return EraseData(database=database, now=now)


@pytest.fixture
def export(staff: Staff) -> ExportData:
    return ExportData(database=staff.database, vault=staff.vault)


@pytest.fixture
def request_check(database: Database, now: Clock) -> RequestVerification:
    return RequestVerification(database=database, now=now)


@pytest.fixture
def decide(database: Database, now: Clock) -> DecideVerification:
    return DecideVerification(database=database, now=now, admin_ids=frozenset())


async def talk(database: Database, telegram_id: int) -> None:
    """An open conversation, a handled message, and one that could not be handled."""
    key = f"{telegram_id}:{telegram_id}::default"
    entry = {"lane": telegram_id, "key": key, "state": "A:b", "data": {"return_to": "p-3"}, "updated_at": NOON}
    update = {"lane": telegram_id, "received_at": NOON}
    async with database.write() as connection:
        await connection.execute(insert(FsmRow).values(**entry))
        await connection.execute(insert(InboxRow).values(update_id=2 * (telegram_id % 1000), state="done", **update))
        await connection.execute(
            insert(InboxRow).values(
                update_id=2 * (telegram_id % 1000) + 1,
                state="quarantined",
                cipher=b"cipher",
                reference="J-7K2M",
                **update,
            )
        )


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
    await set_identity(staff, YOHANA, "verified")
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
    secrets = [*await ciphers_of(staff.database), staff.vault.lookup(YOHANA_NIP).hex()]
    secrets += [TYPED_NAME, str(YOHANA), "Catatan rahasia.", "p-3", b"cipher".hex(), "J-7K2M"]

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
    person_id = await staff.person_id(DEWI)

    await erase(telegram_id=DEWI)

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


async def set_identity(staff: Staff, telegram_id: int, identity: str) -> None:
    await fill(staff, telegram_id, identity=identity)


async def fill(staff: Staff, telegram_id: int, **values: Any) -> None:
    """Change a person's row directly."""
    async with staff.database.write() as connection:
        await connection.execute(update(PersonRow).where(PersonRow.telegram_id == telegram_id).values(**values))


async def second(staff: Staff) -> int:
    """Another organizer of the agency."""
    await staff.appoint(88000501, "Darma Andaikata")
    return 88000501
