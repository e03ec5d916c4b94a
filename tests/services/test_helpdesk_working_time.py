"""Working time of an agency: hours, weekends, holidays and joint leave, on three clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.helpdesk.working_time import WorkingTime, hours_as_days
from services.zones import ZONES

OFFICE = WorkingTime.read(days="12345", opens="08:00", closes="16:00", zone="WITA")
A_DAY = timedelta(hours=8)


def at(text: str, zone: str = "WITA") -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H.%M").replace(tzinfo=ZONES[zone])


def minutes(hours: int, more: int = 0) -> timedelta:
    return timedelta(hours=hours, minutes=more)


works = st.builds(
    lambda days, opens, lasts, zone: WorkingTime(days=days, opens=time(opens), closes=time(opens + lasts), zone=zone),
    st.frozensets(st.integers(1, 7), min_size=1),
    st.integers(0, 12),
    st.integers(1, 11),
    st.sampled_from(sorted(ZONES)),
)
moments = st.datetimes(
    datetime(2026, 1, 1), datetime(2027, 12, 1), timezones=st.sampled_from([UTC, *ZONES.values()])
).map(lambda moment: moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0))
amounts = st.integers(1, 60).map(lambda half: timedelta(minutes=30 * half))


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        pytest.param("2026-11-26 10.00", "2026-11-27 10.00", id="the next day at the same hour"),
        pytest.param("2026-11-26 08.00", "2026-11-26 16.00", id="at opening: that day's closing"),
        pytest.param("2026-11-26 05.00", "2026-11-26 16.00", id="before opening counts as opening"),
        pytest.param("2026-11-26 16.00", "2026-11-27 16.00", id="at closing the day is over"),
        pytest.param("2026-11-27 10.00", "2026-11-30 10.00", id="over a weekend"),
        pytest.param("2026-11-28 12.00", "2026-11-30 16.00", id="asked on a Saturday"),
        pytest.param("2026-12-23 10.00", "2026-12-28 10.00", id="joint leave, Christmas, weekend"),
        pytest.param("2026-12-24 09.00", "2026-12-28 16.00", id="asked on the day of joint leave"),
        pytest.param("2026-12-25 23.59", "2026-12-28 16.00", id="asked on Christmas"),
        pytest.param("2026-12-31 15.00", "2027-01-04 15.00", id="New Year and a weekend"),
        pytest.param("2027-01-04 15.00", "2027-01-06 15.00", id="Isra Mikraj of the new year"),
    ],
)
def test_a_working_day_later(starts: str, ends: str) -> None:
    assert OFFICE.add_working(at(starts), A_DAY) == at(ends)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        pytest.param("2026-11-26 10.00", "2026-11-26 10.00", id="open"),
        pytest.param("2026-11-26 07.59", "2026-11-26 08.00", id="soon"),
        pytest.param("2026-11-26 16.00", "2026-11-27 08.00", id="just closed"),
        pytest.param("2026-12-23 16.30", "2026-12-28 08.00", id="24 to 27 December 2026 are off"),
        pytest.param("2026-12-26 11.00", "2026-12-28 08.00", id="within them"),
    ],
)
def test_next_opening(moment: str, opens: str) -> None:
    assert OFFICE.next_opening(at(moment)) == at(opens)
    assert OFFICE.is_open(at(moment)) == (moment == opens)
    assert OFFICE.is_open(at(opens))


def test_days_and_hours_are_the_agency_s_own() -> None:
    weekend = WorkingTime.read(days="67", opens="13:00", closes="15:00", zone="WIT")

    assert weekend.add_working(at("2026-11-26 10.00", "WIT"), minutes(3)) == at("2026-11-29 14.00", "WIT")


def test_the_answer_is_in_the_clock_of_the_question() -> None:
    assert OFFICE.add_working(at("2026-11-26 10.00").astimezone(UTC), A_DAY).tzinfo is UTC


def test_hours_are_told_on_the_asker_s_clock() -> None:
    assert OFFICE.clocks_in("WITA", date(2026, 11, 26)) == (time(8), time(16))
    assert OFFICE.clocks_in("WIB", date(2026, 11, 26)) == (time(7), time(15))
    assert OFFICE.clocks_in("WIT", date(2026, 11, 26)) == (time(9), time(17))


@pytest.mark.parametrize(("hours", "days"), [(8, 1), (16, 2), (4, None), (12, None)])
def test_hours_as_days(hours: int, days: int | None) -> None:
    assert hours_as_days(hours, OFFICE) == days


@pytest.mark.parametrize(
    ("days", "opens", "closes"), [("", "08:00", "16:00"), ("8", "08:00", "16:00"), ("1", "16:00", "16:00")]
)
def test_time_without_work_is_refused(days: str, opens: str, closes: str) -> None:
    with pytest.raises(ValueError, match=r"no working days|opens at"):
        WorkingTime.read(days=days, opens=opens, closes=closes, zone="WIB")


@settings(max_examples=30, deadline=None)
@given(works, moments, amounts)
def test_the_end_is_in_working_time_and_so_much_work_later(
    work: WorkingTime, start: datetime, hours: timedelta
) -> None:
    end = work.add_working(start, hours)

    quarter = timedelta(minutes=15)
    steps = [start + number * quarter for number in range(int((end - start) / quarter))]
    assert work.is_open(steps[-1]), "an alarm falls into working time, or on its closing"
    assert quarter * sum(map(work.is_open, steps)) == hours


@settings(max_examples=30, deadline=None)
@given(works, moments, amounts, amounts)
def test_waiting_in_two_parts_is_waiting_once(
    work: WorkingTime, start: datetime, first: timedelta, second: timedelta
) -> None:
    assert work.add_working(work.add_working(start, first), second) == work.add_working(start, first + second)


@settings(max_examples=30, deadline=None)
@given(works, moments, st.integers(0, 200))
def test_who_asks_later_is_never_alarmed_earlier(work: WorkingTime, start: datetime, later: int) -> None:
    after = start + timedelta(minutes=15 * later)

    assert work.add_working(start, A_DAY) <= work.add_working(after, A_DAY)
    opening = work.next_opening(start)
    assert opening >= start
    assert work.is_open(opening)
    assert work.next_opening(opening) == opening
