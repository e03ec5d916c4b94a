"""Roots of Indonesian words, found with the words that a library holds.

A word has many possible roots (penolakan: tolak, nolak, olak, penolak ...). Which one is right shows in the company it
keeps: `tolak` is also a possible root of menolak and ditolak, `olak` of fewer. So the candidate that most words of the
vocabulary share wins. Rule-based stemmers without a dictionary take the wrong one about as often as the right one, and
dictionaries of roots that may be used freely do not hold the words of administration.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

SHORTEST = 4
REMEMBERED = 20_000
VOWELS = "aeiou"
PARTICLES = ("lah", "kah", "tah", "pun")
POSSESSIVES = ("nya", "ku", "mu")
SUFFIXES = ("kan", "an", "in", "i")
FOREIGN_SUFFIXES = ("s", "es", "ing", "ed", "ly")
# Prefix, then what the root begins with; "" is any letter. The nasal of me- and pe- swallows k, p, s and t.
PLAIN_PREFIXES = ("di", "ke", "se", "ter", "ber", "per", "antar", "non", "multi", "pra", "pasca", "inter")
NASAL = ("me", "pe")


class Roots:
    """Roots of words as the vocabulary suggests them. Answers never change once it is built."""

    def __init__(self, vocabulary: Collection[str], exceptions: Mapping[str, str]) -> None:
        self._exceptions = exceptions
        forms = {word: self._forms(word) for word in set(vocabulary)}
        self._support = Counter(chain.from_iterable(forms.values()))
        self._known = {word: self._choose(word, found) for word, found in forms.items()}

        # Questions hold many words that the library lacks, and mostly the same ones.
        self._strange = lru_cache(maxsize=REMEMBERED)(self._root_of_strange)

    def root(self, word: str) -> str:
        """The root of `word`; the word itself when nothing speaks for another."""
        return self._known.get(word) or self._strange(word)

    def _root_of_strange(self, word: str) -> str:
        return self._choose(word, self._forms(word))

    def _choose(self, word: str, forms: Collection[str]) -> str:
        if word in self._exceptions:
            return self._exceptions[word]
        best = max(sorted(forms, reverse=True), key=lambda form: (self._support[form], form == word, len(form)))
        return best if self._support[best] else word

    def _forms(self, word: str) -> set[str]:
        exception = self._exceptions.get(word)
        return {exception} if exception else possible_roots(word)


def possible_roots(word: str) -> set[str]:
    """The word and everything that Indonesian affixes may have made it from."""
    found = {word}
    for stripped in _without_endings(word):
        found.add(stripped)
        for once in _without_prefix(stripped):
            found.add(once)
            found.update(_without_prefix(once))
    return {form for form in found if len(form) >= SHORTEST or form == word}


def _without_endings(word: str) -> set[str]:
    found = {word}
    for endings in (PARTICLES, POSSESSIVES, SUFFIXES):
        found.update([form for base in found for form in _without(base, endings)])
    found.update(_without(word, FOREIGN_SUFFIXES))
    return found


def _without(word: str, endings: Iterable[str]) -> Iterator[str]:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST - 1:
            yield word[: -len(ending)]


def _without_prefix(word: str) -> Iterator[str]:
    for prefix in PLAIN_PREFIXES:
        if word.startswith(prefix):
            yield word[len(prefix) :]
    if word.startswith("be") and word[3:5] == "er":
        yield word[2:]
    if word.startswith(("bel", "pel")) and word[3:] == "ajar":
        yield word[3:]
    if word.startswith(NASAL):
        yield from _without_nasal(word[2:])


def _without_nasal(rest: str) -> Iterator[str]:
    """Roots of what stands behind me- or pe-: nolak -> tolak, mberi -> beri, ngelola -> kelola, nyusun -> susun."""
    if rest[:1] in "lrwymn" and rest[1:2] in VOWELS:
        yield rest
    if rest.startswith("ny"):
        yield "s" + rest[2:]
    elif rest.startswith("ng"):
        yield from (rest[2:], "k" + rest[2:])
        if rest.startswith("nge"):
            yield rest[3:]
    elif rest.startswith("n"):
        yield ("t" if rest[1:2] in VOWELS else "") + rest[1:]
    elif rest.startswith("m"):
        yield ("p" if rest[1:2] in VOWELS else "") + rest[1:]
    elif rest[:1] not in VOWELS:
        yield rest
