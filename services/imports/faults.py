"""What is wrong in files that people fill in: where it stands, what was found, and the key of what was expected."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class FaultKey(StrEnum):
    """Everything that can be wrong, besides the faults of `services.identity.nip`. In brackets: the values."""

    NOTHING_FOUND = "import-nothing-found"
    """The folder holds no file of a known name."""
    UNREADABLE = "import-unreadable"
    """Neither XLSX nor CSV as it should be."""
    NOT_UTF8 = "import-not-utf8"
    UNKNOWN_TABLE = "import-unknown-table"
    """The name of a file or sheet says nothing. (tables)"""
    NO_HEADER = "import-no-header"
    MISSING_COLUMN = "import-missing-column"
    UNKNOWN_COLUMN = "import-unknown-column"
    """(columns)"""
    REPEATED_COLUMN = "import-repeated-column"
    """(first: letter)"""
    EXTRA_CELL = "import-extra-cell"
    """A value beyond the last column: mostly a separator inside a text without quotes."""
    EMPTY = "import-empty"
    TOO_LONG = "import-too-long"
    """(length, max)"""
    NOT_A_CODE = "import-not-a-code"
    NOT_A_CHOICE = "import-not-a-choice"
    """(choices)"""
    NOT_A_NUMBER = "import-not-a-number"
    OUT_OF_RANGE = "import-out-of-range"
    """(min, max)"""
    NOT_YES_OR_NO = "import-not-yes-or-no"
    NOT_A_MOMENT = "import-not-a-moment"
    NOT_A_DATE = "import-not-a-date"
    DATE_AHEAD = "import-date-ahead"
    """(today)"""
    NOT_A_PHONE = "import-not-a-phone"
    """(digits, min, max)"""
    NIP_AS_NUMBER = "import-nip-as-number"
    """The spreadsheet holds it as a number, which keeps 15 digits at most."""
    STEP_BACK = "import-step-back"
    """A draft again, of a training that went further."""
    TRAINING_MERGED = "import-training-merged"
    """The training went into another one."""
    UNKNOWN_AGENCY = "import-unknown-agency"
    UNKNOWN_TRAINING = "import-unknown-training"
    UNKNOWN_PROVINCE = "import-unknown-province"
    """(provinces)"""
    REPEATED = "import-repeated"
    """(first_file, first_sheet, first_row)"""
    ENDS_BEFORE_START = "import-ends-before-start"
    CLOSES_BEFORE_OPENING = "import-closes-before-opening"
    CLOSES_AFTER_END = "import-closes-after-end"
    NOT_YOURS = "import-not-yours"
    """Whoever sends the file does not answer for this agency. (agencies)"""
    OWNED_ELSEWHERE = "import-owned-elsewhere"
    """The code belongs to something of another agency."""
    NIP_ELSEWHERE = "import-nip-elsewhere"
    """Another agency's staff list holds this NIP, and they have not left there."""
    PERSON_UNKNOWN = "import-person-unknown"
    """Nobody verified holds this NIP."""
    PERSON_LEFT = "import-person-left"
    PERSON_OWN = "import-person-own"
    """Whoever sends the file."""
    PERSON_OVERLAP = "import-person-overlap"
    """(other)"""
    PERSON_PROVINCE = "import-person-province"
    NIP_MASKED = "import-nip-masked"
    """Masked, and nobody of the batch looks like that."""
    TABLE_NOT_HERE = "import-table-not-here"
    """A table that only `jalin load` takes. (tables)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFault:
    """One thing to mend. `row` counts as the spreadsheet does, from 1; `column` is its letter, `name` its header.

    `found` repeats what stands there, except of NIPs and phone numbers.
    """

    file: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    name: str | None = None
    found: str = ""
    key: str
    values: dict[str, Any] = field(default_factory=dict)


class ImportFaults(Exception):  # noqa: N818 - an answer to who filled in the files
    """The files hold faults; nothing was written. All of them, in the order of files, rows and columns."""

    def __init__(self, faults: tuple[ImportFault, ...]) -> None:
        super().__init__(f"{len(faults)} faults, the first one: {faults[0].key} in {faults[0].file}")
        self.faults = faults


class CellFault(Exception):  # noqa: N818 - caught by the row that holds the cell
    """One cell cannot be read as its column wants."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
