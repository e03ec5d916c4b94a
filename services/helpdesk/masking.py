"""NIPs in Telegram's HTML, masked wherever they are read: across tags and lines, while the tags stay whole. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import Final

from services.identity.nip import LENGTH, Nip

_PIECE: Final = re.compile(r"<[^<>]*>|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);|.", re.DOTALL)
"""A tag, an escaped letter, or a letter."""
GAP: Final = r"[\s.,()/·‑–—\-\u00ad\u200b-\u200d\u2060\ufeff]{0,3}"
"""What people, and their keyboards, put between the digits of one number."""
_DIGITS: Final = re.compile(rf"\d(?:{GAP}\d){{{LENGTH - 1},}}")
_HOUR: Final = re.compile(r"(?<!\d)(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d)")
BORN: Final = range(1920, 2021)
APPOINTED: Final = range(1940, 2101)


def masked(html: str) -> str:
    """The text with every NIP in it masked; hours, dates and longer numbers beside one another are none."""
    pieces = _PIECE.findall(html)
    read = [at for at, piece in enumerate(pieces) if not _is_tag(piece)]
    words = "".join(unescape(pieces[at])[:1] or " " for at in read)
    for start, end, nip in _nips(words):
        for at in read[start:end]:
            pieces[at] = ""
        pieces[read[start]] = nip.masked
    return "".join(_link(piece) if piece.startswith("<a ") else piece for piece in pieces)


def _is_tag(piece: str) -> bool:
    return len(piece) > 1 and piece.startswith("<")


def _link(tag: str) -> str:
    """An address may hold one as well; other numbers of an address stay, or it would lead nowhere."""
    for start, end, nip in reversed(list(_nips(tag))):
        tag = f"{tag[:start]}{nip.masked}{tag[end:]}"
    return tag


def _nips(words: str) -> Iterator[tuple[int, int, Nip]]:
    """Where each begins and ends."""
    for found in _DIGITS.finditer(words):
        places = [at for at in range(found.start(), found.end()) if words[at].isdecimal()]
        digits = "".join(str(unicodedata.decimal(words[at])) for at in places)
        first = 0
        while first + LENGTH <= len(places):
            start, end = places[first], places[first + LENGTH - 1] + 1
            if _is_nip(words, start, end, digits[first : first + LENGTH], alone=len(places) == LENGTH):
                yield start, end, Nip(digits[first : first + LENGTH])
                first += LENGTH
            else:
                first += 1


def _is_nip(words: str, start: int, end: int, digits: str, *, alone: bool) -> bool:
    """Eighteen digits in a row, or in groups that say when somebody was born and appointed; never part of a number."""
    if words[start - 1 : start].isdecimal() or words[end : end + 1].isdecimal():
        return False
    if end - start == LENGTH or (alone and _HOUR.search(words[start:end]) is None):
        return True
    day, month = int(digits[6:8]), int(digits[4:6])
    born, appointed = int(digits[:4]) in BORN, int(digits[8:12]) in APPOINTED
    return born and appointed and 1 <= month <= 12 and 1 <= day <= 31 and digits[14] in "12"
