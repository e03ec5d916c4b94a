"""The calendar file, read back as a calendar would read it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest

from bot.words import Words
from services.papers import SeatPaper, calendar_file
from tests.support.clock import NOON
from tests.support.papers import seat_paper

LINK = "https://t.me/jalin_bot?start=p_3"


def made(seat: SeatPaper, now: datetime = NOON) -> bytes:
    return calendar_file(seat, words=Words().voice("id", "WITA").plain, link=LINK, now=now)


def read(seat: SeatPaper, now: datetime = NOON) -> tuple[Any, Any]:
    """The calendar and its one event."""
    calendar = icalendar.Calendar.from_ical(made(seat, now).decode())
    (event,) = calendar.walk("VEVENT")
    return calendar, event


@pytest.mark.parametrize(
    ("zone", "tzid", "hour", "offset"),
    [
        pytest.param("WIB", "Asia/Jakarta", 8, 7, id="WIB"),
        pytest.param("WITA", "Asia/Makassar", 9, 8, id="WITA"),
        pytest.param("WIT", "Asia/Jayapura", 10, 9, id="WIT"),
    ],
)
def test_the_hours_are_the_host_s_with_the_zone_spelled_out(zone: str, tzid: str, hour: int, offset: int) -> None:
    calendar, event = read(seat_paper(zone=zone))

    (spelled,) = calendar.walk("VTIMEZONE")
    (standard,) = spelled.walk("STANDARD")
    assert str(spelled["TZID"]) == event["DTSTART"].params["TZID"] == event["DTEND"].params["TZID"] == tzid
    assert standard["TZOFFSETTO"].td == timedelta(hours=offset)
    assert event["DTSTART"].dt.hour == hour
    assert event["DTSTART"].dt == datetime(2026, 12, 7, 1, tzinfo=UTC)
    assert event["DTEND"].dt == datetime(2026, 12, 11, 9, tzinfo=UTC)


def test_it_says_what_where_how_to_get_in_and_leads_to_the_card() -> None:
    _, event = read(seat_paper())

    assert str(event["SUMMARY"]) == "Analisis Ketahanan Pangan"
    assert str(event["LOCATION"]) == "Kampus BPSDM, Jakarta"
    assert str(event["DESCRIPTION"]) == (
        f"Tuan rumah BPSDM DKI Jakarta, 40 JP.\nCara masuk: Gedung B; lantai 3, ruang 2\nKartu pelatihan: {LINK}"
    )


def test_two_alarms_come_a_day_and_an_hour_before() -> None:
    _, event = read(seat_paper())

    triggers = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]

    assert triggers == [timedelta(days=-1), timedelta(hours=-1)]


def test_a_later_file_takes_the_place_of_the_earlier_one() -> None:
    _, first = read(seat_paper())
    _, moved = read(seat_paper(starts_at=datetime(2026, 12, 8, 1, tzinfo=UTC)), NOON + timedelta(days=2))

    assert first["UID"] == moved["UID"] == "enrolment-7@jalin"
    assert first["SEQUENCE"] < moved["SEQUENCE"]


def test_what_nobody_knows_is_not_said_and_long_lines_are_folded() -> None:
    title = "Penguatan é Kolaborasi, Tata Kelola; dan Kepemimpinan " * 3
    _, event = read(seat_paper(place=None, access=None, title=title))

    assert "LOCATION" not in event
    assert "Cara masuk" not in str(event["DESCRIPTION"])
    assert str(event["SUMMARY"]) == title
    assert all(len(line) <= 75 for line in made(seat_paper(title=title)).split(b"\r\n"))
