"""Days, hours, numbers and provinces as organizers type them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.organizing.batches.reading import (
    Unclear,
    read_clock,
    read_day,
    read_moment,
    read_number,
    read_provinces,
    read_shares,
)
from tests.support.clock import NOON

TODAY = date(2026, 11, 17)
KNOWN = ("NTT", "Bali", "Papua Barat Daya")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7 Des 2026", date(2026, 12, 7)),
        ("7 desember 26", date(2026, 12, 7)),
        ("Sen, 7 Des 2026", date(2026, 12, 7)),
        ("7 Dec", date(2026, 12, 7)),
        ("17 nov", date(2026, 11, 17)),
        ("16 nov", date(2027, 11, 16)),
        ("7/12/2026", date(2026, 12, 7)),
        ("7-12-26", date(2026, 12, 7)),
        ("7.1", date(2027, 1, 7)),
        (" 2026-12-07 ", date(2026, 12, 7)),
        ("1 Mei 2027", date(2027, 5, 1)),
        ("17 agustus", date(2027, 8, 17)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "besok", "31 Nov", "30/2/2027", "7 Foo 2026", "2026-13-01", "7 Des 2026 x"])
def test_what_is_no_day_is_asked_for_again(text: str) -> None:
    with pytest.raises(Unclear, match="batch-unclear-day"):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("08.30", time(8, 30)),
        ("8:30", time(8, 30)),
        ("pukul 8", time(8)),
        ("0830", time(8, 30)),
        ("13.05 WITA", time(13, 5)),
        ("0", time(0)),
    ],
)
def test_an_hour_is_read(text: str, clock: time) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize("text", ["", "25.00", "8.61", "pagi", "8.3", "2500", "-1"])
def test_what_is_no_hour_is_asked_for_again(text: str) -> None:
    with pytest.raises(Unclear, match="batch-unclear-clock"):
        read_clock(text)


@pytest.mark.parametrize(
    ("text", "zone", "moment"),
    [
        ("30 Nov 2026 17.00", "WIB", datetime(2026, 11, 30, 10, 0, tzinfo=UTC)),
        ("Sen, 30 Nov 2026 pukul 17.00 WITA", "WITA", datetime(2026, 11, 30, 9, 0, tzinfo=UTC)),
        ("30/11/2026, 8:15", "WIT", datetime(2026, 11, 29, 23, 15, tzinfo=UTC)),
        ("30 Nov", "WIB", datetime(2026, 11, 30, 10, 0, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read_on_the_hosts_clock(text: str, zone: str, moment: datetime) -> None:
    assert read_moment(text, zone, NOON, time(17)) == moment


@pytest.mark.parametrize("text", ["", "nanti", "30 Nov 2026 25.00", "17.00", "30 Foo 17.00"])
def test_what_is_no_moment_is_asked_for_again(text: str) -> None:
    with pytest.raises(Unclear, match="batch-unclear-moment"):
        read_moment(text, "WIB", NOON, time(17))


def test_numbers_are_whole_and_have_bounds() -> None:
    assert [read_number(text) for text in ("30", " 1.000 ", "1", "100000")] == [30, 1000, 1, 100_000]
    for text in ("0", "-3", "100001", "tiga", "3,5", "", "9" * 40, "٣"):
        with pytest.raises(Unclear, match="batch-unclear-number"):
            read_number(text)


def test_provinces_are_found_in_whatever_case() -> None:
    assert read_provinces("ntt, BALI;\n papua  barat daya ", KNOWN) == ("NTT", "Bali", "Papua Barat Daya")
    with pytest.raises(Unclear) as unclear:
        read_provinces("NTT, Mars", KNOWN)
    assert unclear.value.values == {"province": "Mars"}


@pytest.mark.parametrize("text", ["NTT 7, Bali 2", "ntt: 7\nbali = 2", "NTT7; Bali 2,"])
def test_shares_are_read(text: str) -> None:
    assert read_shares(text, KNOWN) == {"NTT": 7, "Bali": 2}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "batch-unclear-share"),
        ("NTT tujuh", "batch-unclear-share"),
        ("7", "batch-unclear-share"),
        ("Mars 7", "batch-unclear-province"),
        ("NTT 7, ntt 2", "batch-unclear-twice"),
    ],
)
def test_what_is_no_share_is_said(text: str, key: str) -> None:
    with pytest.raises(Unclear, match=key):
        read_shares(text, KNOWN)
