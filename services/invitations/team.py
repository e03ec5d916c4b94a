"""Who holds which role, and taking one away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import ADMIN, ORGANIZER, SECRETARIAT, Grant, Reach, grants_of, reach
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.invitations.rules import INVITE, VIEW, may_invite, may_revoke
from storage.database import Database
from storage.repositories.audit import Audit
from storage.repositories.invitations import Invitation, Invitations
from storage.repositories.people import People
from storage.repositories.roles import Member, Roles

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """How many hold a role, how many links are open, and whether the actor may make one."""

    members: int
    links: int
    may_invite: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTeam:
    """The team in figures, as far as the actor's roles reach; raises NotAllowed."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> Team:
        async with self.database.read() as connection:
            grants, agencies = await _look(connection, actor_telegram_id, self.admin_ids)
            return Team(
                members=await Roles(connection).count_members(agencies),
                links=await Invitations(connection).count_open(agencies, at=self.now()),
                may_invite=any(reach(action, grants) for action in INVITE.values()),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Item]):
    """A part of a list; a page past the end is the last one."""

    items: tuple[Item, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMembers:
    """Who holds a role, by agency, role and name; raises NotAllowed."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, page: int, size: int) -> Page[Member]:
        async with self.database.read() as connection:
            _, agencies = await _look(connection, actor_telegram_id, self.admin_ids)
            roles = Roles(connection)
            page, pages = _within(page, await roles.count_members(agencies), size)
            found = await roles.list_members(agencies, skip=(page - 1) * size, most=size)
        return Page(items=found, page=page, pages=pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListInvitations:
    """The role links that are open, the one that ends first leads; raises NotAllowed."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, page: int, size: int) -> Page[Invitation]:
        now = self.now()
        async with self.database.read() as connection:
            _, agencies = await _look(connection, actor_telegram_id, self.admin_ids)
            links = Invitations(connection)
            page, pages = _within(page, await links.count_open(agencies, at=now), size)
            found = await links.list_open(agencies, at=now, skip=(page - 1) * size, most=size)
        return Page(items=found, page=page, pages=pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """One role, and what the actor may do about it."""

    member: Member
    is_own: bool
    may_revoke: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GetMember:
    """One role that is held; raises NotAllowed, or Refusal("role-gone")."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, role_id: int, actor_telegram_id: int) -> MemberView:
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            within = reach(VIEW, grants)
            if not within:
                raise NotAllowed
            member = await Roles(connection).find(role_id)
        if member is None or not within.covers(member.agency_id):
            raise Refusal("role-gone")
        return MemberView(
            member=member,
            is_own=member.telegram_id == actor_telegram_id,
            may_revoke=may_revoke(grants, member.role, member.agency_id),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeRole:
    """Take a role away: it is gone at the next press, and the links go that only it allowed to make.

    No load of a file gives it back; a new link does. Raises NotAllowed, or a Refusal: role-gone (also for who may not
    touch it), role-last (one's own, where nobody but an admin could give it again).
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, role_id: int, actor_telegram_id: int) -> Member:
        async with self.database.write() as connection:
            roles, now = Roles(connection), self.now()
            found = await roles.find(role_id)
            # Held before anything is asked: of two who take each other's role away at once, the second one has none.
            team = await roles.hold_team(found.role, found.agency_id) if found else ()
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            if not reach(VIEW, grants):
                raise NotAllowed
            if found is None or not may_revoke(grants, found.role, found.agency_id):
                raise Refusal("role-gone")
            _check_last(found, team, grants, actor_telegram_id)
            if not await roles.revoke(role_id, at=now):
                raise Refusal("role-gone")
            await self._take_links(connection, found, now)
            await _record(connection, found, actor_telegram_id, now)
        return found

    async def _take_links(self, connection: AsyncConnection, lost: Member, now: datetime) -> None:
        left = await grants_of(connection, lost.telegram_id, self.admin_ids)
        gone = [role for role in INVITE if not may_invite(left, role, lost.agency_id)]
        if gone:
            await Invitations(connection).revoke_made_by(lost.telegram_id, gone, lost.agency_id, at=now)


def _check_last(role: Member, team: Sequence[int], grants: Sequence[Grant], actor: int) -> None:
    """Whoever could be given the role again by nobody of the own agency keeps it; an admin may give it up."""
    own = role.telegram_id == actor and role.role in {ORGANIZER, SECRETARIAT}
    if own and set(team) <= {actor} and not any(grant.role == ADMIN for grant in grants):
        raise Refusal("role-last")


async def _look(
    connection: AsyncConnection, telegram_id: int, admin_ids: frozenset[int]
) -> tuple[tuple[Grant, ...], frozenset[int] | None]:
    """What the actor holds, and whose teams they see (None: all)."""
    grants = await grants_of(connection, telegram_id, admin_ids)
    within: Reach = reach(VIEW, grants)
    if not within:
        raise NotAllowed
    return grants, None if within.everywhere else within.agencies


def _within(page: int, count: int, size: int) -> tuple[int, int]:
    pages = max(1, -(-count // size))
    return min(page, pages), pages


async def _record(connection: AsyncConnection, role: Member, actor: int, now: datetime) -> None:
    person = await People(connection).find(actor)
    await Audit(connection).add(
        "role.revoked",
        subject="role",
        subject_id=role.id,
        at=now,
        actor_id=person.id if person else None,
        agency_id=role.agency_id,
        role=role.role,
        account=actor,
    )
