"""Normalising: laws and articles of law in one piece, numbers exact, repeated and accented words plain."""

from __future__ import annotations

import pytest

from knowledge.search.tokens import tokens

QUERIES = {
    "plain words": ("Apa itu Whole-of-Government?", ["apa", "itu", "whole", "of", "government"]),
    "accents": ("Pérez López", ["perez", "lopez"]),
    "law with slash": ("UU 30/2014", ["uu", "30/2014"]),
    "law written out": ("Undang-Undang Nomor 30 Tahun 2014", ["uu", "30/2014"]),
    "law in chat": ("uu no. 30 thn 2014", ["uu", "30/2014"]),
    "law without year": ("UU 30 tentang AP", ["uu", "uu30", "tentang", "ap"]),
    "law in English": ("law number 30 of 2014", ["uu", "30/2014"]),
    "law number alone": ("nomor 30 tahun 2014", ["30/2014"]),
    "presidential rule": ("Peraturan Presiden 68/2019", ["perpres", "68/2019"]),
    "law word alone": ("undang-undang yang mana", ["uu", "yang", "mana"]),
    "article": ("pasal 36", ["pasal36"]),
    "article in chat": ("ps. 36 dan psl 36", ["pasal36", "dan", "pasal36"]),
    "articles in a range": ("Pasal 35–37", ["pasal35", "pasal36", "pasal37"]),
    "article with paragraph": ("pasal 34 ayat (4)", ["pasal34", "ayat4"]),
    "range too wide": ("pasal 1-200", ["pasal1"]),
    "thousands": ("1.652.396 PNS", ["1652396", "pns"]),
    "ratio": ("pola 10:20:70", ["pola", "10:20:70"]),
    "decimal": ("naik 62,5%.", ["naik", "62,5"]),
    "repeated": ("sektor-sektor dan sendiri2", ["sektor", "dan", "sendiri"]),
    "slash between words": ("K/L dan/atau daerah", ["k", "l", "dan", "atau", "daerah"]),
    "nothing": ("?!", []),
}


@pytest.mark.parametrize(("text", "expected"), QUERIES.values(), ids=QUERIES.keys())
def test_tokens_of_a_question(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_a_document_also_gives_the_number_and_the_year_of_a_law_alone() -> None:
    assert tokens("UU 30/2014 Pasal 36", whole=True) == ["uu", "30/2014", "uu30", "2014", "pasal36"]
