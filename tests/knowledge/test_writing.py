"""Articles made of plain text, and written as authors write them."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from knowledge import Article, Source, check, load_library, make_article, written
from knowledge.articles.writing import as_markdown

SOURCE = Source("Jawaban BPSDM NTT", "17 Nov 2026")


def made(**values: object) -> Article:
    words = {
        "id": "tj1-asrama",
        "module": "tanya-jawab",
        "title": "Asrama peserta",
        "answer": "Ada.",
        "text": "",
        "aliases": ("a b", "c d", "e f", "g h"),
        "tags": ("tanya jawab",),
        "source": SOURCE,
    }
    return make_article(**words | values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Satu.\nDua.", "Satu.\n\nDua."),
        ("Bawa:\n- KTP\n• surat\n\nTerima kasih.", "Bawa:\n\n- KTP\n- surat\n\nTerima kasih."),
        ("1. satu\n2) dua", "1. satu\n2. dua"),
        ("# Bukan judul\n--- juga bukan", "\\# Bukan judul\n\n\\--- juga bukan"),
        ("2026. Tahun itu", "2026\\. Tahun itu"),
        ("*tebal* <b>x</b> [a](b) `c` a_b", "\\*tebal\\* \\<b\\>x\\</b\\> \\[a\\](b) \\`c\\` a\\_b"),
        ("    masuk\tdalam", "masuk dalam"),
    ],
)
def test_plain_text_says_just_what_it_says(text: str, markdown: str) -> None:
    assert as_markdown(text) == markdown


def test_without_a_text_the_body_repeats_the_answer_and_both_languages_have_it() -> None:
    article = made()

    assert (article.body, article.title_en, article.answer_en) == ("Ada.", "Asrama peserta", "Ada.")


def test_a_line_that_no_card_has_room_for_is_parted_between_sentences() -> None:
    passages = made(text="Kalimat yang cukup panjang untuk diulang. " * 40).passages

    assert len(passages) > 1
    assert max(len(passage.text) for passage in passages) <= 680


OTHERS = ("mes peserta", "penginapan", "tempat tidur", "kamar")
LINES = st.text(string.ascii_letters + string.digits + " .,:;#*_-+=<>[](){}!&|~`'\"\\/%@\u2026?\u00e9", max_size=60)
WORDS = LINES.map(lambda text: " ".join(text.split())).filter(bool)


@given(lines=st.lists(LINES, max_size=6))
@settings(max_examples=30, deadline=None)
def test_readers_see_the_very_words_that_were_typed(lines: list[str]) -> None:
    typed = [line for line in (" ".join(line.split()) for line in lines) if line]

    shown = [line.strip() for passage in made(text="\n".join(lines)).passages for line in passage.text.split("\n")]

    assert [_bare(line) for line in shown] == [_bare(line) for line in typed or ["Ada."]]


def _bare(line: str) -> str:
    """Without what begins an item of a list, which may be written in several ways."""
    return re.sub(r"^(?:[-*•–]|\d{1,3}[.)])\s*", "", line)


@given(title=WORDS, answer=WORDS, alias=WORDS, lines=st.lists(LINES, max_size=5), work=WORDS)
@settings(max_examples=30, deadline=None)
def test_what_is_written_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, title: str, answer: str, alias: str, lines: list[str], work: str
) -> None:
    assume(alias.casefold() not in {*OTHERS, "a b", "c d", "e f", "g h"})
    folder = tmp_path_factory.mktemp("modules")
    (folder / "tanya-jawab").mkdir()
    article = made(
        title=title, answer=answer, text="\n".join(lines), aliases=(alias, *OTHERS), source=Source(work, "Hal 1: 2, 3")
    )
    for one in (article, made(id="tj2-lain")):
        related = "tj2-lain" if one is article else article.id
        text = written(one).replace("related: []", f"related: [{related}]")
        (folder / "tanya-jawab" / f"{one.id}.md").write_text(text, encoding="utf-8")

    assert check(folder) == []
    read = load_library(folder).get(article.id)
    assert (read.title, read.answer, read.body, read.passages) == (title, answer, article.body, article.passages)
    assert (read.aliases, read.sources, read.tags) == (article.aliases, article.sources, article.tags)
