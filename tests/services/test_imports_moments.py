"""Dates as people write them, and the moments they mean."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from services.imports.faults import CellFault
from services.imports.moments import Duration, read_date, read_end, read_moment
from services.zones import ZONES
from tests.support.clock import NOON

WITA = ZONES["WITA"]


def utc(month: int, day: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-12-07 09:00 WITA", utc(12, 7, 1)),
        ("2026-12-07 09.00 wib", utc(12, 7, 2)),
        ("2026-12-07T09:00:00 WIT", utc(12, 7, 0)),
        ("2026-12-07 09:00+08:00", utc(12, 7, 1)),
        ("2026-12-07 01:00 Z", utc(12, 7, 1)),
        ("2026-12-07 09:00", utc(12, 7, 1)),
        (datetime(2026, 12, 7, 9, 0), utc(12, 7, 1)),
        ("+21 hari 09:00 WITA", utc(12, 8, 1)),
        ("+ 21 days 9:00 WIB", utc(12, 8, 2)),
        ("-30 hari 08:00", utc(10, 18, 0)),
        ("+0 hari 23:59 WIB", utc(11, 17, 16, 59)),
        ("+3 minggu Senin 09:00 WITA", utc(12, 7, 1)),
        ("+0 minggu Minggu 09:00 WITA", utc(11, 22, 1)),
        ("-1 week friday 16:00 WIB", utc(11, 13, 9)),
    ],
    ids=str,
)
def test_a_moment_is_read(written: object, meant: datetime) -> None:
    assert read_moment(written).resolve(now=NOON, zone=WITA) == meant


@pytest.mark.parametrize(
    ("written", "day"),
    [
        pytest.param("+0 hari 12:00 WIB", 17, id="still the 17th"),
        pytest.param("+0 hari 12:00 WIT", 18, id="already 18th"),
    ],
)
def test_the_day_of_loading_is_the_one_of_the_zone(written: str, day: int) -> None:
    before_midnight_in_jakarta = utc(11, 17, 16, 30)

    moment = read_moment(written).resolve(now=before_midnight_in_jakarta, zone=WITA)

    assert moment.day == day


@pytest.mark.parametrize(
    "written",
    [
        *("besok", "7 Desember 2026", "2026-12-07", "2026-12-07 25:00 WIB", "2026-12-07 09:00 GMT", "2026-13-01 09:00"),
        *(
            "21 hari 09:00",
            "+21 hari",
            "+3 minggu Lusa 09:00",
            "+9999 hari 09:00 WIB",
            "2026-12-07 09:00 +99:00",
            46000.5,
        ),
    ],
    ids=str,
)
def test_what_is_no_moment_is_refused(written: object) -> None:
    with pytest.raises(CellFault, match="import-not-a-moment"):
        read_moment(written)


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("4 hari 7 jam", timedelta(days=4, hours=7)),
        ("90 menit", timedelta(minutes=90)),
        ("2 days", timedelta(days=2)),
        ("1 jam 30 menit", timedelta(minutes=90)),
    ],
)
def test_an_end_may_be_a_length(written: str, length: timedelta) -> None:
    assert read_end(written) == Duration(length)


@pytest.mark.parametrize("written", ["2026-06-30", " 2026-06-30 ", date(2026, 6, 30), datetime(2026, 6, 30)], ids=repr)
def test_a_date_is_read(written: object) -> None:
    assert read_date(written) == date(2026, 6, 30)
