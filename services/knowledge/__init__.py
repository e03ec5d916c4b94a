"""What readers make of the knowledge base: votes, readings, and what is looked for in vain."""

from services.knowledge.misses import CountMisses, GetMiss, ListMisses, MissPage, RecordMiss, SettleMiss
from services.knowledge.readings import ListReadings, MostAsked, RecordReading
from services.knowledge.votes import Vote, VotesByArticle
from services.knowledge.wording import kept_of
from storage.repositories.knowledge import ArticleVotes, Miss

__all__ = [
    "ArticleVotes",
    "CountMisses",
    "GetMiss",
    "ListMisses",
    "ListReadings",
    "Miss",
    "MissPage",
    "MostAsked",
    "RecordMiss",
    "RecordReading",
    "SettleMiss",
    "Vote",
    "VotesByArticle",
    "kept_of",
]
