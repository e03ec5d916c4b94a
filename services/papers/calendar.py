"""A sure seat as a calendar file: the host's zone spelled out, two alarms, and a number that stays the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from services.papers.seat import SeatPaper
from services.zones import ZONES

BEFORE = (timedelta(days=1), timedelta(hours=1))


def calendar_file(seat: SeatPaper, *, words: Callable[..., str], link: str, now: datetime) -> bytes:
    """The .ics. A file that is asked for later takes the place of an earlier one in the same calendar.

    Its sequence is the seconds since the person enrolled, so that it grows wherever dates have moved in between.
    """
    import icalendar  # takes a quarter of a second: not before somebody wants one

    zone = ZONES[seat.zone]
    event = icalendar.Event()
    event.add("uid", f"enrolment-{seat.enrolment_id}@jalin")
    event.add("sequence", max(0, int((now - seat.submitted_at).total_seconds())))
    event.add("dtstamp", now)
    event.add("summary", seat.title)
    event.add("dtstart", seat.starts_at.astimezone(zone))
    event.add("dtend", seat.ends_at.astimezone(zone))
    if seat.place:
        event.add("location", seat.place)
    event.add("description", _description(seat, words, link))
    event.add("url", link)
    for before in BEFORE:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", words("calendar-alarm", title=seat.title))
        alarm.add("trigger", -before)
        event.add_component(alarm)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Jalin//Jalin//ID")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    first, last = seat.starts_at.date() - timedelta(days=366), seat.ends_at.date() + timedelta(days=366)
    calendar.add_component(icalendar.Timezone.from_tzinfo(zone, zone.key, first_date=first, last_date=last))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _description(seat: SeatPaper, words: Callable[..., str], link: str) -> str:
    access = [words("calendar-access", access=seat.access)] if seat.access else []
    head = words("calendar-about", host=seat.host_short_name, hours=seat.lesson_hours)
    return "\n".join((head, *access, words("calendar-card", link=link)))
