"""The fault runs: what they reckon, how a line is judged, and a small run of all of it, within what is promised."""

from __future__ import annotations

import json
from collections import Counter
from datetime import timedelta

import pytest

from bot.faults import bound, is_broken
from bot.faults.deliveries import measure
from bot.faults.outbox import Standing, Toll, reckon
from bot.faults.table import ROWS
from bot.faults.worker import BEGAN, BETWEEN_STARTS, Orders
from services.broadcasts import KIND


def test_what_is_lost_doubled_and_unknown_is_found() -> None:
    standings = [
        Standing("1", KIND, "sent", 1),
        Standing("2", KIND, "sent", 1),
        Standing("3", KIND, "unknown", 1),
        Standing("4", "notice", "sent", 1),
        Standing("5", "notice", "queued", 1),
    ]

    assert reckon(standings, Counter({"1": 1, "3": 2, "4": 2})) == Toll(lost=2, doubled=1, unknown=1)


def test_more_than_is_allowed_is_broken() -> None:
    assert is_broken(bound("x", 1, "messages", 0))
    assert not is_broken(bound("x", 0, "messages", 0))
    assert json.loads(bound("x", 3, "s", 10)) == {"name": "x", "value": 3, "unit": "s", "baseline": 10, "ratio": 0.3}


def test_a_clock_runs_fast_and_jumps_when_it_is_told_to() -> None:
    day = timedelta(days=1)
    orders = Orders(database_url="", api_url="", limit=1, number=1, speed=10, jumps=((1, day), (2, -2 * day)))
    start = BEGAN + BETWEEN_STARTS

    clock = [orders.clock(seconds) - start for seconds in (0.5, 1, 2)]

    assert clock == [timedelta(seconds=5), day + timedelta(seconds=10), timedelta(seconds=20) - day]


@pytest.mark.process
@pytest.mark.timeout(300)
async def test_a_small_run_keeps_every_promise(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = {"refused", "moved", "revoked", "unreadable"}
    monkeypatch.setattr("bot.faults.table.ROWS", tuple(row for row in ROWS if row.key in quick))
    monkeypatch.setattr("bot.faults.deliveries.STORMS", 1)
    monkeypatch.setattr("bot.faults.outbox.PEOPLE", 60)

    lines = [line async for line in measure("small", database_url, 200, 2)]

    assert [line for line in lines if is_broken(line)] == []
    told = {json.loads(line)["name"].removeprefix("deliveries.small.") for line in lines}
    assert {"lost_silently", "duplicates", "unknown", "sigterm.unknown", "storm.window_max", "clock.duplicates"} < told
    assert {f"row.{key}" for key in quick} < told
