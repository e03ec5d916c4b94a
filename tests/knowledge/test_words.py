"""The word lists: well formed, and without contradictions."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from knowledge.search.words import FOLDER, load_words

PAIRS = ["slang", "english", "roots", "questions"]


def lines(name: str) -> list[str]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.txt")), ids=lambda file: file.stem)
def test_a_list_says_what_it_is_and_holds_small_letters_only(file: Path) -> None:
    first, *rest = file.read_text(encoding="utf-8").splitlines()

    assert first.startswith("# ")
    assert [line for line in rest if line != line.strip().lower() or "\t" in line or not line.isascii()] == []


@pytest.mark.parametrize("name", PAIRS)
def test_a_word_is_explained_once(name: str) -> None:
    counts = Counter(line.partition("=")[0].strip() for line in lines(name))

    assert [word for word, count in counts.items() if count > 1] == []


def test_chat_spelling_leads_to_words_that_are_not_chat_spelling_themselves() -> None:
    words = load_words()

    again = {
        chat: plain for chat, plain in words.slang.items() if set(plain) & words.slang.keys() - words.stop - {chat}
    }

    assert again == {}


def test_topics_of_everyday_life_are_no_stop_words() -> None:
    words = load_words()

    assert words.everyday & words.stop == set()


def test_a_short_form_may_stand_for_several_long_ones() -> None:
    longs = [" ".join(long) for short, long in load_words().abbreviations if short == "cg"]

    assert longs[0] == "collaborative governance"
    assert "tata kelola kolaboratif" in longs


def test_synonyms_hold_both_ways() -> None:
    synonyms = load_words().synonyms

    assert [word for word, others in synonyms.items() for other in others if word not in synonyms[other]] == []
