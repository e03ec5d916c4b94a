"""Claiming: what is due, to whom, in which order, and never twice."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, update

from services.outbox import Rule
from services.outbox.claiming import LEASE
from services.outbox.rules import Policy
from storage.database import Database
from storage.tables import PersonRow
from tests.support.clock import NOON, Clock
from tests.support.deliveries import FIRST_TELEGRAM_ID, add_agency, add_people, desk, owe, rows, states

GROUP = -1_001_000


async def test_the_most_urgent_goes_first_then_the_longest_due(database: Database, now: Clock) -> None:
    await add_people(database, 1, 2, 3)
    await owe(database, 1, due_at=NOON - timedelta(minutes=1))
    await owe(database, 2, due_at=NOON - timedelta(minutes=2))
    await owe(database, 3, due_at=NOON, urgency=1)

    claimed = await desk(database, now).claim(limit=10)

    assert [owed.person_id for owed in claimed] == [3, 2, 1]


async def test_what_is_claimed_is_committed_as_sending_with_its_attempt_and_lease(
    database: Database, now: Clock
) -> None:
    await add_people(database, 1)
    await owe(database, 1, verification=7)

    (owed,) = await desk(database, now).claim(limit=10)

    (row,) = await rows(database)
    assert (row.state, row.attempt, row.lease_until) == ("sending", 1, NOON + LEASE)
    assert (owed.attempt, owed.lease_until, owed.payload) == (1, NOON + LEASE, {"verification": 7})
    assert owed.telegram_id == 5001


async def test_no_more_is_claimed_than_asked_for(database: Database, now: Clock) -> None:
    await add_people(database, *range(1, 6))
    for person in range(1, 6):
        await owe(database, person, urgency=person % 2)

    claimed = await desk(database, now).claim(limit=3)

    assert [owed.person_id for owed in claimed] == [2, 4, 1]
    assert (await states(database)).count("sending") == 3


async def test_what_is_due_later_waits(database: Database, now: Clock) -> None:
    await add_people(database, 1)
    await owe(database, 1, due_at=NOON + timedelta(seconds=1))

    early = await desk(database, now).claim(limit=10)
    now.advance(seconds=1)
    in_time = await desk(database, now).claim(limit=10)

    assert (len(early), len(in_time)) == (0, 1)


async def test_who_blocked_the_bot_is_passed_over_and_served_when_they_return(database: Database, now: Clock) -> None:
    await add_people(database, 1, unreachable_since=NOON)
    await owe(database, 1)

    while_blocked = await desk(database, now).claim(limit=10)
    async with database.write() as connection:
        await connection.execute(update(PersonRow).values(unreachable_since=None))
    afterwards = await desk(database, now).claim(limit=10)

    assert (len(while_blocked), len(afterwards)) == (0, 1)


async def test_a_person_gets_one_message_at_a_time_in_order(database: Database, now: Clock) -> None:
    await add_people(database, 1, 2)
    await owe(database, 1, subject="first")
    await owe(database, 1, subject="second")
    await owe(database, 2, subject="other")
    claim = desk(database, now).claim

    at_first = await claim(limit=10)
    then = await claim(limit=10, busy={FIRST_TELEGRAM_ID + 1, FIRST_TELEGRAM_ID + 2})
    afterwards = await claim(limit=10)

    assert [owed.subject for owed in at_first] == ["first", "other"]
    assert then == ()
    assert [owed.subject for owed in afterwards] == ["second"]


async def test_a_kind_of_another_release_is_left_alone(database: Database, now: Clock) -> None:
    await add_people(database, 1)
    await owe(database, 1, kind="notice")

    claimed = await desk(database, now, newer=Rule(Policy.AT_LEAST_ONCE)).claim(limit=10)

    assert claimed == ()
    assert await states(database) == ["queued"]


async def test_two_workers_never_claim_the_same(database: Database, now: Clock) -> None:
    people = range(1, 41)
    await add_people(database, *people)
    for person in people:
        await owe(database, person)
    claim = desk(database, now).claim

    groups = await asyncio.gather(*(claim(limit=5) for _ in range(8)))

    claimed = [owed.id for group in groups for owed in group]
    assert len(claimed) == len(set(claimed)) > 5


async def test_at_night_what_can_wait_is_moved_to_the_persons_own_morning(database: Database, now: Clock) -> None:
    now.set(NOON.replace(hour=12, minute=30))  # 19.30 WIB, 20.30 WITA, 21.30 WIT
    await add_agency(database, 1, "WIT")
    await add_people(database, 1, zone="WITA")
    await add_people(database, 2, zone="WIB", agency_id=1)
    await add_people(database, 3, agency_id=1)
    await add_people(database, 4)
    for person in (1, 2, 3, 4):
        await owe(database, person)

    claimed = await desk(database, now).claim(limit=10)

    assert [owed.person_id for owed in claimed] == [2, 4]
    due = {row.person_id: row.due_at for row in await rows(database) if row.state == "queued"}
    assert due == {1: NOON.replace(hour=22), 3: NOON.replace(hour=21)}


async def test_at_night_what_is_urgent_comes(database: Database, now: Clock) -> None:
    now.set(NOON.replace(hour=15))
    await add_people(database, 1)
    await owe(database, 1, kind="alarm")

    claimed = await desk(database, now).claim(limit=10)

    assert len(claimed) == 1


async def test_many_that_wait_for_the_morning_do_not_hide_one_that_need_not(database: Database, now: Clock) -> None:
    now.set(NOON.replace(hour=12, minute=30))
    await add_people(database, *range(1, 451), zone="WIT")
    await add_people(database, 451, zone="WIB")
    for person in range(1, 452):
        await owe(database, person)

    claimed = await desk(database, now).claim(limit=8)

    assert [owed.person_id for owed in claimed] == [451]


async def test_the_worker_walks_its_partial_indexes(database: Database, now: Clock) -> None:
    if not database.is_sqlite:
        pytest.skip("PostgreSQL plans by statistics; an empty table says nothing")
    await add_people(database, 1)
    await owe(database, 1)
    work = desk(database, now)

    with plans_of(database) as asked:
        await work.claim(limit=8)
        await work.recover()

    plans = [await explain(database, *query) for query in asked if "due_at <=" in query[0] or "lease" in query[0]]
    assert [plan for plan in plans if "ix_outbox_queued" in plan]
    assert [plan for plan in plans if "ix_outbox_sending" in plan]
    assert not [plan for plan in plans if "SCAN outbox" in plan]


@contextmanager
def plans_of(database: Database) -> Iterator[list[tuple[str, Any]]]:
    """Collects what is read meanwhile, as it goes to the driver."""
    asked: list[tuple[str, Any]] = []

    def keep(connection: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", keep)
    yield asked
    event.remove(Engine, "before_cursor_execute", keep)


async def explain(database: Database, statement: str, parameters: Any) -> str:
    async with database.read() as connection:
        explained = ("EXPLAIN QUERY PLAN " if database.is_sqlite else "EXPLAIN ") + statement
        if database.is_sqlite:
            return await connection.run_sync(lambda sync: str(sync.exec_driver_sql(explained, parameters).all()))
        await connection.exec_driver_sql("SET enable_seqscan = off")  # it would read small tables whole
        plan = await connection.run_sync(lambda sync: str(sync.exec_driver_sql(explained, parameters).all()))
        await connection.exec_driver_sql("RESET enable_seqscan")
        return plan


async def test_what_goes_to_a_group_goes_one_at_a_time_whoever_it_is_about(database: Database, now: Clock) -> None:
    await add_people(database, 1, 2, 3)
    await owe(database, 1, chat_id=GROUP)
    await owe(database, 2, chat_id=GROUP)
    await owe(database, 3, chat_id=GROUP + 1)

    claimed = await desk(database, now).claim(limit=10)
    then = await desk(database, now).claim(limit=10, busy={GROUP})

    assert [(owed.person_id, owed.goes_to) for owed in claimed] == [(1, GROUP), (3, GROUP + 1)]
    assert not then


async def test_a_group_hears_of_a_person_who_cannot_be_reached(database: Database, now: Clock) -> None:
    await add_people(database, 1, unreachable_since=NOON)
    await owe(database, 1, chat_id=GROUP)
    await owe(database, 1, "alarm")

    claimed = await desk(database, now).claim(limit=10)

    assert [owed.goes_to for owed in claimed] == [GROUP]
