"""What organizers see of the knowledge base: pages that fit, in both languages, with a way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.callbacks_knowledge import SeeMiss, SeeMisses, Settle, Shelf, Tend
from bot.knowledge import tending
from bot.screens import Screen
from bot.words import Voice, Words
from knowledge import Article
from services.knowledge import ArticleVotes, Miss, MissPage
from tests.support.clock import NOON

WORDS = Words()
LANGUAGES = ("id", "en")
CUTI = Miss(7, "cuti besar <b>", 3, NOON, None)


def voice(language: str = "id") -> Voice:
    return WORDS.voice(language, "WITA")


def make_article(title: str) -> Article:
    return Article(title.lower(), "m", title, f"{title} (en)", "Ya.", "Yes.", (), (), (), (), "", ())


def labels(screen: Screen) -> list[list[str]]:
    return [[button.text for button in row] for row in screen.rows if row]


def data(screen: Screen) -> list[str]:
    return [str(button.callback_data) for row in screen.rows for button in row]


@pytest.mark.parametrize(
    ("misses", "rated", "said", "shown"),
    [
        pytest.param(
            2,
            1,
            "Dicari, tidak ada: 2\nArtikel yang dinilai: 1",
            [["Dicari, tidak ada"], ["Penilaian artikel"], ["⬅️ Kelola"]],
            id="both",
        ),
        pytest.param(
            0,
            0,
            "Tidak ada pencarian yang menunggu.\nBelum ada artikel yang dinilai.",
            [["⬅️ Kelola"]],
            id="nothing at all",
        ),
    ],
)
def test_lists_without_anything_in_them_are_left_out(
    misses: int, rated: int, said: str, shown: list[list[str]]
) -> None:
    screen = tending.tending(voice(), misses, rated)

    assert screen.text == f"<b>Pengetahuan</b>\n\n{said}"
    assert labels(screen) == shown


def test_a_page_of_what_is_missing() -> None:
    found = MissPage(
        (CUTI, replace(CUTI, id=8, query="g" * 150, count=1, last_at=NOON - timedelta(days=365))),
        page=2,
        pages=3,
        total=12,
    )

    screen = tending.misses(voice(), found, NOON)

    assert screen.text == (
        "<b>Dicari, tidak ada</b>\nHalaman 2 dari 3\n\n"
        f'1. "cuti besar &lt;b&gt;" · 3 kali, terakhir 17 Nov\n2. "{"g" * 59}…" · 1 kali, terakhir 17 Nov 2025'
    )
    assert labels(screen) == [["1", "2"], ["⬅️ Sebelumnya", "Berikutnya"], ["⬅️ Kembali"]]
    assert data(screen) == [
        SeeMiss(miss=7, page=2).pack(),
        SeeMiss(miss=8, page=2).pack(),
        SeeMisses(page=1).pack(),
        SeeMisses(page=3).pack(),
        Tend().pack(),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_missing_it_is_said(language: str) -> None:
    screen = tending.misses(voice(language), MissPage((), 1, 1, 0), NOON)

    assert screen.text.startswith(("Tidak ada pencarian", "No search"))
    assert data(screen) == [Tend().pack()]


def test_one_is_told_with_what_is_found_for_it_now() -> None:
    missing = tending.miss(voice(), CUTI, None, 2)
    found = tending.miss(voice(), CUTI, "Cuti < besar", 2)

    assert missing.text == (
        '<b>Dicari, tidak ada</b>\n"cuti besar &lt;b&gt;"\n\n'
        "Dicari 3 kali, terakhir Sel, 17 Nov 2026 pukul 12.00 WITA.\nBelum ada artikel yang menjawabnya.\n\n"
        "Tandai selesai bila artikelnya sudah ada, atau memang tidak akan dibuat. "
        "Bila dicari lagi tanpa jawaban, catatan ini muncul kembali."
    )
    assert "Kini ditemukan: Cuti &lt; besar" in found.text
    assert labels(missing) == [["Tandai selesai"], ["⬅️ Daftar"]]
    assert data(missing) == [Settle(miss=7, page=2).pack(), SeeMisses(page=2).pack()]


def test_one_that_is_settled_cannot_be_settled_again() -> None:
    screen = tending.miss(voice(), replace(CUTI, settled_at=NOON), None, 1)

    assert screen.text.endswith("✅ Ditandai selesai Sel, 17 Nov 2026 pukul 12.00 WITA.")
    assert labels(screen) == [["⬅️ Daftar"]]


def test_ratings_stand_behind_the_titles() -> None:
    found = [make_article("Wog"), make_article("Cg & lain")]
    votes = {"wog": ArticleVotes("wog", 1, 12), "cg & lain": ArticleVotes("cg & lain", 3, 0)}

    screen = tending.ratings(voice(), Shelf(kind="rated"), votes, found)

    assert screen.text == (
        "<b>Penilaian artikel</b>, terendah dahulu\n\n"
        "1. Wog · membantu 1, belum 12\n2. Cg &amp; lain · membantu 3, belum 0"
    )
    assert labels(screen) == [["1", "2"], ["⬅️ Kembali"]]
    assert data(screen)[-1] == Tend().pack()


@pytest.mark.parametrize("language", LANGUAGES)
def test_full_pages_fit_on_a_phone(language: str) -> None:
    many = tuple(replace(CUTI, id=2**31 - 1 - number, query="x" * 200) for number in range(tending.PAGE_SIZE))
    titles = [make_article(f"Judul {number}") for number in range(12)]
    votes = {article.id: ArticleVotes(article.id, 99, 99) for article in titles}

    screens = [
        tending.tending(voice(language), 99, 99),
        tending.misses(voice(language), MissPage(many, 2, 999, 9999), NOON),
        tending.miss(voice(language), many[0], "x" * 100, 999),
        tending.ratings(voice(language), Shelf(kind="rated", page=2), votes, titles),
    ]

    for screen in screens:
        assert len([line for line in screen.text.splitlines() if line]) <= 8
        assert 1 <= len(data(screen)) <= 8
        assert all(len(sent.encode()) <= 64 for sent in data(screen))
        assert all(len(label) <= 22 for row in labels(screen) for label in row)
