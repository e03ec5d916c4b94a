"""Where a person works."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.identity import GetWork, KeepSuperior, KeepUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkTools:
    """Where a person works."""

    get: GetWork
    keep_unit: KeepUnit
    keep_superior: KeepSuperior


def build(parts: Parts) -> WorkTools:
    """Give each use case what it needs."""
    return WorkTools(
        get=GetWork(database=parts.database),
        keep_unit=KeepUnit(database=parts.database),
        keep_superior=KeepSuperior(database=parts.database),
    )
