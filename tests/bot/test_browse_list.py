from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.browse import listing
from bot.callbacks import Browse, Card, Sought
from bot.screens import Screen
from services.catalogue import Page, Seats
from tests.support.batches import (
    CLOSES,
    LANGUAGES,
    NOW,
    data_of,
    labels,
    make_line,
    make_page,
    registration,
    size,
    voice,
)


def told(screen: Screen) -> str:
    """The text as one reads it; what holds a date together on a narrow screen is not seen."""
    return screen.text.replace("\u00a0", " ").replace("\u2060", "")


def test_a_date_and_the_seats_stay_whole_where_a_phone_breaks_the_line() -> None:
    screen = listing.page(voice(), Page((make_line(),), 1, 1, 1), Sought(), None, NOW)

    assert screen.text.endswith("</b>\u00a0· 7–\u206011\u00a0Des\u00a0· 30\u00a0kursi")


def test_the_list_says_for_whom_when_and_how_many_seats() -> None:
    lines = (
        make_line(),
        make_line(id=2, title="Kolaborasi Pemerintahan", mode="mandiri", capacity=None, seats=Seats.of(None, 0)),
    )

    screen = listing.page(voice(), Page(lines, 2, 1, 1), Sought(), "NTT", NOW)

    assert told(screen) == (
        "<b>2 pelatihan dibuka untuk NTT</b>\n\n"
        "<b>1. Analisis Ketahanan Pangan</b> · 7–11 Des · 30 kursi\n"
        "<b>2. Kolaborasi Pemerintahan</b> · belajar mandiri · tanpa batas kursi"
    )
    assert labels(screen) == [["1", "2"], ["Saring", "Cari nama"], ["⬅️ Menu"]]


def test_english_mirrors_the_list() -> None:
    screen = listing.page(voice("en"), Page((make_line(),), 1, 1, 1), Sought(), None, NOW)

    assert told(screen) == "<b>1 training open</b>\n\n<b>1. Analisis Ketahanan Pangan</b> · 7–11 Dec · 30 seats"


@pytest.mark.parametrize(
    ("changes", "ending"),
    [
        pytest.param(
            {"registration": registration(NOW + timedelta(days=14), CLOSES + timedelta(days=30))},
            "7–11 Des · pendaftaran mulai 1 Des",
            id="opens later",
        ),
        pytest.param({"registration": registration(closes=NOW)}, "7–11 Des · pendaftaran ditutup", id="closed"),
        pytest.param(
            {
                "starts_at": datetime(2027, 1, 4, 1, 0, tzinfo=UTC),
                "ends_at": datetime(2027, 1, 8, 9, 0, tzinfo=UTC),
            },
            "4–8 Jan 2027 · 30 kursi",
            id="next year",
        ),
        pytest.param({"seats": Seats.of(0, 0)}, "7–11 Des · kursi belum ditetapkan", id="no seat yet"),
    ],
)
def test_a_line_says_what_matters_now(changes: dict[str, Any], ending: str) -> None:
    screen = listing.page(voice(), Page((make_line(**changes),), 1, 1, 1), Sought(), None, NOW)

    assert told(screen).endswith(f"<b>1. Analisis Ketahanan Pangan</b> · {ending}")


def test_batches_of_one_training_are_told_apart() -> None:
    lines = (make_line(), make_line(id=2, number=3))

    screen = listing.page(voice(), Page(lines, 2, 1, 1), Sought(), None, NOW)

    assert "1. Analisis Ketahanan Pangan angkatan 2</b> ·" in told(screen)
    assert "2. Analisis Ketahanan Pangan angkatan 3</b> ·" in told(screen)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_full_page_keeps_to_eight_buttons_and_eight_lines(language: str, page: int) -> None:
    sought = Sought(competency="m", mode="b", host=4, month="2026-12", page=page)

    screen = listing.page(voice(language), make_page(listing.PAGE_SIZE, 12, page, 3), sought, "NTT", NOW)

    assert size(screen) <= 8
    assert len([line for line in screen.text.splitlines() if line]) <= 8


def test_pages_lead_to_one_another_under_the_same_filter() -> None:
    sought = Sought(competency="m", page=2)

    screen = listing.page(voice(), make_page(4, 12, 2, 3), sought, None, NOW)

    assert Browse.unpack(data_of(screen, "⬅️ Sebelumnya")) == Browse(competency="m", page=1)
    assert Browse.unpack(data_of(screen, "Berikutnya")) == Browse(competency="m", page=3)
    assert Card.unpack(data_of(screen, "3")) == Card(competency="m", page=2, batch=3)
    assert screen.text.splitlines()[1] == "Halaman 2 dari 3 · Saringan: manajerial"


def test_nothing_fits_names_the_filter_and_leads_to_the_nearest_month() -> None:
    sought = Sought(competency="m", month="2027-01", page=2)

    screen = listing.nothing(voice(), sought, "NTT", None, "2027-02")

    assert screen.text == "Belum ada pelatihan yang cocok: manajerial · Januari 2027.\n\nYang terdekat: Februari 2027."
    assert labels(screen) == [
        ["Lihat Februari 2027"],
        ["Ubah saringan", "Kosongkan"],
        ["Usulkan topik"],
        ["⬅️ Menu"],
    ]
    assert Browse.unpack(data_of(screen, "Lihat Februari 2027")) == Browse(
        competency="m", month="2027-02", unopened=True, page=1
    )


def test_an_empty_catalogue_offers_no_month_and_nothing_to_clear() -> None:
    screen = listing.nothing(voice(), Sought(), "NTT", None, None)

    assert screen.text == "Belum ada pelatihan yang pendaftarannya dibuka untuk NTT."
    assert labels(screen) == [["Ubah saringan"], ["Usulkan topik"], ["⬅️ Menu"]]


def test_a_name_that_finds_nothing_is_repeated_and_escaped() -> None:
    screen = listing.found_by_name(voice(), "<b>panggan</b> &", (), NOW)

    assert '"&lt;b&gt;panggan&lt;/b&gt; &amp;"' in screen.text
    assert labels(screen) == [["Cari nama lain"], ["Usulkan topik"], ["⬅️ Daftar pelatihan"]]


def test_found_trainings_are_numbered_and_keep_to_eight_buttons() -> None:
    lines = make_page(8).items

    screen = listing.found_by_name(voice(), "pelatihan", lines, NOW)

    assert labels(screen)[0] == ["1", "2", "3", "4", "5"]
    assert size(screen) <= 8
