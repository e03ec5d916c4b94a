"""Messages that nothing sends by itself any more: who sees which, and that a hand sends one once."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select, update

from services.errors import NotAllowed, Refusal
from services.outbox import GetParked, ListParked, SendAgain
from storage.database import Database
from storage.tables import AuditRow, DeliveryRow, EnrolmentRow, PersonRow, RoleRow, VerificationRow
from tests.support.broadcasts import add_broadcast, add_rows
from tests.support.catalogue import add, add_agency, add_batch, add_training
from tests.support.clock import NOON, Clock

DKI, NTT = 1, 2
RINA, DEWI, ADMIN, STRANGER = 5091, 5092, 5099, 5001
"""Organizers of Jakarta and of NTT, an admin by settings, and somebody."""
YOHANA, BAGUS, AWAY = 1, 2, 3
ADMINS = frozenset({ADMIN})


@pytest.fixture
async def ids(database: Database) -> dict[str, int]:
    """Parked: Yohana's seat in Jakarta, a request of NTT, an announcement of NTT to Bagus, and one without a home."""
    for id_, code in ((DKI, "dki"), (NTT, "ntt")):
        await add_agency(database, code, id=id_, short_name=f"BPSDM {code.upper()}")
    names = {YOHANA: ("Yohana Contoh", NTT), BAGUS: ("Bagus Misal", DKI), AWAY: ("Sri Andai", NTT)}
    people: list[dict[str, Any]] = [
        {"id": id_, "telegram_id": 5000 + id_, "name": name, "agency_id": agency, "created_at": NOON}
        for id_, (name, agency) in names.items()
    ]
    await add_rows(database, PersonRow, *people)
    roles = [(RINA, DKI), (DEWI, NTT)]
    await add_rows(
        database,
        RoleRow,
        *[{"telegram_id": id_, "role": "organizer", "agency_id": agency, "granted_at": NOON} for id_, agency in roles],
    )
    await add_training(database, DKI, id=1)
    await add_batch(database, 1, DKI, id=1)
    enrolment = {"person_id": YOHANA, "batch_id": 1, "state": "confirmed", "submitted_at": NOON, "changed_at": NOON}
    seat = await add(database, EnrolmentRow, **enrolment)
    claim = {"nip_lookup": b"x", "nip_cipher": b"x", "name": "Yohana", "reason": "taken", "claimed_agency_id": NTT}
    request = await add(database, VerificationRow, person_id=YOHANA, agency_id=NTT, created_at=NOON, **claim)
    news = await add_broadcast(database, NTT)
    return {
        "seat": await park(database, YOHANA, "seat.confirmed", f"enrolment:{seat}", reason="refused"),
        "request": await park(database, BAGUS, "verification-request", f"verification:{request}"),
        "news": await park(database, BAGUS, "broadcast", str(news), state="unknown", reason="lease-lapsed"),
        "other": await park(database, YOHANA, "hello", "whatever"),
    }


async def park(database: Database, person: int, kind: str, subject: str, **changes: Any) -> int:
    values = {"state": "failed", "attempt": 1, "reason": "blocked: x", "done_at": NOON, "due_at": NOON}
    values |= {"person_id": person, "kind": kind, "subject": subject, "payload": {"a": 1}, "created_at": NOON}
    return await add(database, DeliveryRow, **(values | changes))


async def listed(database: Database, actor: int, page: int = 1, size: int = 9) -> list[int]:
    found = await ListParked(database=database, admin_ids=ADMINS)(actor_telegram_id=actor, page=page, size=size)
    return [one.id for one in found.items]


async def row(database: Database, id_: int) -> Any:
    async with database.read() as connection:
        return (await connection.execute(select(DeliveryRow.__table__).where(DeliveryRow.id == id_))).one()


async def test_organizers_see_what_is_about_their_agency_and_admins_all(
    database: Database, ids: dict[str, int]
) -> None:
    assert await listed(database, RINA) == [ids["seat"]]
    assert await listed(database, DEWI) == [ids["news"], ids["request"]]
    assert await listed(database, ADMIN) == [ids["other"], ids["news"], ids["request"], ids["seat"]]
    assert await listed(database, ADMIN, page=9, size=3) == [ids["seat"]]
    with pytest.raises(NotAllowed):
        await listed(database, STRANGER)


