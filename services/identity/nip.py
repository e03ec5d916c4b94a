"""Reading a NIP as people type it: 18 digits, in groups, and what is wrong with them, all at once.

Digits 1-8 are the birth date, 9-12 the year of appointment, 13-14 its month (PPPK numbers hold other values there, so
any two digits will do), 15 the sex, 16-18 a serial number. There is no check digit.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from services.errors import Refusal

LENGTH = 18
YOUNGEST = 15
"""Years between birth and appointment, at least."""
OLDEST = 100
"""Years since birth, at most: the long retired still ask."""
MOST_LETTERS = 3
"""A text with more letters among the digits is no mistyped NIP: the letters are left out of the reading."""
DIGITS = "0123456789"
LOOKALIKES = {"O": "0", "o": "0", "I": "1", "l": "1"}
UNREADABLE = "?"
LEAP_YEAR = 2000
YEAR, MONTH, DAY, APPOINTED, SEX = slice(0, 4), slice(4, 6), slice(6, 8), slice(8, 12), 14
_LABEL = re.compile(r"^[\W_]*ni\s?p+k?(?![^\W\d_])", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Nip:
    """A NIP in 18 digits. Never shows itself whole by accident: `repr` and `str` are masked."""

    digits: str = field(repr=False)

    def __repr__(self) -> str:
        return f"Nip({self.masked})"

    @property
    def masked(self) -> str:
        """What everybody may see: 1990…014."""
        return f"{self.digits[:4]}…{self.digits[-3:]}"

    @property
    def grouped(self) -> str:
        """What the owner and the owner's agency see: 19900315 201503 2 014."""
        return " ".join((self.digits[:8], self.digits[8:14], self.digits[14], self.digits[15:]))


@dataclass(frozen=True, slots=True)
class Fault:
    """One sentence about one group of digits: its key and what was read there."""

    key: str
    values: dict[str, Any]


class NipFaults(Refusal):
    """All that is wrong with what was typed. `letter_fix`: the NIP, where only letters stand for digits."""

    def __init__(self, faults: tuple[Fault, ...], letter_fix: str | None = None) -> None:
        super().__init__("nip-faults")
        self.faults = faults
        self.letter_fix = letter_fix


def read_nip(text: str, today: date) -> Nip:
    """The NIP in a text with whatever separators; raises NipFaults with one fault a sentence.

    Positions in faults count what was read, without separators, from 1.
    """
    read = _readable(text)
    digits = "".join(_as_digit(char) for char in read)
    faults = (*_letter_faults(read), *_count_fault(digits), *_group_faults(digits, today))
    if not faults:
        return Nip(digits)
    only_letters = all(fault.key == "nip-letter" for fault in faults)
    raise NipFaults(faults, letter_fix=digits if only_letters else None)


def _readable(text: str) -> str:
    """Digits (of any script, as 0-9) and the letters among them; words without a digit say nothing here."""
    folded = "".join(_fold(char) for char in text)
    words = _WORDS.findall(_LABEL.sub("", folded))
    read = "".join(word for word in words if _has_digit(word) or all(char in LOOKALIKES for char in word))
    letters = sum(char not in DIGITS for char in read)
    return read if letters <= MOST_LETTERS else "".join(char for char in read if char in DIGITS)


def _fold(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char)
    return "".join(str(unicodedata.decimal(part)) if part.isdecimal() else part for part in plain)


def _has_digit(word: str) -> bool:
    return any(char in DIGITS for char in word)


def _as_digit(char: str) -> str:
    return char if char in DIGITS else LOOKALIKES.get(char, UNREADABLE)


def _letter_faults(read: str) -> Iterator[Fault]:
    for position, char in enumerate(read, 1):
        if char in LOOKALIKES:
            yield Fault("nip-letter", {"position": position, "letter": char, "digit": LOOKALIKES[char]})
        elif char not in DIGITS:
            yield Fault("nip-character", {"position": position, "letter": char})


def _count_fault(digits: str) -> Iterator[Fault]:
    count = len(digits) - digits.count(UNREADABLE)
    if LENGTH not in (count, len(digits)):
        yield Fault("nip-count", {"count": count, "expected": LENGTH})


def _group_faults(digits: str, today: date) -> Iterator[Fault]:
    if len(digits) != LENGTH:
        return  # with one digit too few or too many, no group stands where it should
    year, month, day, appointed = (_number(digits[group]) for group in (YEAR, MONTH, DAY, APPOINTED))
    born = year if year is not None and today.year - OLDEST <= year <= today.year - YOUNGEST else None
    if year is not None and born is None:
        yield Fault("nip-birth-year", {"read": digits[YEAR], "latest": today.year - YOUNGEST})
    if month is not None and not 1 <= month <= 12:
        yield Fault("nip-birth-month", {"read": digits[MONTH]})
    yield from _day_fault(day, month, born)
    yield from _appointment_fault(appointed, born, today)
    if digits[SEX] not in ("1", "2", UNREADABLE):
        yield Fault("nip-sex", {"read": digits[SEX]})


def _number(group: str) -> int | None:
    return None if UNREADABLE in group else int(group)


def _day_fault(day: int | None, month: int | None, born: int | None) -> Iterator[Fault]:
    """The calendar's word where month and year were read; else the longest that the day could be."""
    known = month is not None and 1 <= month <= 12
    last = monthrange(born or LEAP_YEAR, month)[1] if known and month else 31
    if day is None or 1 <= day <= last:
        return
    if known and born and day:
        yield Fault("nip-birth-date", {"read": f"{day:02}", "month": month, "year": born, "last": last})
    else:
        yield Fault("nip-birth-day", {"read": f"{day:02}", "last": last})


def _appointment_fault(appointed: int | None, born: int | None, today: date) -> Iterator[Fault]:
    if appointed is None:
        return
    if appointed > today.year:
        yield Fault("nip-appointment-future", {"read": str(appointed)})
    elif born is not None and appointed < born + YOUNGEST:
        yield Fault("nip-appointment-early", {"read": f"{appointed:04}", "born": born, "earliest": born + YOUNGEST})
