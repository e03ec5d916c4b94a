"""Faults of articles: each names the file, the line and what was expected there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

Told = Callable[[int, str], None]


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong in an article. `line` counts from 1."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class KnowledgeFaults(Exception):  # noqa: N818 - named after what it holds
    """The library cannot be loaded; `faults` holds everything that is wrong, by file and line."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def teller(file: Path, faults: list[Fault]) -> Told:
    """A function that notes a fault of `file` from its line and message."""
    return partial(_note, file, faults)


def _note(file: Path, faults: list[Fault], line: int, message: str) -> None:
    faults.append(Fault(file, line, message))
