"""Queueing an announcement: everybody meant has one copy, whatever comes between two slices."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from services.broadcasts import KIND, Audience, QueueCopies, QueueDue
from services.broadcasts.fan_out import EVERYBODY
from storage.database import Database
from storage.repositories.broadcasts import Broadcasts
from storage.tables import BroadcastRow, DeliveryRow, PersonRow
from tests.support.broadcasts import add_broadcast, broadcast, copies
from tests.support.catalogue import add_agency
from tests.support.clock import NOON, Clock
from tests.support.deliveries import add_people, owe, rows

PEOPLE = tuple(range(1, 26))
SLICE = 10


@pytest.fixture
async def agency(database: Database) -> int:
    agency = await add_agency(database)
    await add_people(database, *PEOPLE, consent_version="1")
    return agency


@pytest.fixture
def queue(database: Database, now: Clock) -> QueueCopies:
    return QueueCopies(database=database, now=now, slice_size=SLICE)


async def set_state(database: Database, broadcast_id: int, state: str) -> None:
    async with database.write() as connection:
        await connection.execute(update(BroadcastRow).where(BroadcastRow.id == broadcast_id).values(state=state))


async def test_everybody_has_one_copy_and_the_announcement_goes_on_to_sending(
    database: Database, queue: QueueCopies, agency: int, now: Clock
) -> None:
    number = await add_broadcast(database, agency)

    assert await queue(broadcast_id=number) == 25

    assert await copies(database, number) == list(PEOPLE)
    first = (await rows(database))[0]
    assert (first.kind, first.subject, first.payload) == (KIND, str(number), {"broadcast": number})
    assert (first.state, first.urgency, first.due_at, first.attempt) == ("queued", 8, NOON, 0)
    kept = await broadcast(database, number)
    assert (kept["state"], kept["total"], kept["cursor"], kept["started_at"]) == ("sending", 25, EVERYBODY, NOON)


async def test_a_slice_is_a_transaction_of_its_own_and_the_next_process_goes_on_from_it(
    database: Database, queue: QueueCopies, agency: int, now: Clock
) -> None:
    number = await add_broadcast(database, agency)

    assert await queue(broadcast_id=number, slices=1) == 10

    kept = await broadcast(database, number)
    assert (kept["state"], kept["total"], kept["cursor"]) == ("queueing", 10, 10)
    now.advance(hours=1)
    assert await QueueDue(database=database, now=now, queue=queue)() == 1
    assert await copies(database, number) == list(PEOPLE)
    assert {row.due_at for row in await rows(database)} == {NOON}


async def test_a_slice_that_dies_before_its_commit_leaves_nothing_and_is_done_again(
    database: Database, queue: QueueCopies, agency: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await add_broadcast(database, agency)
    await queue(broadcast_id=number, slices=1)
    with monkeypatch.context() as patch:

        async def die(*_: Any, **__: Any) -> None:
            raise OSError("killed")

        patch.setattr(Broadcasts, "move", die)
        with pytest.raises(OSError, match="killed"):
            await queue(broadcast_id=number)

    assert len(await copies(database, number)) == 10
    assert await queue(broadcast_id=number) == 25
    assert await copies(database, number) == list(PEOPLE)


@pytest.mark.parametrize("state", ["draft", "waiting", "paused", "cancelled", "sending", "done"])
async def test_what_is_not_to_be_queued_is_left_alone(
    database: Database, queue: QueueCopies, agency: int, state: str
) -> None:
    number = await add_broadcast(database, agency, state=state)

    assert await queue(broadcast_id=number) == 0

    assert await copies(database, number) == []
    assert (await broadcast(database, number))["state"] == state


async def test_who_stops_it_between_two_slices_is_heeded(database: Database, queue: QueueCopies, agency: int) -> None:
    number = await add_broadcast(database, agency)
    await queue(broadcast_id=number, slices=1)

    await set_state(database, number, "cancelled")

    assert await queue(broadcast_id=number) == 10
    assert len(await copies(database, number)) == 10


async def test_paused_between_two_slices_it_is_settled_at_once_whom_it_is_for(
    database: Database, queue: QueueCopies, agency: int, now: Clock
) -> None:
    """Copies that wait are no news to anybody; who takes part only later is not meant."""
    number = await add_broadcast(database, agency, Audience(agencies=(agency,)))
    async with database.write() as connection:
        await connection.execute(update(PersonRow).where(PersonRow.id != 20).values(agency_id=agency))
    await queue(broadcast_id=number, slices=1)
    await set_state(database, number, "paused")
    due = QueueDue(database=database, now=now, queue=queue)

    assert (await due(), await due()) == (1, 0)
    assert (await broadcast(database, number))["state"] == "paused"
    now.advance(hours=30)
    async with database.write() as connection:
        await connection.execute(update(PersonRow).values(agency_id=agency))
    await add_people(database, 40, consent_version="1", agency_id=agency, created_at=now())
    await set_state(database, number, "queueing")
    await due()

    assert await copies(database, number) == [person for person in PEOPLE if person != 20]
    assert (await broadcast(database, number))["state"] == "sending"


async def test_nothing_is_queued_before_its_time(
    database: Database, queue: QueueCopies, agency: int, now: Clock
) -> None:
    number = await add_broadcast(database, agency, send_at=NOON + timedelta(hours=1))
    due = QueueDue(database=database, now=now, queue=queue)

    assert (await due(), await queue(broadcast_id=number)) == (0, 0)

    now.advance(hours=1)
    assert await due() == 1
    assert len(await copies(database, number)) == 25


async def test_two_at_a_time_queue_everybody_once(database: Database, queue: QueueCopies, agency: int) -> None:
    number = await add_broadcast(database, agency)

    await asyncio.gather(*(queue(broadcast_id=number) for _ in range(3)))

    assert sorted(await copies(database, number)) == list(PEOPLE)
    assert (await broadcast(database, number))["total"] == 25


async def test_who_has_a_copy_gets_no_second_one_and_is_not_counted_twice(
    database: Database, queue: QueueCopies, agency: int
) -> None:
    number = await add_broadcast(database, agency)
    await owe(database, 7, KIND, str(number))

    assert await queue(broadcast_id=number) == 24

    assert sorted(await copies(database, number)) == list(PEOPLE)


async def test_who_comes_while_it_is_queued_is_not_meant(
    database: Database, queue: QueueCopies, agency: int, now: Clock
) -> None:
    number = await add_broadcast(database, agency)
    await queue(broadcast_id=number, slices=1)
    now.advance(seconds=1)
    await add_people(database, 40, consent_version="1", created_at=now())

    assert await queue(broadcast_id=number) == 25

    assert await copies(database, number) == list(PEOPLE)


async def test_the_audience_is_looked_up_when_the_slice_is_queued(
    database: Database, queue: QueueCopies, agency: int
) -> None:
    number = await add_broadcast(database, agency, Audience(reachable_only=True))
    await queue(broadcast_id=number, slices=1)
    async with database.write() as connection:
        blocked = update(PersonRow).where(PersonRow.id.in_([5, 15])).values(unreachable_since=NOON)
        await connection.execute(blocked)

    await queue(broadcast_id=number)

    assert await copies(database, number) == [person for person in PEOPLE if person != 15]


async def test_an_unknown_announcement_queues_nothing(database: Database, queue: QueueCopies, agency: int) -> None:
    assert await queue(broadcast_id=99) == 0
    async with database.read() as connection:
        assert await connection.scalar(DeliveryRow.__table__.select()) is None
