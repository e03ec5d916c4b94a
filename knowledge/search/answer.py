"""What a search says, and the card that people read."""

import re
from dataclasses import dataclass

from knowledge.articles.model import Passage

CARD_LIMIT = 1_000
SENTENCE_END = re.compile(r"(?<!\bdkk)(?<!\bal)[.!?](?=\s)|\n|$")
LIST_ITEM = re.compile(r"\s*(?:-|\d+\.) ")


@dataclass(frozen=True, slots=True)
class Near:
    """A topic near to a question that has no answer."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Result:
    """An article that answers. `text` is its card without markup; `score` is at most 1."""

    id: str
    title: str
    text: str
    score: float
    answer: str
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Answer:
    """`sure` when the first result clearly leads; without an answer, `near` holds the nearest topics."""

    query: str
    answered: bool
    sure: bool
    results: tuple[Result, ...]
    near: tuple[Near, ...]


def card(answer: str, passage: Passage | None) -> str:
    """The short answer, and under it the passage, cut at the end of a sentence or of a line."""
    if passage is None:
        return answer
    below = f"{passage.heading}\n{passage.text}" if passage.heading else passage.text
    return cut(f"{answer}\n\n{below}", CARD_LIMIT)


def cut(text: str, limit: int) -> str:
    """`text` up to the last end of a sentence or line within `limit` characters; items of lists stay whole."""
    if len(text) <= limit:
        return text
    ends = [match.end() for match in SENTENCE_END.finditer(text, 0, limit + 1) if match.end() <= limit]
    if not ends:
        return text[:limit].rsplit(" ", 1)[0]
    before, _, last = text[: ends[-1]].rpartition("\n")
    broken = LIST_ITEM.match(last) and text[ends[-1] : ends[-1] + 1] not in ("", "\n")
    return (before if broken and before else text[: ends[-1]]).rstrip()
