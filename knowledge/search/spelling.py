"""What an unknown word was probably meant to be, among the words a library holds."""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import islice, takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA

CLOSE = 0.78
# One letter of four.
ONE_OF_FOUR = 0.75
SHORTEST = 4
SHORT = 5
PREFIX = 5
# A word of three letters may be one of four that lost a letter or has two swapped; less is anybody's guess.
LEAST = 3
DOUBLED = re.compile(r"(.)\1")
VOWELS = re.compile(r"[aeiou]")
# So many consonants tell which word was written without its vowels.
CONSONANTS = 3


class Spelling:
    """Corrects by optimal string alignment distance: a letter wrong, missing, too many, or two swapped."""

    def __init__(self, counts: Mapping[str, int], empty: Collection[str], real: Collection[str]) -> None:
        """`counts` are the library's words, `empty` such as say nothing but may be meant all the same.

        Those in `real` exist and are never taken for a misspelling.
        """
        self._counts = {word: 0 for word in empty if len(word) >= SHORTEST}
        self._counts |= {word: count for word, count in counts.items() if len(word) >= SHORTEST}
        self._sorted = sorted(self._counts)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in self._sorted:
            self._by_length[len(word)].append(word)
        self._by_skeleton: dict[str, list[str]] = defaultdict(list)
        for word in self._sorted:
            self._by_skeleton[_skeleton(word)].append(word)
        self._all = counts.keys() | set(empty)
        self._real = real

    def correct(self, word: str) -> tuple[str, float] | None:
        """The likeliest word and how sure that is (below 1), or None."""
        if len(word) < LEAST or word in self._real or not word.isalpha():
            return None
        close = process.extract(
            word, self._near_length(len(word)), scorer=OSA.normalized_similarity, score_cutoff=ONE_OF_FOUR, limit=12
        )
        fitting = [(choice, score) for choice, score, _ in close if self._plausible(word, choice, score)]
        if fitting:
            return max(fitting, key=lambda found: (found[1], self._counts[found[0]], found[0]))
        return self._undoubled(word) or self._begun(word) or self._without_vowels(word)

    def _plausible(self, word: str, choice: str, score: float) -> bool:
        """In short words one letter makes another word, so the first letter must be right, and few may be wrong."""
        if len(word) > SHORT:
            return score >= CLOSE
        if word[0] != choice[0]:
            return False
        return score >= CLOSE or len(choice) > len(word) or sorted(word) == sorted(choice)

    def _undoubled(self, word: str) -> tuple[str, float] | None:
        """A word, even a short one, of which a letter was typed twice."""
        single = (word[: match.start()] + word[match.start() + 1 :] for match in DOUBLED.finditer(word))
        return next(((choice, CLOSE) for choice in single if choice in self._all), None)

    def _without_vowels(self, word: str) -> tuple[str, float] | None:
        """A word written with its consonants and perhaps some of its vowels, as in short messages."""
        skeleton = _skeleton(word)
        if len(skeleton) < CONSONANTS or 2 * len(VOWELS.findall(word)) >= len(skeleton):
            return None
        longer = [choice for choice in self._by_skeleton.get(skeleton, ()) if len(choice) > len(word)]
        return (max(longer, key=lambda choice: (self._counts[choice], choice)), CLOSE) if longer else None

    def _begun(self, word: str) -> tuple[str, float] | None:
        """A word that is still being typed, or cut short as in chats."""
        if len(word) < PREFIX:
            return None
        at = bisect_left(self._sorted, word)
        longer = list(takewhile(lambda choice: choice.startswith(word), islice(self._sorted, at, None)))
        return (max(longer, key=lambda choice: (self._counts[choice], choice)), CLOSE) if longer else None

    def _near_length(self, length: int) -> list[str]:
        """The words that are not too short or too long to be close."""
        lengths = range(math.ceil(length * ONE_OF_FOUR), math.floor(length / ONE_OF_FOUR) + 1)
        return [word for near in lengths for word in self._by_length.get(near, ())]


def _skeleton(word: str) -> str:
    """Its first letter and its consonants, double ones once."""
    return DOUBLED.sub(r"\1", word[:1] + VOWELS.sub("", word[1:]))
