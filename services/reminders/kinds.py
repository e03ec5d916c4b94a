"""Of what people are reminded, and how long before. One table; a new kind needs a row here and a cause in storage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a reminder is about. Its cause is `storage.repositories.reminders.CAUSES[kind]`."""

    START = "start"
    """A batch with a sure seat begins."""
    LETTER = "letter"
    """The superior's recommendation is awaited."""
    OFFER = "offer"
    """A seat that is held will be passed on."""
    OPENING = "opening"
    """A training that somebody watches can be joined now."""
    CLOSING = "closing"
    """... and soon no more."""


KINDS: Final = tuple(Kind)


class Group(StrEnum):
    """What people switch on and off together."""

    ENROLMENT = "enrolment"
    START = "start"
    WATCHED = "watched"
    ANNOUNCEMENTS = "announcements"


GROUPS: Final[dict[Kind, Group | None]] = {
    Kind.START: Group.START,
    Kind.LETTER: Group.ENROLMENT,
    # Who does not hear of it loses a seat: nobody can switch it off.
    Kind.OFFER: None,
    Kind.OPENING: Group.WATCHED,
    Kind.CLOSING: Group.WATCHED,
}


def group_of(kind: str) -> Group | None:
    """The switch of a kind; None: there is none."""
    return GROUPS[Kind(kind)]


@dataclass(frozen=True, slots=True)
class Offset:
    """So long before its moment a reminder is due; said up to `late` after that, it still helps."""

    name: str
    before: timedelta
    late: timedelta


def _before(*moments: tuple[str, timedelta]) -> tuple[Offset, ...]:
    """Each helps until the next one is due, the last one until the moment itself."""
    following = [before for _, before in moments[1:]] + [timedelta(0)]
    return tuple(Offset(name, before, before - end) for (name, before), end in zip(moments, following, strict=True))


_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
OFFSETS: Final[dict[Kind, tuple[Offset, ...]]] = {
    Kind.START: _before(("7d", 7 * _DAY), ("1d", _DAY), ("1h", _HOUR)),
    Kind.LETTER: _before(("3d", 3 * _DAY), ("1d", _DAY), ("3h", 3 * _HOUR)),
    Kind.OFFER: _before(("6h", 6 * _HOUR)),
    Kind.OPENING: (Offset("0", timedelta(0), 3 * _DAY),),
    Kind.CLOSING: _before(("7d", 7 * _DAY), ("3d", 3 * _DAY), ("1d", _DAY), ("3h", 3 * _HOUR)),
}
