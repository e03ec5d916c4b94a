"""Text as tokens: small letters without accents, laws and articles of law as one token each, numbers exact.

`UU 30/2014`, `Undang-Undang Nomor 30 Tahun 2014` and `uu no 30 thn 2014` all give `uu` and `30/2014`;
`pasal 36`, `psl. 36` and `ps 36` give `pasal36`. A token with a digit is a number and is never corrected or stemmed.
"""

import re
import unicodedata
from functools import cache

LAWS = {
    "uu": r"uu|undang[\s-]*undang|law",
    "pp": r"pp|peraturan pemerintah",
    "perpres": r"perpres|peraturan presiden",
    "permendagri": r"permendagri|peraturan menteri dalam negeri",
    "perppu": r"perppu|perpu",
    "pmk": r"pmk|peraturan menteri keuangan",
    "keppres": r"keppres|keputusan presiden",
}
_KIND = "|".join(f"(?P<{kind}>{names})" for kind, names in LAWS.items())
LAW = re.compile(
    rf"\b(?:{_KIND})\s*(?:(?:no|nomor|number)\b\.?\s*)?(?P<number>\d{{1,3}})\b"
    r"(?:\s*(?:/|\btahun\b|\bthn?\b\.?|\bof\b)\s*(?P<year>\d{4})\b)?"
)
NUMBER_OF_LAW = re.compile(
    r"(?<!\x01)\b(\d{1,3})\s*/\s*(\d{4})\b|\b(?:no|nomor)\b\.?\s*(\d{1,3})\s*(?:tahun|thn?\b\.?)\s*(\d{4})\b"
)
PASAL = re.compile(
    r"\b(?:pasal|psal|pasl|psl|ps|article|art)\b\.?\s*(\d{1,3})(?:\s*(?:-|–|sampai|s/d|sd)\s*(\d{1,3}))?(?!\d)"
)
AYAT = re.compile(r"\bay(?:a?t\b|\b\.?)\s*\(?(\d{1,2})\)?")
UNDANG = re.compile(r"\bundang[\s-]*undang\b")
DIGIT = re.compile(r"\d")
THOUSANDS = re.compile(r"(?<=\d)[.](?=\d{3}\b)")
REPEATED = re.compile(r"\b([a-z]{2,}+)(?:-\1|2)\b")
TOKEN = re.compile(r"\x01([^\x02]+)\x02|([a-z]+)|(\d+(?:[/:.,]\d+)*)")
WIDEST_RANGE = 15


def tokens(text: str, *, whole: bool = False) -> list[str]:
    """The tokens of `text`. With `whole`, as documents need it, a law also gives its number and its year alone."""
    found = TOKEN.findall(_marked(simple(text), whole))
    return [marked or word or number.rstrip(".,:/") for marked, word, number in found]


@cache
def _letters(character: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part))


def simple(text: str) -> str:
    """Small letters without accents, and plain dashes and quotes."""
    text = text.lower()
    if not text.isascii():
        text = "".join(character if character.isascii() else _letters(character) for character in text)
    return text.replace("–", "-").replace("’", "'").replace("‑", "-")


def _marked(text: str, whole: bool) -> str:
    """`text` with laws, articles and numbers between marks, so that they stay in one piece."""
    if DIGIT.search(text) is None:
        return REPEATED.sub(r"\1", UNDANG.sub("uu", text))
    text = THOUSANDS.sub("", text)
    text = LAW.sub(lambda match: _law(match, whole), text)
    text = REPEATED.sub(r"\1", UNDANG.sub("uu", text))
    text = NUMBER_OF_LAW.sub(lambda match: _number(match, whole), text)
    text = PASAL.sub(_pasal, text)
    return AYAT.sub(lambda match: _mark(f"ayat{match[1]}"), text)


def _mark(*parts: str) -> str:
    return "".join(f" \x01{part}\x02" for part in parts) + " "


def _law(match: re.Match[str], whole: bool) -> str:
    kind = next(name for name in LAWS if match[name])
    number, year = match["number"], match["year"]
    if year is None:
        return _mark(kind, f"{kind}{number}")
    if whole:
        return _mark(kind, f"{number}/{year}", f"{kind}{number}", year)
    return _mark(kind, f"{number}/{year}")


def _number(match: re.Match[str], whole: bool) -> str:
    number, year = match[1] or match[3], match[2] or match[4]
    return _mark(f"{number}/{year}", year) if whole else _mark(f"{number}/{year}")


def _pasal(match: re.Match[str]) -> str:
    first, last = int(match[1]), int(match[2] or match[1])
    if not first <= last <= first + WIDEST_RANGE:
        last = first
    return _mark(*(f"pasal{number}" for number in range(first, last + 1)))


def is_number(token: str) -> bool:
    return not token.isalpha()


def is_citation(token: str) -> bool:
    """Whether it names a law or an article of law: 30/2014, uu30, pasal36."""
    return is_number(token) and ("/" in token or token[0].isalpha())
