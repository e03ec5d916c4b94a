"""The letter or the tap of a superior, and what the host's organizers make of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.enrolment import (
    AnswerRequest,
    AskSuperior,
    GetRecommendation,
    GetRequest,
    KeepLetter,
    RecommendationQueue,
    ReviewRecommendation,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationTools:
    """The letter or the tap of a superior, and what the host's organizers make of it."""

    keep_letter: KeepLetter
    ask_superior: AskSuperior
    request: GetRequest
    answer: AnswerRequest
    queue: RecommendationQueue
    get: GetRecommendation
    review: ReviewRecommendation


def build(parts: Parts) -> RecommendationTools:
    """Give each use case what it needs."""
    return RecommendationTools(
        keep_letter=KeepLetter(database=parts.database, now=parts.now),
        ask_superior=AskSuperior(database=parts.database, now=parts.now),
        request=GetRequest(database=parts.database, now=parts.now),
        answer=AnswerRequest(database=parts.database, now=parts.now),
        queue=RecommendationQueue(database=parts.database, admin_ids=parts.admins),
        get=GetRecommendation(database=parts.database, vault=parts.vault, admin_ids=parts.admins),
        review=ReviewRecommendation(database=parts.database, now=parts.now, admin_ids=parts.admins),
    )
