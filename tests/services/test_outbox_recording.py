"""Recording how attempts ended, and taking up what a dead worker left."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from services.outbox import Desk, Over, Owed, Policy, Result, Rule, State, Verdict
from services.outbox.claiming import LEASE
from services.outbox.recording import ATTEMPTS, pause
from storage.database import Database
from storage.tables import DeliveryRow
from tests.support.clock import NOON, Clock
from tests.support.deliveries import add_people, desk, owe, rows, states

WHEN_OVER = {"attempt": 1, "done_at": NOON, "lease_until": None, "due_at": NOON}
WHEN_AGAIN = {"attempt": 1, "done_at": None, "lease_until": None, "due_at": NOON + timedelta(seconds=5)}


async def claim_one(database: Database, now: Clock, kind: str = "notice") -> tuple[Desk, Owed]:
    await add_people(database, 1)
    await owe(database, 1, kind)
    work = desk(database, now)
    (owed,) = await work.claim(limit=1)
    return work, owed


async def spend_attempts(database: Database, used: int) -> None:
    async with database.write() as connection:
        await connection.execute(update(DeliveryRow).values(attempt=used))


async def only_row(database: Database) -> dict[str, Any]:
    (row,) = await rows(database)
    return dict(row._mapping)


@pytest.mark.parametrize(
    ("kind", "verdict", "expected"),
    [
        pytest.param("notice", Verdict.SENT, {"state": "sent", "message_id": 77} | WHEN_OVER, id="sent"),
        pytest.param("notice", Verdict.SKIPPED, {"state": "skipped"} | WHEN_OVER, id="no longer true"),
        pytest.param("notice", Verdict.FAILED, {"state": "failed"} | WHEN_OVER, id="failed"),
        pytest.param("notice", Verdict.IN_DOUBT, {"state": "queued"} | WHEN_AGAIN, id="in doubt, at least once"),
        pytest.param("reminder", Verdict.IN_DOUBT, {"state": "unknown"} | WHEN_OVER, id="in doubt, at most once"),
        pytest.param("reminder", Verdict.PUT_OFF, {"state": "queued"} | WHEN_AGAIN, id="put off"),
        pytest.param(
            "reminder",
            Verdict.RETURNED,
            {"state": "queued", "attempt": 0, "due_at": NOON, "lease_until": None, "done_at": None},
            id="returned",
        ),
    ],
)
async def test_a_result_becomes_the_state_of_its_row(
    database: Database, now: Clock, kind: str, verdict: Verdict, expected: dict[str, Any]
) -> None:
    work, owed = await claim_one(database, now, kind)

    await work.record([Result(owed, verdict, message_id=77 if verdict is Verdict.SENT else None, reason="why")])

    row = await only_row(database)
    assert {key: row[key] for key in expected} == expected
    assert row["reason"] == "why"


@pytest.mark.parametrize(
    ("verdict", "state"),
    [
        pytest.param(Verdict.IN_DOUBT, "unknown", id="perhaps arrived each time: listed"),
        pytest.param(Verdict.PUT_OFF, "failed", id="never sent: failed"),
    ],
)
async def test_nothing_is_tried_for_ever(database: Database, now: Clock, verdict: Verdict, state: str) -> None:
    work, owed = await claim_one(database, now)
    await spend_attempts(database, ATTEMPTS)

    await work.record([Result(replace(owed, attempt=ATTEMPTS), verdict)])

    assert await states(database) == [state]


async def test_what_was_returned_uses_up_no_attempt(database: Database, now: Clock) -> None:
    work, owed = await claim_one(database, now)

    for _ in range(ATTEMPTS + 1):
        await work.record([Result(owed, Verdict.RETURNED)])
        (owed,) = await work.claim(limit=1)

    assert owed.attempt == 1


async def test_a_late_result_of_an_earlier_attempt_overwrites_nothing(database: Database, now: Clock) -> None:
    work, first = await claim_one(database, now)
    now.advance(seconds=LEASE.total_seconds())
    await work.recover()
    now.advance(seconds=5)
    (second,) = await work.claim(limit=1)

    await work.record([Result(first, Verdict.FAILED, reason="late")])
    while_in_flight = await only_row(database)
    await work.record([Result(second, Verdict.SENT, message_id=2)])
    await work.record([Result(first, Verdict.SENT, message_id=1)])

    assert (while_in_flight["state"], while_in_flight["attempt"]) == ("sending", 2)
    assert (await only_row(database))["message_id"] == 2


async def test_a_group_is_recorded_row_by_row(database: Database, now: Clock) -> None:
    await add_people(database, 1, 2, 3)
    for person in (1, 2, 3):
        await owe(database, person)
    work = desk(database, now)
    first, second, third = await work.claim(limit=3)

    await work.record([Result(first, Verdict.SENT, 9), Result(second, Verdict.FAILED), Result(third, Verdict.RETURNED)])

    assert await states(database) == ["sent", "failed", "queued"]


@pytest.mark.parametrize(
    ("kind", "state"),
    [pytest.param("notice", "queued", id="at least once"), pytest.param("reminder", "unknown", id="at most once")],
)
async def test_what_a_dead_worker_left_is_taken_up_by_its_policy(
    database: Database, now: Clock, kind: str, state: str
) -> None:
    work, _ = await claim_one(database, now, kind)

    now.advance(seconds=LEASE.total_seconds() - 1)
    early = await work.recover()
    now.advance(seconds=1)
    late = await work.recover()

    assert (early, late) == (0, 1)
    assert await states(database) == [state]
    assert (await only_row(database))["reason"] == "lease-lapsed"


async def test_what_this_process_still_holds_is_not_taken_up(database: Database, now: Clock) -> None:
    work, owed = await claim_one(database, now)
    now.advance(seconds=LEASE.total_seconds())

    assert await work.recover(held={owed.id}) == 0
    assert await states(database) == ["sending"]


def test_pauses_double() -> None:
    assert [pause(attempt).seconds for attempt in (1, 2, 3, 4)] == [5, 10, 20, 40]


async def test_a_halt_outlives_the_process_and_is_never_shortened(database: Database, now: Clock) -> None:
    await desk(database, now).halt(60)
    await desk(database, now).halt(5)

    now.advance(seconds=20)

    assert await desk(database, now).find_halt() == 40


async def test_a_later_halt_replaces_an_earlier_one(database: Database, now: Clock) -> None:
    await desk(database, now).halt(5)
    await desk(database, now).halt(60)

    assert await desk(database, now).find_halt() == 60


async def test_without_a_halt_nothing_waits(database: Database, now: Clock) -> None:
    at_first = await desk(database, now).find_halt()
    await desk(database, now).halt(5)
    now.advance(minutes=1)

    assert (at_first, await desk(database, now).find_halt()) == (0, 0)


@pytest.mark.parametrize(
    ("verdict", "followed"),
    [
        pytest.param(Verdict.SENT, [(State.SENT, 77)], id="sent"),
        pytest.param(Verdict.FAILED, [(State.FAILED, None)], id="failed"),
        pytest.param(Verdict.IN_DOUBT, [], id="goes on"),
    ],
)
async def test_what_follows_is_done_with_the_end_and_not_before(
    database: Database, now: Clock, verdict: Verdict, followed: list[tuple[State, int | None]]
) -> None:
    seen: list[tuple[State, int | None]] = []

    async def after(connection: AsyncConnection, over: Over) -> None:
        row = (await connection.execute(select(DeliveryRow.state).where(DeliveryRow.id == over.owed.id))).one()
        assert row.state == over.state  # the same transaction
        seen.append((over.state, over.message_id))

    await add_people(database, 1)
    await owe(database, 1, "notice")
    work = desk(database, now, notice=Rule(Policy.AT_LEAST_ONCE, after=after))
    (owed,) = await work.claim(limit=1)
    await work.record([Result(owed, verdict, message_id=77 if verdict is Verdict.SENT else None)])

    assert seen == followed


async def test_what_is_given_up_after_a_death_is_followed_too(database: Database, now: Clock) -> None:
    seen: list[State] = []

    async def after(_: AsyncConnection, over: Over) -> None:
        seen.append(over.state)

    await add_people(database, 1)
    await owe(database, 1, "reminder")
    work = desk(database, now, reminder=Rule(Policy.AT_MOST_ONCE, after=after))
    await work.claim(limit=1)
    now.advance(seconds=LEASE.total_seconds() + 1)
    await work.recover()

    assert seen == [State.UNKNOWN]
