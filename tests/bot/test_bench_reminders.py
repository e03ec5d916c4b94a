"""The benchmark of reminders: everybody is reminded, and both sides look for the same."""

from __future__ import annotations

import pytest

from bot.bench import reminders, sink
from bot.bench import reminders_world as world
from services.reminders.sweeping import SLICE
from storage.database import Database

PEOPLE = 40


async def test_both_looks_find_what_is_due_among_what_is_not(database: Database) -> None:
    await world.add_world(database, PEOPLE)
    await world.add_planned(database, 2 * SLICE, PEOPLE, due=SLICE)

    ours, bare = await reminders.compare_looks(database)

    assert (len(ours), len(bare)) == (reminders.LOOKS, reminders.LOOKS)


async def test_everybody_is_reminded_and_what_is_later_is_left_alone(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminders, "TICK_S", 0.05)
    await world.add_world(database, PEOPLE)
    await world.add_planned(database, 2 * SLICE, PEOPLE, due=SLICE)
    await world.forget_due(database)

    with sink.running() as api:
        url = database.url.render_as_string(hide_password=False)
        minute = await reminders.remind_many(database, url, api, PEOPLE, 0.3)

    assert len(minute.late_s) == PEOPLE
    assert min(minute.late_s) >= 0
    assert minute.sweeps_ms
