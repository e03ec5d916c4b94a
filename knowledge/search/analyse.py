"""Text of the library as terms, and questions as slots of such terms."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from knowledge.search.query import Query, Slot
from knowledge.search.roots import Roots
from knowledge.search.spelling import Spelling
from knowledge.search.tokens import is_number, tokens
from knowledge.search.words import Words

TRANSLATED = 0.85
SYNONYM = 0.5
PART = 0.7

Phrase = tuple[str, ...]


class Analyser:
    """Turns text into terms: roots, numbers, joined compounds, and short forms beside what they stand for."""

    def __init__(self, words: Words, roots: Roots) -> None:
        self._words = words
        self._roots = roots
        self._phrases = {self._phrase(compound): "".join(compound) for compound in words.compounds}
        self._long = {short: self._phrase(long) for short, long in words.abbreviations.items()}
        self._phrases |= {long: short for short, long in self._long.items()}
        self._longest = max((len(phrase) for phrase in self._phrases), default=1)

    def root(self, word: str) -> str:
        return word if is_number(word) else self._roots.root(word)

    def _phrase(self, words: Sequence[str]) -> Phrase:
        return tuple(self.root(word) for word in words if word not in self._words.stop)

    def terms(self, text: str) -> list[str]:
        """The terms of a text of the library, stop words left out."""
        plain = [self.root(token) for token in tokens(text, whole=True) if token not in self._words.stop]
        return plain + [term for at in range(len(plain)) for term in self._extra(plain, at)]

    def _extra(self, plain: Sequence[str], at: int) -> Iterator[str]:
        yield from self._long.get(plain[at], ())
        for length in range(2, self._longest + 1):
            joined = self._phrases.get(tuple(plain[at : at + length]))
            if joined is not None:
                yield joined

    def content(self, text: str) -> list[str]:
        """The words of a question, chat spelling written out, stop words left out."""
        written = (word for token in tokens(text) for word in self._words.slang.get(token, (token,)))
        return [word for word in written if word not in self._words.stop]

    def kinds(self, text: str) -> frozenset[str]:
        """The kinds of answer that the question words of `text` ask for."""
        found = [word for token in tokens(text) for word in self._words.slang.get(token, (token,))]
        starts = range(len(found))
        return frozenset(
            kind
            for phrase, kind in self._words.questions.items()
            if any(tuple(found[at : at + len(phrase)]) == phrase for at in starts)
        )

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


class Reader:
    """Reads questions against the terms that a library holds."""

    def __init__(self, words: Words, analyser: Analyser, terms: Collection[str], counts: Mapping[str, int]) -> None:
        """`terms` are the library's terms, `counts` its words as they are written."""
        self._words = words
        self._analyser = analyser
        self._terms = terms
        self._counts = counts
        real = {*words.slang, *words.stop, *words.everyday, *words.english, *words.abbreviations}
        self._spelling = Spelling(counts, real)
        self._synonyms = self._by_root(words.synonyms)

    def _by_root(self, lists: Mapping[str, tuple[str, ...]]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for word, others in lists.items():
            root = self._analyser.root(word)
            found.setdefault(root, set()).update({self._analyser.root(other) for other in others} - {root})
        return found

    def read(self, text: str) -> Query:
        groups = self._analyser.joined([self._spelt(word) for word in self._analyser.content(text)])
        slots: dict[str, Slot] = {}
        for group in groups:
            slot = self._slot(group)
            slots.setdefault(slot.word, slot)
        return Query(text, tuple(slots.values()), self._analyser.kinds(text))

    def _spelt(self, word: str) -> str:
        """The word, or what it was meant to be; words that the library does not need are left as they are."""
        if is_number(word) or self._terms_of(word):
            return word
        fixed = self._spelling.correct(word)
        return fixed[0] if fixed else word

    def _slot(self, group: tuple[str, ...]) -> Slot:
        if len(group) > 1:
            term = self._analyser.phrase_term(group)
            if term in self._terms:
                return Slot(" ".join(group), self._widened({str(term): 1.0}))
            return Slot(
                " ".join(group), self._widened({t: w for word in group for t, w in self._terms_of(word).items()})
            )
        word = group[0]
        found = self._terms_of(word)
        return Slot(word, self._widened(found), everyday=word in self._words.everyday)

    def _terms_of(self, word: str) -> dict[str, float]:
        root = self._analyser.root(word)
        found = {root: 1.0} if root in self._terms else {}
        for translation in self._words.english.get(word, ()):
            for term in self._analyser.terms(translation):
                if term in self._terms:
                    found.setdefault(term, TRANSLATED)
        return found or self._parts(word)

    def _parts(self, word: str) -> dict[str, float]:
        """The terms of two words that were written as one."""
        for at in range(4, len(word) - 3):
            pair = [self._analyser.root(part) for part in (word[:at], word[at:])]
            if all(part in self._terms for part in pair) and word[:at] in self._counts and word[at:] in self._counts:
                return dict.fromkeys(pair, PART)
        return {}

    def _widened(self, terms: dict[str, float]) -> dict[str, float]:
        """The terms and, at less weight, their synonyms."""
        found = dict(terms)
        for term, weight in terms.items():
            for other in sorted(self._synonyms.get(term, ())):
                if other in self._terms:
                    found[other] = max(found.get(other, 0.0), SYNONYM * weight)
        return found
