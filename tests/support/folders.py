"""Folders to load: valid tables, in which a test changes the one cell that matters to it."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Grid = Sequence[Sequence[Any]]
"""The header and the rows of a table."""

TABLES: dict[str, list[list[str]]] = {
    "agencies": [
        ["kode", "nama", "nama_singkat", "jenis", "provinsi", "zona", "jumlah_pns"],
        ["bpsdm-dki", "BPSDM Provinsi DKI Jakarta", "BPSDM DKI Jakarta", "bpsdm", "DKI", "WIB", "72767"],
        ["bpsdm-ntt", "BPSDM Provinsi NTT", "BPSDM NTT", "bpsdm", "NTT", "WITA", "111.198"],
        ["sekber-mpu", "Sekretariat Bersama MPU", "Sekber MPU", "sekretariat", "", "WIB", ""],
    ],
    "trainings": [
        ["kode", "judul", "kompetensi", "moda", "jp", "pendanaan", "catatan_pendanaan", "ringkasan", "instansi"],
        ["akp", "Analisis Ketahanan Pangan", "teknis-fungsional", "klasikal", "40", "APBD", "Tuan rumah.", "Pangan.",
         "bpsdm-dki"],
    ],
    "batches": [
        ["kode", "pelatihan", "angkatan", "tuan_rumah", "mulai", "selesai",
         "pendaftaran_dibuka", "pendaftaran_ditutup", "kapasitas", "provinsi", "perlu_rekomendasi"],
        ["akp-2", "akp", "2", "bpsdm-ntt", "2026-12-07 09:00 WITA", "2026-12-11 16:00 WITA",
         "2026-11-02 08:00 WIB", "2026-11-30 17:00 WITA", "30", "NTT, DKI", "ya"],
    ],
    "roles": [
        ["telegram_id", "peran", "instansi", "nama"],
        ["700000001", "penyelenggara", "bpsdm-dki", "Rina Teladan"],
        ["700000003", "sekretariat", "", "Sekar Wacana"],
    ],
    "roster": [
        ["instansi", "nip", "nama", "unit", "hp", "keluar"],
        ["bpsdm-ntt", "199003152015032014", "Yohana Contoh", "Bidang Distribusi", "0840-0000-0001", ""],
        ["bpsdm-dki", "19820914 200604 2 011", "Rina Teladan", "Sekretariat", "", ""],
        ["bpsdm-dki", "198712072022211005", "Bagus Misal", "Sekretariat", "", "2026-06-30"],
    ],
}  # fmt: skip


def tables(**changes: Grid) -> dict[str, Grid]:
    """The valid tables, some of them replaced."""
    return {**TABLES, **changes}


def with_cell(table: str, row: int, header: str, value: Any) -> dict[str, Grid]:
    """The valid tables with another value in one cell; rows count from 1, the header is row 1."""
    grid: list[list[Any]] = [list(cells) for cells in TABLES[table]]
    grid[row - 1][grid[0].index(header)] = value
    return tables(**{table: grid})


def write_csv(folder: Path, grids: Mapping[str, Grid], *, separator: str = ",", encoding: str = "utf-8") -> Path:
    """A CSV file a table."""
    folder.mkdir(exist_ok=True)
    for name, grid in grids.items():
        with (folder / f"{name}.csv").open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=separator).writerows(grid)
    return folder


def write_workbook(folder: Path, grids: Mapping[str, Grid], *, name: str = "data.xlsx", left: int = 0) -> Path:
    """One workbook with a sheet a table, its cells so many columns to the right and rows down."""
    folder.mkdir(exist_ok=True)
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, grid in grids.items():
        sheet = book.create_sheet(title)
        for row, cells in enumerate(grid, 1 + left):
            for column, value in enumerate(cells, 1 + left):
                sheet.cell(row, column, value)
    book.save(folder / name)
    return folder
