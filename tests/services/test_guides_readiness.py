"""The profile of readiness: shares, levels, the weakest dimension and its weak points, for all marks."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.guides.readiness import (
    DIMENSION_OF,
    STATEMENTS,
    Bar,
    Dimension,
    Level,
    Profile,
    Statement,
    Trait,
    profile,
)

ALL = frozenset(Trait)
MARKS = st.lists(st.integers(1, 4), min_size=12, max_size=12)
TRAITS = st.frozensets(st.sampled_from(Trait))


def marks_but(**other: int) -> list[int]:
    """Fours, but for the statements named."""
    return [other.get(statement.value, 4) for statement in Statement]


def test_the_statements_are_three_five_two_and_two() -> None:
    assert [len(those) for those in STATEMENTS.values()] == [3, 5, 2, 2]
    assert tuple(DIMENSION_OF) == tuple(Statement)
    assert len(Trait) == 7


@pytest.mark.parametrize(
    ("marks", "traits", "shares"),
    [
        pytest.param([1] * 12, frozenset(), [0, 0, 0, 0, 0], id="nothing yet"),
        pytest.param([4] * 12, ALL, [1, 1, 1, 1, 1], id="all of it"),
        pytest.param(
            [2] * 12, {Trait.CHANGE, Trait.STAFF}, [Fraction(1, 3)] * 4 + [Fraction(2, 7)], id="a little of each"
        ),
        pytest.param(
            marks_but(power=1, history=1, rules=2),
            ALL,
            [Fraction(1, 3), 1, Fraction(2, 3), 1, 1],
            id="here more, there less",
        ),
    ],
)
def test_a_share_goes_from_all_ones_to_all_fours(
    marks: list[int], traits: frozenset[Trait], shares: list[Fraction]
) -> None:
    found = profile(marks, traits)

    assert [bar.dimension for bar in found.bars] == list(Dimension)
    assert [bar.share for bar in found.bars] == shares


@pytest.mark.parametrize(
    ("marks", "traits", "weakest", "points"),
    [
        pytest.param([4] * 12, ALL, None, (), id="no weak point"),
        pytest.param([1] * 12, frozenset(), "start", ("power", "incentives"), id="of equals the model's first"),
        pytest.param(marks_but(dialogue=1, interim=2), ALL, "process", ("dialogue",), id="the lowest mark only"),
        pytest.param(marks_but(empowering=3), ALL, "leadership", ("empowering",), id="a single weak point"),
        pytest.param(
            marks_but(power=3), {Trait.CHANGE, Trait.VIEWS}, "culture", ("staff", "risk"), id="traits not seen"
        ),
        pytest.param(
            marks_but(),
            {Trait.CHANGE, Trait.STAFF, Trait.RISK, Trait.VIEWS, Trait.OPENNESS, Trait.TOGETHER},
            "culture",
            ("quality",),
            id="the last trait",
        ),
        pytest.param(marks_but(), ALL - {Trait.QUALITY}, "culture", ("quality",), id="one trait less"),
        pytest.param(marks_but(inclusive=2, rules=2), ALL, "design", ("inclusive", "rules"), id="two alike"),
    ],
)
def test_the_weakest_dimension_and_what_is_weak_in_it(
    marks: list[int], traits: frozenset[Trait], weakest: str | None, points: tuple[str, ...]
) -> None:
    found = profile(marks, traits)

    assert (found.weakest.dimension if found.weakest else None) == weakest
    assert found.points == points


@pytest.mark.parametrize(
    ("share", "percent", "level"),
    [
        pytest.param(Fraction(0), 0, Level.TO_BUILD, id="nothing"),
        pytest.param(Fraction(2, 7), 29, Level.TO_BUILD, id="below a third"),
        pytest.param(Fraction(1, 3), 33, Level.GROWING, id="a third"),
        pytest.param(Fraction(1, 200), 1, Level.TO_BUILD, id="half a percent"),
        pytest.param(Fraction(2, 3), 67, Level.STRONG, id="two thirds"),
        pytest.param(Fraction(1), 100, Level.STRONG, id="all"),
    ],
)
def test_a_share_is_told_in_percent_and_in_thirds(share: Fraction, percent: int, level: Level) -> None:
    bar = Bar(Dimension.START, share)

    assert (bar.percent, bar.level) == (percent, level)


@given(MARKS, TRAITS)
def test_the_weakest_is_never_above_another_and_its_points_are_its_own(
    marks: list[int], traits: frozenset[Trait]
) -> None:
    found = profile(marks, traits)

    assert all(0 <= bar.share <= 1 for bar in found.bars)
    assert (found.weakest is None) == all(bar.share == 1 for bar in found.bars)
    check_weakest(found, traits)


def check_weakest(found: Profile, traits: frozenset[Trait]) -> None:
    if found.weakest is None:
        return
    assert found.weakest.share == min(bar.share for bar in found.bars)
    assert 1 <= len(found.points) <= 2
    for point in found.points:
        own = Dimension.CULTURE if isinstance(point, Trait) else DIMENSION_OF[point]
        assert own is found.weakest.dimension
        assert point not in traits


@given(MARKS, TRAITS, st.integers(0, 11))
def test_a_better_mark_never_makes_a_dimension_worse(marks: list[int], traits: frozenset[Trait], at: int) -> None:
    better = [min(4, mark + (number == at)) for number, mark in enumerate(marks)]

    before, after = profile(marks, traits), profile(better, traits)

    assert all(new.share >= old.share for old, new in zip(before.bars, after.bars, strict=True))


@pytest.mark.parametrize("marks", [[], [4] * 11, [4] * 13, [0] + [4] * 11, [5] + [4] * 11])
def test_there_is_no_profile_of_marks_that_are_missing_or_out_of_range(marks: list[int]) -> None:
    with pytest.raises(ValueError, match=r"zip|mark"):
        profile(marks, ALL)
