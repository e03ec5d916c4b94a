"""The benchmark of the search: what it measures is comparable, and the same each time."""

from __future__ import annotations

from bot.bench.made_up import padded
from bot.bench.search import QUERIES, read_questions
from knowledge import MODULES, Index, load_library


def test_made_up_articles_are_the_same_each_time_and_make_up_the_number() -> None:
    library = load_library(MODULES)

    first, second = padded(library, 400), padded(library, 400)

    assert (len(first), first.articles) == (400, second.articles)
    assert first.articles[: len(library)] == library.articles


def test_real_articles_are_found_among_made_up_ones() -> None:
    index = Index.build(padded(load_library(MODULES), 400))

    assert index.search("apa itu wog").results[0].id == "whole-of-government"


def test_questions_name_articles_that_exist() -> None:
    known = load_library(MODULES).by_id.keys()

    assert {wanted for question in read_questions(QUERIES) for wanted in question.wanted} <= known
