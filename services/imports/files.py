"""Reading a folder of XLSX and CSV files into tables: which sheet is which, its header, its rows."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from services.imports.cells import fold, shown
from services.imports.columns import KINDS, Column, TableKind, kind_of
from services.imports.faults import FaultKey, ImportFault

WORKBOOKS, CSV = (".xlsx", ".xlsm"), ".csv"
NOTES = ("catatan", "petunjuk", "notes", "readme")
"""Sheets and columns of these names are for people, and are passed over."""
SEPARATORS = ",;\t"

Row = tuple[int, Sequence[Any]]
"""Its number as the spreadsheet counts, and its cells from column A on."""


class Unreadable(Exception):  # noqa: N818 - becomes a fault of the file
    """The file cannot be read on, from this row."""

    def __init__(self, key: FaultKey, row: int | None = None) -> None:
        super().__init__(key)
        self.key = key
        self.row = row


@dataclass(frozen=True)
class Table:
    """One sheet or CSV file of a known kind, its header understood. `rows()` starts anew each time."""

    kind: TableKind
    file: str
    sheet: str | None
    header_row: int
    columns: dict[int, Column]
    """By position, 0 is column A."""
    headers: dict[int, str]
    source: Callable[[], Iterator[Row]]

    def rows(self) -> Iterator[Row]:
        """The rows under the header that are not blank; raises Unreadable where the file breaks off."""
        return (row for row in self.source() if row[0] > self.header_row and not _is_blank(row[1]))

    def fault(self, key: str, row: int, position: int | None = None, found: Any = "", **values: Any) -> ImportFault:
        """A fault in this table; what stands in a personal column is not repeated."""
        column = None if position is None else self.columns.get(position)
        return ImportFault(
            file=self.file,
            sheet=self.sheet,
            row=row,
            column=None if position is None else letter(position),
            name=None if position is None else self.headers.get(position),
            found="" if column and column.personal else shown(found),
            key=key,
            values=values,
        )

    def position_of(self, field: str) -> int | None:
        """Where the column of this field stands."""
        return next((position for position, column in self.columns.items() if column.field == field), None)


@dataclass
class Tables:
    """What a folder holds; the faults found so far concern files and headers."""

    tables: list[Table] = field(default_factory=list)
    faults: list[ImportFault] = field(default_factory=list)

    def of(self, kind: TableKind) -> list[Table]:
        """The tables of one kind, in the order of their files."""
        return [table for table in self.tables if table.kind is kind]


def read_folder(folder: Path) -> Tables:
    """All XLSX and CSV files of a folder, by name. Other files are none of ours; hidden and lock files neither."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith((".", "~")))
    tables = Tables()
    for path in files:
        if path.suffix.lower() in (*WORKBOOKS, CSV):
            add_file(tables, path)
    if not tables.tables and not tables.faults:
        tables.faults.append(
            ImportFault(file=folder.name, key=FaultKey.NOTHING_FOUND, values={"tables": _titles(KINDS)})
        )
    return tables


def add_file(tables: Tables, path: Path, usual: TableKind | None = None, kinds: tuple[TableKind, ...] = KINDS) -> None:
    """One file's tables and faults, put to the rest; `usual` is the kind of a single table whose name says nothing."""
    try:
        if path.suffix.lower() == CSV:
            _add_csv(tables, path, usual, kinds)
        else:
            _add_workbook(tables, path, usual, kinds)
    except Unreadable as problem:
        tables.faults.append(ImportFault(file=path.name, row=problem.row, key=problem.key))


