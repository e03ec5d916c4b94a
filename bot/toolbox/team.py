"""Roles: who holds which, and the one-time links that give them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.invitations import (
    AcceptRole,
    GetChoices,
    GetInvitation,
    GetMember,
    GetTeam,
    Invite,
    ListInvitations,
    ListMembers,
    OpenLink,
    RevokeRole,
    TakeBack,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTools:
    """Roles: who holds which, and the one-time links that give them."""

    get: GetTeam
    members: ListMembers
    member: GetMember
    revoke: RevokeRole
    links: ListInvitations
    link: GetInvitation
    take_back: TakeBack
    choices: GetChoices
    invite: Invite
    open: OpenLink
    accept: AcceptRole


def build(parts: Parts) -> TeamTools:
    """Give each use case what it needs."""
    database, now, admins = parts.database, parts.now, parts.admins
    return TeamTools(
        get=GetTeam(database=database, now=now, admin_ids=admins),
        members=ListMembers(database=database, admin_ids=admins),
        member=GetMember(database=database, admin_ids=admins),
        revoke=RevokeRole(database=database, now=now, admin_ids=admins),
        links=ListInvitations(database=database, now=now, admin_ids=admins),
        link=GetInvitation(database=database, now=now, admin_ids=admins),
        take_back=TakeBack(database=database, now=now, admin_ids=admins),
        choices=GetChoices(database=database, admin_ids=admins),
        invite=Invite(database=database, now=now, admin_ids=admins),
        open=OpenLink(database=database, now=now, admin_ids=admins),
        accept=AcceptRole(database=database, now=now, admin_ids=admins),
    )
