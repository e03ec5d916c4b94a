"""Every fault of a question is named with its file, its line, and what was expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge import KnowledgeFaults, check, check_questions, load_questions, load_sound_questions
from knowledge.questions.options import nearly_equal
from tests.support.knowledge import COSTS, write_library
from tests.support.questions import QUESTIONS, write_questions

Change = Callable[[str], str]


def instead(old: str, new: str) -> Change:
    """Replaces `old`, which must be there, once."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


LONG = "Kalimat ini dua puluh. " * 14
WHY = "why: Dalam keadaan darurat badan yang diminta wajib membantu."
WRONG = "[Saat pemohonnya lembaga pusat, Saat biaya ditanggung pihak yang meminta bantuan, Saat ada surat]"
COSTLY = "    - Instansi pemberi bantuan saja\n"
SECOND = QUESTIONS[QUESTIONS.index("- id: menolak-02") : QUESTIONS.index("- id: biaya-01")]

# What is changed in questions.yaml, the line of the fault, and its message.
FAULTS: dict[str, tuple[Change, int, str]] = {
    "nothing in it": (lambda text: "", 1, "expected a list of questions"),
    "a mapping": (lambda text: "id: x\n", 1, "expected a list of questions"),
    "text for a question": (lambda text: text + "- lupa\n", 36, "a question must be of the form `field: value`"),
    "broken YAML": (instead("ask: Kapan", "ask: Jadi: Kapan"), 19, "not YAML: "),
    "a key twice": (instead("level: paham", "use: practice"), 18, "the key `use` stands here twice"),
    "a missing field": (instead(f"  {WHY}\n", ""), 15, "the field `why` is missing"),
    "no options at all": (instead(f"  wrong: {WRONG}\n", ""), 15, "the field `wrong` is missing"),
    "no right option": (instead("  right: Saat", "  wright: Saat"), 15, "the field `right` is missing"),
    "an unknown field": (instead("  why: Dalam", "  hint: x\n  why: Dalam"), 23, "unknown field `hint`; expected"),
    "an empty field": (instead("ask: Kapan ketiga alasan penolakan tidak berlaku?", 'ask: ""'), 19, "`ask` must be"),
    "a number for text": (
        instead("right: Penerima dan pemberi bantuan bersama-sama", "right: 85"),
        29,
        "`right` must be text, not 85; put it in quotes",
    ),
    "an id of another form": (instead("id: menolak-02", "id: Menolak_02"), 15, "`Menolak_02` is no id"),
    "an id too long to be kept": (
        instead("id: menolak-02", f"id: {'menolak-' * 10}02"),
        15,
        "the id has 82 characters; at most 80 are kept",
    ),
    "an unknown level": (
        instead("level: paham", "level: hafal"),
        17,
        "unknown level `hafal`; expected one of: ingat, paham, terapkan",
    ),
    "an unknown use": (
        instead("use: practice", "use: latihan"),
        4,
        "unknown use `latihan`; expected one of: entry, material, final, practice",
    ),
    "an unknown letter": (instead("letter: D", "letter: E"), 21, "`letter` is `E`; expected one of: A, B, C, D"),
    "two letters": (instead("letter: D", "letter: AB"), 21, "`letter` is `AB`; expected one of"),
    "an option missing": (instead(COSTLY, ""), 31, "`wrong` holds 2; 3 are expected"),
    "an option too many": (
        instead(COSTLY, COSTLY + "    - Gubernur\n"),
        31,
        "`wrong` holds 4; 3 are expected",
    ),
    "text for a list": (instead(WRONG, "Saat ada surat"), 22, "`wrong` must be a list, not text"),
    "an empty option": (instead(COSTLY, '    - ""\n'), 33, "an option must be text, not nothing"),
    "a number for an option": (instead(COSTLY, "    - 70\n"), 33, "an option must be text, not 70;"),
    "two equal options": (
        instead(COSTLY, "    - menteri keuangan lewat standar biaya.\n"),
        33,
        "two options say nearly the same: `Menteri Keuangan, lewat standar biaya`",
    ),
    "two nearly equal options": (
        instead(COSTLY, "    - Menteri keuangan, lewat standard biaya\n"),
        33,
        "two options say nearly the same",
    ),
    "two options that differ in order": (
        instead(COSTLY, "    - Pemberi dan penerima bantuan bersama-sama\n"),
        33,
        "two options say nearly the same: `Penerima dan pemberi bantuan bersama-sama`",
    ),
    "an option about the others": (instead(COSTLY, "    - Semua benar\n"), 33, "the option `Semua benar` speaks of"),
    "an option about letters": (instead(COSTLY, "    - A dan C\n"), 33, "the option `A dan C` speaks of the others"),
    "an explanation about letters": (
        instead(WHY, "why: Jawaban B menarik, tetapi surat tidak mengubah apa pun."),
        23,
        "`why` speaks of options (`Jawaban B`)",
    ),
    "a question for what does not hold": (
        instead("Siapa yang menetapkan biaya bantuan kedinasan?", "Siapa yang tidak termasuk pihak bantuan?"),
        28,
        "`ask` wants what does not hold",
    ),
    "a question that excepts": (
        instead("Siapa yang menetapkan biaya bantuan kedinasan?", "Biaya ditetapkan oleh pihak berikut, kecuali?"),
        28,
        "`ask` wants what does not hold",
    ),
    "a question too long": (instead("Dinas Pertanian", f"{LONG}Dinas Pertanian"), 5, "`ask` has 467 characters; a"),
    "a right option too long": (
        instead("right: Saat", f"right: {LONG[:92]}Saat"),
        20,
        "`right` has 137 characters; a phone takes at most 100",
    ),
    "a wrong option too long": (instead(COSTLY, f"    - {LONG[:115]}\n"), 33, "an option has 114 characters; a phone"),
    "an explanation too long": (instead("why: Dalam", f"why: {LONG[:161]}Dalam"), 23, "`why` has 217 characters; a"),
    "an unknown article": (
        instead("article: biaya-bantuan", "article: hilang"),
        25,
        "no article has the id `hilang`",
    ),
    "an id twice": (
        instead("id: biaya-01", "id: menolak-01"),
        24,
        "the id `menolak-01` is taken by kolaborasi/questions.yaml:1",
    ),
    "a question twice": (
        lambda text: text + SECOND.replace("menolak-02", "menolak-03").replace("ketiga alasan", "tiga alasan"),
        36,
        "asks nearly what kolaborasi/questions.yaml:15 asks",
    ),
    "the right answer always in one place": (
        lambda text: text.replace("letter: B", "letter: A").replace("letter: D", "letter: A"),
        1,
        "the right answer is A in 3 of 3 questions (A 3, B 0, C 0, D 0); at most 2 are allowed",
    ),
    "the right option always the longest": (
        lambda text: (
            text.replace("jelas", "pasti")
            .replace("tanpa jawaban sampai panen selesai", "begitu saja")
            .replace("pihak yang meminta bantuan", "pihak lain")
            .replace(" di antara keduanya", "")
        ),
        1,
        "the right option is the longest in 3 of 3 questions; at most 2 are allowed",
    ),
    "a level that is missing": (
        instead("level: terapkan", "level: paham"),
        1,
        "no practice question of level terapkan; all three are expected",
    ),
}


