"""A question as slots: one for each word that counts, with everything in the library that may stand for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LONG = 9
# `Apa ...` begins questions of every kind.
VAGUE = frozenset({"meaning"})


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a question. `terms` are the library's terms for it, with how well each fits (at most 1).

    `aside` is what a long story tells around the sentence that asks.
    """

    word: str
    terms: Mapping[str, float]
    everyday: bool = False
    common: bool = False
    citation: bool = False
    aside: bool = False

    @property
    def known(self) -> bool:
        return bool(self.terms)


@dataclass(frozen=True, slots=True)
class Query:
    """`kinds` are the kinds of answer that its question words ask for (person, time, number, list ...)."""

    slots: Sequence[Slot]
    kinds: frozenset[str]

    @property
    def is_story(self) -> bool:
        """Whether it has so many words that count that it is a story with a question in it."""
        return len(self.slots) >= LONG
