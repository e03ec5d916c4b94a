"""Whether two spellings are one person's name: titles, order, initials and a slip of the finger do not matter."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

CLOSE_WORD = 75
"""How alike (0 to 100) two words must be to be the same word with a slip in it."""
CLOSE_WHOLE = 90
"""How alike two names must be when their words are written together or apart."""
MOST_EXTRA = 2
"""Words that one of the two names may have beyond the other: family names and the like."""

TITLES = frozenset("dr drs dra drg drh ir prof h hj kh ust apt ns bdn".split())  # noqa: SIM905 - a line a list
_DEGREES = """
    sh se st ss sag sip sap sos ssos spd spdi skom stp sstp ssi skm skep sp spt spi shut sak sei sked sfarm sgz spsi
    sti sikom ssn sth shi ssy sstat
    mh mm msi mpd mpdi mkom mt ma mag mse msc mba mph mkes map mhum mp mak mip mikom mkn meng msn mstat
    amd amdkep amdkeb amdkom amp amk ap phd dea llm mpa mpp ak ca cpa qia spog spa spb spm
"""
DEGREES = frozenset(_DEGREES.split())
_MUHAMMAD = "m md muh moh moch much muhamad mohamad mohammad mochamad mochammad muchamad muchammad muhammed"
SAME = {**dict.fromkeys(_MUHAMMAD.split(), "muhammad"), "abd": "abdul", "sitti": "siti", "st": "siti"}
OLD_SPELLINGS = (("oe", "u"), ("dj", "j"), ("tj", "c"))


def same_person(typed: str, listed: str) -> bool:
    """Whether the names are close enough to be one person's, given that the NIP and the phone already agree."""
    shorter, longer = sorted((_words(typed), _words(listed)), key=len)
    if not shorter:
        return False
    if fuzz.ratio("".join(shorter), "".join(longer)) >= CLOSE_WHOLE:
        return True
    if len(longer) - len(shorter) > MOST_EXTRA or (len(shorter) == 1 and len(longer) > 1):
        return False
    return _all_found(shorter, longer)


def _words(name: str) -> list[str]:
    """The words of a name without titles: those before it, those behind it, and all behind a comma."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    head, _, _ = plain.partition(",")
    words = _without_titles(head) or _without_titles(plain.replace(",", " "))
    return [_spelled_today(SAME.get(word, word)) for word in words]


def _without_titles(text: str) -> list[str]:
    kept: list[str] = []
    for chunk in text.replace("'", "").split():
        if chunk.replace(".", "") not in (DEGREES if kept else TITLES):
            kept += re.findall(r"[a-z]+", chunk)
    return kept


def _spelled_today(word: str) -> str:
    for old, new in OLD_SPELLINGS:
        word = word.replace(old, new)
    return word


def _all_found(shorter: list[str], longer: list[str]) -> bool:
    """Each word of the shorter name stands for another word of the longer one."""
    left = list(longer)
    for word in sorted(shorter, key=len, reverse=True):
        best = max(left, key=lambda other: _likeness(word, other))
        if _likeness(word, best) < CLOSE_WORD:
            return False
        left.remove(best)
    return True


def _likeness(word: str, other: str) -> float:
    if len(word) == 1 or len(other) == 1:  # an initial
        return 100.0 if word[0] == other[0] else 0.0
    return fuzz.ratio(word, other)
