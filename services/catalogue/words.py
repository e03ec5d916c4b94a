"""Finding a title by what people type: cases, accents, typing slips, half words, old names, initials."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

GOOD_ENOUGH = 70.0
EXACT, PREFIX, INSIDE = 100.0, 94.0, 80.0
SHORTEST_TYPO = 4
SHORTEST_GLUED = 9
GLUED_COSTS = 15.0
ALIKE = 0.74
NAMED = 90.0
"""Who types a name means all of it, slips aside; half of one may as well be a topic."""

FILLERS = frozenset(
    (
        *("diklat", "pelatihan", "training", "kursus", "bimtek", "angkatan", "tingkat", "tk"),
        *("tentang", "untuk", "dan", "di", "ke", "dari", "yang", "of", "and", "the"),
    )
)
NUMERALS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
OLD_NAMES = (
    (re.compile(r"\b(?:diklat ?)?(?:pim|kepemimpinan) ?(?:tk|tingkat)? ?4\b"), "kepemimpinan pengawas"),
    (re.compile(r"\b(?:diklat ?)?(?:pim|kepemimpinan) ?(?:tk|tingkat)? ?3\b"), "kepemimpinan administrator"),
    (re.compile(r"\b(?:diklat ?)?(?:pim|kepemimpinan) ?(?:tk|tingkat)? ?2\b"), "kepemimpinan nasional"),
    (re.compile(r"\bdiklatpim\b"), "kepemimpinan"),
    (re.compile(r"\bmusrenbang\b|\bbappeda\b"), "perencanaan pembangunan daerah"),
    (re.compile(r"\bpemda\b"), "pemerintahan daerah"),
    (re.compile(r"\bpemdagri\b"), "pemerintahan dalam negeri"),
    (re.compile(r"\bbpbd\b"), "penanganan bencana"),
)


def likeness(text: str, title: str, code: str = "") -> float:
    """How well a title answers what was typed, 0 to 100; below `GOOD_ENOUGH` it does not."""
    asked = asked_words(text)
    if not asked:
        return 0.0
    known = title_words(title) + title_words(code)
    return max(_by_word(asked, known), _in_one(asked, known))


def is_named(text: str, title: str) -> bool:
    """Whether what was typed is the title and nothing else, typing slips and fillers aside."""
    asked, known = asked_words(text), asked_words(title)
    return bool(asked and known) and min(_by_word(asked, known), _by_word(known, asked)) >= NAMED


def asked_words(text: str) -> tuple[str, ...]:
    """What was typed as plain words, old names made new, fillers left out unless there is nothing else."""
    folded = _arabic(fold(text))
    for pattern, replacement in OLD_NAMES:
        folded = pattern.sub(replacement, folded)
    words = tuple(folded.split())
    return tuple(word for word in words if word not in FILLERS) or words


@lru_cache(maxsize=2048)
def title_words(title: str) -> tuple[str, ...]:
    """A title's words and its initials (with and without a leading "Pelatihan"), folded."""
    words = tuple(_arabic(fold(title)).split())
    initials = "".join(word[0] for word in words)
    short = "".join(word[0] for word in words if word not in FILLERS)
    return (*words, *(letters for letters in {initials, short} if len(letters) > 1))


def fold(text: str) -> str:
    """Lower case, without accents; whatever is neither letter nor digit is a space."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return re.sub(r"[^a-z0-9]+", " ", plain.casefold()).strip()


def _arabic(folded: str) -> str:
    return " ".join(NUMERALS.get(word, word) for word in folded.split())


def _by_word(asked: tuple[str, ...], known: tuple[str, ...]) -> float:
    """Each typed word counts by its length; one that is nowhere in the title counts against it."""
    scores = [(max((_alike(word, other) for other in known), default=0.0), len(word)) for word in asked]
    return sum(score * weight for score, weight in scores) / sum(weight for _, weight in scores)


def _alike(word: str, other: str) -> float:
    if word == other:
        return EXACT
    if len(word) > 1 and other.startswith(word):
        return PREFIX
    if len(word) < SHORTEST_TYPO:
        return 0.0
    if word in other:
        return INSIDE
    # A slip at the end of half a word: compare with as much of the title's word as was typed.
    share = max(
        DamerauLevenshtein.normalized_similarity(word, other),
        DamerauLevenshtein.normalized_similarity(word, other[: len(word) + 1]) - 0.05,
    )
    return share * 100 if share >= ALIKE else 0.0


def _in_one(asked: tuple[str, ...], known: tuple[str, ...]) -> float:
    """Words run together, or torn apart: "ketahananpangan", "ke tahanan pangan"."""
    glued = "".join(asked)
    if len(glued) < SHORTEST_GLUED:
        return 0.0
    title = "".join(known)
    return fuzz.partial_ratio(glued, title) - GLUED_COSTS if len(title) >= len(glued) else 0.0
