from __future__ import annotations

from typing import Any

import pytest

from bot.browse import sifting
from bot.browse.sought import COMPETENCIES, MODES, filter_of
from bot.callbacks import LARGEST_ID, Browse, Card
from bot.callbacks_browse import Choose, Sift
from services.catalogue import Choices, Filter, Host
from services.imports.columns import COMPETENCIES as IMPORTED_COMPETENCIES
from services.imports.columns import MODES as IMPORTED_MODES
from tests.support.batches import data_of, labels, size, voice

CHOICES = Choices(
    competencies=("manajerial", "teknis-fungsional"),
    modes=("klasikal", "mandiri"),
    hosts=tuple(Host(number, f"BPSDM Provinsi {number}") for number in range(1, 11)),
    months=("2026-12", "2027-01"),
)


def test_the_filter_shows_what_is_set_and_how_many_it_leaves() -> None:
    screen = sifting.sifting(voice(), Sift(mode="k", host=3, month="2026-12"), CHOICES, 3)

    assert screen.text == (
        "<b>Saring pelatihan</b>\n\nKompetensi: semua\nCara belajar: klasikal\nTuan rumah: BPSDM Provinsi 3\n"
        "Bulan: Desember 2026\nPendaftaran: yang sedang dibuka"
    )
    assert labels(screen) == [
        ["Lihat 3 pelatihan"],
        ["Kompetensi", "Cara belajar"],
        ["Tuan rumah", "Bulan"],
        ["✅ Sedang dibuka"],
        ["Kosongkan", "⬅️ Menu"],
    ]


def test_the_switch_adds_what_opens_later_and_back() -> None:
    closed = sifting.sifting(voice(), Sift(mode="k", page=3), CHOICES, 3)

    opened = Sift.unpack(data_of(closed, "✅ Sedang dibuka"))

    assert opened == Sift(mode="k", unopened=True)
    again = sifting.sifting(voice(), opened, CHOICES, 3)
    assert Sift.unpack(data_of(again, "⬜ Sedang dibuka")) == Sift(mode="k")


def test_choosing_marks_what_is_set_and_keeps_the_rest() -> None:
    screen = sifting.choosing(voice(), Choose(competency="m", month="2026-12", facet="competency", page=2), CHOICES)

    assert labels(screen) == [["Teknis-fungsional"], ["✅ Manajerial"], ["Semua"], ["⬅️ Kembali"]]
    chosen = Sift.unpack(data_of(screen, "Teknis-fungsional"))
    assert chosen == Sift(competency="t", month="2026-12", page=1)
    assert Sift.unpack(data_of(screen, "Semua")) == Sift(month="2026-12")


def test_many_choices_come_in_pages_that_go_round() -> None:
    first = sifting.choosing(voice(), Choose(facet="host"), CHOICES)
    second = sifting.choosing(voice(), Choose.unpack(data_of(first, "Pilihan lain")), CHOICES)

    shown = [label for row in labels(first) + labels(second) for label in row if label.startswith("BPSDM")]

    assert shown == [host.short_name for host in CHOICES.hosts]
    assert size(first) <= 8
    assert Choose.unpack(data_of(second, "Pilihan lain")).choices == 1


@pytest.mark.parametrize("facet", ["competency", "mode", "host", "month"])
def test_without_any_choice_the_screen_says_so(facet: Any) -> None:
    screen = sifting.choosing(voice(), Choose(facet=facet, choices=9), Choices((), (), (), ()))

    assert screen.text == "Belum ada pilihan di sini, karena belum ada pelatihan yang dibuka."
    assert labels(screen) == [["✅ Semua"], ["⬅️ Kembali"]]


def test_every_button_fits_into_telegrams_64_bytes() -> None:
    fullest: dict[str, Any] = {
        "competency": "t",
        "mode": "f",
        "host": LARGEST_ID,
        "month": "2026-12",
        "unopened": True,
        "page": 9999,
    }

    packed = [
        Browse(**fullest).pack(),
        Sift(**fullest).pack(),
        Card(**fullest, batch=LARGEST_ID, details=True).pack(),
        Choose(**fullest, facet="competency", choices=999).pack(),
    ]

    assert max(map(len, packed)) <= 64


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("b:x::0::0:1", id="unknown competency"),
        pytest.param("b:::99999999999::0:1", id="host past the database's integers"),
        pytest.param("b:::0:2026-13:0:1", id="month 13"),
        pytest.param("b:::0:0000-12:0:1", id="year 0"),
        pytest.param("b:::0::0:0", id="page 0"),
        pytest.param("b:::0", id="too short"),
    ],
)
def test_forged_buttons_are_not_ours(data: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        Browse.unpack(data)


def test_letters_on_buttons_stand_for_every_key_there_is() -> None:
    assert set(COMPETENCIES.values()) == set(IMPORTED_COMPETENCIES)
    assert set(MODES.values()) == set(IMPORTED_MODES)
    for code in COMPETENCIES:
        assert Browse.unpack(Browse(competency=code).pack()).competency == code  # type: ignore[arg-type]
    for code in MODES:
        assert Browse.unpack(Browse(mode=code).pack()).mode == code  # type: ignore[arg-type]


def test_a_button_becomes_a_filter() -> None:
    sought = Browse(competency="s", mode="f", host=3, month="2026-12", unopened=True)

    assert filter_of(sought, "NTT") == Filter(
        competency="sosio-kultural", mode="fasilitasi", host_id=3, month="2026-12", province="NTT", open_only=False
    )
    assert filter_of(Browse(), None) == Filter()
