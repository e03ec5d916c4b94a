"""Which passage of an article answers a question where its short answer does not."""

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set

from knowledge.articles.model import Article, Passage
from knowledge.search.query import Query, Slot

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DIGIT = re.compile(r"\d")
PERSON = re.compile(r"(?<=[a-z,(\"] )[A-Z][a-z]+")
REASON = re.compile(r"(?i)\b(?:karena|sebab|akibat|agar|supaya|alasan)")
FITS = {"time": YEAR, "number": DIGIT, "person": PERSON, "reason": REASON}
KIND = 0.25


def best_passage(
    query: Query,
    article: Article,
    counted: Sequence[Counter[str]],
    answer: Set[str],
    weight: Callable[[Slot], float],
) -> Passage | None:
    """The passage of `article` that tells most of what the query asks; None when none tells anything of it."""
    best, best_score = None, 0.0
    for passage, terms in zip(article.passages, counted, strict=True):
        score = sum(
            weight(slot) * _told(slot, terms) * (1.0 if _missing(slot, answer) else 0.6) for slot in query.slots
        )
        score *= 1 + KIND * sum(_fits(kind, passage) for kind in query.kinds)
        if score > best_score:
            best, best_score = passage, score
    return best


def _told(slot: Slot, terms: Counter[str]) -> float:
    return max((fit * terms[term] / (terms[term] + 0.5) for term, fit in slot.terms.items()), default=0.0)


def _missing(slot: Slot, answer: Set[str]) -> bool:
    return not any(term in answer for term, fit in slot.terms.items() if fit > 0.5)


def _fits(kind: str, passage: Passage) -> bool:
    if kind == "list":
        return passage.is_list
    pattern = FITS.get(kind)
    return bool(pattern and pattern.search(passage.text))
