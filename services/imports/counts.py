"""What became of rows, and who is told how far a load is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Progress = Callable[[str, int, int], None]
"""Is told the table, the rows done and the rows in all."""


@dataclass(slots=True)
class Counts:
    """What became of a table's rows."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def total(self) -> int:
        return self.new + self.changed + self.unchanged


def differs(values: Mapping[str, Any], stored: Mapping[str, Any] | None) -> bool:
    """Whether a row is not stored as it is."""
    return stored is None or any(values[name] != held for name, held in stored.items())


def silent(kind: str, done: int, total: int) -> None:
    """Nobody wants to know."""
