"""Reads the questions.yaml of every module into a `Bank`, or says everything that is wrong with them."""

from pathlib import Path

from knowledge.articles.faults import Fault, KnowledgeFaults, teller
from knowledge.articles.loader import module_folders
from knowledge.questions.crosscheck import crosscheck
from knowledge.questions.model import Bank, Question
from knowledge.questions.reading import read_file

NAME = "questions.yaml"


def load_questions(folder: Path) -> Bank:
    """The questions in `folder`, where articles lie beside them; a module may have none.

    Raises `KnowledgeFaults` with everything that is wrong, not only the first.
    """
    bank, faults, _ = _read(folder)
    if faults:
        raise KnowledgeFaults(faults)
    return bank


def load_sound_questions(folder: Path) -> tuple[Bank, list[Fault]]:
    """The questions that can be asked, and everything that is wrong.

    A question with a fault of its own or without its article is left out, and of two with one id the later; where only
    the whole is lopsided, all are kept.
    """
    bank, faults, dead = _read(folder)
    kept: dict[str, Question] = {}
    for question in bank:
        if question.id not in dead:
            kept.setdefault(question.id, question)
    return Bank(tuple(kept.values())), sorted(set(faults))


def check_questions(folder: Path) -> list[Fault]:
    """Everything that is wrong with the questions in `folder`, by file and line; empty when they load."""
    return sorted(set(_read(folder)[1]))


def _read(folder: Path) -> tuple[Bank, list[Fault], frozenset[str]]:
    """The questions that could be read, all that is wrong, and the ids of those whose article is not there."""
    faults: list[Fault] = []
    places = list(module_folders(folder))
    files = [file for place in places if (file := place / NAME).exists()]
    drafts = [draft for file in files for draft in read_file(file, teller(file, faults))]
    articles = {article.stem: place.name for place in places for article in place.glob("*.md")}
    dead = crosscheck(drafts, articles, faults)
    return Bank(tuple(draft.question for draft in drafts)), faults, dead
