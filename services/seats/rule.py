"""What a seat plan is made from: a method, the parties that share, what is reserved beforehand. All of it is data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

OPEN = "open"
"""The pool that everyone may use; what nobody else has is in it."""
REGIONAL = "regional"


class Method(StrEnum):
    """How the seats that are not reserved are shared among the parties."""

    PROPORTIONAL = "proportional"
    """By size, largest remainder."""
    ONE_EACH = "one-each"
    """One seat each, the rest by size."""
    EQUAL = "equal"
    BY_HAND = "by-hand"
    FIRST_COME = "first-come"
    """Not shared at all: all seats are open."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who may use a pool: people of these provinces; without any, all, or all who work for a region."""

    provinces: tuple[str, ...] = ()
    regional: bool = False

    def admits(self, province: str | None) -> bool:
        """Whether somebody whose agency has this province (None: a national body) may use it."""
        if self.provinces:
            return province in self.provinces
        return province is not None or not self.regional


@dataclass(frozen=True, slots=True)
class Party:
    """A province that shares: its short name, how many civil servants it has, and its seats where they are by hand."""

    key: str
    size: int = 0
    seats: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserve:
    """Seats set apart before the rest is shared: so many, or so many per cent (a minimum, so it is rounded up)."""

    key: str
    who: Who
    percent: int | None = None
    seats: int | None = None

    def __post_init__(self) -> None:
        if (self.percent is None) == (self.seats is None):
            raise ValueError("a reserve is either a number of seats or a percentage")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRule:
    """The rule of a plan."""

    method: Method
    parties: tuple[Party, ...] = ()
    reserves: tuple[Reserve, ...] = ()

    def __post_init__(self) -> None:
        keys = [OPEN, *(party.key for party in self.parties), *(reserve.key for reserve in self.reserves)]
        if twice := [key for key, count in Counter(keys).items() if count > 1]:
            raise ValueError(f"two pools of one name: {', '.join(twice)}")

    @property
    def sizes(self) -> dict[str, int]:
        """The size of each party."""
        return {party.key: party.size for party in self.parties}

    def as_data(self) -> dict[str, Any]:
        """The rule as JSON knows it."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> SeatRule:
        """The rule that `as_data` wrote down."""
        return cls(
            method=Method(data["method"]),
            parties=tuple(Party(**party) for party in data["parties"]),
            reserves=tuple(Reserve(**(reserve | {"who": _who(reserve["who"])})) for reserve in data["reserves"]),
        )


FIRST_COME = SeatRule(method=Method.FIRST_COME)
"""What holds where nobody chose a rule."""


def regional_share(percent: int) -> Reserve:
    """A share of the seats for people of the regions, as ministries keep it (30 per cent)."""
    return Reserve(key=REGIONAL, who=Who(regional=True), percent=percent)


def affirmative(key: str, provinces: tuple[str, ...], seats: int) -> Reserve:
    """Seats for provinces that need them most, on top of what they get as parties."""
    return Reserve(key=key, who=Who(provinces), seats=seats)


def _who(data: Mapping[str, Any]) -> Who:
    return Who(tuple(data["provinces"]), data["regional"])
