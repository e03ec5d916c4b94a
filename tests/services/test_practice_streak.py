"""Days of learning in a row: one day off does not end them, two do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.practice import streak

TODAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        pytest.param([], 0, id="nothing yet"),
        pytest.param([0], 1, id="today"),
        pytest.param([1], 1, id="yesterday; today is not over"),
        pytest.param([2], 1, id="yesterday was free; today is not over"),
        pytest.param([3], 0, id="two days off"),
        pytest.param([0, 1, 2, 3], 4, id="every day"),
        pytest.param([0, 2, 3], 3, id="one day off among them"),
        pytest.param([0, 2, 4, 6], 4, id="every other day"),
        pytest.param([0, 1, 4, 5], 2, id="two days off among them"),
        pytest.param([0, 0, 1, 1], 2, id="a day counts once"),
        pytest.param([-1, 0, 1], 3, id="a day ahead, after travelling west"),
        pytest.param([-365, 0, 1], 2, id="a year ahead, by a clock that came back"),
    ],
)
def test_streak(ago: list[int], expected: int) -> None:
    assert streak([TODAY - timedelta(days=days) for days in ago], TODAY) == expected


@given(ago=st.sets(st.integers(0, 20)), free=st.integers(0, 20))
@settings(max_examples=30)
def test_one_more_day_of_learning_never_makes_it_shorter(ago: set[int], free: int) -> None:
    days = [TODAY - timedelta(days=day) for day in ago]

    assert streak([*days, TODAY - timedelta(days=free)], TODAY) >= streak(days, TODAY)
