"""The fast reader of front matter reads what the YAML parser reads, or leaves it to that parser."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import MODULES
from knowledge.articles import quick
from knowledge.articles.tree import BrokenError, read_any

WORDS = ["teks biasa", "a  b", "(3)", "pasal 36 ayat (3)", "30/2014", "é", "a#b", "x,y", "a - b", ""]
NOT_TEXT = ["2014", "ya", "yes", "null", "~", "1e3", "0x1f", "12-01-2020", "2014-01-02", ".5"]
MARKED = [
    "'satu'",
    '"dua, tiga"',
    "'it''s'",
    '"a\\nb"',
    ">",
    "|",
    "&a b",
    "*a",
    "!t x",
    "@x",
    "`x`",
    "%x",
    "?",
    ":",
    "x:",
]
NESTED = [
    "a: b",
    "a #b",
    "- x",
    "? x",
    "[a, b]",
    "[a, 'b c', d e]",
    "[1, dua]",
    "{work: a, place: b}",
    "{work: a,place: b}",
]
SCALARS = st.sampled_from([*WORDS, *NOT_TEXT, *MARKED, *NESTED])
LINES = st.one_of(
    st.builds(lambda key, value: f"{key}: {value}", st.sampled_from(["title", "answer", "tags"]), SCALARS),
    st.builds(lambda indent, value: f"{indent}- {value}", st.sampled_from(["", "  ", "    "]), SCALARS),
    st.builds(lambda indent, value: f"{indent}{value}", st.sampled_from(["  ", "    ", "      "]), SCALARS),
    st.builds(lambda key, value: f"    {key}: {value}", st.sampled_from(["work", "place"]), SCALARS),
    st.sampled_from(["aliases:", "sources:", "answer: >", "", "  ", "# catatan"]),
)


@given(st.lists(LINES, max_size=8))
@settings(max_examples=600, deadline=None)
def test_what_the_fast_reader_reads_the_parser_reads_alike(lines: list[str]) -> None:
    text = "\n".join(lines)
    read = quick.read(text, 2)

    if read is not None:
        assert read == read_any(text, 2)


@pytest.mark.parametrize("file", sorted(MODULES.rglob("*.md")), ids=lambda file: file.stem)
def test_articles_are_written_in_the_manner_that_is_read_fast(file: Path) -> None:
    front = file.read_text(encoding="utf-8").split("\n---\n")[0].removeprefix("---\n")

    assert quick.read(front, 2) == read_any(front, 2)


def test_what_is_no_yaml_is_named_by_its_line() -> None:
    with pytest.raises(BrokenError) as caught:
        read_any("title: a\nanswer: 'b\n", 2)

    assert caught.value.line >= 3
