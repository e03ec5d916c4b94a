"""The people of a batch, for the organizers of its host."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.participants import (
    AddByHand,
    FindCandidates,
    GetCandidate,
    GetParticipant,
    ListParticipants,
    ListTargets,
    MoveParticipant,
    RemoveParticipant,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantsTools:
    """The people of a batch, for the organizers of its host."""

    list: ListParticipants
    get: GetParticipant
    targets: ListTargets
    move: MoveParticipant
    remove: RemoveParticipant
    find_to_add: FindCandidates
    candidate: GetCandidate
    add: AddByHand


def build(parts: Parts) -> ParticipantsTools:
    """Give each use case what it needs."""
    return ParticipantsTools(
        list=ListParticipants(database=parts.database, vault=parts.vault, now=parts.now, admin_ids=parts.admins),
        get=GetParticipant(database=parts.database, vault=parts.vault, admin_ids=parts.admins),
        targets=ListTargets(database=parts.database, now=parts.now, admin_ids=parts.admins),
        move=MoveParticipant(database=parts.database, now=parts.now, admin_ids=parts.admins),
        remove=RemoveParticipant(database=parts.database, now=parts.now, admin_ids=parts.admins),
        find_to_add=FindCandidates(database=parts.database, vault=parts.vault, now=parts.now, admin_ids=parts.admins),
        candidate=GetCandidate(database=parts.database, vault=parts.vault, admin_ids=parts.admins),
        add=AddByHand(database=parts.database, vault=parts.vault, now=parts.now, admin_ids=parts.admins),
    )
