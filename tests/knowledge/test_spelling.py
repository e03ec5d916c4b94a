"""Spelling: what an unknown word was meant to be, and what must be left alone."""

from __future__ import annotations

import pytest

from knowledge.search.spelling import Spelling

COUNTS = {"kolaborasi": 9, "bantuan": 7, "warga": 2, "kedinasan": 4, "norma": 1, "kartamantul": 3, "model": 5}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kolborasi", "kolaborasi"),
        ("kolaboraasi", "kolaborasi"),
        ("bantaun", "bantuan"),
        ("kedinsan", "kedinasan"),
        ("kartamntul", "kartamantul"),
        ("adalh", "adalah"),
        ("kolabo", "kolaborasi"),
    ],
    ids=["missing", "doubled", "swapped", "missing-2", "missing-3", "an empty word", "still being typed"],
)
def test_a_misspelt_word_is_corrected(typed: str, meant: str) -> None:
    fixed = Spelling(COUNTS, {"adalah"}, ()).correct(typed)

    assert fixed is not None
    assert fixed[0] == meant
    assert fixed[1] < 1


@pytest.mark.parametrize(
    "typed",
    ["harga", "hotel", "xyz", "30/2014", "2104", "rendang"],
    ids=["real word", "short with another first letter", "too short", "law", "year", "unlike any"],
)
def test_other_words_are_left_alone(typed: str) -> None:
    assert Spelling(COUNTS, (), {"harga"}).correct(typed) is None
