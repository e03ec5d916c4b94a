"""What an unknown word was probably meant to be, among the words a library holds."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import islice, takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA

CLOSE = 0.78
SHORTEST = 4
SHORT = 5
PREFIX = 5


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
        self._real = real

    def correct(self, word: str) -> tuple[str, float] | None:
        """The likeliest word and how sure that is (below 1), or None."""
        if len(word) < SHORTEST or word in self._real or not word.isalpha():
            return None
        close = process.extract(
            word, self._near_length(len(word)), scorer=OSA.normalized_similarity, score_cutoff=CLOSE, limit=8
        )
        fitting = [(choice, score) for choice, score, _ in close if self._plausible(word, choice)]
        if fitting:
            return max(fitting, key=lambda found: (found[1], self._counts[found[0]], found[0]))
        return self._begun(word)

    def _plausible(self, word: str, choice: str) -> bool:
        """In short words one letter makes another word, so the first letter must be right."""
        return len(word) > SHORT or word[0] == choice[0]

    def _begun(self, word: str) -> tuple[str, float] | None:
        """A word that is still being typed, or cut short as in chats."""
        if len(word) < PREFIX:
            return None
        at = bisect_left(self._sorted, word)
        longer = list(takewhile(lambda choice: choice.startswith(word), islice(self._sorted, at, None)))
        return (max(longer, key=lambda choice: (self._counts[choice], choice)), CLOSE) if longer else None

    def _near_length(self, length: int) -> list[str]:
        """The words that are not too short or too long to be close."""
        lengths = range(math.ceil(length * CLOSE), math.floor(length / CLOSE) + 1)
        return [word for near in lengths for word in self._by_length.get(near, ())]
