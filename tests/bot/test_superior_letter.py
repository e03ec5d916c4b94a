"""The draft of a superior's letter: filled where something is known, a marked blank where not."""

from __future__ import annotations

import io

import docx

from bot.letters import document, superior_letter
from services.papers import SeatPaper
from tests.support.papers import seat_paper


def told(seat: SeatPaper) -> list[str]:
    return [line.text for line in docx.Document(io.BytesIO(document(superior_letter(seat)))).paragraphs]


def test_it_is_filled_with_what_is_known() -> None:
    lines = told(seat_paper())

    assert lines[0] == "DINAS PANGAN PROVINSI NTT"
    assert "Yth. Kepala BPSDM Provinsi DKI Jakarta" in lines
    assert "NIP\t:\t19900315 201503 2 014" in lines
    assert "Unit kerja\t:\tBidang Distribusi" in lines
    assert "Pelatihan\t:\tAnalisis Ketahanan Pangan, Angkatan 2" in lines
    assert any("Sri Andai, Kepala Bidang Distribusi, merekomendasikan" in line for line in lines)


def test_what_is_not_known_is_a_blank() -> None:
    lines = told(seat_paper(nip=None, unit=None, superior=None, agency=None, place=None))

    assert lines[0].startswith("[…")
    assert "NIP\t:\t[… NIP]" in lines
    assert not any(line.startswith("Tempat") for line in lines)
    assert any("[… nama dan jabatan atasan], merekomendasikan" in line for line in lines)


def test_one_day_is_said_once() -> None:
    seat = seat_paper()

    lines = told(seat_paper(ends_at=seat.starts_at))

    assert "Waktu\t:\t7\u00a0Desember\u00a02026" in lines
