"""Reads one exercises.yaml: each exercise by itself, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.articles.faults import Told
from knowledge.articles.front import ID, expected
from knowledge.articles.spot import Spot
from knowledge.exercises.model import Exercise
from knowledge.lists import read_items

# What fits a phone: the task on one screen, each point of the checklist on a line or two.
LIMITS = {"title": 60, "title_en": 60, "ask": 400}
POINT_LIMIT = 110
FEWEST_POINTS, MOST_POINTS = 3, 6
MOST_ARTICLES = 4
NEEDED = ("id", "title", "ask", "checklist", "articles")
FIELDS = ("id", "title", "title_en", "ask", "checklist", "articles")

Lined = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """An exercise that could be read, and the lines that checks across exercises need to name."""

    file: Path
    exercise: Exercise
    line: int
    articles: tuple[Lined, ...]


def read_file(file: Path, told: Told) -> list[Draft]:
    """The exercises in `file` that have no fault of their own; everything that is wrong is told as (line, message)."""
    return [draft for item in read_items(file, told, "exercises") if (draft := _Reader(file, item, told).read())]


class _Reader:
    """Reads one exercise, and keeps in mind whether anything was told about it."""

    def __init__(self, file: Path, spot: Spot, told: Told) -> None:
        self._file, self._spot, self._pass_on = file, spot, told
        self._fields = spot.value if isinstance(spot.value, dict) else {}
        self._sound = True

    def read(self) -> Draft | None:
        if not isinstance(self._spot.value, dict):
            self._told(self._spot.line, expected("an exercise", "of the form `field: value`", self._spot))
            return None
        for name in self._fields.keys() - set(FIELDS):
            self._told(self._fields[name].line, f"unknown field `{name}`; expected one of: {', '.join(FIELDS)}")
        texts = {name: self._text(name) for name in ("id", "title", "title_en", "ask")}
        if texts["id"] and not ID.fullmatch(texts["id"]):
            message = f"`{texts['id']}` is no id; expected small letters, digits and single hyphens"
            self._told(self._fields["id"].line, message)
        checklist = self._list("checklist", FEWEST_POINTS, MOST_POINTS)
        articles = self._list("articles", 1, MOST_ARTICLES)
        for point, line in checklist:
            if len(point) > POINT_LIMIT:
                self._told(line, f"a point has {len(point)} characters; a phone takes at most {POINT_LIMIT}")
        exercise = Exercise(
            module=self._file.parent.name,
            checklist=tuple(text for text, _ in checklist),
            articles=tuple(text for text, _ in articles),
            **texts,
        )
        return Draft(self._file, exercise, self._spot.line, tuple(articles)) if self._sound else None

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
        limit = LIMITS.get(name, len(spot.value))
        if len(spot.value) > limit:
            self._told(spot.line, f"`{name}` has {len(spot.value)} characters; a phone takes at most {limit}")
        return spot.value

    def _list(self, name: str, fewest: int, most: int) -> list[Lined]:
        spot = self._field(name)
        if spot is None:
            return []
        if not isinstance(spot.value, list):
            self._told(spot.line, expected(f"`{name}`", "a list", spot))
            return []
        if not fewest <= len(spot.value) <= most:
            self._told(spot.line, f"`{name}` holds {len(spot.value)}; {fewest} to {most} are expected")
        found = list(self._items(name, spot.value))
        seen: set[str] = set()
        for text, line in found:
            if text.casefold() in seen:
                self._told(line, f"`{text}` stands in `{name}` twice")
            seen.add(text.casefold())
        return found

    def _items(self, name: str, items: list[Spot]) -> Iterator[Lined]:
        for item in items:
            if isinstance(item.value, str) and item.value:
                yield item.value, item.line
            else:
                self._told(item.line, expected(f"an item of `{name}`", "text", item))

    def _field(self, name: str) -> Spot | None:
        spot = self._fields.get(name)
        if spot is None and name in NEEDED:
            self._told(self._spot.line, f"the field `{name}` is missing")
        return spot
