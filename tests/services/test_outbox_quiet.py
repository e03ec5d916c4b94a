"""Quiet hours, over the three zones."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from services.outbox.quiet import after_quiet_hours


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "zone", "expected"),
    [
        pytest.param(at(17, 12, 59), "WIB", at(17, 12, 59), id="19.59 WIB is day"),
        pytest.param(at(17, 13), "WIB", at(17, 23), id="20.00 WIB waits until 06.00"),
        pytest.param(at(17, 22, 59), "WIB", at(17, 23), id="05.59 WIB waits a minute"),
        pytest.param(at(17, 23), "WIB", at(17, 23), id="06.00 WIB is day"),
        pytest.param(at(17, 17), "WIB", at(17, 23), id="midnight WIB waits for the same day's morning"),
        pytest.param(at(17, 12), "WITA", at(17, 22), id="20.00 WITA"),
        pytest.param(at(17, 11, 59), "WITA", at(17, 11, 59), id="19.59 WITA"),
        pytest.param(at(17, 11), "WIT", at(17, 21), id="20.00 WIT"),
        pytest.param(at(17, 21), "WIT", at(17, 21), id="06.00 WIT"),
        pytest.param(at(30, 13, 30), "WIB", at(30, 23), id="the last evening of a month"),
    ],
)
def test_what_can_wait_comes_by_day(moment: datetime, zone: str, expected: datetime) -> None:
    assert after_quiet_hours(moment, zone) == expected


def test_a_moment_by_day_is_handed_back_as_it_is() -> None:
    moment = at(17, 4)

    assert after_quiet_hours(moment, "WIT") is moment
