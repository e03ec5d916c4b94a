"""The search: finds the article that answers a question, or says that there is none."""

from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.articles.model import Library
from knowledge.search.analyse import Analyser
from knowledge.search.answer import Answer, Near, Result, card
from knowledge.search.passages import Parts, best_passage, parts_of
from knowledge.search.query import Query
from knowledge.search.ranking import Ranked, Ranker, field_tokens
from knowledge.search.reading import Reader
from knowledge.search.roots import Roots
from knowledge.search.tokens import is_number
from knowledge.search.words import Words, load_words

# The first result leads clearly when it fits well and its score is this many times the second's.
LEAD = 1.15
SURE_SCORE = 0.25
# A topic is near when it shares at least this much of the question; what shares less would only puzzle.
NEAREST = 3
NEAR = 0.12
# An article that is not the best is an answer where the best is none, and it holds so much of the question.
MOST = 0.66
CLOSE_BEHIND = 0.6


# A reading of a question, the articles for it, and the place of the first that is an answer.
Tried = tuple[Query, list[Ranked], int | None]


class Index:
    """Answers never change once it is built; searching is pure computation, and several threads may search at once."""

    def __init__(self, library: Library, words: Words) -> None:
        self.library = library
        self._articles = library.articles
        found = [field_tokens(article) for article in self._articles]
        counts = Counter(
            token for fields in found for part in fields.values() for token in part if not is_number(token)
        )
        self._analyser = Analyser(words, Roots({*counts, *_parts(words)}, words.roots))
        self._ranker = Ranker(self._articles, found, self._analyser)
        self._reader = Reader(words, self._analyser, self._ranker.terms, counts)
        # The parts of articles are counted when first shown: most are not, and start-up is waited for.
        self._parts: dict[int, Parts] = {}

    @classmethod
    def build(cls, library: Library, words: Words | None = None) -> "Index":
        """The index of `library`, with the word lists of this package unless others are given."""
        return cls(library, words or load_words())

    def search(self, text: str, limit: int = 3) -> Answer:
        """The best articles for `text`, at most `limit`, best first; or the nearest topics when none is an answer."""
        tried = [self._tried(query) for query in self._reader.read(text)]
        query, ranked, at = max(tried, key=_strength)
        if at is None:
            near = tuple(self._near(found) for found in ranked[:NEAREST] if found.covered >= NEAR)
            return Answer(text, answered=False, sure=False, results=(), near=near)
        ranked = [ranked[at], *ranked[:at], *ranked[at + 1 :]]
        results = tuple(self._result(query, found) for found in ranked[:limit])
        return Answer(text, answered=True, sure=_leads(ranked), results=results, near=())

    def _tried(self, query: Query) -> Tried:
        ranked = self._ranker.rank(query)
        return query, ranked, self._first_answer(query, ranked)

    def _first_answer(self, query: Query, ranked: Sequence[Ranked]) -> int | None:
        """The place of the first that is an answer: the best, or one close behind that holds most of what was asked."""
        if ranked and self._ranker.answers(query, ranked[0]):
            return 0
        behind = ((at, found) for at, found in enumerate(ranked[:NEAREST]) if found.covered >= MOST)
        close = (at for at, found in behind if found.score >= CLOSE_BEHIND * ranked[0].score)
        return next((at for at in close if self._ranker.answers(query, ranked[at])), None)

    def _near(self, found: Ranked) -> Near:
        article = self._articles[found.number]
        return Near(article.id, article.title)

    def _result(self, query: Query, found: Ranked) -> Result:
        article = self._articles[found.number]
        parts = self._parts.get(found.number) or self._parts.setdefault(found.number, parts_of(article, self._analyser))
        passage = best_passage(query, article, parts, self._ranker.weigh)
        return Result(
            id=article.id,
            title=article.title,
            text=card(article.answer, passage),
            score=round(found.score, 4),
            answer=article.answer,
            passage=passage,
        )


def _strength(tried: Tried) -> float:
    """How well a reading is answered; below 0 where it is not."""
    _, ranked, at = tried
    return -1.0 if at is None else ranked[at].score


def _leads(ranked: Sequence[Ranked]) -> bool:
    best = ranked[0].score
    return best >= SURE_SCORE and (len(ranked) == 1 or best >= LEAD * ranked[1].score)


def _parts(words: Words) -> Iterator[str]:
    """Compounds as one word and as two, so that their roots are known however they are written."""
    for compound in words.compounds:
        yield "".join(compound)
        yield from compound
