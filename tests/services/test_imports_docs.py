"""docs/data.md names every table, every column in both languages, and every fixed value."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.imports.columns import KINDS, Column, TableKind

DOCS = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
COLUMNS = [pytest.param(kind, column, id=f"{kind.name}.{column.name}") for kind in KINDS for column in kind.columns]


def row_of(kind: TableKind, column: Column) -> list[str]:
    section = DOCS.split(f"(`{kind.titles[-1]}`)")[1].split("###")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in section.splitlines() if line.startswith("|")]
    return next(row for row in rows if row[0].strip("*") == column.name)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_table_is_documented_with_its_names(kind: TableKind) -> None:
    assert f"| {kind.name} | {', '.join(f'`{title}`' for title in kind.titles)} |" in DOCS


@pytest.mark.parametrize(("kind", "column"), COLUMNS)
def test_every_column_is_documented_as_it_is_read(kind: TableKind, column: Column) -> None:
    name, english, *_ = row_of(kind, column)

    assert name.startswith("**") == column.required
    assert kind.by_header[english.replace("_", "-")] is column
