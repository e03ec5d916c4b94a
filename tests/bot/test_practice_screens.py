"""The screens of quizzes: what is said, which buttons there are, and that all of it fits a phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from html import escape
from typing import Any

import pytest

from bot.callbacks_practice import AnswerQuiz, OpenQuiz
from bot.practice import offering, screens
from bot.screens import Screen, button
from bot.words import Voice, Words
from knowledge import MODULES, Bank, Use, load_library, load_sound_questions
from services.practice import Asked, Feedback, Result, Topic
from tests.support.clock import NOON
from tests.support.practice import question

WORDS = Words()
LANGUAGES = ("id", "en")
TITLES = {"kolaborasi": "Kolaborasi pemerintahan"}
ASKED = Asked(7, "", 0, 1, 3, question("wog"), (2, 1, 0, 3), NOON)
RIGHT = Feedback(7, question("wog"), (2, 1, 0, 3), 1, is_last=False)
RESULT = Result(7, right=2, total=3, missed=1, streak=6)


def voice(language: str = "id") -> Voice:
    return WORDS.voice(language, "WITA")


def labels(screen: Screen) -> list[str]:
    return [one.text for row in screen.rows for one in row]


def test_a_question_shows_its_options_as_they_were_dealt() -> None:
    screen = screens.question(voice(), ASKED, NOON + timedelta(seconds=90), TITLES)

    assert screen.text == (
        "💡 <b>Kuis hari ini</b> · 1 dari 3 · sekitar 2 menit\n\n"
        "Apa yang tepat tentang wog?\n\n"
        "A. Anu\nB. Itu\nC. Ini\nD. Entah"
    )
    assert labels(screen) == ["A", "B", "C", "D", "Lewati", "Nanti saja"]
    assert screen.rows[0][2].callback_data == AnswerQuiz(quiz=7, place=0, letter=2, at=90).pack()


@pytest.mark.parametrize(
    ("topic", "title"),
    [
        ("", "Kuis hari ini"),
        ("kolaborasi", "Kolaborasi pemerintahan"),
        ("article:wog", "Uji diri"),
        ("again", "Ulangan"),
        ("modul-yang-hilang", "Kuis hari ini"),
    ],
)
def test_a_quiz_is_named_after_its_topic(topic: str, title: str) -> None:
    screen = screens.question(voice(), replace(ASKED, topic=topic, number=2), NOON, TITLES)

    assert screen.text.startswith(f"💡 <b>{title}</b> · 2 dari 3\n")


def test_feedback_says_what_is_right_and_why() -> None:
    right, wrong = screens.feedback(voice(), RIGHT), screens.feedback(voice(), replace(RIGHT, chosen=0))

    assert right.text == "Apa yang tepat tentang wog?\n\n✅ B benar: <b>Itu</b>\n\nKarena itu."
    assert labels(right) == ["Soal berikutnya", "Baca artikelnya"]
    assert wrong.text == (
        "Apa yang tepat tentang wog?\n\nJawaban Anda C, yang tepat B: <b>Itu</b>\n\n"
        "Karena itu.\nSoal ini akan muncul lagi lain hari."
    )


def test_after_the_last_question_comes_the_result() -> None:
    assert labels(screens.feedback(voice(), replace(RIGHT, is_last=True)))[0] == "Lihat hasil"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "✅ 2 dari 3 benar. Sudah 6 hari beruntun; libur satu hari tidak memutusnya."),
        ({"right": 3, "missed": 0}, "✅ Semua 3 soal benar. Sudah 6 hari beruntun; libur satu hari tidak memutusnya."),
        ({"right": 0, "missed": 3, "streak": 0}, "Belum ada yang tepat kali ini; soalnya akan muncul lagi."),
        ({"right": 1, "total": 1, "missed": 0, "streak": 0}, "✅ Benar."),
        (
            {"streak": 1},
            "✅ 2 dari 3 benar. Satu hari belajar tercatat. Lanjutkan besok atau lusa untuk membuatnya beruntun.",
        ),
    ],
)
def test_the_result(changes: dict[str, int], said: str) -> None:
    screen = screens.done(voice(), replace(RESULT, **changes))

    assert screen.text == said
    assert ("Ulangi yang terlewat" in labels(screen)) == bool({"missed": 1, **changes}["missed"])
    assert labels(screen)[-4:] == ["Pilih topik lain", "Papan provinsi", "Ubah jam kuis", "⬅️ Menu"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 6, 7, 20])
def test_topics_fit_on_every_page(count: int, language: str) -> None:
    found = [Topic(f"modul-{number}", 30, 3, number % 2) for number in range(count)]
    seen: list[str] = []
    for page in range(1, 7):
        screen = screens.topics(voice(language), found, {}, page)
        seen += [line.split(" ")[1] for line in screen.text.splitlines()[2:]]
        assert len(labels(screen)) <= 8

    assert set(seen) == {topic.module for topic in found}


def test_topics_say_how_much_waits() -> None:
    screen = screens.topics(voice(), [Topic("kolaborasi", 42, 9, 3), Topic("lain", 1, 0, 0)], TITLES, 1)

    assert screen.text.endswith("1. Kolaborasi pemerintahan (42 soal, 3 perlu diulang)\n2. lain (1 soal)")
    assert OpenQuiz.unpack(screen.rows[1][0].callback_data or "").kind == "module"


SCREENS: list[Any] = [
    pytest.param(lambda voice: screens.question(voice, ASKED, NOON, TITLES), id="question"),
    pytest.param(lambda voice: screens.feedback(voice, RIGHT), id="right"),
    pytest.param(lambda voice: screens.feedback(voice, replace(RIGHT, chosen=0, is_last=True)), id="wrong"),
    pytest.param(lambda voice: screens.done(voice, RESULT), id="done"),
    pytest.param(lambda voice: screens.paused(voice, ASKED), id="paused"),
    pytest.param(screens.replaced, id="replaced"),
    pytest.param(screens.guest, id="guest"),
    pytest.param(screens.nothing, id="nothing"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("show", SCREENS)
def test_screens_are_short_and_lead_on(show: Any, language: str) -> None:
    screen = show(voice(language))

    assert len([line for line in screen.text.splitlines() if line]) <= 8
    assert 1 <= len(labels(screen)) <= 8
    assert [label for label in labels(screen) if len(label) > 22] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_of_ours_fits_and_is_escaped(language: str) -> None:
    bank, _ = load_sound_questions(MODULES)
    for one in bank.of(Use.PRACTICE):
        asked = replace(ASKED, question=one, quiz_id=2**31 - 1, place=9)
        said = Feedback(2**31 - 1, one, (3, 2, 1, 0), 0, is_last=True)
        assert len(screens.question(voice(language), asked, NOON + timedelta(days=900), TITLES).text) <= 1000
        assert escape(one.why, quote=False) in screens.feedback(voice(language), said).text


def test_hostile_words_stay_words() -> None:
    hostile = replace(question("x"), ask="<b>?", options=("<i>", "&", "</b>", "x"), why="<u>")

    shown = screens.question(voice(), replace(ASKED, question=hostile), NOON, TITLES).text
    said = screens.feedback(voice(), replace(RIGHT, question=hostile)).text

    assert "&lt;b&gt;?" in shown
    assert "A. &lt;/b&gt;\nB. &amp;\nC. &lt;i&gt;" in shown
    assert "<b>&amp;</b>" in said
    assert "&lt;u&gt;" in said


def test_an_article_offers_three_questions_where_there_are_so_many_and_room() -> None:
    library = load_library(MODULES)
    article = next(iter(library))
    own = question("ada", article.id, article.module)
    others = tuple(question(f"lain{number}", "lain", article.module) for number in range(3))
    bank = Bank((own, *others))
    row = [button("Baca selengkapnya", OpenQuiz())]
    card, full = Screen("x", (row, row * 5)), Screen("x", (row, row * 7))

    assert labels(offering.beside(card, voice(), article, bank))[1] == "Uji diri, 3 soal"
    assert labels(offering.below(card, voice(), article, bank))[0] == "Uji diri, 3 soal"
    assert offering.beside(full, voice(), article, bank) == full
    assert offering.below(full, voice(), article, bank) == full
    assert len(offering.below(card, voice(), article, Bank(others)).rows) == 3  # three of its module
    exams = tuple(question(f"ujian{number}", article.id, article.module, use=Use.FINAL) for number in range(3))
    for none in (Bank(()), Bank(exams), Bank((own, *others[:1]))):
        assert offering.beside(card, voice(), article, none) == card
