"""What is old is forgotten, what is young stays."""

from __future__ import annotations

from services.housekeeping import ForgetOld, Forgotten
from storage.database import Database
from storage.repositories.fsm import FsmEntry, FsmStates
from storage.repositories.inbox import Arrival, Inbox
from storage.repositories.knowledge import Misses, Readings
from tests.support.clock import Clock


async def test_old_updates_and_idle_conversations_go_in_time(database: Database, now: Clock) -> None:
    forget = ForgetOld(database=database, now=now)
    async with database.write() as connection:
        [item] = await Inbox(connection).add([Arrival(1, 1, "{}")], now())
        await Inbox(connection).set_done(item.seq, now())
        await FsmStates(connection).save(1, {"k": FsmEntry("s", {"a": 1})}, now())

    forgotten = []
    for days in (6, 2, 23):
        now.advance(days=days)
        forgotten.append(await forget())

    assert forgotten == [Forgotten(0, 0, 0, 0), Forgotten(1, 0, 0, 0), Forgotten(0, 1, 0, 0)]


async def test_views_and_what_was_sought_in_vain_go_after_four_hundred_days(database: Database, now: Clock) -> None:
    forget = ForgetOld(database=database, now=now)
    async with database.write() as connection:
        await Readings(connection).add_view("wog", now().date())
        await Misses(connection).add("cuti", "cuti", at=now())
        await Misses(connection).add("gaji", "gaji", at=now())
    now.advance(days=100)
    async with database.write() as connection:
        await Misses(connection).add("gaji", "gaji", at=now())

    forgotten = []
    for days in (300, 1, 100):
        now.advance(days=days)
        forgotten.append(await forget())

    assert forgotten == [Forgotten(0, 0, 0, 0), Forgotten(0, 0, 1, 1), Forgotten(0, 0, 0, 1)]
