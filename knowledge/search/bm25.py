"""BM25 over several fields of different weight, computed once and then only added up."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SATURATION = 5.0
# Of a term that very many documents hold only so many are looked at first; fewer documents than this are all looked at.
STRONGEST = 250


@dataclass(frozen=True, slots=True)
class Field:
    """How much a field counts, and how much a long one counts less (0 to 1).

    A field that many documents have alike (the book they are taken from) says nothing on how rare its words are.
    """

    weight: float
    shortness: float
    tells_rarity: bool = True


class Bm25:
    """For each term the documents that hold it, with a value of at most 1 for how strongly they do."""

    def __init__(self, fields: Mapping[str, Field], documents: Sequence[Mapping[str, Sequence[str]]]) -> None:
        self._count = len(documents)
        means = {name: _mean([len(document[name]) for document in documents]) for name in fields}
        weighted: dict[str, dict[int, float]] = defaultdict(dict)
        for number, document in enumerate(documents):
            for name, field in fields.items():
                _add(weighted, number, document[name], field, means[name])
        self._values = {
            term: {number: value / (value + SATURATION) for number, value in found.items()}
            for term, found in weighted.items()
        }
        self._strongest = {term: _strongest(found) for term, found in self._values.items()}
        telling = [name for name, field in fields.items() if field.tells_rarity]
        holding = Counter(term for document in documents for term in {t for name in telling for t in document[name]})
        self._rarities = {term: self._rarity(holding[term] or len(found)) for term, found in self._values.items()}
        self._rarest = self._rarity(0)

    @property
    def terms(self) -> Mapping[str, Mapping[int, float]]:
        return self._values

    def _rarity(self, holding: int) -> float:
        return math.log(1 + (self._count - holding + 0.5) / (holding + 0.5))

    def rarity(self, term: str) -> float:
        """The inverse document frequency; a term that no document holds is the rarest."""
        return self._rarities.get(term, self._rarest)

    def values(self, term: str) -> Mapping[int, float]:
        """The documents that hold the term, each with how strongly."""
        return self._values.get(term, {})

    def strongest(self, term: str) -> Mapping[int, float]:
        """The same, but only the documents that hold it most strongly."""
        return self._strongest.get(term, {})


def _add(weighted: dict[str, dict[int, float]], number: int, terms: Sequence[str], field: Field, mean: float) -> None:
    longer = 1 - field.shortness + field.shortness * len(terms) / mean if mean else 1.0
    for term, times in Counter(terms).items():
        found = weighted[term]
        found[number] = found.get(number, 0.0) + field.weight * times / longer


def _strongest(values: dict[int, float]) -> Mapping[int, float]:
    if len(values) <= STRONGEST:
        return values
    first = sorted(values, key=lambda number: (-values[number], number))[:STRONGEST]
    return {number: values[number] for number in first}


def _mean(sizes: Sequence[int]) -> float:
    return sum(sizes) / len(sizes) if sizes else 0.0
