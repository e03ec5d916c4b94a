from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.article_html import Block, Run, blocks, parts
from knowledge import MODULES, load_library
from sandbox.html import parse
from sandbox.text import tidy, utf16

LIMIT = 4096
TAG = re.compile(r"</?([a-z]+)")


def resolve(target: str) -> str | None:
    return f"https://t.me/jalin_bot?start=a_{target.removesuffix('.md')}" if target.endswith(".md") else None


@contextmanager
def quiet(name: str) -> Iterator[None]:
    """Without that library's debug lines, of which long texts make thousands."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.INFO)
    yield
    logger.setLevel(level)


def html(markdown: str) -> str:
    (part,) = parts(blocks(markdown, resolve))
    return part


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        pytest.param("Satu\nbaris.\n\nDua.", "Satu baris.\n\nDua.", id="paragraphs"),
        pytest.param(
            "## Judul\nIsi.\n\n### Kecil\nLagi.", "<b>Judul</b>\nIsi.\n\n<b><i>Kecil</i></b>\nLagi.", id="headings"
        ),
        pytest.param("Ada **tebal** dan *miring*.", "Ada <b>tebal</b> dan <i>miring</i>.", id="emphasis"),
        pytest.param("**tebal *dan miring***", "<b>tebal <i>dan miring</i></b>", id="nested emphasis"),
        pytest.param("## **Judul**\nx", "<b>Judul</b>\nx", id="bold in a heading"),
        pytest.param("Daftar:\n\n- satu\n- dua", "Daftar:\n\n• satu\n• dua", id="bullets"),
        pytest.param("3. tiga\n4. empat", "3. tiga\n4. empat", id="numbers start where they start"),
        pytest.param("- a\n  - b\n- c", "• a\n   • b\n• c", id="nested list"),
        pytest.param("> kata **orang**\n>\n> lagi", "<blockquote>kata <b>orang</b>\nlagi</blockquote>", id="quote"),
        pytest.param("a < b & c > d", "a &lt; b &amp; c &gt; d", id="escaped"),
        pytest.param("<b>bukan</b> <script>", "&lt;b&gt;bukan&lt;/b&gt; &lt;script&gt;", id="HTML stays words"),
        pytest.param(
            "Lihat [syarat](syarat.md).",
            'Lihat <a href="https://t.me/jalin_bot?start=a_syarat">syarat</a>.',
            id="link to an article",
        ),
        pytest.param("[tak ada](berkas.pdf)", "tak ada", id="a link that leads nowhere keeps its words"),
        pytest.param(
            "| Pasal | Isi |\n|---|---|\n| 35 | lima **syarat** |\n| 36 | |",
            "<i>Pasal · Isi</i>\n• <b>35</b>: lima <b>syarat</b>\n• <b>36</b>",
            id="table of two columns",
        ),
        pytest.param(
            "| | WoG | CG |\n|---|---|---|\n| Pelaku | pemerintah | semua |\n| Cara | satu | dua |",
            "<b>Pelaku</b>\n• WoG: pemerintah\n• CG: semua\n\n<b>Cara</b>\n• WoG: satu\n• CG: dua",
            id="table of three columns",
        ),
        pytest.param("```\nkode <x>\n```", "kode &lt;x&gt;", id="code is plain words"),
        pytest.param("baris  \nbaru", "baris\nbaru", id="forced line break"),
    ],
)
def test_markdown_becomes_what_a_phone_shows(markdown: str, expected: str) -> None:
    assert html(markdown) == expected


def test_a_long_article_is_split_between_paragraphs() -> None:
    paragraphs = [f"Paragraf {number}. " + "kata " * 200 for number in range(9)]

    made = parts(blocks("\n\n".join(paragraphs), resolve))

    assert [part.count("Paragraf") for part in made] == [4, 4, 1]
    assert all(part.startswith("Paragraf") for part in made)
    assert "\n\n".join(made) == "\n\n".join(paragraph.strip() for paragraph in paragraphs)


def test_a_heading_never_stands_alone_at_the_end_of_a_message() -> None:
    text = "kata " * 800

    made = parts(blocks(f"{text}\n\n## Judul\n\n{text}", resolve))

    assert [part.startswith("<b>Judul</b>") for part in made] == [False, True]


def test_a_paragraph_too_long_for_a_message_is_cut_at_a_sentence_and_stays_formatted() -> None:
    made = parts(blocks("**" + "Satu kalimat penuh. " * 400 + "Selesai**", resolve))

    assert len(made) == 2
    assert made[0].startswith("<b>Satu")
    assert made[0].endswith("penuh. </b>")
    assert made[1].startswith("<b>Satu")


def test_a_quote_of_several_paragraphs_is_one_quote() -> None:
    assert html("> a\n>\n> b\n>\n> - c").count("<blockquote>") == 1


def test_more_formatting_than_telegram_shows_goes_into_another_message() -> None:
    made = parts(blocks(" ".join(f"**k{number}** x" for number in range(150)), resolve))

    assert [len(parse(part).entities) <= 100 for part in made] == [True, True]


def test_every_article_of_the_library_is_one_message() -> None:
    library = load_library(MODULES)

    for article in library:
        (part,) = parts(blocks(article.body, resolve))
        assert utf16(tidy(parse(part)).text) <= LIMIT, article.id


MARKS = [
    "#",
    "## ",
    "**",
    "*",
    "_",
    "`",
    "\n",
    "\n\n",
    "- ",
    "  - ",
    "1. ",
    "> ",
    "|",
    "|---|---|",
    "[a](b.md)",
    "<b>",
    "&",
]
MARKS += ["[", "](x)", "![p](q)", "\\", "~~~\n", "    ", "\t", "---", "&amp;", "😀", "</i>", '"', "'"]
MARKDOWN = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=30)), max_size=60).map("".join)


@settings(max_examples=60, deadline=None)
@given(MARKDOWN, st.sampled_from([1, 40]))
def test_whatever_the_markdown_telegram_can_read_it(markdown: str, times: int) -> None:
    with quiet("markdown_it"):
        made = parts(blocks(markdown * times, resolve))

    for part in made:
        read = parse(part)
        assert set(TAG.findall(part)) <= {"b", "i", "a", "blockquote"}
        assert 0 < utf16(read.text) <= LIMIT
        assert len(read.entities) <= 100


RUNS = st.lists(
    st.builds(
        Run, st.text(max_size=3000), st.sampled_from([(), ("b",), ("b", "i"), ("blockquote",), ("blockquote", "i")])
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(Block, RUNS.map(tuple), st.booleans(), st.booleans()), max_size=6))
def test_cutting_loses_nothing_but_white_space(found: list[Block]) -> None:
    made = parts(found)

    told = "".join(parse(part).text for part in made)
    assert "".join(told.split()) == "".join("".join(block.text for block in found).split())
    assert all(utf16(parse(part).text) <= LIMIT for part in made)
