"""Open exercises: Jalin's own, and every fault of one named with its file, its line, and what was expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge import (
    MODULES,
    KnowledgeFaults,
    check_exercises,
    load_exercises,
    load_library,
    load_sound_exercises,
)
from tests.support.knowledge import write_library

Change = Callable[[str], str]

EXERCISES = """\
- id: latihan-menolak
  title: Menolak dengan santun
  ask: >
    Tulis jawaban atas permintaan bantuan
    yang tidak dapat Anda penuhi.
  checklist:
    - Alasannya tertulis
    - Dampaknya dijelaskan
    - Ada jalan lain yang ditawarkan
  articles: [menolak-bantuan]
- id: latihan-biaya
  title: Siapa membayar
  title_en: Who pays
  ask: Susun pembagian biaya untuk satu bantuan.
  checklist: [Wajar, Disepakati berdua, Tidak dibayar dua kali]
  articles:
    - biaya-bantuan
    - menolak-bantuan
"""


def instead(old: str, new: str) -> Change:
    """Replaces `old`, which must be there, once."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def write(folder: Path, text: str = EXERCISES) -> Path:
    write_library(folder)
    file = folder / "kolaborasi" / "exercises.yaml"
    file.write_text(text, encoding="utf-8")
    return file


LONG = "Sepuluh ka " * 40
FAULTS: dict[str, tuple[Change, int, str]] = {
    "nothing in it": (lambda text: "", 1, "expected a list of exercises"),
    "text for an exercise": (lambda text: text + "- lupa\n", 19, "an exercise must be of the form `field: value`"),
    "broken YAML": (instead("ask: Susun", "ask: Jadi: Susun"), 14, "not YAML: "),
    "a missing field": (instead("  title: Siapa membayar\n", ""), 11, "the field `title` is missing"),
    "an unknown field": (
        instead("  title_en: Who", "  hint: x\n  title_en: Who"),
        13,
        "unknown field `hint`; expected",
    ),
    "an empty title in English": (instead("title_en: Who pays", 'title_en: ""'), 13, "`title_en` must be text"),
    "an id of another form": (instead("id: latihan-biaya", "id: Biaya_1"), 11, "`Biaya_1` is no id"),
    "an id twice": (
        instead("id: latihan-biaya", "id: latihan-menolak"),
        11,
        "the id `latihan-menolak` is taken by kolaborasi/exercises.yaml:1",
    ),
    "a task too long": (instead("ask: Susun", f"ask: {LONG}Susun"), 14, "`ask` has 481 characters; a phone takes"),
    "a point too long": (instead("- Alasannya", f"- {LONG}Alasannya"), 7, "a point has 458 characters; a phone takes"),
    "too few points": (instead("    - Dampaknya dijelaskan\n", ""), 6, "`checklist` holds 2; 3 to 6 are expected"),
    "a point twice": (instead("Dampaknya dijelaskan", "alasannya tertulis"), 8, "stands in `checklist` twice"),
    "a point that is a number": (instead("- Dampaknya dijelaskan", "- 85"), 8, "must be text, not 85"),
    "no list": (instead("articles: [menolak-bantuan]", "articles: menolak-bantuan"), 10, "`articles` must be a list"),
    "a dead article": (instead("    - biaya-bantuan", "    - biaya-lama"), 17, "no article has the id `biaya-lama`"),
}


@pytest.mark.parametrize(("change", "line", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_names_its_line(tmp_path: Path, change: Change, line: int, message: str) -> None:
    file = write(tmp_path, change(EXERCISES))

    faults = check_exercises(tmp_path)

    assert [(fault.file, fault.line) for fault in faults] == [(file, line)], faults
    assert message in faults[0].message
    with pytest.raises(KnowledgeFaults, match=r"exercises\.yaml"):
        load_exercises(tmp_path)


def test_what_is_sound_can_be_practised_beside_what_is_not(tmp_path: Path) -> None:
    write(tmp_path, instead("  title: Siapa membayar\n", "")(EXERCISES))

    exercises, faults = load_sound_exercises(tmp_path)

    assert [(one.id, one.module, one.ask) for one in exercises] == [
        ("latihan-menolak", "kolaborasi", "Tulis jawaban atas permintaan bantuan yang tidak dapat Anda penuhi.")
    ]
    assert len(faults) == 1


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    write(tmp_path).write_bytes(b"\xff\xfe")

    assert [fault.message for fault in check_exercises(tmp_path)] == ["not UTF-8 text"]


def test_the_four_exercises_of_the_module_kolaboratif_are_there_and_sound() -> None:
    exercises, library = load_exercises(MODULES), load_library(MODULES)

    assert [one.id for one in exercises] == [
        "latihan-konsep",
        "latihan-rancangan",
        "latihan-masalah",
        "latihan-tol-pantura",
    ]
    assert all(one.title_en and library.find(article) for one in exercises for article in one.articles)
