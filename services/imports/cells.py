"""Readers of single cells. Each takes what stands there (never blank) and returns its value or raises CellFault."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from services.identity.nip import NipFaults, read_nip
from services.imports.faults import CellFault, FaultKey
from services.vault import fold_phone

Reader = Callable[[Any, date], Any]
"""Reads a cell; the day is today's."""

CODE = re.compile(r"[a-z0-9][a-z0-9-]{1,39}")
WHOLE = re.compile(r"[+-]?\d{1,18}|\d{1,3}(\.\d{3})+", re.ASCII)
ALL_PROVINCES = ("semua", "all")
YES, NO = ("ya", "yes", "true", "1", "y"), ("tidak", "no", "false", "0", "t", "n")
PHONE_DIGITS = (9, 15)
EXACT_DIGITS = 15
MASKED = re.compile(r"(\d{4})\s?(?:…|\.{2,3})\s?(\d{3})", re.ASCII)
"""A NIP as others see it: 1990…014."""


def plain(value: Any) -> str:
    """A cell as text in one line, without doubled or hard spaces; numbers without a needless ".0"."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(unicodedata.normalize("NFC", str(value)).split())


def fold(value: Any) -> str:
    """For comparing: lower case, every run of spaces, dashes, dots and the like one dash."""
    return re.sub(r"[\W_]+", "-", plain(value).casefold()).strip("-")


def text(longest: int) -> Reader:
    """One line of at most so many characters."""

    def read(value: Any, _: date) -> str:
        return _fitting(plain(value), longest)

    return read


def prose(longest: int) -> Reader:
    """A few sentences; line breaks stay."""

    def read(value: Any, _: date) -> str:
        lines = (plain(line) for line in str(value).strip().splitlines())
        return _fitting("\n".join(lines), longest)

    return read


def code(value: Any, _: date) -> str:
    """A short name that other rows point to: letters, digits and dashes; upper and lower case are the same."""
    read = plain(value).casefold()
    if not CODE.fullmatch(read):
        raise CellFault(FaultKey.NOT_A_CODE)
    return read


def choice(options: Mapping[str, tuple[str, ...]]) -> Reader:
    """One of the keys, written as any of its words."""
    keys = {fold(word): key for key, words in options.items() for word in (key, *words)}

    def read(value: Any, _: date) -> str:
        key = keys.get(fold(value))
        if key is None:
            raise CellFault(
                FaultKey.NOT_A_CHOICE, choices=tuple((words or (key,))[0] for key, words in options.items())
            )
        return key

    return read


def whole(low: int, high: int) -> Reader:
    """A whole number; dots may part its thousands, as in 1.652.396."""

    def read(value: Any, _: date) -> int:
        written = plain(value)
        if isinstance(value, bool) or not WHOLE.fullmatch(written):
            raise CellFault(FaultKey.NOT_A_NUMBER)
        number = int(written.replace(".", ""))
        if not low <= number <= high:
            raise CellFault(FaultKey.OUT_OF_RANGE, min=low, max=high)
        return number

    return read


def yes_or_no(value: Any, _: date) -> bool:
    """ya or tidak."""
    word = fold(value)
    if word not in YES + NO:
        raise CellFault(FaultKey.NOT_YES_OR_NO)
    return word in YES


def provinces(value: Any, _: date) -> tuple[str, ...]:
    """Short names with commas between them; `semua` is the empty tuple."""
    names = [plain(name) for name in re.split(r"[,;]", str(value)) if name.strip()]
    if [name.casefold() for name in names] in [[word] for word in ALL_PROVINCES]:
        return ()
    return tuple(dict.fromkeys(names))


def nip(value: Any, today: date) -> str:
    """The 18 digits of a NIP; raises NipFaults, or CellFault where the spreadsheet lost digits."""
    if isinstance(value, int | float) and len(plain(value)) > EXACT_DIGITS:
        raise CellFault(FaultKey.NIP_AS_NUMBER)
    return read_nip(plain(value), today).digits


def nip_or_masked(value: Any, today: date) -> str:
    """The same, or as a list of participants shows it to others: 1990…014."""
    masked = MASKED.fullmatch(plain(value))
    return f"{masked[1]}…{masked[2]}" if masked else nip(value, today)


def phone(value: Any, _: date) -> str:
    """A phone number in international digits. A spreadsheet that took 0812 for a number left 812: that is meant too."""
    digits = fold_phone(plain(value))
    if digits.startswith("8") and not plain(value).startswith(("+", "00")):
        digits = fold_phone("0" + digits)
    low, high = PHONE_DIGITS
    if not low <= len(digits) <= high or re.search(r"[^\W\d_]", plain(value)):
        raise CellFault(FaultKey.NOT_A_PHONE, digits=len(digits), min=low, max=high)
    return digits


def faults_of(reader: Reader, value: Any, today: date) -> tuple[Any, list[tuple[str, dict[str, Any]]]]:
    """The value, or all that is wrong with the cell as pairs of key and values."""
    try:
        return reader(value, today), []
    except CellFault as fault:
        return None, [(fault.key, fault.values)]
    except NipFaults as faults:
        return None, [(fault.key, fault.values) for fault in faults.faults]


def shown(value: Any) -> str:
    """What stands in a cell, short enough for a message."""
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    written = plain(value)
    return written if len(written) <= 60 else written[:59] + "…"


def _fitting(read: str, longest: int) -> str:
    if len(read) > longest:
        raise CellFault(FaultKey.TOO_LONG, length=len(read), max=longest)
    return read
