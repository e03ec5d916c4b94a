"""Readiness to collaborate: twelve statements after Ansell & Gash (2008), seven signs after Perez Lopez et al. (2004).

Marks go from 1 (not yet) to 4 (fully). A dimension's share is 0 where all its marks are 1, and 1 where all are 4.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

LOWEST, HIGHEST = 1, 4
NAMED = 2
"""So many weak points are named; more would not be read."""


class Dimension(StrEnum):
    """The model's parts in its order, and the culture around it."""

    START = "start"
    PROCESS = "process"
    DESIGN = "design"
    LEADERSHIP = "leadership"
    CULTURE = "culture"


class Statement(StrEnum):
    """What is marked."""

    POWER = "power"
    INCENTIVES = "incentives"
    HISTORY = "history"
    TRUST = "trust"
    DIALOGUE = "dialogue"
    COMMITMENT = "commitment"
    UNDERSTANDING = "understanding"
    INTERIM = "interim"
    INCLUSIVE = "inclusive"
    RULES = "rules"
    FACILITATING = "facilitating"
    EMPOWERING = "empowering"


class Trait(StrEnum):
    """What is seen of a collaborative culture, or not."""

    CHANGE = "change"
    STAFF = "staff"
    RISK = "risk"
    VIEWS = "views"
    OPENNESS = "openness"
    TOGETHER = "together"
    QUALITY = "quality"


class Level(StrEnum):
    """How far a dimension is: below a mean mark of 2, of 3, and from there."""

    TO_BUILD = "to-build"
    GROWING = "growing"
    STRONG = "strong"


STATEMENTS: Mapping[Dimension, tuple[Statement, ...]] = MappingProxyType(
    {
        Dimension.START: (Statement.POWER, Statement.INCENTIVES, Statement.HISTORY),
        Dimension.PROCESS: (
            Statement.TRUST,
            Statement.DIALOGUE,
            Statement.COMMITMENT,
            Statement.UNDERSTANDING,
            Statement.INTERIM,
        ),
        Dimension.DESIGN: (Statement.INCLUSIVE, Statement.RULES),
        Dimension.LEADERSHIP: (Statement.FACILITATING, Statement.EMPOWERING),
    }
)
DIMENSION_OF = MappingProxyType({each: dimension for dimension, those in STATEMENTS.items() for each in those})


@dataclass(frozen=True, slots=True)
class Bar:
    """One dimension of the profile."""

    dimension: Dimension
    share: Fraction

    @property
    def percent(self) -> int:
        """Rounded half up."""
        return int(self.share * 100 + Fraction(1, 2))

    @property
    def level(self) -> Level:
        """In thirds."""
        if self.share < Fraction(1, 3):
            return Level.TO_BUILD
        return Level.GROWING if self.share < Fraction(2, 3) else Level.STRONG


@dataclass(frozen=True, slots=True)
class Profile:
    """All dimensions, the weakest of them, and what is weakest in it; None and nothing where all is full."""

    bars: tuple[Bar, ...]
    weakest: Bar | None
    points: tuple[Statement | Trait, ...]


def profile(marks: Sequence[int], traits: Set[Trait]) -> Profile:
    """The profile of twelve marks, in the order of the statements, and the traits that are seen."""
    by_statement = dict(zip(Statement, marks, strict=True))
    if not all(LOWEST <= mark <= HIGHEST for mark in marks):
        raise ValueError("a mark is missing or out of range")
    bars = (
        *(Bar(dimension, _share([by_statement[each] for each in those])) for dimension, those in STATEMENTS.items()),
        Bar(Dimension.CULTURE, Fraction(len(traits), len(Trait))),
    )
    # Of equals the first: what comes first in the model carries the rest.
    weakest = min(bars, key=lambda bar: bar.share)
    if weakest.share == 1:
        return Profile(bars, None, ())
    return Profile(bars, weakest, _points(weakest.dimension, by_statement, traits))


def _share(marks: Sequence[int]) -> Fraction:
    return Fraction(sum(marks) - LOWEST * len(marks), (HIGHEST - LOWEST) * len(marks))


def _points(dimension: Dimension, marks: Mapping[Statement, int], traits: Set[Trait]) -> tuple[Statement | Trait, ...]:
    """The lowest marks of a dimension, or the first traits that are not seen."""
    if dimension is Dimension.CULTURE:
        return tuple(trait for trait in Trait if trait not in traits)[:NAMED]
    those = STATEMENTS[dimension]
    lowest = min(marks[each] for each in those)
    return tuple(each for each in those if marks[each] == lowest)[:NAMED]
