"""Who may make links for which role and agency, and whether a link still counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import INSTRUCTOR, ORGANIZER, SECRETARIAT, Grant, grants_of, may
from services.errors import Refusal
from services.invitations.tokens import TOKEN, hash_of
from storage.repositories.invitations import Invitation, Invitations

LASTS: Final = timedelta(hours=72)
VIEW: Final = "team.view"
INVITE: Final = {ORGANIZER: "team.invite", INSTRUCTOR: "team.invite", SECRETARIAT: "secretariat.invite"}
"""The action that makes a link for a role; in the order in which roles are offered."""
REVOKE: Final = {ORGANIZER: "team.revoke", INSTRUCTOR: "team.revoke", SECRETARIAT: "secretariat.revoke"}
SECRETARIAT_KIND: Final = "secretariat"


def may_invite(grants: Sequence[Grant], role: str, agency_id: int | None) -> bool:
    """Whether the grants carry a link for this role; roles that nobody is invited to never."""
    return role in INVITE and may(INVITE[role], grants, agency_id)


def may_revoke(grants: Sequence[Grant], role: str, agency_id: int | None) -> bool:
    """Whether the grants carry taking this role away, or taking back a link for it."""
    return role in REVOKE and may(REVOKE[role], grants, agency_id)


async def find_link(connection: AsyncConnection, token: str) -> Invitation:
    """The link that somebody holds, whatever became of it; raises Refusal("link-unknown")."""
    found = await Invitations(connection).find_by_hash(hash_of(token)) if TOKEN.fullmatch(token) else None
    if found is None:
        raise Refusal("link-unknown")
    return found


def check_open(link: Invitation, now: datetime) -> None:
    """Raises a Refusal where the link does not count any more: link-used, link-revoked, link-expired."""
    if link.used_at is not None:
        raise Refusal("link-used")
    if link.revoked_at is not None:
        raise Refusal("link-revoked")
    if now >= link.expires_at:
        raise Refusal("link-expired")


async def check_maker(connection: AsyncConnection, link: Invitation, admin_ids: frozenset[int]) -> None:
    """Who made a role link must still be allowed to; else it counts as taken back."""
    account = link.inviter_telegram_id
    grants = await grants_of(connection, account, admin_ids) if account is not None else ()
    if link.role is None or not may_invite(grants, link.role, link.agency_id):
        raise Refusal("link-revoked")
