"""Nomination: an agency ranks its applicants."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.enrolment import GetNomination, NominationQueue, RankApplicants


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationTools:
    """Nomination: an agency ranks its applicants."""

    queue: NominationQueue
    get: GetNomination
    rank: RankApplicants


def build(parts: Parts) -> NominationTools:
    """Give each use case what it needs."""
    return NominationTools(
        queue=NominationQueue(database=parts.database, now=parts.now, admin_ids=parts.admins),
        get=GetNomination(database=parts.database, vault=parts.vault, now=parts.now, admin_ids=parts.admins),
        rank=RankApplicants(database=parts.database, now=parts.now, admin_ids=parts.admins),
    )
