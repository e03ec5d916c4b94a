"""Workbooks: sheets with a header that stays in sight. Everything is text but numbers, so that nothing is a formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain, islice
from typing import Any

import xlsxwriter

WIDEST, NARROWEST, ROWS_MEASURED = 60, 8, 50
LONGEST_SHEET_NAME = 31
NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))

Words = Callable[..., str]
"""The sentence of a key, filled with values."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file to be sent."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name, its header, its rows."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Any]]


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The sheets as XLSX. Rows are written as they come and are not held."""
    file = BytesIO()
    # Rows go to a file of the library's own, so that a staff list of a whole province does not stand in memory.
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    bold = book.add_format({"bold": True, "bg_color": "#E8EEF4"})
    text = book.add_format({"num_format": "@"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name.translate(NOT_IN_SHEET_NAMES)[:LONGEST_SHEET_NAME])
        page.freeze_panes(1, 0)
        rows = iter(sheet.rows)
        first = list(islice(rows, ROWS_MEASURED))
        for column, name in enumerate(sheet.header):
            widest = max([len(name), *(len(str(row[column] or "")) for row in first)])
            page.set_column(column, column, min(WIDEST, max(NARROWEST, widest + 2)))
        for column, name in enumerate(sheet.header):
            page.write_string(0, column, name, bold)
        for number, row in enumerate(chain(first, rows), 1):
            for column, value in enumerate(row):
                if isinstance(value, int):
                    page.write_number(number, column, value)
                elif value is not None and value != "":
                    page.write_string(number, column, str(value), text)
    book.close()
    return file.getvalue()
