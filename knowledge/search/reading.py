"""Questions as slots of terms: spelling, translation, synonyms, words written as one."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from knowledge.search.analyse import Analyser
from knowledge.search.query import Query, Slot
from knowledge.search.roots import possible_roots
from knowledge.search.spelling import Spelling
from knowledge.search.tokens import is_citation, is_number
from knowledge.search.words import Words

# How well a term fits that is not the word itself.
TRANSLATED = 0.85
COGNATE = 0.85
PART = 0.7
SYNONYM = 0.5
# What English words end with that the list gives without.
INFLECTED = ("s", "es", "d", "ed", "ing")
SENTENCE = re.compile(r"(?<=[.!?\n])\s+")
CLAUSE = re.compile(r"(?<=[.!?;\n])\s+|,\s+")
# A clause with fewer words of substance only asks ("tolong sebutkan apa saja"); the one before says about what.
LEAST_TOPIC = 2


class Reader:
    """Reads questions against the terms that a library holds."""

    def __init__(self, words: Words, analyser: Analyser, terms: Collection[str], counts: Mapping[str, int]) -> None:
        """`terms` are the library's terms, `counts` its words as they are written."""
        self._words = words
        self._analyser = analyser
        self._terms = terms
        self._counts = counts
        shorts = (short for short, _ in words.abbreviations)
        real = {*words.slang, *words.stop, *words.everyday, *words.common, *words.english, *shorts}
        self._spelling = Spelling(counts, words.stop, real)
        self._similar = [(self._by_root(words.synonyms), SYNONYM), (self._by_root(words.cognates), COGNATE)]
        self._common = {analyser.root(word) for word in words.common}

    def _by_root(self, lists: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for word, others in lists.items():
            root = self._analyser.root(word)
            found.setdefault(root, set()).update({self._analyser.root(other) for other in others} - {root})
        return {root: tuple(sorted(others)) for root, others in found.items()}

    def read(self, text: str) -> tuple[Query, ...]:
        """The question as a whole; a story also with what stands around its question set aside."""
        content = self._analyser.content(text)
        spelt = {word: self._spelt(word) for word in content}
        slots, kinds = self._slots(content, spelt), self._analyser.kinds(text)
        whole = Query(tuple(slots.values()), kinds)
        if not whole.is_story:
            return (whole,)
        asking = self._asking_sentences(text) or self._asking_clauses(text)
        return (whole, self._told_around(whole, asking, spelt)) if asking else (whole,)

    def _told_around(self, whole: Query, asking: str, spelt: Mapping[str, str]) -> Query:
        """The same with what stands around the part that asks set aside."""
        asked = self._slots(self._analyser.content(asking), spelt)
        return Query(tuple(replace(slot, aside=slot.word not in asked) for slot in whole.slots), whole.kinds)

    def _asking_sentences(self, text: str) -> str:
        """The sentences that ask; nothing where none does, or where all do."""
        sentences = SENTENCE.split(text)
        asking = [sentence for sentence in sentences if sentence.rstrip().endswith("?")]
        return "" if len(asking) == len(sentences) else " ".join(asking)

    def _asking_clauses(self, text: str) -> str:
        """The clauses with question words, each with the one before where it names no topic itself; as above."""
        clauses = CLAUSE.split(text)
        asking: set[int] = set()
        for at, clause in enumerate(clauses):
            if self._analyser.kinds(clause):
                asking |= {at} if self._has_topic(clause) else {max(at - 1, 0), at}
        return "" if len(asking) == len(clauses) else " ".join(clauses[at] for at in sorted(asking))

    def _has_topic(self, clause: str) -> bool:
        content = self._analyser.content(clause)
        slots = self._slots(content, {word: self._spelt(word) for word in content}).values()
        return sum(slot.known and not slot.common for slot in slots) >= LEAST_TOPIC

    def _slots(self, content: Iterable[str], spelt: Mapping[str, str]) -> dict[str, Slot]:
        words = (spelt.get(word, word) for word in content)
        groups = self._analyser.joined([word for word in words if word not in self._words.stop])
        slots: dict[str, Slot] = {}
        for group in groups:
            if self._analyser.phrase_term(group) in self._words.stop:
                continue
            slot = self._slot(group)
            slots.setdefault(slot.word, slot)
        return slots

    def _spelt(self, word: str) -> str:
        """The word, or what it was meant to be; a word that nothing resembles is left as it is."""
        if is_number(word) or self._terms_of(word) or self._widened({self._analyser.root(word): 1.0}):
            return word
        fixed = self._spelling.correct(word)
        return fixed[0] if fixed else word

    def _slot(self, group: tuple[str, ...]) -> Slot:
        if len(group) > 1:
            if "".join(group) in self._words.everyday:
                return Slot(" ".join(group), {}, everyday=True)
            return Slot(" ".join(group), self._widened(self._terms_of_phrase(group)))
        (word,) = group
        root = self._analyser.root(word)
        return Slot(
            word,
            self._widened(self._terms_of(word) or {root: 1.0}),
            everyday=word in self._words.everyday,
            common=self._is_common(word, root),
            citation=is_citation(word),
        )

    def _terms_of_phrase(self, group: tuple[str, ...]) -> dict[str, float]:
        term = self._analyser.phrase_term(group)
        if term in self._terms:
            return {str(term): 1.0}
        return {term: fit for word in group for term, fit in self._terms_of(word).items()}

    def _is_common(self, word: str, root: str) -> bool:
        """Whether it is everyday talk; nouns made of everyday verbs (pemahaman, peneliti, keterbukaan) are topics."""
        if word in self._words.common:
            return True
        noun = word.startswith("pe") or (word.startswith("ke") and word.endswith("an"))
        if noun and word != root:
            return False
        # What the library does not hold has no root there, so any that it may have will do.
        roots = {root} if root in self._terms else possible_roots(word)
        return not roots.isdisjoint(self._common)

    def _terms_of(self, word: str) -> dict[str, float]:
        root = self._analyser.root(word)
        found = {root: 1.0} if root in self._terms else {}
        for translation in self._translated(word):
            for term in self._analyser.terms(translation):
                if term in self._terms:
                    found.setdefault(term, TRANSLATED)
        return found or self._whole(word) or self._parts(word)

    def _whole(self, word: str) -> dict[str, float]:
        """The term of a verb whose me- was dropped, as in speech: nolong, ngelola, nyusun."""
        root = self._analyser.root(f"me{word}") if word[:1] in "nm" else word
        return {root: 1.0} if root in self._terms else {}

    def _translated(self, word: str) -> tuple[str, ...]:
        english = self._words.english
        forms = (word, *(word.removesuffix(ending) for ending in INFLECTED))
        return next((english[form] for form in forms if form in english), ())

    def _parts(self, word: str) -> dict[str, float]:
        """The terms of two words that were written as one."""
        for at in range(4, len(word) - 3):
            pair = [self._analyser.root(part) for part in (word[:at], word[at:])]
            if all(part in self._terms for part in pair) and word[:at] in self._counts and word[at:] in self._counts:
                return dict.fromkeys(pair, PART)
        return {}

    def _widened(self, terms: dict[str, float]) -> dict[str, float]:
        """Those of the terms that the library has and, at less weight, words like them."""
        found = {term: weight for term, weight in terms.items() if term in self._terms}
        for term, weight in terms.items():
            for similar, fit in self._similar:
                for other in similar.get(term, ()):
                    if other in self._terms:
                        found[other] = max(found.get(other, 0.0), fit * weight)
        return found
