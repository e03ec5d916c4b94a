"""What a person may have done with their data."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.privacy import EraseData, ExportData


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyTools:
    """What a person may have done with their data."""

    export: ExportData
    erase: EraseData


def build(parts: Parts) -> PrivacyTools:
    """Give each use case what it needs."""
    return PrivacyTools(
        export=ExportData(database=parts.database, vault=parts.vault),
        erase=EraseData(database=parts.database, now=parts.now),
    )