@pytest.mark.parametrize(("change", "line", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_names_its_file_its_line_and_what_was_expected(
    tmp_path: Path, change: Change, line: int, message: str
) -> None:
    file = write_questions(tmp_path, change(QUESTIONS))

    found = check_questions(tmp_path)

    assert {fault.file for fault in found} == {file}
    assert (line, True) in [(fault.line, fault.message.startswith(message)) for fault in found], found
    assert check(tmp_path) == []
    with pytest.raises(KnowledgeFaults):
        load_questions(tmp_path)


def test_the_sample_has_no_fault(tmp_path: Path) -> None:
    write_questions(tmp_path)

    assert check_questions(tmp_path) == []


def test_bytes_that_are_not_text_are_a_fault(tmp_path: Path) -> None:
    file = write_questions(tmp_path)
    file.write_bytes(b"- id: \xff\xfe\n")

    (fault,) = check_questions(tmp_path)

    assert (fault.file, fault.line, fault.message) == (file, 1, "not UTF-8 text")


def test_ids_doubles_and_articles_are_checked_across_modules(tmp_path: Path) -> None:
    write_questions(tmp_path)
    other = write_questions(tmp_path, QUESTIONS, "zeta")
    write_library(tmp_path, {"wog-lain": COSTS.replace("  - ", "  - lain ").replace("lain work", "work")}, "zeta")

    messages = [str(fault).removeprefix(f"{other}:") for fault in check_questions(tmp_path)]

    assert messages[:3] == [
        "1: asks nearly what kolaborasi/questions.yaml:1 asks",
        "1: the id `menolak-01` is taken by kolaborasi/questions.yaml:1",
        "2: the article `menolak-bantuan` is one of kolaborasi; ask about it there",
    ]
    assert len(messages) == 9


def test_a_letter_that_never_holds_is_a_fault_of_a_long_file(tmp_path: Path) -> None:
    text = "".join(QUESTIONS.replace("-0", f"-{n}").replace("letter: D", "letter: C") for n in range(4))
    write_questions(tmp_path, text)

    messages = [fault.message for fault in check_questions(tmp_path) if fault.line == 1]

    assert messages == ["the right answer is never D in 12 questions (A 4, B 4, C 4, D 0)"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Paling sedikit 20 JP setahun", "Paling sedikit 20 JP, setahun", True),
        ("Paling sedikit 20 JP setahun", "Paling sedikit 24 JP setahun", False),
        ("UU 5/2014", "UU 20/2023", False),
        ("Boleh ditolak", "Tidak boleh ditolak", False),
        ("Kolaborasi internal", "Kolaborasi eksternal", False),
    ],
)
def test_options_are_one_when_only_the_spelling_differs(one: str, other: str, same: bool) -> None:
    assert nearly_equal(one, other) is same


def test_what_can_be_asked_is_kept_and_the_rest_left_out(tmp_path: Path) -> None:
    broken = QUESTIONS.replace("letter: D", "letter: E").replace("article: biaya-bantuan", "article: hilang")
    write_questions(tmp_path, broken)

    bank, faults = load_sound_questions(tmp_path)

    assert [question.id for question in bank] == ["menolak-01"]
    assert {fault.line for fault in faults} >= {21, 25}


def test_of_two_questions_with_one_id_the_first_is_kept(tmp_path: Path) -> None:
    write_questions(tmp_path, QUESTIONS.replace("id: biaya-01", "id: menolak-01"))

    bank, _ = load_sound_questions(tmp_path)

    assert [(question.id, question.article) for question in bank] == [
        ("menolak-01", "menolak-bantuan"),
        ("menolak-02", "menolak-bantuan"),
    ]
