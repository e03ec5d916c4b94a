"""The list of a batch's participants, read row by row: a NIP each, and what the list says of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from services.imports.cells import MASKED
from services.imports.check import Record, read_row, today_of
from services.imports.columns import PARTICIPANTS
from services.imports.faults import FaultKey, ImportFault
from services.imports.files import Table, Tables, Unreadable, add_file


@dataclass(frozen=True, slots=True)
class Line:
    """A row that can be read."""

    record: Record

    @property
    def nip(self) -> str:
        """18 digits, or masked."""
        return str(self.record.values["nip"])

    @property
    def is_masked(self) -> bool:
        """As a downloaded list shows people of other agencies."""
        return MASKED.fullmatch(self.nip) is not None

    @property
    def name(self) -> str:
        """As it stands there."""
        return str(self.record.values["name"] or "")

    @property
    def is_downloaded(self) -> bool:
        """It says since when they are in the batch, as only downloaded lists do."""
        return self.record.values["joined"] is not None

    def fault(self, key: FaultKey, **values: Any) -> ImportFault:
        """A fault at its NIP."""
        return self.record.fault("nip", key, **values)


@dataclass(slots=True)
class PeopleList:
    """What a file names: the rows that can be read, in its order, and what is wrong with the others."""

    lines: list[Line] = field(default_factory=list)
    faults: list[ImportFault] = field(default_factory=list)


def read_people(path: Path, now: datetime) -> PeopleList:
    """All rows of a file; a NIP that stands there twice counts once."""
    tables, read = Tables(), PeopleList()
    add_file(tables, path, PARTICIPANTS, (PARTICIPANTS,))
    read.faults += tables.faults
    seen: dict[str, tuple[Table, int]] = {}
    for table in tables.tables:
        try:
            for row, cells in table.rows():
                record, faults = read_row(table, row, cells, today_of(now))
                line = Line(record)
                found = faults or list(_repeated(line, seen))
                read.faults += found
                if not found:
                    read.lines.append(line)
        except Unreadable as problem:
            read.faults.append(ImportFault(file=table.file, sheet=table.sheet, row=problem.row, key=problem.key))
    return read


def _repeated(line: Line, seen: dict[str, tuple[Table, int]]) -> Iterator[ImportFault]:
    if line.is_masked:
        return  # two people may look alike
    record = line.record
    table, row = seen.setdefault(line.nip, (record.table, record.row))
    if table is not record.table or row != record.row:
        yield line.fault(FaultKey.REPEATED, first_file=table.file, first_sheet=table.sheet, first_row=row)
