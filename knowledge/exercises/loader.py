"""Reads the exercises.yaml of every module, or says everything that is wrong with them."""

from collections.abc import Sequence
from pathlib import Path

from knowledge.articles.faults import Fault, KnowledgeFaults, teller
from knowledge.articles.loader import module_folders
from knowledge.exercises.model import Exercise
from knowledge.exercises.reading import Draft, read_file

NAME = "exercises.yaml"


def load_exercises(folder: Path) -> tuple[Exercise, ...]:
    """The exercises in `folder`, where articles lie beside them; a module may have none.

    Raises `KnowledgeFaults` with everything that is wrong, not only the first.
    """
    exercises, faults = load_sound_exercises(folder)
    if faults:
        raise KnowledgeFaults(faults)
    return exercises


def load_sound_exercises(folder: Path) -> tuple[tuple[Exercise, ...], list[Fault]]:
    """The exercises without a fault of their own, in the order of their files, and everything that is wrong.

    Of two with one id the later is left out; one that names an article which is not there is kept.
    """
    faults: list[Fault] = []
    places = list(module_folders(folder))
    files = [file for place in places if (file := place / NAME).exists()]
    drafts = [draft for file in files for draft in read_file(file, teller(file, faults))]
    articles = frozenset(article.stem for place in places for article in place.glob("*.md"))
    kept = _check(drafts, articles, faults)
    return kept, sorted(set(faults))


def check_exercises(folder: Path) -> list[Fault]:
    """Everything that is wrong with the exercises in `folder`, by file and line; empty when they load."""
    return load_sound_exercises(folder)[1]


def _check(drafts: Sequence[Draft], articles: frozenset[str], faults: list[Fault]) -> tuple[Exercise, ...]:
    kept: dict[str, Draft] = {}
    for draft in drafts:
        for article, line in draft.articles:
            if article not in articles:
                faults.append(Fault(draft.file, line, f"no article has the id `{article}`"))
        first = kept.setdefault(draft.exercise.id, draft)
        if first is not draft:
            place = f"{first.file.parent.name}/{first.file.name}:{first.line}"
            faults.append(Fault(draft.file, draft.line, f"the id `{draft.exercise.id}` is taken by {place}"))
    return tuple(draft.exercise for draft in kept.values())
