"""Which passage a card shows: by its heading, by the kind of question, and never what the short answer just said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.articles import Library, Passage
from knowledge.search import Index
from tests.support.knowledge import sample_library

PASSAGES = (
    Passage("Tiga sektor sekretariat", "1. sampah\n2. drainase\n3. jalan", is_list=True),
    Passage("Siapa ketua sekretariat", "Ketuanya Sekda Bantul, Budi Santoso, menurut tabel di naskah lama."),
    Passage("Kapan pengurus sekretariat berganti", "Masa kerja pengurus dihitung dua tahunan sejak 2001."),
    Passage("Arti sekretariat", "Sekretariat bersama mengurus sektor dan wilayah."),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    library = sample_library(tmp_path_factory.mktemp("library"))
    article = replace(
        library.get("wog"),
        id="sekretariat",
        title="Sekretariat bersama",
        title_en="Joint secretariat",
        answer="Sekretariat bersama mengurus tiga sektor di wilayah tiga daerah.",
        aliases=("sekber",),
        passages=PASSAGES,
    )
    return Index.build(Library(library.modules, (*library.articles, article)))


ASKED = {
    "word of a heading that the answer has too": ("sektor sekretariat bersama", "Tiga sektor sekretariat"),
    "as many as there are": ("tiga sekretariat bersama", "Tiga sektor sekretariat"),
    "for a list": ("apa saja sektor sekber", "Tiga sektor sekretariat"),
    "for a person": ("siapa di sekretariat bersama", "Siapa ketua sekretariat"),
    "for a time": ("sekretariat bersama kapan", "Kapan pengurus sekretariat berganti"),
}


@pytest.mark.parametrize(("query", "heading"), ASKED.values(), ids=ASKED.keys())
def test_the_passage_is_the_one_about_what_was_asked(index: Index, query: str, heading: str) -> None:
    (result, *_) = index.search(query).results

    assert result.id == "sekretariat"
    assert result.passage is not None
    assert result.passage.heading == heading


def test_a_passage_that_only_says_the_short_answer_again_is_left_out(index: Index) -> None:
    (result, *_) = index.search("apa arti sekretariat bersama").results

    assert result.passage is None or result.passage.heading != "Arti sekretariat"
