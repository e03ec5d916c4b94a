"""Dates as calendar files: zones spelled out, alarms, and numbers that stay the same from file to file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from services.papers.agenda import AgendaPaper
from services.papers.seat import SeatPaper
from services.zones import ZONES
from storage.repositories.reminders import Entry

if TYPE_CHECKING:
    from icalendar import Calendar, Event

Words = Callable[..., str]

BEFORE = (timedelta(days=1), timedelta(hours=1))
A_YEAR = timedelta(days=366)
A_MOMENT = timedelta(minutes=15)
"""So long a deadline stands in a calendar: it ends with its moment; what opens begins with it."""
ALARMS = {"letter": BEFORE, "offer": BEFORE[1:], "opening": (timedelta(0),), "closing": BEFORE}
COUNTED_FROM = datetime(2026, 1, 1, tzinfo=UTC)
"""The seconds since then are a deadline's sequence: it grows from file to file."""


def calendar_file(seat: SeatPaper, *, words: Words, link: str, now: datetime) -> bytes:
    """A sure seat as an .ics. A file that is asked for later takes the place of an earlier one in the same calendar."""
    return _written([seat.zone], seat.starts_at, seat.ends_at, [_of_seat(seat, words, link, now)])


def agenda_file(paper: AgendaPaper, *, words: Words, link: Callable[[int], str], zone: str, now: datetime) -> bytes:
    """Everything that lies ahead as one .ics; a start has the number that it has in the file of its seat alone.

    `link` leads to a batch's card; deadlines are told in the reader's zone, starts in the host's.
    """
    events = [_of_seat(seat, words, link(seat.batch_id), now) for seat in paper.seats]
    events += [_of_deadline(entry, words, link(entry.batch_id), zone, now) for entry in paper.deadlines]
    moments = [now, *(seat.ends_at for seat in paper.seats), *(entry.base_at for entry in paper.deadlines)]
    return _written([zone, *(seat.zone for seat in paper.seats)], min(moments), max(moments), events)


def _of_seat(seat: SeatPaper, words: Words, link: str, now: datetime) -> Event:
    """Its sequence is the seconds since the person enrolled, so that it grows wherever dates have moved in between."""
    zone = ZONES[seat.zone]
    values = {
        "uid": f"enrolment-{seat.enrolment_id}@jalin",
        "sequence": max(0, int((now - seat.submitted_at).total_seconds())),
        "dtstamp": now,
        "summary": seat.title,
        "dtstart": seat.starts_at.astimezone(zone),
        "dtend": seat.ends_at.astimezone(zone),
        "location": seat.place,
        "description": _description(seat, words, link),
        "url": link,
    }
    return _event(values, BEFORE, words("calendar-alarm", title=seat.title))


def _of_deadline(entry: Entry, words: Words, link: str, zone: str, now: datetime) -> Event:
    """Short, and nobody is busy meanwhile."""
    begins = entry.base_at if entry.kind == "opening" else entry.base_at - A_MOMENT
    begins = begins.astimezone(ZONES[zone])
    summary = words(f"calendar-{entry.kind}", title=entry.title)
    values = {
        # An enrolment has one letter, an offer is one; a batch opens and closes once for everybody.
        "uid": f"{entry.kind}-{entry.about or entry.batch_id}@jalin",
        "sequence": max(0, int((now - COUNTED_FROM).total_seconds())),
        "dtstamp": now,
        "summary": summary,
        "dtstart": begins,
        "dtend": begins + A_MOMENT,
        "description": words("calendar-card", link=link),
        "url": link,
        "transp": "TRANSPARENT",
    }
    return _event(values, ALARMS[entry.kind], summary)


def _event(values: dict[str, Any], alarms: Iterable[timedelta], said: str) -> Event:
    import icalendar  # takes a quarter of a second: not before somebody wants one

    event = icalendar.Event()
    for name, value in values.items():
        if value is not None:
            event.add(name, value)
    for before in alarms:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", said)
        alarm.add("trigger", -before)
        event.add_component(alarm)
    return event


def _written(zones: Iterable[str], first: datetime, last: datetime, events: Iterable[Event]) -> bytes:
    import icalendar

    calendar: Calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Jalin//Jalin//ID")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for zone in (ZONES[name] for name in dict.fromkeys(zones)):
        dates = {"first_date": first.date() - A_YEAR, "last_date": last.date() + A_YEAR}
        calendar.add_component(icalendar.Timezone.from_tzinfo(zone, zone.key, **dates))
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _description(seat: SeatPaper, words: Words, link: str) -> str:
    access = [words("calendar-access", access=seat.access)] if seat.access else []
    head = words("calendar-about", host=seat.host_short_name, hours=seat.lesson_hours)
    return "\n".join((head, *access, words("calendar-card", link=link)))
