"""Which articles fit a question best, how well, and whether well enough to be called an answer."""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.articles.model import Article
from knowledge.search.analyse import Analyser
from knowledge.search.bm25 import Bm25, Field
from knowledge.search.query import VAGUE, Query, Slot
from knowledge.search.tokens import tokens

FIELDS = {
    "title": Field(6.0, 0.4),
    "title_en": Field(5.0, 0.4),
    "aliases": Field(5.0, 0.3),
    "answer": Field(2.0, 0.3),
    "answer_en": Field(1.5, 0.3),
    "headings": Field(2.0, 0.3),
    "body": Field(1.0, 0.6),
    "works": Field(1.0, 0.5, tells_rarity=False),
    "places": Field(3.0, 0.5),
    "tags": Field(1.0, 0.0),
}
# Only so many, found by their words roughly, are compared closely.
CANDIDATES = 24
# The share of the score that a title or an alias makes, against the words of all fields.
NAME = 0.5
# An unknown word may be what the question is about; a word of everyday life nearly always is; everyday talk never.
EVERYDAY = 3.0
COMMON = 0.35
# Of a story the sentence that asks counts in full, the rest less, and least what the library knows nothing of: that is
# only how it came about. What belongs to everyday life tells all the same what the story is about.
ASIDE = 0.35
UNKNOWN_ASIDE = 0.1
# Another article of a law is another answer, however much else is alike.
CITATION = 2.0
MISSED_CITATION = 0.3
# An article whose title or alias asks the same kind of question (why, who, when) goes before one on the same topic.
SAME_KIND = 1.25
# An answer must hold half of what was asked. Of a long story less will do, if it is more than chance brings together,
# counted in words that only one article holds.
LEAST_COVERED = 0.55
LEAST_OF_MANY = 0.33
MANY = 1.5
LEAST_SCORE = 0.06
# What is asked about everyday life is seldom what the library treats, so an answer must hold nearly all of it.
LEAST_OF_EVERYDAY = 0.66
# Of words that fit any topic an answer must be made nearly whole.
LEAST_OF_TALK = 0.2
# In a story whose question stands out less will do too, but the article must fit that question well.
LEAST_OF_STORY = 0.12
# However much is told around it, so much of substance is shared by more than chance.
ENOUGH_OF_STORY = 1.5
ENOUGH_IN_SPITE = 1.8


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article by its number, its score (at most 1), and the share of the question that it covers."""

    number: int
    score: float
    covered: float


@dataclass(frozen=True, slots=True)
class Name:
    """A title or an alias as terms, and how much these weigh together."""

    terms: frozenset[str]
    weight: float


# Between texts that are read in one go, so that no law or number reaches from one into the next.
APART = "\n|\n"

# The terms of a question, each with the slots it stands for: (number of the slot, fit, weight).
Asked = Mapping[str, Sequence[tuple[int, float, float]]]


class Ranker:
    """Compares questions with articles, which it knows by their numbers."""

    def __init__(
        self, articles: Sequence[Article], found: Sequence[Mapping[str, Sequence[str]]], analyser: Analyser
    ) -> None:
        """`found` are the `field_tokens` of each article."""
        terms = [{name: analyser.terms_of(part) for name, part in fields.items()} for fields in found]
        self._bm25 = Bm25(FIELDS, terms)
        self._names = [self._names_of(article, analyser) for article in articles]
        self._asks = [analyser.kinds(APART.join((article.title, *article.aliases))) - VAGUE for article in articles]

    @property
    def terms(self) -> Mapping[str, Mapping[int, float]]:
        return self._bm25.terms

    def _names_of(self, article: Article, analyser: Analyser) -> tuple[Name, ...]:
        texts = (article.title, article.title_en, *article.aliases)
        names = dict.fromkeys(terms for text in texts for terms in analyser.names(text) if terms)
        return tuple(Name(terms, sum(map(self._bm25.rarity, sorted(terms)))) for terms in names)

    def weigh(self, slot: Slot) -> float:
        """How much the question hangs on this word: more the rarer it is in the library."""
        kind = COMMON if slot.common else CITATION if slot.citation else 1.0
        return self._rarity(slot) * kind * _aside(slot)

    def _rarity(self, slot: Slot) -> float:
        if not slot.known:
            return self._bm25.rarity(slot.word) * (EVERYDAY if slot.everyday else 1.0)
        best = max(slot.terms.values())
        return max(self._bm25.rarity(term) for term, fit in slot.terms.items() if fit == best)

    def rank(self, query: Query) -> list[Ranked]:
        """The articles that share a word with the question, best first; ties in the order of the library."""
        weights = [self.weigh(slot) for slot in query.slots]
        asked = _asked(query.slots, weights)
        ranked = [self._ranked(number, query, weights, asked) for number in self._candidates(asked)]
        return sorted(ranked, key=lambda found: (-found.score, found.number))

    def _candidates(self, asked: Asked) -> list[int]:
        """The articles that the words of the question, and all that may stand for them, bring up most."""
        sums: dict[int, float] = defaultdict(float)
        for term, slots in asked.items():
            strength = sum(fit * weight for _, fit, weight in slots)
            for number, value in self._bm25.strongest(term).items():
                sums[number] += strength * value
        first = heapq.nsmallest(CANDIDATES, ((-value, number) for number, value in sums.items()))
        return [number for _, number in first]

    def _ranked(self, number: int, query: Query, weights: Sequence[float], asked: Asked) -> Ranked:
        total, value, covered = sum(weights), 0.0, 0.0
        score = SAME_KIND if query.kinds & self._asks[number] else 1.0
        for slot, weight in zip(query.slots, weights, strict=True):
            best_value, best_fit = self._best(number, slot)
            value += weight * best_value
            covered += weight * best_fit
            if slot.citation and slot.known and not best_fit:
                score *= MISSED_CITATION
        name = self._name(number, asked) / total
        score *= (1 - NAME) * value / total + NAME * name * covered / total
        return Ranked(number, min(score, 1.0), covered / total)

    def _best(self, number: int, slot: Slot) -> tuple[float, float]:
        """The best value that a term of the slot has in the article, and how well its best term fits; 0 without any."""
        held = [
            (fit * value, fit)
            for term, fit in slot.terms.items()
            if (value := self._bm25.values(term).get(number)) is not None
        ]
        return (max(held)[0], max(fit for _, fit in held)) if held else (0.0, 0.0)

    def _name(self, number: int, asked: Asked) -> float:
        """The weight of the words that the best name shares with the question, less the more of the name is unasked."""
        return max((self._shared(name, asked) for name in self._names[number]), default=0.0)

    def _shared(self, name: Name, asked: Asked) -> float:
        common = name.terms & asked.keys()
        if not common:
            return 0.0
        best: dict[int, tuple[float, float, str]] = {}
        for term in common:
            for slot, fit, weight in asked[term]:
                found_one = (fit, weight, term)
                if slot not in best or found_one > best[slot]:
                    best[slot] = found_one
        found = [best[slot] for slot in sorted(best)]
        shared = sum(fit * weight for fit, weight, _ in found)
        inside = sum(fit * self._bm25.rarity(term) for fit, _, term in found)
        return float(shared * min(1.0, inside / name.weight) ** 0.5)

    def answers(self, query: Query, best: Ranked) -> bool:
        """Whether the best article is an answer at all, rather than merely the nearest."""
        if all(slot.common for slot in query.slots) and best.score < LEAST_OF_TALK:
            return False
        off = any(slot.everyday and not slot.known for slot in query.slots)
        if query.is_story and self._evidence(query, best) >= (ENOUGH_IN_SPITE if off else ENOUGH_OF_STORY):
            return True
        if any(slot.aside for slot in query.slots):
            return best.score >= LEAST_OF_STORY and best.covered >= LEAST_OF_MANY
        if any(slot.everyday for slot in query.slots):
            return best.score >= LEAST_SCORE and best.covered >= LEAST_OF_EVERYDAY and self._holds_everyday(query, best)
        asked = sum(self.weigh(slot) for slot in query.slots) / self._bm25.rarity("")
        enough = best.covered >= LEAST_OF_MANY and best.covered * asked >= MANY
        return best.score >= LEAST_SCORE and (best.covered >= LEAST_COVERED or enough)

    def _evidence(self, query: Query, found: Ranked) -> float:
        """How much of substance it shares with the question, counted in words that only one article holds."""
        shared = (self.weigh(slot) * self._best(found.number, slot)[1] for slot in query.slots if not slot.common)
        return sum(shared) / self._bm25.rarity("")

    def _holds_everyday(self, query: Query, found: Ranked) -> bool:
        """Whether it says something of each everyday topic that is asked: the hotel of a meeting has no price."""
        return all(self._best(found.number, slot)[1] for slot in query.slots if slot.everyday)


def _aside(slot: Slot) -> float:
    if not slot.aside or slot.everyday:
        return 1.0
    return ASIDE if slot.known else UNKNOWN_ASIDE


def _asked(slots: Sequence[Slot], weights: Sequence[float]) -> Asked:
    asked: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
    for number, (slot, weight) in enumerate(zip(slots, weights, strict=True)):
        for term, fit in slot.terms.items():
            asked[term].append((number, fit, weight))
    return asked


def field_tokens(article: Article) -> dict[str, list[str]]:
    """The tokens of an article, field by field."""
    texts = {
        "title": [article.title],
        "title_en": [article.title_en],
        "aliases": article.aliases,
        "answer": [article.answer],
        "answer_en": [article.answer_en],
        "headings": [passage.heading for passage in article.passages],
        "body": [passage.text for passage in article.passages],
        "works": [source.work for source in article.sources],
        "places": [source.place for source in article.sources],
        "tags": article.tags,
    }
    return {name: tokens(APART.join(parts), whole=True) for name, parts in texts.items()}
