"""Questions written from the sources alone, before the articles were read: how often the right article comes first.

Half of them are `held`: they were not looked at while the search was tuned, and show whether tuning went too far.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge import MODULES
from knowledge.articles import load_library
from knowledge.search import Index

QUERIES = [json.loads(line) for line in Path(__file__).with_name("queries.jsonl").read_text("utf-8").splitlines()]
HALVES = {"seen": False, "held": True}


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(load_library(MODULES))


def half(held: bool, *, in_scope: bool) -> list[dict[str, Any]]:
    return [row for row in QUERIES if row["held"] is held and (row["style"] != "out_of_scope") is in_scope]


def first(index: Index, query: str) -> str | None:
    results = index.search(query, limit=1).results
    return results[0].id if results else None


def test_every_expected_article_exists() -> None:
    library = load_library(MODULES)

    assert {wanted for row in QUERIES for wanted in row["expect"]} - library.by_id.keys() == set()


@pytest.mark.parametrize("held", HALVES.values(), ids=HALVES.keys())
def test_the_right_article_comes_first_for_most_questions(index: Index, held: bool) -> None:
    rows = half(held, in_scope=True)

    hits = [row["id"] for row in rows if first(index, row["query"]) in row["expect"]]

    assert len(hits) / len(rows) >= 0.83


@pytest.mark.parametrize("held", HALVES.values(), ids=HALVES.keys())
def test_questions_about_other_things_are_refused(index: Index, held: bool) -> None:
    answered = [row["query"] for row in half(held, in_scope=False) if index.search(row["query"]).answered]

    assert answered == []
