"""Sharing whole seats among parties of different sizes, and why each has what it has.

Ties are settled the same way everywhere: the larger remainder first, then the larger party, then by name. So the
order in which parties are listed never matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor


@dataclass(frozen=True, slots=True)
class Allotment:
    """The seats of one party, and the share that it would have if seats could be cut."""

    seats: int
    exact: Fraction
    rounded_up: bool
    """Whether it got one of the seats that were left after all shares were rounded down."""


Allotments = dict[str, Allotment]


def by_size(seats: int, sizes: Mapping[str, int]) -> Allotments:
    """In proportion to size, by largest remainder; where no size is known, all count the same."""
    if not any(sizes.values()):
        return equally(seats, sizes)
    total = sum(sizes.values())
    return _rounded(seats, {name: Fraction(seats * size, total) for name, size in sizes.items()}, sizes)


def one_each_then_by_size(seats: int, sizes: Mapping[str, int]) -> Allotments:
    """One seat each, the rest in proportion to size; where there are fewer seats than parties, the largest get one."""
    if seats < len(sizes):
        return equally(seats, sizes)
    rest = by_size(seats - len(sizes), sizes)
    return {name: replace(share, seats=share.seats + 1, exact=share.exact + 1) for name, share in rest.items()}


def equally(seats: int, sizes: Mapping[str, int]) -> Allotments:
    """As many each; what does not divide goes to the largest, one each."""
    return _rounded(seats, {name: Fraction(seats, len(sizes)) for name in sizes}, sizes)


def as_given(seats: Mapping[str, int]) -> Allotments:
    """What somebody wrote down."""
    return {name: Allotment(count, Fraction(count), False) for name, count in seats.items()}


def _rounded(seats: int, exact: Mapping[str, Fraction], sizes: Mapping[str, int]) -> Allotments:
    left = seats - sum(map(floor, exact.values())) if exact else 0
    raised = set(_by_remainder(exact, sizes)[:left])
    return {
        name: Allotment(floor(share) + (name in raised), share, rounded_up=name in raised)
        for name, share in exact.items()
    }


def _by_remainder(exact: Mapping[str, Fraction], sizes: Mapping[str, int]) -> list[str]:
    names: Iterable[str] = exact
    return sorted(names, key=lambda name: (-(exact[name] % 1), -sizes[name], name))
