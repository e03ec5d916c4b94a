"""Reads one questions.yaml: each question by itself, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from knowledge.articles.faults import Told
from knowledge.articles.front import ID, expected
from knowledge.articles.spot import Spot
from knowledge.lists import read_items
from knowledge.questions.model import LETTERS, Level, Question, Use
from knowledge.questions.options import check_options, check_words

# What fits a phone: Telegram's own limits for a quiz.
ASK_LIMIT, OPTION_LIMIT, WHY_LIMIT = 300, 100, 200
LIMITS = {"ask": ASK_LIMIT, "right": OPTION_LIMIT, "why": WHY_LIMIT}
FIELDS = ("id", "article", "level", "use", "ask", "right", "letter", "wrong", "why")

Kind = TypeVar("Kind", bound=StrEnum)
Lined = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that could be read, and the lines that checks across questions need to name."""

    file: Path
    question: Question
    line: int
    article_line: int


def read_file(file: Path, told: Told) -> list[Draft]:
    """The questions in `file` that have no fault of their own; everything that is wrong is told as (line, message)."""
    return [draft for item in read_items(file, told, "questions") if (draft := _Reader(file, item, told).read())]


class _Reader:
    """Reads one question, and counts whether anything was told about it."""

    def __init__(self, file: Path, spot: Spot, told: Told) -> None:
        self._file, self._spot, self._pass_on = file, spot, told
        self._fields = spot.value if isinstance(spot.value, dict) else {}
        self._sound = True

    def read(self) -> Draft | None:
        if not isinstance(self._spot.value, dict):
            self._told(self._spot.line, expected("a question", "of the form `field: value`", self._spot))
            return None
        for name in self._fields.keys() - set(FIELDS):
            self._told(self._fields[name].line, f"unknown field `{name}`; expected one of: {', '.join(FIELDS)}")
        question = self._question()
        if question is None or not self._sound:
            return None
        return Draft(self._file, question, self._spot.line, self._fields["article"].line)

    def _question(self) -> Question | None:
        texts = {name: self._text(name) for name in ("id", "article", "ask", "right", "why")}
        if texts["id"] and not ID.fullmatch(texts["id"]):
            message = f"`{texts['id']}` is no id; expected small letters, digits and single hyphens"
            self._told(self._fields["id"].line, message)
        level, use = self._one_of("level", Level), self._one_of("use", Use)
        place, wrong = self._letter(), list(self._wrong())
        right = (texts["right"], self._fields["right"].line) if texts["right"] else None
        check_options(right, wrong, self._told)
        for name in ("ask", "why"):
            if texts[name]:
                check_words(name, texts[name], self._fields[name].line, self._told)
        if level is None or use is None or place is None or right is None:
            return None
        options = [text for text, _ in wrong]
        options.insert(place, right[0])
        return Question(
            id=texts["id"],
            module=self._file.parent.name,
            article=texts["article"],
            level=level,
            use=use,
            ask=texts["ask"],
            options=tuple(options),
            right=place,
            why=texts["why"],
        )

    def _told(self, line: int, message: str) -> None:
        self._sound = False
        self._pass_on(line, message)

    def _text(self, name: str) -> str:
        spot = self._field(name)
        if spot is None:
            return ""
        if not isinstance(spot.value, str) or not spot.value:
            self._told(spot.line, expected(f"`{name}`", "text", spot))
            return ""
        self._check_length(f"`{name}`", spot.value, LIMITS.get(name), spot.line)
        return spot.value

    def _field(self, name: str) -> Spot | None:
        spot = self._fields.get(name)
        if spot is None:
            self._told(self._spot.line, f"the field `{name}` is missing")
        return spot

    def _check_length(self, what: str, text: str, limit: int | None, line: int) -> None:
        if limit is not None and len(text) > limit:
            self._told(line, f"{what} has {len(text)} characters; a phone takes at most {limit}")

    def _one_of(self, name: str, kind: type[Kind]) -> Kind | None:
        text = self._text(name)
        if not text:
            return None
        if text not in list(kind):
            self._told(self._fields[name].line, f"unknown {name} `{text}`; expected one of: {', '.join(kind)}")
            return None
        return kind(text)

    def _letter(self) -> int | None:
        text = self._text("letter")
        if not text:
            return None
        if text not in tuple(LETTERS):
            self._told(self._fields["letter"].line, f"`letter` is `{text}`; expected one of: {', '.join(LETTERS)}")
            return None
        return LETTERS.index(text)

    def _wrong(self) -> Iterator[Lined]:
        spot = self._field("wrong")
        if spot is None:
            return
        if not isinstance(spot.value, list):
            self._told(spot.line, expected("`wrong`", "a list", spot))
            return
        if len(spot.value) != len(LETTERS) - 1:
            self._told(spot.line, f"`wrong` holds {len(spot.value)}; {len(LETTERS) - 1} options are expected")
        for item in spot.value:
            if isinstance(item.value, str) and item.value:
                self._check_length("an option", item.value, OPTION_LIMIT, item.line)
                yield item.value, item.line
            else:
                self._told(item.line, expected("an option", "text", item))
