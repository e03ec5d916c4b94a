"""What readers make of the knowledge base, and what organizers see of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.knowledge import (
    CountMisses,
    GetMiss,
    ListMisses,
    ListReadings,
    MostAsked,
    RecordMiss,
    RecordReading,
    SettleMiss,
    Vote,
    VotesByArticle,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeTools:
    """What readers make of the knowledge base, and what organizers see of it."""

    vote: Vote
    record_reading: RecordReading
    readings: ListReadings
    most_asked: MostAsked
    record_miss: RecordMiss
    votes_by_article: VotesByArticle
    count_misses: CountMisses
    list_misses: ListMisses
    get_miss: GetMiss
    settle_miss: SettleMiss


def build(parts: Parts) -> KnowledgeTools:
    """Give each use case what it needs."""
    return KnowledgeTools(
        vote=Vote(database=parts.database, now=parts.now),
        record_reading=RecordReading(database=parts.database, now=parts.now),
        readings=ListReadings(database=parts.database),
        most_asked=MostAsked(database=parts.database, now=parts.now),
        record_miss=RecordMiss(database=parts.database, now=parts.now),
        votes_by_article=VotesByArticle(database=parts.database, admin_ids=parts.admins),
        count_misses=CountMisses(database=parts.database, admin_ids=parts.admins),
        list_misses=ListMisses(database=parts.database, admin_ids=parts.admins),
        get_miss=GetMiss(database=parts.database, admin_ids=parts.admins),
        settle_miss=SettleMiss(database=parts.database, now=parts.now, admin_ids=parts.admins),
    )
