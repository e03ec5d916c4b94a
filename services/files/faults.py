"""What is wrong in a file, as a person mends it: where, what was read, what is expected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from services.files.workbook import Sheet, Words, workbook
from services.imports.faults import ImportFault

COLUMNS = ("sheet", "row", "column", "name", "found", "expected")
MANY_DIGITS = re.compile(r"\d(?:[\s.\-]?\d){11,}")
"""Perhaps a NIP or a phone number in a column where none belongs."""


def expected(words: Words, fault: ImportFault) -> str:
    """The sentence of a fault."""
    return words(fault.key, **{name: _told(value) for name, value in fault.values.items()})


def found(fault: ImportFault) -> str:
    """What was read there, long numbers left out."""
    return MANY_DIGITS.sub("…", fault.found)


def faults_workbook(faults: Sequence[ImportFault], words: Words) -> bytes:
    """All of them, a row each."""
    rows = (
        (fault.sheet or fault.file, fault.row, fault.column, fault.name, found(fault), expected(words, fault))
        for fault in faults
    )
    return workbook([Sheet(words("sheet-faults"), [words(f"fault-column-{name}") for name in COLUMNS], rows)])


def _told(value: Any) -> str | int:
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(str(part) for part in value)
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value)
