"""The cards that people read: questions with what their first card must say, and the form of all cards there can be.

Half of the questions are `held`, as in test_golden_queries.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from knowledge import MODULES
from knowledge.articles import Article, Passage, load_library
from knowledge.search import Index
from knowledge.search.answer import CARD_LIMIT, card, cut

QUERIES = [json.loads(line) for line in Path(__file__).with_name("queries-cards.jsonl").read_text("utf-8").splitlines()]
HALVES = {"seen": False, "held": True}
LIBRARY = load_library(MODULES)
MARKUP = re.compile(r"\*\*|\]\(|^#|^\||`|(?<!\w)\*\w", re.MULTILINE)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(LIBRARY)


def half(held: bool, *, in_scope: bool) -> list[dict[str, Any]]:
    return [row for row in QUERIES if row["held"] is held and (row["style"] != "out_of_scope") is in_scope]


def says(index: Index, row: dict[str, Any]) -> bool:
    """Whether the first card is of an expected article and says all that it must."""
    results = index.search(row["query"], limit=1).results
    if not results or results[0].id not in row["expect"]:
        return False
    return all(re.search(must, f"{results[0].title}\n{results[0].text}", re.IGNORECASE) for must in row["must"])


def test_the_expected_articles_exist_and_no_question_stands_twice() -> None:
    asked = [row["query"].casefold() for row in QUERIES]

    assert {wanted for row in QUERIES for wanted in row["expect"]} - LIBRARY.by_id.keys() == set()
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("held", HALVES.values(), ids=HALVES.keys())
def test_the_first_card_says_what_was_asked(index: Index, held: bool) -> None:
    rows = half(held, in_scope=True)

    said = [row["id"] for row in rows if says(index, row)]

    assert len(said) / len(rows) >= 0.9


@pytest.mark.parametrize("held", HALVES.values(), ids=HALVES.keys())
def test_questions_that_only_share_words_with_the_library_are_mostly_refused(index: Index, held: bool) -> None:
    rows = half(held, in_scope=False)

    refused = [row["id"] for row in rows if not index.search(row["query"]).answered]

    assert len(refused) / len(rows) >= 0.8


@pytest.mark.parametrize("article", LIBRARY.articles, ids=lambda article: article.id)
def test_each_card_of_an_article_is_whole_and_plain(article: Article) -> None:
    cards = [card(article.answer, passage) for passage in (None, *article.passages)]

    assert [text for text in cards if len(text) > CARD_LIMIT or MARKUP.search(text)] == []
    assert all(text.endswith(passage.text) for text, passage in zip(cards[1:], article.passages, strict=True))


def test_a_card_puts_the_heading_between_answer_and_passage() -> None:
    assert card("Ya.", Passage("Caranya", "Tulis alasannya.")) == "Ya.\n\nCaranya\nTulis alasannya."
    assert card("Ya.", Passage("", "Tulis alasannya.")) == "Ya.\n\nTulis alasannya."
    assert card("Ya.", None) == "Ya."


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Daftar:\n1. Satu. Lalu dua\n2. Tiga. Empat lima", 35, "Daftar:\n1. Satu. Lalu dua"),
        ("Daftar:\n- Satu. Dua\n- Tiga", 20, "Daftar:\n- Satu. Dua"),
        ("Ada tujuh. Kata Perez dkk. benar adanya", 30, "Ada tujuh."),
    ],
    ids=["numbered item", "bulleted item", "abbreviation"],
)
def test_cutting_leaves_items_whole_and_no_bare_number(text: str, limit: int, expected: str) -> None:
    assert cut(text, limit) == expected
