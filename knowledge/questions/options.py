"""What makes a question unfair by its wording: options that say the same, that speak of each other, or of letters."""

import re
from itertools import combinations

from rapidfuzz import fuzz

from knowledge.articles.faults import Told

# From here on two options are the same to somebody who reads on a phone.
NEARLY_EQUAL = 92
DIGITS = re.compile(r"\d+")
PLAIN = re.compile(r"[^\w\s]+")
# Letters may be dealt anew, so nothing points to one; and who sees through one option must not see through others.
POINTING = re.compile(
    r"(?i)\bsemua(nya)? (jawaban|pilihan|benar|salah|di atas)|\btidak ada (jawaban )?yang (benar|tepat)"
    r"|\b(?:jawaban|pilihan|opsi) (?-i:[A-D])\b|^(?-i:[A-D]) dan (?-i:[A-D])\b"
)
# "Which is not" asks for care in reading, not for knowledge.
TRAPS = re.compile(r"(?i)\bkecuali\W*$|\byang (bukan|tidak termasuk|salah)\b[^.?]*\?|\b(bukan|tidak termasuk)\W*$")


def check_options(right: tuple[str, int] | None, wrong: list[tuple[str, int]], told: Told) -> None:
    """Tells of options that are equal or nearly so, and of those that speak of the others."""
    options = [right, *wrong] if right else wrong
    for (one, _), (other, line) in combinations(options, 2):
        if nearly_equal(one, other):
            told(line, f"two options say nearly the same: `{one}` and `{other}`")
    for text, line in options:
        if POINTING.search(text):
            told(line, f"the option `{text}` speaks of the others; each must stand alone")


def check_words(name: str, text: str, line: int, told: Told) -> None:
    """Tells of a question or an explanation that points to a letter, and of one that asks what does not hold."""
    if found := POINTING.search(text):
        told(line, f"`{name}` speaks of options (`{found[0]}`); name what is meant")
    if name == "ask" and TRAPS.search(text):
        told(line, "`ask` wants what does not hold; ask for what does")


def nearly_equal(one: str, other: str) -> bool:
    """Whether two options would be read as one. What differs in a number differs."""
    one, other = (" ".join(PLAIN.sub(" ", text.casefold()).split()) for text in (one, other))
    if sorted(DIGITS.findall(one)) != sorted(DIGITS.findall(other)):
        return False
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)) >= NEARLY_EQUAL
