"""The screens and the picture of the guide to readiness."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from pydantic import ValidationError

from bot.callbacks import Go
from bot.callbacks_guides import ReadOn, Ready
from bot.callbacks_knowledge import sign_of
from bot.guides.links import READINESS, guide_button, guide_of_payload
from bot.guides.picture import WIDTH, Chart, Line, png
from bot.guides.readiness import ALWAYS, ARTICLES, chart, concluded, profile_of, reading, screen_of
from bot.screens import Screen
from bot.words import Voice, Words
from knowledge import MODULES, load_library
from services.guides.readiness import Statement, Trait

WORDS, LIBRARY = Words(), load_library(MODULES)
LANGUAGES = ("id", "en")
MARKED = Ready(marks="344143344332", traits=0b1011011, at=13, done=True)
FULL = Ready(marks="4" * 12, traits=2**7 - 1, at=13, done=True)
WEAKEST = [f"{at * '4'}1{(11 - at) * '4'}" for at in range(12)]


def voice(language: str = "id") -> Voice:
    return WORDS.voice(language, "WITA")


def labels(screen: Screen) -> list[list[str]]:
    return [[button.text for button in row] for row in screen.rows]


def pressed(screen: Screen, label: str) -> Ready:
    """What a button carries."""
    found = next(button for row in screen.rows for button in row if button.text == label)
    assert found.callback_data is not None
    return Ready.unpack(found.callback_data)


def result(data: Ready, language: str = "id") -> Screen:
    found = profile_of(data)
    assert found is not None
    return concluded(voice(language), data, found, [LIBRARY.get(each) for each in reading(found)], "jalin_bot")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_short_and_has_few_buttons(language: str) -> None:
    questions = [screen_of(voice(language), MARKED.moved(at)) for at in range(14)]
    results = [result(MARKED.model_copy(update={"marks": marks}), language) for marks in WEAKEST]

    for screen in (*questions, *results, result(FULL, language)):
        assert len([line for line in screen.text.splitlines() if line]) <= 8, screen.text
        assert 0 < sum(map(len, screen.rows)) <= 8
        assert all(len(label) <= 22 for row in labels(screen) for label in row)


def test_the_first_statement_says_what_to_think_of() -> None:
    screen = screen_of(voice(), Ready())

    assert screen.text.startswith("<b>Kesiapan kolaborasi</b> · 1 dari 14\n\nPikirkan satu kolaborasi")
    assert labels(screen) == [["Belum sesuai", "Sedikit sesuai"], ["Cukup sesuai", "Sangat sesuai"], ["Tutup"]]
    assert screen.rows[-1][0].callback_data == Go(place="menu").pack()


def test_a_mark_leads_on_and_going_back_shows_it() -> None:
    second = pressed(screen_of(voice(), Ready()), "Cukup sesuai")

    first = pressed(screen_of(voice(), second), "⬅️ Kembali")

    assert (second.at, second.marks) == (1, "3" + "0" * 11)
    assert labels(screen_of(voice(), first))[1] == ["✅ Cukup sesuai", "Sangat sesuai"]


def test_the_signs_of_culture_are_switched_on_two_screens() -> None:
    first = MARKED.moved(12)

    switched = pressed(screen_of(voice(), first), "⬜ 3")
    second = pressed(screen_of(voice(), switched), "Lanjut")
    done = pressed(screen_of(voice(), second), "Lihat hasil")

    assert labels(screen_of(voice(), switched))[0] == ["✅ 1", "✅ 2", "✅ 3", "✅ 4"]
    assert labels(screen_of(voice(), second))[0] == ["✅ 5", "⬜ 6", "✅ 7"]
    assert done.done
    assert done.seen == set(Trait) - {Trait.TOGETHER}


def test_what_was_left_out_is_asked_before_what_follows() -> None:
    gap = MARKED.model_copy(update={"marks": "34014334433" + "2"})

    assert profile_of(gap) is None
    assert "3 dari 14" in screen_of(voice(), gap).text


def test_the_words_name_the_weakest_point_and_what_to_read() -> None:
    screen = result(MARKED)

    *lines, basis = screen.text.splitlines()
    assert lines == [
        "Yang paling perlu dibangun: <b>Kepemimpinan fasilitatif</b>, 50%",
        "• Suara pihak yang lebih lemah",
        "",
        "Bacaan:",
        "1. Pemimpin fasilitatif dalam kolaborasi",
        "2. Model collaborative governance Ansell &amp; Gash",
        "",
    ]
    assert basis.endswith("Ini gambaran dari jawaban Anda, bukan penilaian.")
    assert labels(screen) == [["1", "2"], ["Ubah jawaban", "Bagikan"], ["Buka menu"]]
    assert screen.rows[0][0].callback_data == ReadOn(sign=sign_of("pemimpin-fasilitatif")).pack()
    assert pressed(screen, "Ubah jawaban") == MARKED.moved(0)


def test_without_a_weak_point_partners_are_to_be_asked() -> None:
    assert result(FULL).text.startswith("Semua bagian sudah kuat menurut jawaban Anda.")


def test_every_point_has_an_article() -> None:
    assert set(ARTICLES) == {*Statement, *Trait}
    assert all(LIBRARY.find(article) for article in {*ARTICLES.values(), ALWAYS})


def test_all_marks_fit_on_a_button() -> None:
    assert len(FULL.pack().encode()) <= 64


@pytest.mark.parametrize(
    "forged",
    [
        pytest.param({"marks": "5" * 12}, id="a mark that there is not"),
        pytest.param({"marks": "1"}, id="too few marks"),
        pytest.param({"traits": 128}, id="a trait that there is not"),
        pytest.param({"at": 14}, id="behind the end"),
    ],
)
def test_what_nobody_could_mark_is_no_button(forged: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Ready.model_validate(forged)


def test_links_and_cards_lead_into_the_guide() -> None:
    assert guide_of_payload(READINESS) == Ready()
    assert guide_of_payload("g_siap_1") is None
    assert [button.text for button in guide_button(voice(), "kondisi-awal")] == ["Kesiapan kolaborasi"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_says_only_what_its_font_can_draw(language: str) -> None:
    for data in (MARKED, FULL, Ready(marks="1" * 12)):
        found = profile_of(data)
        assert found is not None
        said = chart(voice(language), found)
        texts = [said.title, said.subtitle, *said.foot, *(f"{line.label}{line.note}" for line in said.lines)]
        assert all(text.isascii() for text in texts)


def test_the_picture_fits_a_phone_and_its_bars_are_as_long_as_they_say() -> None:
    lines = tuple(Line(f"Part {percent}", percent, "note") for percent in (0, 50, 100))

    picture = Image.open(io.BytesIO(png(Chart("Title", "Subtitle", lines, ("foot",))))).convert("RGB")
    filled = [length_of_bar(picture, number) for number in range(3)]

    assert picture.width == WIDTH == 1080
    assert picture.height < 1.3 * WIDTH
    assert filled == pytest.approx([0, 468, 936], abs=6)


def length_of_bar(picture: Image.Image, number: int) -> int:
    """How many pixels in the middle of a bar have its colour."""
    middle = 250 + 158 * number + 54 + 17
    row = [picture.getpixel((x, middle)) for x in range(picture.width)]
    return sum(isinstance(pixel, tuple) and pixel[0] < 120 for pixel in row)
