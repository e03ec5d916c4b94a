"""Every fault of a file has its sentence, in both languages, with the place first."""

from __future__ import annotations

import pytest

from bot.loading import describe
from bot.words import Words
from services.imports import FaultKey, ImportFault

VALUES = {
    "tables": ("agencies", "roster"),
    "columns": ("NIP", "Nama"),
    "first": "B",
    "length": 300,
    "max": 200,
    "min": 1,
    "choices": ("WIB", "WITA"),
    "digits": 6,
    "provinces": ("NTT", "Bali"),
    "first_file": "roster.csv",
    "first_sheet": None,
    "first_row": 12,
    "today": "2026-11-17",
    "agencies": ("bpsdm-ntt",),
    "other": "Pelatihan lain",
}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("key", list(FaultKey))
def test_every_fault_has_its_sentence(language: str, key: FaultKey) -> None:
    fault = ImportFault(file="roster.csv", row=14, column="B", name="NIP", found="x", key=key, values=VALUES)

    told = describe(fault, Words().voice(language, None))

    assert told.startswith("roster.csv, baris 14, kolom B (NIP): " if language == "id" else "roster.csv, row 14")
    assert "{" not in told


def test_the_sheet_of_a_workbook_is_named() -> None:
    fault = ImportFault(file="data.xlsx", sheet="Pegawai", row=52, key=FaultKey.EMPTY)

    assert describe(fault, Words().voice("id", None)) == "data.xlsx, lembar Pegawai, baris 52: Kosong, wajib diisi."
