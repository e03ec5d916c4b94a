"""What can be joined."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.catalogue import FilterChoices, GetCard, ListBatches, NearestMonth, SearchTrainings, Similar


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueTools:
    """What can be joined."""

    list: ListBatches
    card: GetCard
    choices: FilterChoices
    search: SearchTrainings
    nearest_month: NearestMonth
    similar: Similar


def build(parts: Parts) -> CatalogueTools:
    """Give each use case what it needs."""
    return CatalogueTools(
        list=ListBatches(database=parts.database, now=parts.now),
        card=GetCard(database=parts.database, now=parts.now),
        choices=FilterChoices(database=parts.database, now=parts.now),
        search=SearchTrainings(database=parts.database, now=parts.now),
        nearest_month=NearestMonth(database=parts.database, now=parts.now),
        similar=Similar(database=parts.database, now=parts.now),
    )
