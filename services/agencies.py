"""Finding an agency by what people call it: parts of names, abbreviations, slips of the finger."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from storage.database import Database
from storage.repositories.agencies import Agencies, Agency

__all__ = ["Agency", "FindAgencies", "GetAgency", "rank_agencies"]

GOOD_ENOUGH: Final = 0.6
"""The share of what was typed that a name must hold to be shown."""
CLOSE_WORD: Final = 0.7
"""How alike a word must be to count as a slip of the finger."""
PREFIX: Final = 0.95
"""A word that is still being typed counts nearly as much as the whole one."""
LONGEST_QUERY: Final = 100
_DOTTED: Final = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b)")
"""The dots in N.T.T."""

SHORT_FORMS: Final = {
    "ntt": "nusa tenggara timur",
    "ntb": "nusa tenggara barat",
    "dki": "jakarta",
    "jkt": "jakarta",
    "jabar": "jawa barat",
    "jateng": "jawa tengah",
    "jatim": "jawa timur",
    "diy": "yogyakarta",
    "jogja": "yogyakarta",
    "babel": "bangka belitung",
    "kepri": "kepulauan riau",
    "sumut": "sumatera utara",
    "sumbar": "sumatera barat",
    "sumsel": "sumatera selatan",
    "kalbar": "kalimantan barat",
    "kalteng": "kalimantan tengah",
    "kalsel": "kalimantan selatan",
    "kaltim": "kalimantan timur",
    "kaltara": "kalimantan utara",
    "sulut": "sulawesi utara",
    "sulteng": "sulawesi tengah",
    "sulsel": "sulawesi selatan",
    "sultra": "sulawesi tenggara",
    "sulbar": "sulawesi barat",
    "malut": "maluku utara",
    "sdm": "sumber daya manusia",
    "bpsdm": "badan pengembangan sumber daya manusia",
    "bkd": "badan kepegawaian daerah",
    "bkpsdm": "badan kepegawaian dan pengembangan sumber daya manusia",
    "pemprov": "pemerintah provinsi",
    "prov": "provinsi",
    "kab": "kabupaten",
    "kemen": "kementerian",
    "kemendagri": "kementerian dalam negeri",
    "sekber": "sekretariat bersama",
    "mpu": "mitra praja utama",
}
"""Short forms and what they stand for: a name that holds either is found by both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindAgencies:
    """The agencies that a text most probably means, best first; none when nothing is near."""

    database: Database

    async def __call__(self, *, text: str, limit: int = 5) -> tuple[Agency, ...]:
        if not _words(text):
            return ()
        async with self.database.read() as connection:
            agencies = await Agencies(connection).list()
        return rank_agencies(text, agencies)[:limit]


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAgency:
    """An agency by its id, or None."""

    database: Database

    async def __call__(self, *, agency_id: int) -> Agency | None:
        async with self.database.read() as connection:
            return await Agencies(connection).find(agency_id)


@dataclass(frozen=True, slots=True)
class _Entry:
    agency: Agency
    words: frozenset[str]


def rank_agencies(text: str, agencies: Sequence[Agency]) -> tuple[Agency, ...]:
    """The agencies near to a text; words that few agencies share weigh more, shorter names win a tie."""
    typed = _words(text[:LONGEST_QUERY])
    entries = [_Entry(agency, _known_words(agency)) for agency in agencies]
    holders = Counter(word for entry in entries for word in entry.words)
    scored = [(_score(typed, entry, holders, len(entries)), entry.agency) for entry in entries]
    near = [(score, agency) for score, agency in scored if score >= GOOD_ENOUGH]
    near.sort(key=lambda pair: (-pair[0], len(pair[1].name), pair[1].name))
    return tuple(agency for _, agency in near)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", _DOTTED.sub("", plain))


def _known_words(agency: Agency) -> frozenset[str]:
    """All words an agency is called by, in short and in full, with the initials of its name."""
    words = _words(" ".join((agency.name, agency.short_name, agency.code, agency.province or "")))
    text, known = f" {' '.join(words)} ", set(words)
    for short, full in SHORT_FORMS.items():
        if short in words:
            known.update(full.split())
        elif f" {full} " in text:
            known.add(short)
    return frozenset(known | _initials(_words(agency.name)))


def _initials(words: list[str]) -> set[str]:
    """`kdn` and `kd` of "Kementerian Dalam Negeri": people make short forms by themselves."""
    letters = "".join(word[0] for word in words)
    return {letters[start:end] for start in range(len(letters)) for end in range(start + 3, len(letters) + 1)}


def _score(typed: list[str], entry: _Entry, holders: Counter[str], count: int) -> float:
    """Which share of the typed words the entry holds, weighed by how rare they are: 0 to 1."""
    weights = {word: 1 + math.log((1 + count) / (1 + holders[word])) for word in typed}
    held = sum(weights[word] * _likeness(word, entry.words) for word in typed)
    total = sum(weights[word] for word in typed)
    return held / total if total else 0.0


def _likeness(typed: str, words: frozenset[str]) -> float:
    if typed in words:
        return 1.0
    if len(typed) >= 3 and any(word.startswith(typed) for word in words):
        return PREFIX
    best = max((fuzz.ratio(typed, word) / 100 for word in words), default=0.0)
    return best if best >= CLOSE_WORD else 0.0
