"""`jalin knowledge ...`: what authors of articles and questions need on the command line."""

from __future__ import annotations

from pathlib import Path

from bot.settings import read_settings
from knowledge import Fault, check, check_exercises, check_questions, load_exercises, load_library, load_questions


def faults_of(folder: Path | None) -> list[Fault]:
    """Everything that is wrong in `folder`, by file and line."""
    modules = _modules(folder)
    return sorted({*check(modules), *check_questions(modules), *check_exercises(modules)})


def summary(folder: Path | None, faults: list[Fault]) -> str:
    """How it stands, in one line."""
    if faults:
        files = len({fault.file for fault in faults})
        return f"{len(faults)} to mend in {files} {'file' if files == 1 else 'files'}"
    modules = _modules(folder)
    library, bank, exercises = load_library(modules), load_questions(modules), load_exercises(modules)
    held = f"{len(library)} articles, {len(bank)} questions and {len(exercises)} exercises"
    return f"{held} in {len(library.modules)} modules, nothing to mend"


def _modules(folder: Path | None) -> Path:
    return folder or read_settings().modules_folder
