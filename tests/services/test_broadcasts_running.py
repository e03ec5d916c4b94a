"""From sending on: paused and resumed nobody is told twice or left out; stopped, settled, told, asked for rights."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from services.broadcasts import (
    CancelBroadcast,
    GetCopy,
    GetReport,
    GetRun,
    KeepProgress,
    ListProgress,
    ListSent,
    PauseBroadcast,
    QueueCopies,
    ResumeBroadcast,
    Reword,
    SendUnknownAgain,
    Tally,
    Withdraw,
)
from services.errors import NotAllowed, Refusal
from services.outbox import Result, Verdict
from services.reminders import Group
from storage.database import Database
from storage.repositories.broadcasts import OPT_OUT
from tests.services.test_outbox_claiming import explain, plans_of
from tests.support.broadcasts import add_broadcast, broadcast, copies
from tests.support.clock import NOON, Clock
from tests.support.deliveries import add_people, rows
from tests.support.running import ADMIN, DEWI, DKI, NTT, PEOPLE, RINA, Office, audited, open_office, set_person


@pytest.fixture
async def office(database: Database, now: Clock) -> Office:
    return await open_office(database, now)


async def test_what_has_no_time_set_goes_out_at_once(office: Office, database: Database) -> None:
    number = await add_broadcast(database, DKI, send_at=None)

    await office.tick()

    assert await copies(database, number) == list(PEOPLE)


async def test_everybody_was_sent_it_and_it_is_done(office: Office, database: Database) -> None:
    number = await add_broadcast(database, DKI)
    await office.tick()
    assert len(await office.send(limit=8)) == 8
    await office.tick()
    assert (await broadcast(database, number))["state"] == "sending"

    await office.send()
    await office.tick()

    view = await office.view(number)
    assert (view.run.state, view.run.done_at, view.copies) == ("done", NOON, Tally(sent=12))
    assert view.deletable_until == NOON + timedelta(hours=48)


@pytest.mark.parametrize("sent_before", [0, 4, 12])
async def test_paused_nothing_goes_out_and_resumed_everybody_has_it_once(
    office: Office, database: Database, sent_before: int
) -> None:
    number = await add_broadcast(database, DKI)
    await office.tick()
    served = await office.send(limit=sent_before) if sent_before else []

    paused = await PauseBroadcast(**office.with_rights)(broadcast_id=number, actor_telegram_id=RINA)
    assert paused.run.state == "paused"
    await office.tick()
    assert await office.send() == []
    office.now.advance(hours=30)
    await office.tick()
    assert await office.send() == []

    await ResumeBroadcast(**office.with_rights)(broadcast_id=number, actor_telegram_id=RINA)
    await office.tick()
    served += await office.send()
    await office.tick()

    assert sorted(served) == list(PEOPLE)
    assert (await office.view(number)).copies == Tally(sent=12)
    assert await audited(database) == ["broadcast.paused", "broadcast.resumed"]


async def test_paused_while_it_is_queued_all_get_one_copy_and_nobody_who_joins_meanwhile(
    office: Office, database: Database, now: Clock
) -> None:
    number = await add_broadcast(database, DKI)
    await QueueCopies(database=database, now=now, slice_size=5)(broadcast_id=number, slices=1)
    steer = {"broadcast_id": number, "actor_telegram_id": RINA}

    await PauseBroadcast(**office.with_rights)(**steer)
    await office.tick()
    assert (await office.send(), len(await copies(database, number))) == ([], 12)
    now.advance(hours=30)
    await add_people(database, 40, agency_id=DKI, consent_version="1", created_at=now())
    await ResumeBroadcast(**office.with_rights)(**steer)
    await office.tick()

    assert sorted(await office.send()) == list(PEOPLE)


async def test_another_announcement_goes_on_while_one_is_paused(office: Office, database: Database) -> None:
    first, second = await add_broadcast(database, DKI), await add_broadcast(database, NTT)
    await office.tick()
    await PauseBroadcast(**office.with_rights)(broadcast_id=first, actor_telegram_id=RINA)

    assert await office.send() == list(PEOPLE)

    assert (await office.view(first)).copies.sent == 0
    assert (await office.view(second, DEWI)).copies.sent == 12


async def test_stopped_it_drops_what_waits_and_keeps_what_was_sent(office: Office, database: Database) -> None:
    number = await add_broadcast(database, DKI)
    await office.tick()
    await office.send(limit=3)
    flying = await office.desk.claim(limit=1)

    cancel = CancelBroadcast(**office.with_rights)
    await cancel(broadcast_id=number, actor_telegram_id=RINA)
    assert await office.send() == []
    await office.tick()
    assert (await broadcast(database, number))["done_at"] is None  # one is in flight
    await office.desk.record([Result(flying[0], Verdict.SENT, 7)])
    await office.tick()
    again = await cancel(broadcast_id=number, actor_telegram_id=RINA)

    assert (again.run.state, again.run.done_at, again.copies) == ("cancelled", NOON, Tally(sent=4, skipped=8))
    resumed = await ResumeBroadcast(**office.with_rights)(broadcast_id=number, actor_telegram_id=RINA)
    assert resumed.run.state == "cancelled"
    assert await audited(database) == ["broadcast.cancelled"]


async def test_one_that_waits_for_its_time_can_be_stopped(office: Office, database: Database) -> None:
    number = await add_broadcast(database, DKI, send_at=NOON + timedelta(days=1))

    await CancelBroadcast(**office.with_rights)(broadcast_id=number, actor_telegram_id=RINA)
    office.now.advance(days=2)
    await office.tick()

    assert await copies(database, number) == []
    assert (await broadcast(database, number))["done_at"] == office.now()


async def test_it_does_not_wait_for_who_blocked_the_bot(office: Office, database: Database) -> None:
    number = await add_broadcast(database, DKI)
    await office.tick()
    await set_person(database, 4, unreachable_since=NOON)

    await office.send()
    await office.tick()

    view = await office.view(number)
    assert (view.run.state, view.copies) == ("done", Tally(sent=11, blocked=1))


async def test_the_states_are_counted(office: Office, database: Database) -> None:
    number = await add_broadcast(database, DKI)
    await office.tick()
    await office.send(limit=2, verdict=Verdict.FAILED, reason="blocked: Forbidden")
    await office.send(limit=1, verdict=Verdict.FAILED, reason="Bad Request")
    await office.send(limit=3, verdict=Verdict.IN_DOUBT)
    await office.send(limit=1, verdict=Verdict.SKIPPED)
    await office.desk.claim(limit=1)

    counted = (await office.view(number)).copies

    assert counted == Tally(queued=4, sending=1, blocked=2, failed=1, unknown=3, skipped=1)
    assert (counted.total, counted.over) == (12, 7)


async def test_what_waits_for_the_morning_says_when(office: Office, database: Database) -> None:
    number = await add_broadcast(database, DKI)
    await office.tick()
    office.now.advance(hours=10)  # 21.00 in Jakarta

    assert await office.send() == []
    await office.tick()

    view = await office.view(number)
    assert (view.run.state, view.next_due) == ("sending", NOON + timedelta(hours=19))


async def test_the_unsure_are_sent_once_more_by_hand(office: Office, database: Database) -> None:
    number = await add_broadcast(database, DKI)
    await office.tick()
    await office.send(limit=2, verdict=Verdict.IN_DOUBT)
    await office.send()
    await office.tick()
    again, until = SendUnknownAgain(**office.with_rights), office.now()
    asked: dict[str, Any] = {"broadcast_id": number, "until": until, "actor_telegram_id": RINA}
    office.now.advance(minutes=1)

    assert [await again(**asked), await again(**asked)] == [2, 0]
    assert (await office.view(number)).run.state == "sending"
    assert len(await office.send(verdict=Verdict.IN_DOUBT)) == 2
    await office.tick()

    assert (await office.view(number)).run.state == "done"
    assert await again(**asked) == 0  # an old button does not send what came to grief again since
    assert await audited(database) == ["broadcast.sent-again"]


async def test_who_switched_announcements_off_meanwhile_gets_none(office: Office, database: Database) -> None:
    general, own = await add_broadcast(database, DKI, general=True), await add_broadcast(database, DKI)
    get = GetCopy(database=database)
    assert await get(broadcast_id=general, person_id=1) == 1

    await set_person(database, 1, muted=[Group.ANNOUNCEMENTS])

    assert await get(broadcast_id=general, person_id=1) is None
    assert await get(broadcast_id=own, person_id=1) == 1
    assert await get(broadcast_id=99, person_id=1) is None
    assert OPT_OUT == Group.ANNOUNCEMENTS
    await office.tick()
    assert 1 not in await copies(database, general)


async def test_authors_are_told_until_the_end_was_said(office: Office, database: Database) -> None:
    await set_person(database, 1, language="en", zone="WITA")
    number = await add_broadcast(database, DKI, author_id=1)
    progress, keep = ListProgress(database=database, now=office.now), KeepProgress(database=database)
    assert await progress() == ()

    await office.tick()
    (view,) = await progress()
    assert (view.run.author_telegram_id, view.run.author_language, view.run.author_zone) == (5001, "en", "WITA")
    await keep(broadcast_id=number, message_id=77)
    assert (await progress())[0].run.progress_message == 77
    await office.send()
    await office.tick()
    assert (await progress())[0].run.state == "done"
    await keep(broadcast_id=number, message_id=77, said="done")

    assert await progress() == ()


async def test_each_press_asks_for_the_right_of_that_agency(office: Office, database: Database) -> None:
    number = await office.sent_to_all()
    draft = await add_broadcast(database, DKI, state="draft")
    steering = (PauseBroadcast, ResumeBroadcast, CancelBroadcast, GetRun, GetReport, Withdraw)

    for actor in (DEWI, 5001):
        for use in steering:
            with pytest.raises(NotAllowed):
                await use(**office.with_rights)(broadcast_id=number, actor_telegram_id=actor)
        with pytest.raises(NotAllowed):
            await SendUnknownAgain(**office.with_rights)(broadcast_id=number, until=NOON, actor_telegram_id=actor)
        with pytest.raises(NotAllowed):
            await Reword(**office.with_rights)(
                broadcast_id=number, version=1, language="id", html="x", actor_telegram_id=actor
            )
    for gone in (draft, 999):
        with pytest.raises(Refusal, match="broadcast-gone"):
            await office.view(gone)
    assert (await office.view(number, ADMIN)).run.state == "done"
    assert {row.state for row in await rows(database)} == {"sent"}


async def test_organizers_find_what_their_agency_sent(office: Office, database: Database) -> None:
    numbers = [await add_broadcast(database, DKI) for _ in range(3)]
    other = await add_broadcast(database, NTT, state="done")
    await add_broadcast(database, DKI, state="draft")
    listing = ListSent(database=database, admin_ids=frozenset({ADMIN}))

    first = await listing(actor_telegram_id=RINA, page=1, size=2)
    beyond = await listing(actor_telegram_id=RINA, page=9, size=2)

    assert ([run.id for run in first.items], first.pages) == ([numbers[2], numbers[1]], 2)
    assert ([run.id for run in beyond.items], beyond.page) == ([numbers[0]], 2)
    assert [run.id for run in (await listing(actor_telegram_id=DEWI, page=1, size=9)).items] == [other]
    assert len((await listing(actor_telegram_id=ADMIN, page=1, size=9)).items) == 4
    with pytest.raises(NotAllowed):
        await listing(actor_telegram_id=5001, page=1, size=9)


async def test_copies_are_found_by_their_index_among_all_that_is_owed(office: Office, database: Database) -> None:
    if not database.is_sqlite:
        pytest.skip("PostgreSQL plans by statistics; an empty table says nothing")
    number = await add_broadcast(database, DKI)
    await office.tick()

    with plans_of(database) as asked:
        await office.view(number)
        await office.tick()
        await CancelBroadcast(**office.with_rights)(broadcast_id=number, actor_telegram_id=RINA)
        await office.tick()

    found = [query for query in asked if "FROM outbox" in query[0] or query[0].startswith("UPDATE outbox")]
    plans = [await explain(database, *query) for query in found]
    assert len([plan for plan in plans if "ix_outbox_copies" in plan]) >= 6
    assert [plan for plan in plans if "SCAN outbox" in plan] == []
