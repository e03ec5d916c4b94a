"""The week in words and as a picture."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from bot.habits import picture, week
from bot.words import Voice, Words
from knowledge import MODULES, Use, load_library, load_questions
from services.practice.habits import Standing, Week
from storage.repositories.habits import Day, Known

WORDS, LIBRARY, BANK = Words(), load_library(MODULES), load_questions(MODULES)
MONDAY = date(2026, 11, 16)
COUNTS = ((3, 2), (5, 5), (0, 0), (3, 3), (3, 1), (0, 0), (3, 3))
DAYS = tuple(Day(MONDAY + timedelta(days=at), *counts) for at, counts in enumerate(COUNTS))
STANDS = Standing("Whole of Government", "Bantuan Kedinasan")
PICTURES = os.environ.get("JALIN_PICTURES")


def voice(language: str = "id") -> Voice:
    return WORDS.voice(language, "WITA")


def question_about(article: str) -> str:
    return BANK.about(article, Use.PRACTICE)[0].id


def test_the_caption_tells_days_right_answers_and_topics() -> None:
    screen = week.caption(voice(), Week(DAYS, ()), STANDS)

    assert screen.text.splitlines() == [
        "💡 Minggu ini: 5 hari belajar, 14 dari 17 soal benar (82%).",
        "Terkuat: Whole of Government.",
        "Perlu diulang: Bantuan Kedinasan.",
    ]
    assert [[button.text for button in row] for row in screen.rows] == [
        ["Latih yang perlu"],
        ["Papan provinsi", "Ubah jam kuis"],
    ]


def test_where_nothing_stands_out_nothing_is_said_of_it() -> None:
    one = Week((Day(MONDAY, 1, 1), *DAYS[5:6]), ())

    screen = week.caption(voice("en"), one, Standing(None, None))

    assert screen.text == "💡 This week: 1 day of learning, 1 of 1 answers right (100%)."
    assert screen.rows[0][0].text == "Start the quiz"


def test_nobody_is_told_a_nought() -> None:
    none = Week((Day(MONDAY, 3, 0), *DAYS[5:6]), ())

    screen, drawn = week.caption(voice(), none, STANDS), week.picture_of(voice("en"), none, STANDS, MONDAY)

    assert screen.text.startswith("💡 Minggu ini: 1 hari belajar, 3 soal dijawab.")
    assert drawn.figures == (("1", "day of learning"), ("3", "questions answered"))


def test_topics_go_by_what_articles_are_about_and_what_is_gone_does_not_count() -> None:
    known = (
        Known(question_about("wog-sejarah"), 2, 2),
        Known(question_about("bantuan-kedinasan-menolak"), 3, 1),
        Known("pertanyaan-lama-01", 9, 0),
    )

    assert week.topics(voice(), Week(DAYS, known), BANK, LIBRARY) == STANDS


def test_an_article_without_a_known_topic_goes_by_its_module() -> None:
    article = replace(LIBRARY.get("wog-prinsip"), tags=("konsep",))

    assert week.topic_of(voice(), article, LIBRARY) == "Kolaborasi dan hukumnya"
    assert week.topic_of(voice("en"), article, LIBRARY) == "Collaboration and its law"


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    ("name", "days", "stands"),
    [
        pytest.param("full", DAYS, STANDS, id="a full week"),
        pytest.param("one", (*DAYS[5:6] * 6, Day(MONDAY, 1302, 1204)), Standing(None, None), id="one long day"),
        pytest.param("none", (Day(MONDAY, 3, 0), *DAYS[5:6]), STANDS, id="nothing right"),
        pytest.param("long", DAYS, Standing(None, "Tata kelola " * 9), id="a topic too long for its line"),
    ],
)
def test_the_picture_is_as_wide_as_a_phone_and_small(
    language: str, name: str, days: tuple[Day, ...], stands: Standing[str]
) -> None:
    drawn = picture.png(week.picture_of(voice(language), Week(days, ()), stands, MONDAY))

    image = Image.open(io.BytesIO(drawn))
    assert (image.format, image.width) == ("PNG", 1080)
    assert 800 < image.height < 1400
    assert 5_000 < len(drawn) < 60_000
    colours = {picture.STRONG, picture.INK}  # the figures', where no bar has any
    assert {f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in _colours(image)} >= colours
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        (Path(PICTURES) / f"week-{name}-{language}.png").write_bytes(drawn)


def test_the_counts_of_busy_days_stand_apart() -> None:
    days = tuple(Day(MONDAY + timedelta(days=at), 1302, 1204) for at in range(7))

    image = Image.open(io.BytesIO(picture.png(week.picture_of(voice(), Week(days, ()), STANDS, MONDAY)))).convert("L")

    step = (picture.WIDTH - 2 * picture.MARGIN) // 7
    counts = range(picture.BARS, picture.BARS + 36)  # where they are written over the tallest bars
    dark = image.point([255 * (shade < 200) for shade in range(256)])
    between = [dark.getpixel((picture.MARGIN + step * at, y)) for at in range(8) for y in counts]
    written = [dark.getpixel((picture.MARGIN + step * at + step // 2, y)) for at in range(7) for y in counts]
    assert not any(between)
    assert any(written)


def test_a_picture_with_more_right_answers_is_another_one() -> None:
    pictures = {
        picture.png(week.picture_of(voice(), Week((*DAYS[:6], Day(MONDAY, 3, right)), ()), STANDS, MONDAY))
        for right in range(4)
    }

    assert len(pictures) == 4


def _colours(image: Image.Image) -> set[tuple[int, int, int]]:
    found = image.convert("RGB").getcolors(100_000) or []
    return {colour for _, colour in found if isinstance(colour, tuple) and len(colour) == 3}
