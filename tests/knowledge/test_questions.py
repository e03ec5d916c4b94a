"""Loading questions: what a good folder gives, and what Jalin's own questions hold."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from knowledge import MODULES, Level, Question, Use, check_questions, load_questions
from knowledge.articles import quick
from knowledge.articles.tree import BrokenError, read_any, read_list
from tests.support.knowledge import write_library
from tests.support.questions import QUESTIONS, write_questions


def test_a_question_holds_its_fields_and_its_options_in_the_order_of_letters(tmp_path: Path) -> None:
    write_questions(tmp_path)

    question = load_questions(tmp_path).questions[0]

    assert (question.id, question.module, question.article) == ("menolak-01", "kolaborasi", "menolak-bantuan")
    assert (question.level, question.use) == (Level.TERAPKAN, Use.PRACTICE)
    assert question.ask.startswith("Dinas Pertanian diminta")
    assert question.ask.endswith("akan meleset. Langkah yang tepat?")
    assert question.options == (
        "Menolak lewat telepon karena keadaannya sudah jelas",
        "Menolak secara tertulis dengan menjelaskan dampaknya",
        "Menerima karena bantuan tidak boleh ditolak",
        "Membiarkan surat itu tanpa jawaban sampai panen selesai",
    )
    assert question.right == 1
    assert question.why.startswith("Terganggunya kinerja")


def test_questions_are_found_by_id_use_module_and_article(tmp_path: Path) -> None:
    write_questions(tmp_path, QUESTIONS.replace("use: practice", "use: final", 1))
    with pytest.raises(Exception, match="no practice question of level terapkan"):
        load_questions(tmp_path)
    write_questions(tmp_path)
    bank = load_questions(tmp_path)

    assert len(bank) == len(list(bank)) == 3
    assert bank.find("biaya-01") is bank.questions[2]
    assert bank.find("sudah-dicabut") is None
    assert bank.of(Use.PRACTICE) == bank.of(Use.PRACTICE, "kolaborasi") == bank.questions
    assert bank.of(Use.FINAL) == bank.of(Use.PRACTICE, "zeta") == ()
    assert [question.id for question in bank.about("menolak-bantuan", Use.PRACTICE)] == ["menolak-01", "menolak-02"]


def test_levels_and_uses_are_those_of_the_form() -> None:
    assert ", ".join([Level.INGAT, Level.PAHAM, Level.TERAPKAN]) == ", ".join(Level)
    assert ", ".join([Use.ENTRY, Use.MATERIAL, Use.FINAL, Use.PRACTICE]) == ", ".join(Use)


def test_a_module_may_have_no_questions(tmp_path: Path) -> None:
    write_library(tmp_path)

    assert len(load_questions(tmp_path)) == 0


@pytest.mark.parametrize(
    "text",
    [
        QUESTIONS,
        QUESTIONS.replace("\n- id", "\n\n- id") + "\n\n",
        "# catatan\n" + QUESTIONS,
        QUESTIONS.replace("- id", "-   id", 1),
        QUESTIONS.replace("  article", " article", 1),
        "- a: b\n- [c]\n",
        "- a: b\nc\n",
        "a: b\n",
        "-\n  a: b\n",
        "",
    ],
)
def test_the_fast_reader_of_lists_reads_what_the_parser_reads(text: str) -> None:
    read = quick.read_list(text, 1)

    try:
        assert read in (None, read_any(text, 1))
    except BrokenError:
        assert read is None


FILES = sorted(MODULES.rglob("questions.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_questions_are_written_in_the_manner_that_is_read_fast(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert quick.read_list(text, 1) == read_list(text, 1) == read_any(text, 1)


def test_the_questions_that_come_with_jalin_have_no_faults() -> None:
    assert [str(fault) for fault in check_questions(MODULES)] == []


@pytest.fixture(scope="module")
def practice() -> tuple[Question, ...]:
    return load_questions(MODULES).of(Use.PRACTICE)


def test_every_module_has_twenty_practice_questions_and_all_have_a_hundred_and_fifty(
    practice: tuple[Question, ...],
) -> None:
    count = Counter(question.module for question in practice)

    assert {place.parent.name for place in MODULES.glob("*/module.yaml")} == set(count)
    assert min(count.values()) >= 20, count
    assert count.total() >= 150


def test_a_third_of_the_questions_of_each_module_are_situations(practice: tuple[Question, ...]) -> None:
    for module in {question.module for question in practice}:
        levels = Counter(question.level for question in practice if question.module == module)

        assert set(levels) == set(Level)
        assert levels[Level.TERAPKAN] * 3 >= levels.total(), (module, levels)


def test_questions_fit_one_short_message(practice: tuple[Question, ...]) -> None:
    for question in practice:
        assert len(question.options) == 4
        assert max(map(len, question.options)) <= 90, question.id
        assert len(question.ask) + sum(map(len, question.options)) <= 600, question.id


def test_explanations_teach_more_than_the_right_option_says(practice: tuple[Question, ...]) -> None:
    for question in practice:
        assert len(question.why) >= 80, question.id
        assert fuzz.ratio(question.why, question.options[question.right]) < 80, question.id
