"""Files on their way: told by their content, one a person at a time, and what is said about them."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any, cast

import pytest

from bot.organizing import incoming
from bot.organizing.files import progress, save_label, saved
from bot.organizing.incoming import Refused
from bot.organizing.saving import Job, Saving
from bot.session import LastMessages
from bot.words import Words
from services.imports import Counts
from services.imports.upload import UploadReport

VOICE = Words().voice("id", "WIB")
XLSX = b"PK\x03\x04"


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        pytest.param(b"instansi,nip\n", ".csv", id="text"),
        pytest.param("instansi;nip\n".encode("utf-16"), None, id="text with zeros"),
        pytest.param(b"  \n", None, id="nothing"),
        pytest.param(XLSX + b"...", None, id="a packed file that is broken"),
        pytest.param(b"%PDF-1.7", ".csv", id="another file is found out by the reader"),
    ],
)
def test_a_file_is_told_by_its_content(tmp_path: Path, content: bytes, suffix: str | None) -> None:
    (tmp_path / "raw").write_bytes(content)

    named = incoming._named(tmp_path / "raw", "pegawai/../ntt")

    if suffix is None:
        assert named == Refused("kind")
    else:
        assert not isinstance(named, Refused)
        assert named.path == tmp_path / f"pegawai .. ntt{suffix}"


def test_a_workbook_that_unpacks_to_too_much_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "raw", "w") as packed:
        packed.writestr("xl/workbook.xml", "x" * 100)
    monkeypatch.setattr(incoming, "MOST_UNPACKED", 99)

    assert incoming._named(tmp_path / "raw", "pegawai") == Refused("kind")


@pytest.mark.parametrize(
    ("good", "faults", "label"),
    [
        (199, 3, "Simpan 199 yang benar"),
        (1000, 3, "Simpan 1.000 baris"),
        (100_000, 3, "Simpan 100.000 baris"),
        (199, 0, "Simpan 199 baris"),
    ],
)
def test_the_label_says_how_much_and_fits(good: int, faults: int, label: str) -> None:
    assert save_label(VOICE, good, faults) == label
    assert len(label) <= 22


def test_progress_and_result() -> None:
    report = UploadReport(counts={"roster": Counts(1870, 12, 4)}, faults=(), fault_count=0)

    assert progress(VOICE, "pegawai.xlsx", 43_000, 100_000).text == (
        "⏳ Menyimpan pegawai.xlsx\n▓▓▓▓░░░░░░ 43% · 43.000 dari 100.000 baris\n\nAnda dapat melanjutkan yang lain."
    )
    assert saved(VOICE, "<a>.csv", report).text == "✅ &lt;a&gt;.csv tersimpan: 1.870 baru, 12 berubah."


def test_one_file_a_person_is_in_line() -> None:
    saving = Saving(bot=cast(Any, None), tools=cast(Any, None), last=LastMessages(), wake=lambda: None)

    def job(telegram_id: int) -> Job:
        return Job(telegram_id, VOICE, "roster", "file", "0" * 64, "pegawai.csv", 1)

    assert saving.start(job(1))
    assert not saving.start(job(1))
    assert saving.start(job(2))
    assert (saving.is_busy(1), saving.is_busy(3)) == (True, False)
