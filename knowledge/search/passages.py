"""Which passage of an article answers a question where its short answer does not."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from knowledge.articles.model import Article, Passage
from knowledge.search.analyse import Analyser
from knowledge.search.query import VAGUE, Query, Slot

# What a text must hold to be the kind of answer that a question word asks for.
NAME = r"(?:[A-Z][a-z]+|[A-Z]{2,})"
FITTING = {
    "time": re.compile(
        r"\b(?:19|20)\d\d\b|\b(?:tahun|bulan|hari|saat|ketika|bila|jika|dalam keadaan)\b", re.IGNORECASE
    ),
    "number": re.compile(
        r"\d|\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se(?:puluh|belas))\b", re.IGNORECASE
    ),
    "person": re.compile(rf"(?<=[a-z,(\"] ){NAME}(?:[ ,&]+(?:dan )?{NAME}|\s\(\d{{4}}\))"),
    "place": re.compile(rf"\b(?:di|ke|dari) (?:[Kk]ota |[Kk]abupaten )?{NAME}"),
    "reason": re.compile(r"\b(?:karena|sebab|akibat|agar|supaya|alasan)\b", re.IGNORECASE),
}
KIND = 0.25
# A heading says what its passage is about: that counts more than a word in passing.
HEADING = 1.5
# A passage is about its article's topic even where it does not name it.
UNNAMED = 0.01
ASKS = 0.8
# What the short answer already tells counts less, since the passage stands under it.
REPEATED = 0.6
# A passage of which less than this share is new would only say the short answer again.
LEAST_NEW = 0.25
# A question of no more words than this names a topic.
TOPIC = 4
ITEM = re.compile(r"^(?:-|\d+\.) ", re.MULTILINE)
CLOSE = 0.5
# A word that at least half of an article's headings hold is what the article is about, and sets no passage apart.
APART = 0.5

Weigh = Callable[[Slot], float]


@dataclass(frozen=True, slots=True)
class Part:
    """A passage as it is compared with questions.

    `heading` are the terms of its heading, each with the share of the other headings that lack it, `asks` the kinds of
    question that it puts. `added` is what its text says beyond title and short answer, `new` the share that this makes;
    `items` is the length of its list.
    """

    terms: Counter[str]
    heading: Mapping[str, float]
    asks: frozenset[str]
    added: Set[str]
    new: float
    items: int


@dataclass(frozen=True, slots=True)
class Parts:
    """The terms of an article's title and short answer, and its passages."""

    told: Set[str]
    passages: Sequence[Part]


def parts_of(article: Article, analyser: Analyser) -> Parts:
    """What `best_passage` needs to know of `article`."""
    told = frozenset(analyser.terms(f"{article.title}\n{article.answer}"))
    headings = [analyser.terms(passage.heading) for passage in article.passages]
    times = Counter(chain(*map(set, headings)))
    parts = []
    for passage, heading in zip(article.passages, headings, strict=True):
        terms = analyser.terms(passage.text)
        added = set(terms) - told
        new = len(added) / max(len(set(terms)), 1)
        asks, items = analyser.kinds(passage.heading) - VAGUE, len(ITEM.findall(passage.text))
        own = {term: 1 - times[term] / len(headings) for term in heading}
        parts.append(Part(Counter(heading + terms), own, asks, added, new, items))
    return Parts(told, tuple(parts))


def best_passage(query: Query, article: Article, parts: Parts, weigh: Weigh) -> Passage | None:
    """The passage of `article` that tells most of what `query` asks; None where the short answer says it all."""
    best, best_score = None, 0.0
    for passage, part in zip(article.passages, parts.passages, strict=True):
        if not _adds(passage, part, parts, query, article):
            continue
        told = sum(weigh(slot) * _told(slot, part, parts) for slot in query.slots)
        score = (told + UNNAMED) * _fit(query, passage, part)
        if score > best_score:
            best, best_score = passage, score
    return best or _of_topic(query, article, parts)


def _of_topic(query: Query, article: Article, parts: Parts) -> Passage | None:
    """Who names no more than a topic is shown what the article lists, if it says something new."""
    if len(query.slots) > TOPIC or "meaning" in query.kinds:
        return None
    lists = (
        passage
        for passage, part in zip(article.passages, parts.passages, strict=True)
        if passage.is_list and part.new >= LEAST_NEW
    )
    return next(lists, None)


def _adds(passage: Passage, part: Part, parts: Parts, query: Query, article: Article) -> bool:
    """Whether the passage holds a word or the kind of answer that the short answer lacks, or is about what is asked."""
    lacked = [slot for slot in query.slots if not _holds(slot, parts.told)]
    if any(_holds(slot, part.terms if passage.is_list else part.added) for slot in lacked):
        return True
    if part.new < LEAST_NEW:
        return False
    if query.kinds & part.asks or _counts(query, part) or any(_headed(slot, part) > APART for slot in query.slots):
        return True
    if passage.is_list and len(query.slots) > 1 and all(_holds(slot, part.terms) for slot in query.slots):
        return True
    lacking = (kind for kind in query.kinds if not _fits(kind, article.answer, is_list=False))
    return any(_fits(kind, passage.text, passage.is_list) for kind in lacking)


def _told(slot: Slot, part: Part, parts: Parts) -> float:
    """How much the passage tells of what a slot asks: more in its heading, less if the short answer tells it too."""
    terms = part.terms
    told = max((fit * terms[term] / (terms[term] + 0.5) for term, fit in slot.terms.items()), default=0.0)
    return (told + HEADING * _headed(slot, part)) * (REPEATED if _holds(slot, parts.told) else 1)


def _headed(slot: Slot, part: Part) -> float:
    """How much the heading sets its passage apart by what the slot asks."""
    return max((part.heading.get(term, 0.0) for term, fit in slot.terms.items() if fit > CLOSE), default=0.0)


def _fit(query: Query, passage: Passage, part: Part) -> float:
    """More than 1 where the heading puts the same kind of question, or the text holds the kind of answer asked for."""
    asked = ASKS * (len(query.kinds & part.asks) + _counts(query, part))
    return 1 + asked + KIND * sum(_fits(kind, passage.text, passage.is_list) for kind in query.kinds)


def _counts(query: Query, part: Part) -> bool:
    """Whether the question says how many there are, and the list is as long (the six criteria)."""
    numbers = (term for slot in query.slots for term, fit in slot.terms.items() if fit > CLOSE and term.isdigit())
    return part.items > 1 and any(int(number) == part.items for number in numbers)


def _holds(slot: Slot, terms: Set[str] | Counter[str]) -> bool:
    return any(term in terms for term, fit in slot.terms.items() if fit > CLOSE)


def _fits(kind: str, text: str, is_list: bool) -> bool:
    if kind == "list":
        return is_list
    pattern = FITTING.get(kind)
    return bool(pattern and pattern.search(text))
