"""The rows of the inbox: kept once, in order, and emptied when done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.repositories.inbox import Arrival, Inbox, Waiting
from storage.tables import InboxRow
from tests.support.clock import Clock


def arrival(update_id: int, lane: int = 1) -> Arrival:
    return Arrival(update_id, lane, f'{{"update_id": {update_id}}}')


async def test_updates_come_back_in_the_order_they_came(database: Database, now: Clock) -> None:
    async with database.write() as connection:
        await Inbox(connection).add([arrival(900), arrival(901)], now())
        await Inbox(connection).add([arrival(7)], now())

    async with database.read() as connection:
        waiting = await Inbox(connection).list_waiting(after=0, limit=10)

    assert [item.update_id for item in waiting] == [900, 901, 7]


async def test_an_update_seen_before_is_absorbed_even_under_a_lower_id(database: Database, now: Clock) -> None:
    async with database.write() as connection:
        inbox = Inbox(connection)
        await inbox.add([arrival(5), arrival(900)], now())
        again = await inbox.add([arrival(900), arrival(5), arrival(6), arrival(6)], now())

    assert [item.update_id for item in again] == [6]


async def test_nothing_new_is_nothing(database: Database, now: Clock) -> None:
    async with database.write() as connection:
        assert await Inbox(connection).add([], now()) == []


async def test_a_done_update_waits_no_more_and_keeps_neither_body_nor_person(database: Database, now: Clock) -> None:
    async with database.write() as connection:
        inbox = Inbox(connection)
        [item] = await inbox.add([arrival(1, lane=77)], now())
        await inbox.set_done(item.seq, now())
        waiting = await inbox.list_waiting(after=0, limit=1)
        row = (await connection.execute(select(InboxRow.lane, InboxRow.body, InboxRow.state))).one()

    assert (waiting, tuple(row)) == ([], (0, None, "done"))


async def test_a_quarantined_update_goes_back_in_line_once(database: Database, now: Clock) -> None:
    async with database.write() as connection:
        inbox = Inbox(connection)
        [item] = await inbox.add([arrival(1, lane=77)], now())
        await inbox.set_quarantined(item.seq, attempts=3, error="E", reference="J-AAAA", cipher=b"x", now=now())
        back = [await inbox.set_waiting(item.seq, 77, "{}") for _ in range(2)]
        [again] = await inbox.list_waiting(after=0, limit=1)

    assert (back, again) == ([True, False], Waiting(item.seq, 1, 77, "{}"))


async def test_a_quarantined_update_is_found_by_its_person_only(database: Database, now: Clock) -> None:
    async with database.write() as connection:
        inbox = Inbox(connection)
        [item] = await inbox.add([arrival(1, lane=77)], now())
        await inbox.set_quarantined(item.seq, attempts=3, error="E", reference="J-AAAA", cipher=b"x", now=now())
        mine, other = await inbox.find_quarantined("J-AAAA", 77), await inbox.find_quarantined("J-AAAA", 78)

    assert mine is not None
    assert (mine.cipher, mine.error, other) == (b"x", "E", None)


@pytest.mark.parametrize(
    ("age", "left"),
    [
        pytest.param(timedelta(days=6), 2, id="both young"),
        pytest.param(timedelta(days=8), 1, id="the done one is old"),
        pytest.param(timedelta(days=31), 0, id="the quarantined one too"),
    ],
)
async def test_old_rows_are_forgotten(database: Database, now: Clock, age: timedelta, left: int) -> None:
    async with database.write() as connection:
        inbox = Inbox(connection)
        first, second = await inbox.add([arrival(1), arrival(2)], now())
        await inbox.set_done(first.seq, now())
        await inbox.set_quarantined(second.seq, attempts=3, error="E", reference="J-A", cipher=b"x", now=now())
        later = now() + age
        gone = await inbox.delete_handled(
            done_before=later - timedelta(days=7), quarantined_before=later - timedelta(days=30)
        )

    assert gone == 2 - left