async def test_what_is_under_way_or_was_sent_is_not_listed(database: Database, ids: dict[str, int]) -> None:
    for state in ("queued", "sending", "sent", "skipped"):
        await park(database, YOHANA, "hello", state, state=state)

    assert len(await listed(database, ADMIN)) == len(ids)


async def test_subjects_of_another_form_are_for_admins(database: Database, ids: dict[str, int]) -> None:
    for subject in ("enrolment:", "enrolment:1:h-7", "batch:x", "verification:1a"):
        await park(database, YOHANA, "hello", subject)
    await park(database, YOHANA, "broadcast", "draft")

    assert len(await listed(database, ADMIN)) == len(ids) + 5
    assert len(await listed(database, RINA)) == 1


async def test_people_who_cannot_be_reached_are_counted_only(database: Database, ids: dict[str, int]) -> None:
    async with database.write() as connection:
        await connection.execute(update(PersonRow).where(PersonRow.id == BAGUS).values(unreachable_since=NOON))

    found = await ListParked(database=database, admin_ids=ADMINS)(actor_telegram_id=DEWI, page=1, size=9)

    assert (found.items, found.total, found.away) == ((), 0, 2)


async def test_a_name_is_for_the_own_agency_and_the_host(database: Database, ids: dict[str, int]) -> None:
    get = GetParked(database=database, admin_ids=ADMINS)

    seat = await get(delivery_id=ids["seat"], actor_telegram_id=RINA)
    news = await get(delivery_id=ids["news"], actor_telegram_id=DEWI)
    by_admin = await get(delivery_id=ids["seat"], actor_telegram_id=ADMIN)

    assert (seat.name, seat.agency) == ("Yohana Contoh", "BPSDM NTT")
    assert (news.name, news.agency, news.state) == (None, "BPSDM DKI", "unknown")
    assert by_admin.name is None


async def test_a_hand_sends_it_again_once_and_that_is_on_record(
    database: Database, ids: dict[str, int], now: Clock
) -> None:
    send = SendAgain(database=database, now=now, admin_ids=ADMINS)
    now.advance(hours=1)

    answers = [await send(delivery_id=ids["news"], attempt=1, actor_telegram_id=DEWI) for _ in range(2)]

    assert answers == [True, False]
    queued = await row(database, ids["news"])
    assert (queued.state, queued.due_at, queued.attempt, queued.reason) == ("queued", now(), 1, None)
    async with database.read() as connection:
        (entry,) = await connection.execute(select(AuditRow.__table__))
    assert (entry.action, entry.subject_id, entry.agency_id) == ("delivery.sent-again", str(ids["news"]), NTT)
    assert entry.details == {"kind": "broadcast", "state": "unknown", "attempt": 1, "admin": DEWI}


async def test_an_old_button_does_not_send_what_came_to_grief_again_since(
    database: Database, ids: dict[str, int], now: Clock
) -> None:
    send = SendAgain(database=database, now=now, admin_ids=ADMINS)
    async with database.write() as connection:
        await connection.execute(update(DeliveryRow).where(DeliveryRow.id == ids["news"]).values(attempt=2))

    assert await send(delivery_id=ids["news"], attempt=1, actor_telegram_id=DEWI) is False

    assert (await row(database, ids["news"])).state == "unknown"


async def test_nobody_sends_for_another_agency(database: Database, ids: dict[str, int], now: Clock) -> None:
    send = SendAgain(database=database, now=now, admin_ids=ADMINS)

    for actor, key in ((RINA, "news"), (DEWI, "seat"), (RINA, "other"), (STRANGER, "seat")):
        with pytest.raises(NotAllowed):
            await send(delivery_id=ids[key], attempt=1, actor_telegram_id=actor)
    with pytest.raises(Refusal, match="delivery-gone"):
        await send(delivery_id=999, attempt=1, actor_telegram_id=ADMIN)

    assert (await row(database, ids["news"])).state == "unknown"
