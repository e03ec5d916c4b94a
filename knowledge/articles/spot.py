"""A value and the line it stands on."""

from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = "str | list[Spot] | dict[str, Spot] | None"


@dataclass(frozen=True, slots=True)
class Spot:
    """`value` is text, a list, a mapping, or None for a number, a date, a boolean or nothing, shown as `written`."""

    value: Value
    line: int
    written: str = ""
