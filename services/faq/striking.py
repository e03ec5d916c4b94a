"""What is personal in a question and its answer, struck out before anybody makes an article of it. Pure.

Better too much than too little: what is struck out is shown before anything is kept, and whoever reads it can write
it again. A name that nobody here knows stays; that is why a second person looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from services.helpdesk.masking import GAP
from services.knowledge.wording import COURTESY

STRUCK: Final = "[…]"

NIP_DIGITS: Final = 18
_NUMBER = re.compile(rf"\+?\(?\d(?:{GAP}\d){{8,}}")
"""Nine digits and more, in groups or not: NIPs, phone and account numbers."""
_RUN = re.compile(r"\d{7,}")
_NIP = re.compile(rf"(?<!\d)\d(?:{GAP}\d){{{NIP_DIGITS - 1}}}(?!\d)")
_MASKED = re.compile(r"\d{2,8}\s?(?:[…•*]|\.{2,}|[xX]{3,})[…•*.xX\s]*\d{2,4}(?!\d)")
"""1990…014, 1990....014, 19900315******014, 1990xxxx014."""
_MAIL_OR_HANDLE = re.compile(r"[\w.+%-]*@[\w-]+(?:\.[\w-]+)*")
_CHAT = re.compile(r"(?:https?://)?\b(?:t\.me|wa\.me|telegram\.me)/\S+", re.IGNORECASE)
_TIME = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_DAY = r"[0-3]?\d[./-][01]?\d[./-](?:\d{4}|\d{2})"
_PLAIN = r"(?:19|20)\d\d|[0-3]?\d"
_MOMENTS = re.compile(rf"(?:(?:{_DAY}|{_TIME}|{_PLAIN})(?!\d){GAP})+")
"""Hours and days beside one another."""
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_MONEY = re.compile(r"\b(?:rp|idr)\.?\s?$", re.IGNORECASE)

_SHORTEST_PART = 3
_ADDRESSED = "pak|bu|bapak|ibu|mas|mbak|kak|bang|sdr|sdri|saudara|saudari"
_INTRODUCED = "nama saya|saya bernama|perkenalkan,? saya|atas nama|a\\.n\\."
_LEADS_TO = f"{_ADDRESSED}|{_INTRODUCED}|saya|yth"
_CAPITALS = r"[A-Z][\w'-]+(?:[ .,]+[A-Z][\w'-]+){0,3}"
_SOMEBODY = re.compile(rf"\b((?i:{_ADDRESSED}|{_INTRODUCED})\.?\s+)({_CAPITALS})")
"""Somebody who is named after such a word: "Bu Ratna Ibarat", "nama saya Budi"."""
_MYSELF = re.compile(r"\b((?i:saya)\s+)([A-Z][a-z'-]+(?:\s+[A-Z][a-z'-]+){0,3})")
"""Whoever begins with "Saya Budi Santoso"."""
_OFFICES = frozenset(
    (
        *("bapak", "ibu", "saudara", "saudari", "peserta", "atasan", "pimpinan", "penyelenggara", "panitia", "admin"),
        *("kepala", "kabid", "kadis", "sekda", "sekretaris", "gubernur", "bupati", "wali", "menteri", "camat", "lurah"),
        *("direktur", "ketua", "pejabat", "pembimbing", "instruktur", "widyaiswara", "asn", "pns", "pppk"),
    )
)
_NO_NAMES = COURTESY | frozenset(
    (
        *("binti", "bin", "dan", "dari", "dengan", "untuk", "yang", "drs", "dra", "prof"),
        *("tim", "dinas", "badan", "bpsdm", "sekber"),
    )
)


@dataclass(frozen=True, slots=True)
class Struck:
    """The text without what is personal, and how many places that were."""

    text: str
    count: int


def strike(text: str, names: Iterable[str]) -> Struck:
    """Strike out names, NIPs (also masked ones), phone numbers, addresses of mail and of chats."""
    count = 0

    def out(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return (match[1] if match.re.groups else "") + STRUCK

    for pattern in (_CHAT, _MAIL_OR_HANDLE, _MASKED):
        text = pattern.sub(out, text)
    text = _NUMBER.sub(lambda match: match[0] if _is_harmless(match) else out(match), text)
    text = _RUN.sub(out, text)
    for pattern in _patterns(names):
        text = pattern.sub(out, text)
    for pattern in (_SOMEBODY, _MYSELF):
        text = pattern.sub(lambda match: match[0] if _is_office(match[2]) else out(match), text)
    return Struck(_joined(text), count)


def holds_nip(text: str) -> bool:
    """Whether eighteen digits stand in it, grouped or not."""
    return _NIP.search(text) is not None


def _is_harmless(match: re.Match[str]) -> bool:
    """Hours and dates beside one another, and amounts of money, are no numbers of anybody's."""
    found = match[0].strip()
    if sum(letter.isdigit() for letter in found) >= NIP_DIGITS:
        return False
    if _AMOUNT.fullmatch(found) and _MONEY.search(match.string[: match.start()]):
        return True
    return bool(re.search(rf"{_TIME}|{_DAY}", found)) and bool(_MOMENTS.fullmatch(found))


def _patterns(names: Iterable[str]) -> list[re.Pattern[str]]:
    """Each name in full, however it is written; then its parts, with a capital or after what leads to a name."""
    full: dict[str, None] = {}
    parts: dict[str, None] = {}
    for name in names:
        words = [word for word in re.split(r"[\s,]+", name) if _counts(word)]
        if len(words) > 1:
            full[r"[\s.,]+".join(re.escape(word) for word in words)] = None
        parts.update(dict.fromkeys(words))
    patterns = [re.compile(rf"\b{one}\b", re.IGNORECASE) for one in sorted(full, key=len, reverse=True)]
    for word in sorted(parts, key=len, reverse=True):
        capital = "|".join(re.escape(form) for form in dict.fromkeys((word.capitalize(), word.upper())))
        patterns.append(re.compile(rf"\b(?:{capital})\b"))
        patterns.append(re.compile(rf"\b((?:{_LEADS_TO})[.\s]+){re.escape(word)}\b", re.IGNORECASE))
    return patterns


def _is_office(name: str) -> bool:
    """People are addressed by their office as well, which is nobody's secret."""
    return re.split(r"[ .,]+", name)[0].casefold() in _OFFICES


def _counts(word: str) -> bool:
    letters = word.strip(".")
    return len(letters) >= _SHORTEST_PART and "." not in letters and letters.casefold() not in _NO_NAMES


def _joined(text: str) -> str:
    """Several in a row are one to the reader."""
    mark = re.escape(STRUCK)
    return re.sub(rf"{mark}(?:[\s,.]*{mark})+", STRUCK, text)
