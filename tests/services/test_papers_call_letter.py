"""The call letter: what it says, that each letter of a name is there, and that it stays on its page."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.letters.text import PAPERS, say
from services.papers import SeatPaper, call_letter
from services.papers.call_letter import FONTS
from tests.support.clock import NOON
from tests.support.papers import seat_paper

LINK = "https://t.me/jalin_bot?start=sp_7_ABCDEFGH23"
LONG = "Kepala Bidang Distribusi dan Cadangan Pangan pada Dinas Ketahanan Pangan dan Perikanan "


def made(seat: SeatPaper) -> tuple[bytes, list[str]]:
    """The PDF, and every sentence that was asked for on the way."""
    said: list[str] = []

    def hear(key: str, **values: str) -> str:
        said.append(say(key, **values))
        return said[-1]

    return call_letter(seat, say=hear, link=LINK, now=NOON), said


def day(told: str) -> str:
    """A date, with spaces at which no line is broken."""
    return told.replace(" ", "\u00a0")


def pages(pdf: bytes) -> int:
    (count,) = re.findall(rb"/Count (\d+)", pdf)
    return int(count)


def test_it_names_the_training_the_hours_in_the_host_s_zone_and_the_number_to_check() -> None:
    pdf, said = made(seat_paper())

    assert pdf.startswith(b"%PDF-")
    assert "Pemanggilan Peserta Analisis Ketahanan Pangan, Angkatan 2" in said
    assert "NIP 19900315 201503 2 014" in said
    first, last = day("7 Desember 2026"), day("11 Desember 2026")
    assert f"Senin, {first} pukul 08.00 WIB\nsampai dengan Jumat, {last} pukul 16.00 WIB" in said
    assert "Sri Andai, Kepala Bidang Distribusi" in said
    assert any("SP-7-ABCDEFGH23" in sentence for sentence in said)
    assert pages(pdf) == 1


def test_what_nobody_knows_has_no_line() -> None:
    _, said = made(seat_paper(nip=None, unit=None, superior=None, agency=None, place=None, access=None))

    assert not {"Tempat", "Cara masuk", "Tembusan:"} & set(said)


def test_self_paced_ones_have_days_and_no_hours() -> None:
    _, said = made(seat_paper(mode="mandiri"))

    assert f"{day('7 Desember 2026')}\nsampai dengan {day('11 Desember 2026')}" in said


@pytest.mark.parametrize("mode", ["klasikal", "blended", "e-learning", "mandiri", "magang", "in-house", "fasilitasi"])
def test_every_mode_has_its_word(mode: str) -> None:
    assert made(seat_paper(mode=mode))[0]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"title": "<b>Pangan</b> & Gizi < Air"}, id="markup"),
        pytest.param({"name": LONG * 2, "unit": LONG * 2, "title": LONG * 2, "superior": LONG * 2}, id="long"),
        pytest.param({"access": "x" * 400}, id="a word without end"),
        pytest.param({"access": "Ruang rapat lantai 3, lewat lobi timur. " * 120}, id="over the page"),
    ],
)
def test_whatever_is_in_it_a_letter_comes_of_it(changes: dict[str, Any]) -> None:
    assert pages(made(seat_paper(**changes))[0]) >= 1


@pytest.mark.parametrize("font", ["DejaVuSansCondensed", "DejaVuSansCondensed-Bold"])
def test_names_of_all_latin_letters_can_be_written(font: str) -> None:
    from reportlab.pdfbase.ttfonts import TTFontFile

    known = TTFontFile(str(FONTS / f"{font}.ttf")).charToGlyph

    missing = [char for char in "AZaz09éèëïöüçñÅåØøŠšŽžŁłĀāŪūĞğŞşẞßÆæœ’‘“”–—…·•€ạảãắ" if ord(char) not in known]

    assert missing == []


def test_the_fonts_come_with_their_licence() -> None:
    assert "Bitstream" in (FONTS / "LICENSE").read_text(encoding="utf-8")


def test_every_word_of_the_papers_is_used() -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for path in (*FONTS.parent.glob("*.py"), PAPERS.with_name("superior.py"))
    )
    keys = re.findall(r"^([a-z0-9-]+) =", PAPERS.read_text(encoding="utf-8"), re.MULTILINE)
    made_up = ("paper-month-", "paper-weekday-", "call-mode-", "superior-label-")
    facts = {f"call-{name}" for name in re.findall(r'^        "([a-z]+)": ', code, re.MULTILINE)}

    idle = [key for key in keys if f'"{key}"' not in code and key not in facts and not key.startswith(made_up)]

    assert idle == []
