"""Text as terms: roots, numbers, compounds, and short forms beside what they stand for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from knowledge.search.roots import Roots
from knowledge.search.tokens import is_number, tokens
from knowledge.search.words import Words

Phrase = tuple[str, ...]


class Analyser:
    """Turns text into terms: roots, numbers, joined compounds, and short forms beside what they stand for."""

    def __init__(self, words: Words, roots: Roots) -> None:
        self._words = words
        self._roots = roots
        shorter = [*(("".join(compound), compound) for compound in words.compounds), *words.abbreviations]
        phrases = {self._phrase(long): short for short, long in shorter}
        self._phrases = {phrase: short for phrase, short in phrases.items() if len(phrase) > 1}
        self._long = {short: self._phrase(long) for short, long in reversed(words.abbreviations)}
        self._first = _by_first(self._phrases)
        self._longest = max((len(phrase) for phrase in self._phrases), default=1)

    def root(self, word: str) -> str:
        return word if is_number(word) else self._roots.root(word)

    def _phrase(self, words: Sequence[str]) -> Phrase:
        return tuple(self.root(word) for word in words if word not in self._words.stop)

    def terms(self, text: str) -> list[str]:
        """The terms of a text of the library, stop words left out."""
        return self.terms_of(tokens(text, whole=True))

    def terms_of(self, found: Sequence[str]) -> list[str]:
        """The same of a text that is already in tokens."""
        plain = [self.root(token) for token in found if token not in self._words.stop]
        begun = (at for at, term in enumerate(plain) if term in self._first or term in self._long)
        return plain + [term for at in begun for term in self._extra(plain, at)]

    def _extra(self, plain: Sequence[str], at: int) -> Iterator[str]:
        """The long form of a short one at this place, and the short forms of the long ones that begin here."""
        yield from self._long.get(plain[at], ())
        for phrase in self._first.get(plain[at], ()):
            if tuple(plain[at : at + len(phrase)]) == phrase:
                yield self._phrases[phrase]

    def names(self, text: str) -> Iterator[frozenset[str]]:
        """The terms of a name word by word, and with compounds and long forms as one, as questions have them."""
        words = [token for token in tokens(text) if token not in self._words.stop]
        yield frozenset(self.root(word) for word in words)
        yield frozenset(self.phrase_term(group) or self.root(group[0]) for group in self.joined(words))

    def content(self, text: str) -> list[str]:
        """The words of a question that say what it is about, chat spelling written out, stop words left out."""
        words = self._plain_spelling(text)
        asking = {at + step for at, phrase in self._asking(words) if len(phrase) > 1 for step in range(len(phrase))}
        return [word for at, word in enumerate(words) if at not in asking and word not in self._words.stop]

    def kinds(self, text: str) -> frozenset[str]:
        """The kinds of answer that the question words of `text` ask for."""
        return frozenset(self._words.questions[phrase] for _, phrase in self._asking(self._plain_spelling(text)))

    def _plain_spelling(self, text: str) -> list[str]:
        return [word for token in tokens(text) for word in self._words.slang.get(token, (token,))]

    def _asking(self, words: Sequence[str]) -> Iterator[tuple[int, Phrase]]:
        """Where question words stand, and which: `tahun berapa` asks for a year and is not about years."""
        for at in range(len(words)):
            for length in (1, 2):
                phrase = tuple(words[at : at + length])
                if len(phrase) == length and phrase in self._words.questions:
                    yield at, phrase

    def joined(self, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """`words` in groups of one, or of several that make up a compound or the long form of an abbreviation."""
        at = 0
        while at < len(words):
            length = self._length(words, at)
            yield tuple(words[at : at + length])
            at += length

    def _length(self, words: Sequence[str], at: int) -> int:
        for length in range(min(self._longest, len(words) - at), 1, -1):
            if self.phrase_term(words[at : at + length]):
                return length
        return 1

    def phrase_term(self, words: Sequence[str]) -> str | None:
        return self._phrases.get(tuple(self.root(word) for word in words))


def _by_first(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        found[phrase[0]].append(phrase)
    return dict(found)
