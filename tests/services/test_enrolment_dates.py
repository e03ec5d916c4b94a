"""Deadlines: nights do not count, and what a batch leaves open is decided by rule."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.enrolment.dates import cancel_until, last_waking_moment, letter_due, offer_span
from services.outbox.quiet import after_quiet_hours
from services.zones import ZONES
from storage.repositories.batches import Batch


def batch(**changes: Any) -> Batch:
    """From 7 December 2026, 09.00 WITA; registration closes on 30 November."""
    values: dict[str, Any] = {
        "id": 1,
        "number": 2,
        "title": "Analisis Ketahanan Pangan",
        "mode": "klasikal",
        "host_id": 1,
        "host_zone": "WITA",
        "starts_at": wita(7, 9, month=12),
        "ends_at": wita(11, 17, month=12),
        "registration_opens_at": wita(2, 8),
        "registration_closes_at": wita(30, 17),
        "capacity": 30,
        "needs_recommendation": True,
        "state": "published",
        "training_state": "published",
        "seat_plan": None,
        "offer_hours": 48,
        "seats_release_at": None,
        "seats_released_at": None,
        "cancel_until": None,
        "is_for_all": True,
    }
    return Batch(**(values | changes))


def wita(day: int, hour: int, minute: int = 0, *, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONES["WITA"]).astimezone(UTC)


@pytest.mark.parametrize(
    ("made", "hours", "start", "end"),
    [
        pytest.param(wita(20, 14), 48, wita(20, 14), wita(22, 14), id="two days are two days"),
        pytest.param(wita(20, 23), 48, wita(21, 6), wita(23, 6), id="the clock starts in the morning"),
        pytest.param(wita(20, 3), 48, wita(20, 6), wita(22, 6), id="of the same day, before dawn"),
        pytest.param(wita(20, 19), 3, wita(20, 19), wita(21, 8), id="it stops for the night"),
        pytest.param(wita(20, 17), 3, wita(20, 17), wita(21, 6), id="and never ends as the night begins"),
        pytest.param(wita(20, 6), 23, wita(20, 6), wita(21, 15), id="over one night"),
        pytest.param(wita(20, 7), 36, wita(20, 7), wita(21, 19), id="a day and twelve hours"),
        pytest.param(
            wita(6, 14, month=12), 48, wita(6, 14, month=12), wita(7, 9, month=12), id="at the latest the start"
        ),
    ],
)
def test_an_offer_runs_by_day(made: datetime, hours: int, start: datetime, end: datetime) -> None:
    assert offer_span(batch(offer_hours=hours), "WITA", made) == (start, end)


def test_an_offer_runs_by_the_person_s_own_day() -> None:
    made = wita(20, 20, 30)

    assert offer_span(batch(), "WIB", made) == (made, made + timedelta(days=2))
    assert offer_span(batch(), "WITA", made) == (wita(21, 6), wita(23, 6))


def test_nothing_is_offered_that_cannot_be_answered_before_the_start() -> None:
    early = wita(7, 6, month=12)

    assert offer_span(batch(starts_at=early), "WITA", wita(6, 22, month=12)) is None
    assert offer_span(batch(), "WITA", wita(7, 9, month=12)) is None


def test_a_start_at_night_moves_the_last_answer_to_the_evening_before() -> None:
    assert last_waking_moment(wita(7, 5), "WITA") == wita(6, 19, 59)
    assert last_waking_moment(wita(7, 21), "WITA") == wita(7, 19, 59)
    assert last_waking_moment(wita(7, 9), "WITA") == wita(7, 9)


@settings(max_examples=150, deadline=None)
@given(st.datetimes(datetime(2026, 11, 1), datetime(2026, 11, 30)), st.integers(1, 200), st.sampled_from(sorted(ZONES)))
def test_a_deadline_is_by_day_and_no_sooner_than_promised(made: datetime, hours: int, zone: str) -> None:
    made = made.replace(tzinfo=UTC)
    far = made + timedelta(days=365)

    span = offer_span(batch(offer_hours=hours, starts_at=far, ends_at=far), zone, made)

    assert span is not None
    start, end = span
    assert after_quiet_hours(end, zone) == end
    assert start == after_quiet_hours(made, zone)
    assert end - start >= timedelta(hours=hours)


@pytest.mark.parametrize(
    ("changes", "until"),
    [
        pytest.param({}, wita(4, 17, month=12), id="three days before the start"),
        pytest.param({"cancel_until": wita(1, 8)}, wita(1, 8), id="as the batch says"),
        pytest.param({"mode": "mandiri"}, wita(11, 17, month=12), id="self-paced: to the end"),
    ],
)
def test_a_seat_can_be_given_back_until(changes: dict[str, Any], until: datetime) -> None:
    assert cancel_until(batch(**changes)) == until


def test_a_letter_is_awaited_three_days_but_not_past_registration() -> None:
    assert letter_due(batch(), "WITA", wita(17, 9, 5)) == wita(20, 17)
    assert letter_due(batch(), "WITA", wita(29, 9)) == wita(30, 17)
