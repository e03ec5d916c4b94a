"""Roots: the one that most words of the vocabulary share."""

from __future__ import annotations

import pytest

from knowledge.search.roots import Roots, possible_roots

WORDS = """
    tolak menolak ditolak penolakan penolakannya bantu membantu bantuan dibantu kelola mengelola pengelolaan dikelola
    susun menyusun penyusunan disusun kerjasama bekerjasama satu bersatu menyatukan kesatuan tulis menulis penulis
    penulisan government governments pengaruh memengaruhi peran berperan tanggungjawab pertanggungjawaban badan jalan
    berjalan lain
"""
VOCABULARY = WORDS.split()


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("penolakan", "tolak"),
        ("ditolak", "tolak"),
        ("penolakannyalah", "tolak"),
        ("menolakkan", "tolak"),
        ("membantu", "bantu"),
        ("dibantukan", "bantu"),
        ("pengelolaan", "kelola"),
        ("penyusunan", "susun"),
        ("bekerjasama", "kerjasama"),
        ("pertanggungjawaban", "tanggungjawab"),
        ("kesatuan", "satu"),
        ("governments", "government"),
        ("berperan", "peran"),
        ("badan", "badan"),
        ("berjalan", "jalan"),
        ("lain", "lain"),
        ("asing", "asing"),
    ],
)
def test_the_root_of_a_word(word: str, root: str) -> None:
    assert Roots(VOCABULARY, {}).root(word) == root


def test_exceptions_come_first() -> None:
    roots = Roots([*VOCABULARY, "pendapat", "dapat", "mendapat", "didapat"], {"pendapat": "pendapat"})

    assert roots.root("pendapat") == "pendapat"
    assert roots.root("mendapat") == "dapat"


def test_roots_do_not_depend_on_the_order_of_the_vocabulary() -> None:
    forward, backward = Roots(VOCABULARY, {}), Roots(VOCABULARY[::-1], {})

    assert [forward.root(word) for word in VOCABULARY] == [backward.root(word) for word in VOCABULARY]


def test_a_short_rest_is_no_root() -> None:
    assert possible_roots("kerja") == {"kerja"}