def letter(position: int) -> str:
    """The name of a column: 0 is A, 26 is AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _add_csv(tables: Tables, path: Path, usual: TableKind | None, kinds: tuple[TableKind, ...]) -> None:
    kind = kind_of(path.stem, kinds) or usual
    if kind is None:
        tables.faults.append(_unknown(path.name, None, kinds))
    else:
        _add_table(tables, kind, path.name, None, lambda: _csv_rows(path))


def _add_workbook(tables: Tables, path: Path, usual: TableKind | None, kinds: tuple[TableKind, ...]) -> None:
    try:
        book = CalamineWorkbook.from_path(path)
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
    except CalamineError as problem:
        raise Unreadable(FaultKey.UNREADABLE) from problem
    sheets = [sheet for sheet in sheets if sheet.start is not None and fold(sheet.name).split("-")[0] not in NOTES]
    alone = kind_of(path.stem, kinds) or usual if len(sheets) == 1 else None
    for sheet in sheets:
        kind = kind_of(sheet.name, kinds) or alone
        if kind is None:
            tables.faults.append(_unknown(path.name, sheet.name, kinds))
        else:
            _add_table(tables, kind, path.name, sheet.name, _sheet_rows(sheet))


def _add_table(
    tables: Tables, kind: TableKind, file: str, sheet: str | None, source: Callable[[], Iterator[Row]]
) -> None:
    header = next((row for row in source() if not _is_blank(row[1])), None)
    if header is None:
        tables.faults.append(ImportFault(file=file, sheet=sheet, key=FaultKey.NO_HEADER))
        return
    table = Table(kind, file, sheet, header[0], {}, {}, source)
    faults = list(_read_header(table, header[1]))
    tables.faults.extend(faults)
    if not faults:
        tables.tables.append(table)


def _read_header(table: Table, cells: Sequence[Any]) -> Iterator[ImportFault]:
    """Fills in the table's columns; what is missing, unknown or there twice is a fault."""
    for position, cell in enumerate(cells):
        name = fold(cell)
        if not name:
            continue
        table.headers[position] = shown(cell)
        if name in NOTES:
            continue
        column = table.kind.by_header.get(name)
        if column is None and table.kind.is_open:
            continue
        if column is None:
            names = tuple(known.name for known in table.kind.columns)
            yield table.fault(FaultKey.UNKNOWN_COLUMN, table.header_row, position, cell, columns=names)
        elif column in table.columns.values():
            first = table.position_of(column.field) or 0
            yield table.fault(FaultKey.REPEATED_COLUMN, table.header_row, position, cell, first=letter(first))
        else:
            table.columns[position] = column
    for column in table.kind.columns:
        if column.required and column not in table.columns.values():
            yield ImportFault(
                file=table.file,
                sheet=table.sheet,
                row=table.header_row,
                name=column.name,
                key=FaultKey.MISSING_COLUMN,
            )


def _sheet_rows(sheet: CalamineSheet) -> Callable[[], Iterator[Row]]:
    # The reader leaves out empty columns on the left, though not empty rows above.
    left = [""] * (sheet.start[1] if sheet.start else 0)

    def rows() -> Iterator[Row]:
        return ((number, left + cells) for number, cells in enumerate(sheet.iter_rows(), 1))

    return rows


def _csv_rows(path: Path) -> Iterator[Row]:
    """Rows numbered as a spreadsheet shows them: a quoted line break does not count."""
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            separator = _separator(file.readline())
            file.seek(0)
            for number, cells in enumerate(csv.reader(file, delimiter=separator, strict=True), 1):
                yield number, cells
    except UnicodeDecodeError:
        raise Unreadable(FaultKey.NOT_UTF8, number + 1) from None
    except csv.Error:
        raise Unreadable(FaultKey.UNREADABLE, number + 1) from None


def _separator(header: str) -> str:
    return max(SEPARATORS, key=header.count)


def _is_blank(cells: Sequence[Any]) -> bool:
    return all(isinstance(cell, str) and not cell.strip() for cell in cells)


def _unknown(file: str, sheet: str | None, kinds: tuple[TableKind, ...]) -> ImportFault:
    return ImportFault(file=file, sheet=sheet, key=FaultKey.UNKNOWN_TABLE, values={"tables": _titles(kinds)})


def _titles(kinds: tuple[TableKind, ...]) -> tuple[str, ...]:
    return tuple(kind.titles[-1] for kind in kinds)
