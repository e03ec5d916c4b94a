"""What a search costs and finds: real articles alone, and among 10,000, next to raw FTS5 and to rapidfuzz's WRatio.

All three get the same articles and the same questions in the same process, in turns. FTS5 is used as one would use it
first: in memory, a column a field with our weights, the words of the question joined by OR.
"""

from __future__ import annotations

import gc
import json
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

import psutil
from rapidfuzz import fuzz, process

from bot.bench.figures import figure
from bot.bench.made_up import padded
from knowledge import MODULES, Article, Index, Library, load_library

QUERIES = Path(__file__).parents[2] / "tests" / "knowledge" / "queries.jsonl"
"""Questions with the article that should come first, written from the sources alone."""
MANY = 10_000
ROUNDS = 3
WORD = re.compile(r"\w+")
COLUMNS = "title, title_en, aliases, answer, answer_en, headings, body"
WEIGHTS = "6.0, 5.0, 5.0, 2.0, 1.5, 2.0, 1.0"

Find = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Question:
    """`wanted` are the ids of the articles that may come first; none where nothing answers."""

    text: str
    wanted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Built:
    """A search, and what it took to make it."""

    find: Find
    seconds: float
    mb: float


@dataclass(frozen=True, slots=True)
class Readings:
    """Milliseconds a question, and the share of questions whose right article came first."""

    p50: float
    p99: float
    hit1: float


def measure() -> Iterator[str]:
    """Figures for the real articles and for 10,000."""
    questions, library = read_questions(QUERIES), load_library(MODULES)
    yield from _compare(library, questions, "")
    yield from _compare(padded(library, MANY), questions, "_10k")


def read_questions(file: Path) -> list[Question]:
    """The questions in `file`, one JSON object a line."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [Question(row["query"], frozenset(row["expect"])) for row in rows]


def _compare(library: Library, questions: Sequence[Question], mark: str) -> Iterator[str]:
    # The smallest first: what a large one lets go of would serve the next, and hide what that takes.
    ratio, fts, ours = (_built(library, build) for build in (_wratio, _fts5, _our_search))
    told = [_read(built.find, questions) for built in (ours, fts, ratio)]
    us, raw, fuzzy = told
    yield figure(f"search.p50_ms{mark}", [us.p50], "ms", [raw.p50])
    yield figure(f"search.p99_ms{mark}", [us.p99], "ms", [raw.p99])
    yield figure(f"search.p99_ms{mark}_wratio", [us.p99], "ms", [fuzzy.p99])
    yield figure(f"search.build_s{mark}", [ours.seconds], "s", [fts.seconds])
    yield figure(f"search.rss_mb{mark}", [ours.mb], "MB", [fts.mb])
    yield figure(f"search.hit1{mark}", [us.hit1], "share", [raw.hit1])
    yield figure(f"search.hit1{mark}_wratio", [us.hit1], "share", [fuzzy.hit1])


def _built(library: Library, build: Callable[[Library], Find]) -> Built:
    gc.collect()
    here, started = psutil.Process(), time.perf_counter()
    before = here.memory_info().rss
    find = build(library)
    return Built(find, time.perf_counter() - started, (here.memory_info().rss - before) / 2**20)


def _read(find: Find, questions: Sequence[Question]) -> Readings:
    """Each question once to warm up, then in rounds; of each the fastest, since others use the machine too."""
    found = [find(question.text) for question in questions]
    rounds = [[_milliseconds(find, question.text) for question in questions] for _ in range(ROUNDS)]
    spent = [min(of_one) for of_one in zip(*rounds, strict=True)]
    asked = [(question, first) for question, first in zip(questions, found, strict=True) if question.wanted]
    hits = sum(first in question.wanted for question, first in asked)
    cuts = quantiles(spent, n=100, method="inclusive")
    return Readings(cuts[49], cuts[98], hits / len(asked))


def _milliseconds(find: Find, text: str) -> float:
    started = time.perf_counter()
    find(text)
    return (time.perf_counter() - started) * 1_000


def _our_search(library: Library) -> Find:
    index = Index.build(library)

    def find(text: str) -> str | None:
        results = index.search(text).results
        return results[0].id if results else None

    return find


def _fts5(library: Library) -> Find:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE articles USING fts5({COLUMNS}, id UNINDEXED)")
    connection.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_row, library))

    def find(text: str) -> str | None:
        words = " OR ".join(f'"{word}"' for word in WORD.findall(text))
        statement = f"SELECT id FROM articles WHERE articles MATCH ? ORDER BY bm25(articles, {WEIGHTS}) LIMIT 3"  # noqa: S608
        rows = connection.execute(statement, (words,)).fetchall() if words else []
        return rows[0][0] if rows else None

    return find


def _row(article: Article) -> tuple[str, ...]:
    headings = "\n".join(passage.heading for passage in article.passages)
    texts = (article.title, article.title_en, "\n".join(article.aliases), article.answer, article.answer_en)
    return (*texts, headings, article.body, article.id)


def _wratio(library: Library) -> Find:
    names = [(name.lower(), article.id) for article in library for name in (article.title, *article.aliases)]
    choices = [name for name, _ in names]

    def find(text: str) -> str | None:
        best = process.extractOne(text.lower(), choices, scorer=fuzz.WRatio)
        return names[best[2]][1] if best else None

    return find
