"""Reads one questions.yaml: each question by itself, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from knowledge.articles.faults import Told
from knowledge.lists import ItemReader, Lined, read_items
from knowledge.questions.model import LETTERS, Level, Question, Use
from knowledge.questions.options import check_options, check_words

# What fits a phone: Telegram's own limits for a quiz.
ASK_LIMIT, OPTION_LIMIT, WHY_LIMIT = 300, 100, 200
LIMITS = {"ask": ASK_LIMIT, "right": OPTION_LIMIT, "why": WHY_LIMIT}
FIELDS = ("id", "article", "level", "use", "ask", "right", "letter", "wrong", "why")

Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that could be read, and the lines that checks across questions need to name."""

    file: Path
    question: Question
    line: int
    article_line: int


def read_file(file: Path, told: Told) -> list[Draft]:
    """The questions in `file` that have no fault of their own; everything that is wrong is told as (line, message)."""
    items = read_items(file, told, "questions")
    return [draft for item in items if (draft := _Reader(item, told).read(file)) is not None]


class _Reader(ItemReader):
    """Reads one question."""

    what, fields, needed, limits = "a question", FIELDS, FIELDS, LIMITS

    def read(self, file: Path) -> Draft | None:
        question = self._question(file.parent.name) if self.has_form() else None
        if question is None or not self.is_sound:
            return None
        return Draft(file, question, self.spot.line, self.line_of("article"))

    def _question(self, module: str) -> Question | None:
        texts = {"id": self.id()} | {name: self.text(name) for name in ("article", "ask", "right", "why")}
        level, use = self._one_of("level", Level), self._one_of("use", Use)
        place, wrong = self._letter(), list(self._wrong())
        right = (texts["right"], self.line_of("right")) if texts["right"] else None
        check_options(right, wrong, self.told)
        for name in ("ask", "why"):
            if texts[name]:
                check_words(name, texts[name], self.line_of(name), self.told)
        if level is None or use is None or place is None or right is None:
            return None
        options = [text for text, _ in wrong]
        options.insert(place, right[0])
        return Question(
            id=texts["id"],
            module=module,
            article=texts["article"],
            level=level,
            use=use,
            ask=texts["ask"],
            options=tuple(options),
            right=place,
            why=texts["why"],
        )

    def _one_of(self, name: str, kind: type[Kind]) -> Kind | None:
        text = self.text(name)
        if not text:
            return None
        if text not in list(kind):
            self.told(self.line_of(name), f"unknown {name} `{text}`; expected one of: {', '.join(kind)}")
            return None
        return kind(text)

    def _letter(self) -> int | None:
        text = self.text("letter")
        if not text:
            return None
        if text not in tuple(LETTERS):
            self.told(self.line_of("letter"), f"`letter` is `{text}`; expected one of: {', '.join(LETTERS)}")
            return None
        return LETTERS.index(text)

    def _wrong(self) -> Iterator[Lined]:
        wanted = len(LETTERS) - 1
        for text, line in self.listed("wrong", "an option", wanted, wanted):
            self.check_length("an option", text, OPTION_LIMIT, line)
            yield text, line
