"""Which questions a quiz asks: due, new, weakest; never one twice."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Question
from services.practice.drawing import FEWEST, MOST, deal, draw, draw_about
from services.practice.scheduling import Grade, answered
from storage.repositories.practice import PracticeCard
from tests.support.clock import NOON
from tests.support.practice import numbered, question

UNTIL = NOON + timedelta(hours=12)
DAY = timedelta(days=1)


def card(name: str, *, ago: int, grade: Grade = Grade.GOOD) -> PracticeCard:
    """Answered once, so many days ago: right is due after two days, wrong after one."""
    return answered(None, name, grade, NOON - ago * DAY)


def drawn(names: list[str], *cards: PracticeCard, size: int | None = None, seed: int = 1) -> list[str]:
    found = draw(
        [question(name) for name in names],
        {one.question: one for one in cards},
        now=NOON,
        until=UNTIL,
        dice=Random(seed),
        size=size,
    )
    return [one.id for one in found]


def test_due_comes_first_then_new_then_what_is_known_least() -> None:
    fresh, weaker = card("segar", ago=0), card("lemah", ago=1)

    found = drawn(["baru", "segar", "lemah", "jatuh-tempo"], fresh, weaker, card("jatuh-tempo", ago=3), size=4)

    assert found == ["jatuh-tempo", "baru", "lemah", "segar"]


def test_what_was_missed_comes_first_of_what_is_due() -> None:
    found = drawn(["lama", "meleset"], card("lama", ago=9), card("meleset", ago=1, grade=Grade.AGAIN))

    assert found == ["meleset", "lama"]


def test_what_is_due_later_today_is_asked_today() -> None:
    later = card("nanti", ago=0)
    assert drawn(["nanti", "baru"], later) == ["baru", "nanti"]

    due_at_night = answered(None, "malam", Grade.GOOD, NOON - 2 * DAY + timedelta(hours=10))
    assert drawn(["malam", "baru"], due_at_night)[0] == "malam"


@pytest.mark.parametrize(("due", "expected"), [(0, FEWEST), (2, FEWEST), (4, 4), (9, MOST)])
def test_there_are_as_many_as_are_due_three_to_five(due: int, expected: int) -> None:
    names = numbered(12)

    assert len(drawn(names, *(card(name, ago=5) for name in names[:due]))) == expected


def test_a_small_topic_asks_what_there_is() -> None:
    assert sorted(drawn(["a", "b"])) == ["a", "b"]
    assert drawn([]) == []


def test_new_ones_differ_from_person_to_person() -> None:
    assert len({tuple(drawn(numbered(30), seed=seed)) for seed in range(5)}) == 5


def about(article: list[Question], module: list[Question], *cards: PracticeCard) -> list[str]:
    known = {one.question: one for one in cards}
    found = draw_about(article, module, known, now=NOON, until=UNTIL, dice=Random(1))
    return [one.id for one in found]


def test_an_article_with_few_questions_is_filled_up_from_its_module() -> None:
    own = [question("sendiri", "wog")]
    module = [*own, *(question(name, "lain") for name in numbered(5))]

    found = about(own, module, card("q04", ago=9))

    assert found[:2] == ["sendiri", "q04"]
    assert len(set(found)) == FEWEST


def test_an_article_with_many_asks_its_own_three() -> None:
    own = [question(name) for name in numbered(7)]

    found = about(own, [*own, question("lain")], *(card(one.id, ago=9) for one in own))

    assert len(found) == FEWEST
    assert "lain" not in found


@given(
    names=st.lists(st.sampled_from(numbered(15)), max_size=20),
    answers=st.dictionaries(st.sampled_from(numbered(15)), st.tuples(st.integers(0, 40), st.sampled_from(list(Grade)))),
    own=st.integers(0, 6),
    seed=st.integers(0, 99),
)
@settings(max_examples=30)
def test_no_question_comes_twice_in_one_quiz_and_each_keeps_all_its_options(
    names: list[str], answers: dict[str, tuple[int, Grade]], own: int, seed: int
) -> None:
    cards = {name: card(name, ago=ago, grade=grade) for name, (ago, grade) in answers.items()}
    pool, dice = [question(name) for name in names], Random(seed)
    for found in (
        draw(pool, cards, now=NOON, until=UNTIL, dice=dice),
        draw_about(pool[:own], pool, cards, now=NOON, until=UNTIL, dice=dice),
    ):
        dealt = deal(found, dice)
        asked = [one.question for one in dealt]
        assert len(asked) == len(set(asked)) <= MOST
        assert len(asked) >= min(FEWEST, len(set(names)))
        assert all(sorted(one.order) == [0, 1, 2, 3] for one in dealt)
