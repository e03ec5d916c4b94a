"""What of a question is kept as missing: the subject, nothing of the person. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from services.catalogue.words import fold

LONGEST = 200
FEWEST_LETTERS = 3
STRUCK = "…"

_NUMBER = r"\+?\(?\d(?:[\s.()/-]{0,3}\d){8,}"
"""Nine digits, in groups or not: phone numbers, NIPs, account numbers. Laws and dates are shorter."""
_RUN = r"\d{7,}"
_MAIL_OR_HANDLE = r"\S*@\S+"
_ADDRESS = r"\w+://\S+|\bt\.me/\S+"
PERSONAL = re.compile(rf"{_ADDRESS}|{_MAIL_OR_HANDLE}|{_NUMBER}|{_RUN}", re.IGNORECASE)

_COURTESY = (
    "halo hallo hai hello hi hey p permisi selamat pagi siang sore malam",
    "assalamualaikum assalamu alaikum waalaikumsalam wr wb",
    "terima kasih terimakasih makasih trims thanks thank you oke ok okay baik siap ya iya yes tidak no",
    "pak bu bapak ibu mas mbak bang kak min gan mohon maaf tolong please dong nih sih deh",
    "start menu help bantuan batal mulai kembali lanjut tes test tanya bertanya",
)
COURTESY = frozenset(word for line in _COURTESY for word in line.split())
"""Words that ask for nothing. Where nothing else is left, nothing was looked for."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What was looked for: `query` to be read, `key` the same for all who wrote nearly the same."""

    key: str
    query: str


def wording_of(text: str) -> Wording | None:
    """The question without what is personal, cut short; None where it is a command or says nothing."""
    if text.lstrip().startswith("/"):
        return None
    query = " ".join(PERSONAL.sub(STRUCK, text).split())
    key = " ".join(word for word in fold(query).split() if word not in COURTESY)
    if sum(letter.isalpha() for letter in key) < FEWEST_LETTERS:
        return None
    return Wording(key[:LONGEST], query if len(query) <= LONGEST else query[: LONGEST - 1] + "…")


def kept_of(text: str) -> str | None:
    """What is kept of a question that has no answer."""
    wording = wording_of(text)
    return wording.query if wording else None
