"""The knowledge base as a library: load articles and questions, index articles, search them.

It knows nothing of the rest of Jalin.

    library = load_library(MODULES)
    answer = Index.build(library).search("apa itu wog")

Names are fetched on first use, so that importing this package alone costs nothing.
"""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from knowledge.articles import (
        Article,
        Fault,
        KnowledgeFaults,
        Library,
        Module,
        Passage,
        Source,
        check,
        load_library,
        load_sound,
        make_article,
        written,
    )
    from knowledge.exercises import Exercise, check_exercises, load_exercises, load_sound_exercises
    from knowledge.questions import Bank, Level, Question, Use, check_questions, load_questions, load_sound_questions
    from knowledge.search import Answer, Index, Near, Result
    from knowledge.serve import as_json, for_people

# The content that comes with Jalin.
MODULES = Path(__file__).parent / "modules"

_HOMES = {
    "knowledge.articles": (
        "Article",
        "Fault",
        "KnowledgeFaults",
        "Library",
        "Module",
        "Passage",
        "Source",
        "check",
        "load_library",
        "load_sound",
        "make_article",
        "written",
    ),
    "knowledge.exercises": ("Exercise", "check_exercises", "load_exercises", "load_sound_exercises"),
    "knowledge.questions": (
        "Bank",
        "Level",
        "Question",
        "Use",
        "check_questions",
        "load_questions",
        "load_sound_questions",
    ),
    "knowledge.search": ("Answer", "Index", "Near", "Result"),
    "knowledge.serve": ("as_json", "for_people"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "MODULES",
    "Answer",
    "Article",
    "Bank",
    "Exercise",
    "Fault",
    "Index",
    "KnowledgeFaults",
    "Level",
    "Library",
    "Module",
    "Near",
    "Passage",
    "Question",
    "Result",
    "Source",
    "Use",
    "as_json",
    "check",
    "check_exercises",
    "check_questions",
    "for_people",
    "load_exercises",
    "load_library",
    "load_questions",
    "load_sound",
    "load_sound_exercises",
    "load_sound_questions",
    "make_article",
    "written",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)
