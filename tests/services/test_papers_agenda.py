"""The agenda as a calendar file, read back as a calendar would read it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest

from bot.words import Words
from services.papers import AgendaPaper, SeatPaper, agenda_file, calendar_file
from storage.repositories.reminders import Entry
from tests.support.clock import NOON
from tests.support.papers import seat_paper

DUE = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
WORDS = Words().voice("id", "WIT").plain


def entry(kind: str, about: int = 5, base_at: datetime = DUE) -> Entry:
    return Entry(kind=kind, batch_id=3, about=about, base_at=base_at, title="Analisis Ketahanan Pangan")


def link(batch: int) -> str:
    return f"https://t.me/jalin_bot?start=p_{batch}"


def made(*deadlines: Entry, seats: tuple[SeatPaper, ...] = (), now: datetime = NOON) -> Any:
    paper = AgendaPaper(seats=seats, deadlines=deadlines)
    content = agenda_file(paper, words=WORDS, link=link, zone="WIT", now=now)
    return icalendar.Calendar.from_ical(content.decode())


def events(calendar: Any) -> dict[str, Any]:
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


@pytest.mark.parametrize(
    ("kind", "about", "uid", "summary", "begins", "alarms"),
    [
        pytest.param("letter", 5, "letter-5@jalin", "Batas surat rekomendasi", -15, [-1440, -60], id="letter"),
        pytest.param("offer", 5, "offer-5@jalin", "Batas jawab tawaran kursi", -15, [-60], id="offer"),
        pytest.param("opening", 0, "opening-3@jalin", "Pendaftaran dibuka", 0, [0], id="opening"),
        pytest.param("closing", 0, "closing-3@jalin", "Pendaftaran ditutup", -15, [-1440, -60], id="closing"),
    ],
)
def test_a_deadline_is_short_and_is_said_before(
    kind: str, about: int, uid: str, summary: str, begins: int, alarms: list[int]
) -> None:
    (found,) = events(made(entry(kind, about))).items()

    name, event = found
    assert name == uid
    assert str(event["SUMMARY"]) == f"{summary}: Analisis Ketahanan Pangan"
    assert event["DTSTART"].dt == DUE + timedelta(minutes=begins)
    assert event["DTSTART"].params["TZID"] == "Asia/Jayapura"
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=15)
    assert event["TRANSP"] == "TRANSPARENT"
    assert [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")] == [timedelta(minutes=one) for one in alarms]
    assert link(3) in str(event["DESCRIPTION"])


def test_a_start_is_the_event_of_the_seat_s_own_file() -> None:
    (alone,) = icalendar.Calendar.from_ical(
        calendar_file(seat_paper(), words=WORDS, link=link(3), now=NOON).decode()
    ).walk("VEVENT")

    together = events(made(entry("letter"), seats=(seat_paper(),)))

    assert list(together) == ["enrolment-7@jalin", "letter-5@jalin"]
    assert together["enrolment-7@jalin"].to_ical() == alone.to_ical()


def test_each_zone_is_spelled_out_once() -> None:
    seats = (seat_paper(), seat_paper(enrolment_id=8), seat_paper(enrolment_id=9, zone="WIT"))

    calendar = made(entry("closing", 0), seats=seats)

    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Jayapura", "Asia/Jakarta"]
    assert len(events(calendar)) == 4


def test_a_later_file_takes_the_place_of_the_earlier_one() -> None:
    earlier = events(made(entry("offer")))
    later = events(made(entry("offer", base_at=DUE + timedelta(days=1)), now=NOON + timedelta(hours=1)))

    assert earlier.keys() == later.keys()
    assert earlier["offer-5@jalin"]["SEQUENCE"] < later["offer-5@jalin"]["SEQUENCE"]
