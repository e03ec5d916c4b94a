"""Reads one exercises.yaml: each exercise by itself, and what is wrong with it."""

from dataclasses import dataclass
from pathlib import Path

from knowledge.articles.faults import Told
from knowledge.exercises.model import Exercise
from knowledge.lists import ItemReader, Lined, read_items

# What fits a phone: the task on one screen, each point of the checklist on a line or two.
LIMITS = {"title": 60, "title_en": 60, "ask": 400}
POINT_LIMIT = 110
FEWEST_POINTS, MOST_POINTS = 3, 6
MOST_ARTICLES = 4
NEEDED = ("id", "title", "ask", "checklist", "articles")
FIELDS = ("id", "title", "title_en", "ask", "checklist", "articles")


@dataclass(frozen=True, slots=True)
class Draft:
    """An exercise that could be read, and the lines that checks across exercises need to name."""

    file: Path
    exercise: Exercise
    line: int
    articles: tuple[Lined, ...]


def read_file(file: Path, told: Told) -> list[Draft]:
    """The exercises in `file` that have no fault of their own; everything that is wrong is told as (line, message)."""
    items = read_items(file, told, "exercises")
    return [draft for item in items if (draft := _Reader(item, told).read(file)) is not None]


class _Reader(ItemReader):
    """Reads one exercise."""

    what, fields, needed, limits = "an exercise", FIELDS, NEEDED, LIMITS

    def read(self, file: Path) -> Draft | None:
        if not self.has_form():
            return None
        texts = {"id": self.id()} | {name: self.text(name) for name in ("title", "title_en", "ask")}
        checklist = self._list("checklist", FEWEST_POINTS, MOST_POINTS)
        articles = self._list("articles", 1, MOST_ARTICLES)
        for point, line in checklist:
            self.check_length("a point", point, POINT_LIMIT, line)
        exercise = Exercise(
            module=file.parent.name,
            checklist=tuple(text for text, _ in checklist),
            articles=tuple(text for text, _ in articles),
            **texts,
        )
        return Draft(file, exercise, self.spot.line, tuple(articles)) if self.is_sound else None

    def _list(self, name: str, fewest: int, most: int) -> list[Lined]:
        found = list(self.listed(name, f"an item of `{name}`", fewest, most))
        seen: set[str] = set()
        for text, line in found:
            if text.casefold() in seen:
                self.told(line, f"`{text}` stands in `{name}` twice")
            seen.add(text.casefold())
        return found
