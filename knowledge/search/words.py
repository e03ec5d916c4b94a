"""The word lists of knowledge/words: general Indonesian and chat language, never phrases of a single query."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "words"


@dataclass(frozen=True, slots=True)
class Words:
    """`x = y z` lists as mappings to tuples, plain lists as sets. A short form may stand for several long ones."""

    slang: Mapping[str, tuple[str, ...]]
    stop: frozenset[str]
    questions: Mapping[tuple[str, ...], str]
    abbreviations: tuple[tuple[str, tuple[str, ...]], ...]
    compounds: tuple[tuple[str, ...], ...]
    synonyms: Mapping[str, tuple[str, ...]]
    english: Mapping[str, tuple[str, ...]]
    cognates: Mapping[str, tuple[str, ...]]
    everyday: frozenset[str]
    common: frozenset[str]
    roots: Mapping[str, str]


@cache
def load_words(folder: Path = FOLDER) -> Words:
    """The lists in `folder`, read once."""
    return Words(
        slang=_pairs(folder / "slang.txt"),
        stop=frozenset(_all(folder / "stopwords.txt")),
        questions={tuple(left.split()): right for left, right in _split(folder / "questions.txt")},
        abbreviations=tuple((left, tuple(right.split())) for left, right in _split(folder / "abbreviations.txt")),
        compounds=tuple(tuple(line.split()) for line in _lines(folder / "compounds.txt")),
        synonyms=_groups(folder / "synonyms.txt"),
        english=_pairs(folder / "english.txt"),
        cognates=_groups(folder / "cognates.txt"),
        common=frozenset(_all(folder / "common.txt")),
        everyday=frozenset(_all(folder / "everyday.txt")),
        roots={left: right or left for left, right in _split(folder / "roots.txt")},
    )


def _lines(file: Path) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def _all(file: Path) -> Iterator[str]:
    for line in _lines(file):
        yield from line.split()


def _split(file: Path) -> Iterator[tuple[str, str]]:
    for line in _lines(file):
        left, _, right = line.partition("=")
        yield left.strip(), right.strip()


def _pairs(file: Path) -> dict[str, tuple[str, ...]]:
    return {left: tuple(right.split()) for left, right in _split(file)}


def _groups(file: Path) -> dict[str, tuple[str, ...]]:
    """Each word of a line to the others of it; a word may stand in several lines."""
    others: dict[str, dict[str, None]] = defaultdict(dict)
    for line in _lines(file):
        group = line.split()
        for word in group:
            others[word].update(dict.fromkeys(other for other in group if other != word))
    return {word: tuple(found) for word, found in others.items()}
