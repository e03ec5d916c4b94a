"""Which passage of an article answers a question where its short answer does not."""

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from knowledge.articles.model import Article, Passage
from knowledge.search.query import Query, Slot

# What a text must hold to be the kind of answer that a question word asks for.
FITTING = {
    "time": re.compile(
        r"\b(?:19|20)\d\d\b|\b(?:tahun|bulan|hari|saat|ketika|bila|jika|dalam keadaan)\b", re.IGNORECASE
    ),
    "number": re.compile(
        r"\d|\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se(?:puluh|belas))\b", re.IGNORECASE
    ),
    "person": re.compile(r"(?<=[a-z,(\"] )[A-Z][a-z]+"),
    "place": re.compile(r"(?<=[a-z,(\"] )[A-Z][a-z]+"),
    "reason": re.compile(r"\b(?:karena|sebab|akibat|agar|supaya|alasan)\b", re.IGNORECASE),
}
KIND = 0.25
# What the short answer already tells counts less, since the passage stands under it.
REPEATED = 0.6
CLOSE = 0.5

Weigh = Callable[[Slot], float]


@dataclass(frozen=True, slots=True)
class Parts:
    """The terms of an article's title and short answer, and those of each of its passages."""

    answer: Set[str]
    passages: Sequence[Counter[str]]


def best_passage(query: Query, article: Article, parts: Parts, weigh: Weigh) -> Passage | None:
    """The passage of `article` that tells most of what `query` asks; None where the short answer says it all."""
    missing = [slot for slot in query.slots if not _holds(slot, parts.answer)]
    best, best_score = None, 0.0
    for passage, terms in zip(article.passages, parts.passages, strict=True):
        if not _adds(passage, terms, missing, query, article):
            continue
        score = sum(weigh(slot) * _told(slot, terms) * (1 if slot in missing else REPEATED) for slot in query.slots)
        score *= 1 + KIND * sum(_fits(kind, passage.text, passage.is_list) for kind in query.kinds)
        if score > best_score:
            best, best_score = passage, score
    return best


def _adds(passage: Passage, terms: Counter[str], missing: list[Slot], query: Query, article: Article) -> bool:
    """Whether the passage holds a word or the kind of answer that the short answer lacks, or the list in question."""
    if any(_holds(slot, terms) for slot in missing):
        return True
    if passage.is_list and len(query.slots) > 1 and all(_holds(slot, terms) for slot in query.slots):
        return True
    lacking = (kind for kind in query.kinds if not _fits(kind, article.answer, is_list=False))
    return any(_fits(kind, passage.text, passage.is_list) for kind in lacking)


def _told(slot: Slot, terms: Counter[str]) -> float:
    return max((fit * terms[term] / (terms[term] + 0.5) for term, fit in slot.terms.items()), default=0.0)


def _holds(slot: Slot, terms: Set[str] | Counter[str]) -> bool:
    return any(term in terms for term, fit in slot.terms.items() if fit > CLOSE)


def _fits(kind: str, text: str, is_list: bool) -> bool:
    if kind == "list":
        return is_list
    pattern = FITTING.get(kind)
    return bool(pattern and pattern.search(text))
