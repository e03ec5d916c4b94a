"""From a draft to `scheduled`: at once, or when a second person agrees; each once, however often it is pressed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.broadcasts import QueueCopies, QueueDue
from storage.database import Database
from tests.support.announcing import ADMIN, DEWI, RATNA, RINA, SEKAR, Office, open_office, refused
from tests.support.clock import Clock


@pytest.fixture
async def office(database: Database, now: Clock) -> Office:
    return await open_office(database, now)


async def test_few_recipients_need_nobody_else(office: Office, database: Database, now: Clock) -> None:
    await office.people(2)
    number = await office.begin()

    first, second = await office.hand_in(number), await office.hand_in(number)

    row = await office.row(number)
    assert (first, second, row["send_at"], row["approved_by"]) == ("scheduled", "scheduled", now(), None)
    assert await office.audit() == ["broadcast.drafted", "broadcast.scheduled"]
    assert await QueueDue(database=database, now=now, queue=QueueCopies(database=database, now=now))() == 1
    assert (await office.row(number))["total"] == 2


async def test_above_the_limit_a_colleague_is_asked_with_the_message_itself(office: Office) -> None:
    number = await office.waiting()
    ratna = await office.staff.person_id(RATNA)

    again = await office.hand_in(number)

    assert again == "waiting"
    assert await office.owed("announcement-sample") == [ratna]
    assert await office.owed("announcement-request") == [ratna]
    assert await office.tools.to_approve(actor_telegram_id=RATNA) == (number,)
    for other in (DEWI, RINA, SEKAR, 12345):
        assert await office.tools.to_approve(actor_telegram_id=other) == ()


async def test_approved_it_is_counted_anew_and_sent_once(office: Office) -> None:
    number = await office.waiting()
    await office.people(2, "dinas-pertanian-ntt")
    version = (await office.row(number))["version"]
    act = {"broadcast_id": number, "actor_telegram_id": RATNA, "version": version}

    first, second = await office.tools.approve(**act), await office.tools.approve(**act)

    row, ratna = await office.row(number), await office.staff.person_id(RATNA)
    assert (first.count, first.changed, second.changed, second.state) == (7, True, False, "scheduled")
    assert (row["state"], row["send_at"], row["approved_by"]) == ("scheduled", office.now(), ratna)
    assert row["approved_at"] == office.now()
    assert await office.owed("announcement-decision") == [await office.staff.person_id(DEWI)]
    assert (await office.audit())[-1] == "broadcast.approved"


async def test_returned_it_is_mended_and_asked_for_anew(office: Office) -> None:
    number = await office.waiting()
    act = {"broadcast_id": number, "actor_telegram_id": RATNA}
    await office.tools.return_(**act, version=1, remark=" Tanggalnya  keliru. ")
    returned = await office.row(number)
    twice = await refused(office.tools.return_(**act, version=1, remark="Lagi"))
    late = await refused(office.tools.approve(**act, version=1))
    await office.tools.set_text(broadcast_id=number, actor_telegram_id=DEWI, language="id", html="Rab, 18 Nov.")
    state = await office.hand_in(number)
    stale = await refused(office.tools.approve(**act, version=1))
    version = (await office.row(number))["version"]
    done = await office.tools.approve(**act, version=version)

    assert (returned["state"], returned["remark"]) == ("draft", "Tanggalnya keliru.")
    assert (twice, late, stale) == ("announce-moved-on",) * 3
    assert (state, done.state) == ("waiting", "scheduled")
    assert len(await office.owed("announcement-request")) == 2


async def test_nobody_approves_their_own_and_nobody_elsewhere_does(office: Office) -> None:
    number = await office.waiting()

    keys = {}
    for who in (DEWI, RINA, SEKAR, 12345):
        act = {"broadcast_id": number, "actor_telegram_id": who, "version": 1}
        keys[who] = [await refused(office.tools.approve(**act)), await refused(office.tools.return_(**act, remark="x"))]

    assert keys == {
        DEWI: ["announce-own"] * 2,
        RINA: ["not-allowed"] * 2,
        SEKAR: ["not-allowed"] * 2,
        12345: ["not-allowed"] * 2,
    }
    assert (await office.row(number))["state"] == "waiting"


async def test_where_an_agency_has_one_organizer_the_secretariat_is_asked(office: Office) -> None:
    await office.people(5, "bpsdm-dki")
    number = await office.begin(RINA, "bpsdm-dki")
    assert await office.hand_in(number, RINA) == "waiting"

    assert await office.owed("announcement-request") == [await office.staff.person_id(SEKAR)]
    assert await office.tools.to_approve(actor_telegram_id=SEKAR) == (number,)
    assert await refused(office.tools.approve(broadcast_id=number, actor_telegram_id=RATNA, version=1)) == "not-allowed"
    assert await refused(office.tools.approve(broadcast_id=number, actor_telegram_id=SEKAR, version=1)) == "done"


async def test_an_admin_may_always_and_without_anybody_nobody_is_asked(database: Database, now: Clock) -> None:
    office = await open_office(database, now)
    await office.people(5, "bpsdm-dki")
    number = await office.begin(SEKAR, "sekber")
    assert await office.hand_in(number, SEKAR) == "waiting"

    assert await office.tools.to_approve(actor_telegram_id=ADMIN) == (number,)
    done = await office.tools.approve(broadcast_id=number, actor_telegram_id=ADMIN, version=1)

    assert done.state == "scheduled"
    assert (await office.row(number))["approved_by"] is None


async def test_who_writes_no_more_has_nothing_sent_in_their_name(office: Office) -> None:
    number = await office.waiting()
    await office.staff.dismiss(DEWI)

    approved = office.tools.approve(broadcast_id=number, actor_telegram_id=RATNA, version=1)

    assert await refused(approved) == "announce-author-left"
    assert (await office.row(number))["state"] == "waiting"


async def test_what_is_not_ready_is_refused(office: Office, now: Clock) -> None:
    empty = await office.begin(media=None, html="Halo")
    assert await refused(office.hand_in(empty)) == "announce-nobody"
    await office.people(1)
    await office.tools.set_time(broadcast_id=empty, actor_telegram_id=DEWI, send_at=now() + timedelta(hours=1))
    for wrong in (now(), now() + timedelta(days=91)):
        late = office.tools.set_time(broadcast_id=empty, actor_telegram_id=DEWI, send_at=wrong)
        assert await refused(late) == "announce-time"
    now.advance(hours=2)
    assert await refused(office.hand_in(empty)) == "announce-time"
    old = office.tools.hand_in(broadcast_id=empty, actor_telegram_id=DEWI, version=1)
    assert await refused(old) == "announce-moved-on"


async def test_a_time_is_kept_and_what_is_not_on_its_way_can_be_taken_back(office: Office, now: Clock) -> None:
    await office.people(1)
    number, at = await office.begin(), now() + timedelta(hours=3)
    await office.tools.set_time(broadcast_id=number, actor_telegram_id=DEWI, send_at=at)
    await office.hand_in(number)
    scheduled = await office.row(number)
    changed = await refused(
        office.tools.set_text(broadcast_id=number, actor_telegram_id=DEWI, language="id", html="Lain")
    )
    back = [await office.tools.recall(broadcast_id=number, actor_telegram_id=DEWI) for _ in range(2)]

    assert (scheduled["state"], scheduled["send_at"]) == ("scheduled", at)
    assert changed == "announce-moved-on"
    assert back == [True, False]
    assert (await office.row(number))["state"] == "draft"
