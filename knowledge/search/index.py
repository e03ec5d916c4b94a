"""The search: finds the article that answers a question, or says that there is none."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from knowledge.articles.model import Article, Library
from knowledge.search.analyse import Analyser, Reader
from knowledge.search.answer import Answer, Near, Result, card
from knowledge.search.bm25 import Bm25, Field
from knowledge.search.passages import best_passage
from knowledge.search.query import Query, Slot
from knowledge.search.roots import Roots
from knowledge.search.tokens import is_number, tokens
from knowledge.search.words import Words, load_words

FIELDS = {
    "title": Field(6.0, 0.4),
    "title_en": Field(5.0, 0.4),
    "aliases": Field(5.0, 0.3),
    "answer": Field(2.0, 0.3),
    "answer_en": Field(1.5, 0.3),
    "headings": Field(2.0, 0.3),
    "body": Field(1.0, 0.6),
    "sources": Field(1.0, 0.5),
    "tags": Field(1.0, 0.0),
}
CANDIDATES = 40
NAME = 0.6
UNKNOWN = 1.0
EVERYDAY = 3.0
FEWEST_KNOWN = 0.5
LEAST_SCORE = 0.2
LEAD = 1.15
NEAR = 3


@dataclass(frozen=True, slots=True)
class Ranked:
    number: int
    score: float
    covered: float
    name: float


class Index:
    """Immutable once built; searching is pure computation and may run in several threads at once."""

    def __init__(self, library: Library, words: Words) -> None:
        self._articles = library.articles
        counts = Counter(chain.from_iterable(_written(article) for article in self._articles))
        known = {*counts, *_parts(words)}
        self._analyser = Analyser(words, Roots(known, words.roots))
        self._bm25 = Bm25(FIELDS, [self._fields(article) for article in self._articles])
        self._reader = Reader(words, self._analyser, self._bm25.terms, counts)
        self._names = [self._names_of(article) for article in self._articles]
        self._passages = [
            tuple(Counter(self._analyser.terms(f"{part.heading} {part.text}")) for part in article.passages)
            for article in self._articles
        ]
        self._answers = [
            frozenset(self._analyser.terms(f"{article.title} {article.answer}")) for article in self._articles
        ]

    @classmethod
    def build(cls, library: Library, words: Words | None = None) -> "Index":
        return cls(library, words or load_words())

    def _fields(self, article: Article) -> dict[str, list[str]]:
        texts = {
            "title": article.title,
            "title_en": article.title_en,
            "aliases": "\n".join(article.aliases),
            "answer": article.answer,
            "answer_en": article.answer_en,
            "headings": "\n".join(passage.heading for passage in article.passages),
            "body": "\n".join(passage.text for passage in article.passages),
            "sources": "\n".join(f"{source.work} {source.place}" for source in article.sources),
            "tags": "\n".join(article.tags),
        }
        return {name: self._analyser.terms(text) for name, text in texts.items()}

    def _names_of(self, article: Article) -> tuple[frozenset[str], ...]:
        names = (article.title, article.title_en, *article.aliases)
        return tuple(dict.fromkeys(frozenset(self._analyser.terms(name)) for name in names))

    def search(self, text: str, limit: int = 3) -> Answer:
        """The best articles for `text`, at most `limit`, best first."""
        query = self._reader.read(text)
        ranked = self._rank(query)
        answered = bool(ranked) and ranked[0].covered >= FEWEST_KNOWN and ranked[0].score >= LEAST_SCORE
        if not answered:
            near = tuple(self._near(found) for found in ranked[:NEAR])
            return Answer(text, answered=False, sure=False, results=(), near=near)
        results = tuple(self._result(query, found) for found in ranked[:limit])
        sure = len(ranked) < 2 or ranked[0].score >= LEAD * ranked[1].score
        return Answer(text, answered=True, sure=sure, results=results, near=())

    def _rank(self, query: Query) -> list[Ranked]:
        weights = [self._weight(slot) for slot in query.slots]
        total = sum(weights)
        if not total:
            return []
        sums: dict[int, float] = defaultdict(float)
        hits: dict[int, float] = defaultdict(float)
        for slot, weight in zip(query.slots, weights, strict=True):
            for number, (value, fit) in self._values(slot).items():
                sums[number] += weight * value
                hits[number] += weight * fit
        first = sorted(sums, key=lambda number: (-sums[number], number))[:CANDIDATES]
        ranked = [self._ranked(number, query, weights, sums[number] / total, hits[number] / total) for number in first]
        return sorted(ranked, key=lambda found: (-found.score, self._articles[found.number].id))

    def _values(self, slot: Slot) -> dict[int, tuple[float, float]]:
        """For each article the best value that a term of the slot has there, and how well that term fits."""
        found: dict[int, tuple[float, float]] = {}
        for term, fit in slot.terms.items():
            for number, value in self._bm25.values(term).items():
                if fit * value > found.get(number, (0.0, 0.0))[0]:
                    found[number] = (fit * value, max(fit, found.get(number, (0.0, 0.0))[1]))
        return found

    def _weight(self, slot: Slot) -> float:
        if not slot.known:
            return self._bm25.rarity(slot.word) * (EVERYDAY if slot.everyday else UNKNOWN)
        best = max(slot.terms.values())
        return max(self._bm25.rarity(term) for term, fit in slot.terms.items() if fit == best)

    def _ranked(self, number: int, query: Query, weights: Sequence[float], base: float, covered: float) -> Ranked:
        name = self._name(number, query, weights)
        return Ranked(number, base * (1 - NAME) + NAME * name * covered, covered, name)

    def _name(self, number: int, query: Query, weights: Sequence[float]) -> float:
        """How well the best of the article's names fits the query: what both share of either."""
        total = sum(weights)
        best = 0.0
        for name in self._names[number]:
            shared = 0.0
            used: dict[str, float] = {}
            for slot, weight in zip(query.slots, weights, strict=True):
                fits = [(fit, term) for term, fit in slot.terms.items() if term in name]
                if fits:
                    fit, term = max(fits)
                    shared += fit * weight
                    used[term] = fit
            if used:
                size = sum(self._bm25.rarity(term) for term in name)
                inside = sum(fit * self._bm25.rarity(term) for term, fit in used.items())
                best = max(best, (shared / total) * (inside / size) ** 0.5)
        return best

    def _near(self, found: Ranked) -> Near:
        article = self._articles[found.number]
        return Near(article.id, article.title)

    def _result(self, query: Query, found: Ranked) -> Result:
        article = self._articles[found.number]
        passage = best_passage(query, article, self._passages[found.number], self._answers[found.number], self._weight)
        return Result(
            id=article.id,
            title=article.title,
            text=card(article.answer, passage),
            score=round(found.score, 4),
            answer=article.answer,
            passage=passage,
        )


def _written(article: Article) -> Iterator[str]:
    names = (article.title, article.title_en, *article.aliases, article.answer, article.answer_en)
    parts = (f"{passage.heading} {passage.text}" for passage in article.passages)
    for text in (*names, *parts):
        yield from (token for token in tokens(text) if not is_number(token))


def _parts(words: Words) -> Iterator[str]:
    for compound in words.compounds:
        yield "".join(compound)
        yield from compound
