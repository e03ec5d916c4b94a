"""One-time links: for a role, given at a tap; and who holds which role."""

from services.invitations.accept import TAKEN_KIND, AcceptRole, OpenedLink, OpenLink, Taken
from services.invitations.invite import Choices, GetChoices, GetInvitation, Invite, Made, TakeBack
from services.invitations.team import (
    GetMember,
    GetTeam,
    ListInvitations,
    ListMembers,
    MemberView,
    Page,
    RevokeRole,
    Team,
)
from services.invitations.tokens import link_payload, token_of_payload
from storage.repositories.invitations import RECOMMENDATION, ROLE, Invitation
from storage.repositories.roles import Member

__all__ = [
    "RECOMMENDATION",
    "ROLE",
    "TAKEN_KIND",
    "AcceptRole",
    "Choices",
    "GetChoices",
    "GetInvitation",
    "GetMember",
    "GetTeam",
    "Invitation",
    "Invite",
    "ListInvitations",
    "ListMembers",
    "Made",
    "Member",
    "MemberView",
    "OpenLink",
    "OpenedLink",
    "Page",
    "RevokeRole",
    "TakeBack",
    "Taken",
    "Team",
    "link_payload",
    "token_of_payload",
]
