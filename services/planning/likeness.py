"""How alike two trainings are: by title, objectives, programme and competency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from services.catalogue.words import asked_words, fold
from storage.repositories.planning import Plan

ALIKE: Final = 70
"""From here on, in per cent, two trainings are shown side by side."""
WEIGHTS: Final = {"title": 50, "objectives": 20, "programme": 15, "competency": 15}
COMPARED: Final = ("competency", "programme", "mode", "lesson_hours", "planned_month", "funding")


@dataclass(frozen=True, slots=True)
class Likeness:
    """In per cent; which fields say the same, and which differ. What neither says is in neither."""

    percent: int
    same: tuple[str, ...]
    different: tuple[str, ...]


def likeness(one: Plan, other: Plan) -> Likeness:
    """How alike the two are; what one of them does not say yet counts neither for nor against."""
    scores = {
        "title": topics_alike(one.title, other.title),
        "objectives": _texts_alike(one.objectives, other.objectives),
        "programme": _texts_alike(one.programme, other.programme),
        "competency": 100.0 * (one.competency == other.competency) if one.competency and other.competency else None,
    }
    told = {name: score for name, score in scores.items() if score is not None}
    weighed = sum(score * WEIGHTS[name] for name, score in told.items())
    percent = round(weighed / sum(WEIGHTS[name] for name in told))
    same = tuple(name for name in COMPARED if getattr(one, name) and _said(one, name) == _said(other, name))
    different = tuple(name for name in COMPARED if _said(one, name) != _said(other, name))
    return Likeness(percent, same, different)


def topics_alike(one: str, other: str) -> float:
    """How alike two names are, 0 to 100: the words they share count, in any order, fillers do not."""
    first, second = " ".join(asked_words(one)), " ".join(asked_words(other))
    return float(max(fuzz.token_set_ratio(first, second) * 0.9, fuzz.token_sort_ratio(first, second)))


def _texts_alike(one: str | None, other: str | None) -> float | None:
    return float(fuzz.token_set_ratio(fold(one), fold(other))) if one and other else None


def _said(plan: Plan, name: str) -> str:
    return fold(str(getattr(plan, name) or ""))
