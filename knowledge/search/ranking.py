"""Which articles fit a question best, how well, and whether well enough to be called an answer."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.articles.model import Article
from knowledge.search.analyse import Analyser
from knowledge.search.bm25 import Bm25, Field
from knowledge.search.query import Query, Slot
from knowledge.search.tokens import tokens

FIELDS = {
    "title": Field(6.0, 0.4),
    "title_en": Field(5.0, 0.4),
    "aliases": Field(5.0, 0.3),
    "answer": Field(2.0, 0.3),
    "answer_en": Field(1.5, 0.3),
    "headings": Field(2.0, 0.3),
    "body": Field(1.0, 0.6),
    "works": Field(1.0, 0.5),
    "places": Field(3.0, 0.5),
    "tags": Field(1.0, 0.0),
}
# Only so many of the best by words are compared by their names too.
CANDIDATES = 30
# The share of the score that a title or an alias makes, against the words of all fields.
NAME = 0.5
# An unknown word may be what the question is about; a word of everyday life nearly always is; everyday talk never.
EVERYDAY = 3.0
COMMON = 0.35
# Another article of a law is another answer, however much else is alike.
CITATION = 2.0
MISSED_CITATION = 0.5
# An answer must hold half of what was asked. Of a long story less will do, if it is more than chance brings together,
# counted in words that only one article holds.
LEAST_COVERED = 0.5
LEAST_OF_MANY = 0.28
MANY = 1.5
LEAST_SCORE = 0.06


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

    @property
    def terms(self) -> Mapping[str, Mapping[int, float]]:
        return self._bm25.terms

    def _names_of(self, article: Article, analyser: Analyser) -> tuple[Name, ...]:
        texts = (article.title, article.title_en, *article.aliases)
        names = dict.fromkeys(terms for text in texts for terms in analyser.names(text) if terms)
        return tuple(Name(terms, sum(map(self._bm25.rarity, sorted(terms)))) for terms in names)

    def weigh(self, slot: Slot) -> float:
        """How much the question hangs on this word: more the rarer it is in the library."""
        return self._rarity(slot) * (COMMON if slot.common else CITATION if slot.citation else 1.0)

    def _rarity(self, slot: Slot) -> float:
        if not slot.known:
            return self._bm25.rarity(slot.word) * (EVERYDAY if slot.everyday else 1.0)
        best = max(slot.terms.values())
        return max(self._bm25.rarity(term) for term, fit in slot.terms.items() if fit == best)

    def rank(self, query: Query) -> list[Ranked]:
        """The articles that share a word with the question, best first; ties in the order of the library."""
        weights = [self.weigh(slot) for slot in query.slots]
        total = sum(weights)
        sums, covered = self._sums(query.slots, weights)
        first = sorted(sums, key=lambda number: (-sums[number], number))[:CANDIDATES]
        asked = _asked(query.slots, weights)
        ranked = []
        for number in first:
            share = covered[number] / total
            name = self._name(number, asked) / total
            score = (1 - NAME) * sums[number] / total + NAME * name * share
            ranked.append(Ranked(number, score * MISSED_CITATION ** self._missed(number, query), share))
        return sorted(ranked, key=lambda found: (-found.score, found.number))

    def _missed(self, number: int, query: Query) -> int:
        """How many of the laws and articles that the question names, and the library holds, the article does not."""
        named = (self._bm25.values(slot.word) for slot in query.slots if slot.citation)
        return sum(number not in holding for holding in named if holding)

    def _sums(self, slots: Sequence[Slot], weights: Sequence[float]) -> tuple[dict[int, float], dict[int, float]]:
        """For each article the weighted values of the words it holds, and the weight of these words."""
        sums: dict[int, float] = defaultdict(float)
        covered: dict[int, float] = defaultdict(float)
        for slot, weight in zip(slots, weights, strict=True):
            for number, (value, fit) in self._best(slot).items():
                sums[number] += weight * value
                covered[number] += weight * fit
        return sums, covered

    def _best(self, slot: Slot) -> dict[int, tuple[float, float]]:
        """For each article the best value that a term of the slot has there, and how well its best term fits."""
        found: dict[int, tuple[float, float]] = {}
        for term, fit in slot.terms.items():
            for number, value in self._bm25.values(term).items():
                old_value, old_fit = found.get(number, (0.0, 0.0))
                found[number] = (max(old_value, fit * value), max(old_fit, fit))
        return found

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
                best[slot] = max(best.get(slot, (0.0, 0.0, "")), (fit, weight, term))
        found = [best[slot] for slot in sorted(best)]
        shared = sum(fit * weight for fit, weight, _ in found)
        inside = sum(fit * self._bm25.rarity(term) for fit, _, term in found)
        return float(shared * min(1.0, inside / name.weight) ** 0.5)

    def answers(self, query: Query, best: Ranked) -> bool:
        """Whether the best article is an answer at all, rather than merely the nearest."""
        asked = sum(self.weigh(slot) for slot in query.slots) / self._bm25.rarity("")
        enough = best.covered >= LEAST_OF_MANY and best.covered * asked >= MANY
        return best.score >= LEAST_SCORE and (best.covered >= LEAST_COVERED or enough)


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
    return {name: [token for text in parts for token in tokens(text, whole=True)] for name, parts in texts.items()}
