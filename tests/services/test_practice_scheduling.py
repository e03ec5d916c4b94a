"""When questions come back: grades, pauses, and a schedule that never moves backward."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.practice.scheduling import LONGEST_PAUSE_DAYS, Grade, answered, grade, recall, time_for
from storage.repositories.practice import PracticeCard
from tests.support.clock import NOON
from tests.support.practice import question

G, H, A = Grade.GOOD, Grade.HARD, Grade.AGAIN
SHORT = question("pendek")
GRADES = st.sampled_from(list(Grade))


@pytest.mark.parametrize(
    ("right", "seconds", "expected"),
    [
        pytest.param(True, 5, G, id="right and fast"),
        pytest.param(True, 20, G, id="right within twenty seconds"),
        pytest.param(True, 40, H, id="right but slow"),
        pytest.param(True, None, G, id="right, and nobody knows how fast"),
        pytest.param(False, 5, A, id="wrong"),
        pytest.param(False, 40, A, id="wrong and slow"),
    ],
)
def test_grades(right: bool, seconds: float | None, expected: Grade) -> None:
    took = None if seconds is None else timedelta(seconds=seconds)

    assert grade(SHORT, right=right, took=took) is expected


def test_to_read_a_long_question_is_not_to_think_slowly() -> None:
    assert timedelta(seconds=20) < time_for(SHORT) < timedelta(seconds=25)


@pytest.mark.parametrize(
    ("grades", "pauses"),
    [
        pytest.param([G, G, G, G, G, G], [2, 11, 46, 163, 365, 365], id="always known"),
        pytest.param([A, G, G, G, G], [1, 2, 6, 17, 44], id="missed at first"),
        pytest.param([G, A, G, G], [2, 1, 2, 6], id="forgotten once"),
        pytest.param([H, H, H, H], [1, 3, 7, 12], id="always slow"),
        pytest.param([A, A, A, A], [1, 1, 1, 1], id="never known"),
    ],
)
def test_the_days_until_a_question_comes_back_when_it_is_answered_as_it_falls_due(
    grades: list[Grade], pauses: list[int]
) -> None:
    card, at, found = None, NOON, []
    for one in grades:
        card = answered(card, "q", one, at)
        found.append((card.due_at - at).days)
        at = card.due_at

    assert found == pauses


def test_right_and_wrong_are_counted() -> None:
    card = answered(answered(answered(None, "q", G, NOON), "q", A, NOON), "q", H, NOON)

    assert (card.right_count, card.wrong_count, card.last_at) == (2, 1, NOON)


def test_an_answer_older_than_the_last_one_only_counts() -> None:
    card = answered(None, "q", G, NOON)

    late = answered(card, "q", A, NOON - timedelta(hours=1))

    assert (late.due_at, late.last_at, late.stability) == (card.due_at, card.last_at, card.stability)
    assert (late.right_count, late.wrong_count) == (1, 1)


def test_what_was_missed_ahead_of_time_is_known_less_and_comes_no_sooner() -> None:
    known = answered(answered(None, "q", G, NOON), "q", G, NOON + timedelta(days=2))
    early = NOON + timedelta(days=5)

    missed = answered(known, "q", A, early)

    assert missed.due_at == known.due_at
    assert recall(missed, early + timedelta(days=3)) < recall(known, early + timedelta(days=3))


@given(answers=st.lists(st.tuples(GRADES, st.integers(-3 * 24, 60 * 24)), min_size=1, max_size=12))
@settings(max_examples=30)
def test_the_schedule_never_moves_backward(answers: list[tuple[Grade, int]]) -> None:
    card: PracticeCard | None = None
    at = NOON
    for one, hours in answers:  # also answers that arrive out of order
        at += timedelta(hours=hours)
        before, card = card, answered(card, "q", one, at)
        assert card.due_at > at
        assert card.due_at - at <= timedelta(days=LONGEST_PAUSE_DAYS) or (before and card.due_at == before.due_at)
        if before is not None:
            assert card.due_at >= before.due_at
            assert card.last_at >= before.last_at
