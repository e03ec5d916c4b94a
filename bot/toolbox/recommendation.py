"""The letter of a superior, and what the host's organizers make of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.enrolment import GetRecommendation, KeepLetter, RecommendationQueue, ReviewRecommendation


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationTools:
    """The letter of a superior, and what the host's organizers make of it."""

    keep_letter: KeepLetter
    queue: RecommendationQueue
    get: GetRecommendation
    review: ReviewRecommendation


def build(parts: Parts) -> RecommendationTools:
    """Give each use case what it needs."""
    return RecommendationTools(
        keep_letter=KeepLetter(database=parts.database, now=parts.now),
        queue=RecommendationQueue(database=parts.database, admin_ids=parts.admins),
        get=GetRecommendation(database=parts.database, vault=parts.vault, admin_ids=parts.admins),
        review=ReviewRecommendation(database=parts.database, now=parts.now, admin_ids=parts.admins),
    )
