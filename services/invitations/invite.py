"""Making a link for a role, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import SECRETARIAT, grants_of, reach
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.invitations.rules import INVITE, LASTS, SECRETARIAT_KIND, VIEW, may_invite, may_revoke
from services.invitations.tokens import hash_of, new_token
from storage.database import Database
from storage.repositories.agencies import Agencies, Agency
from storage.repositories.audit import Audit
from storage.repositories.bulk import Bulk
from storage.repositories.invitations import ROLE, Invitation, Invitations, NewInvitation
from storage.repositories.people import People

DOUBLE_TAP: Final = timedelta(seconds=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """For whom somebody may make a link."""

    roles: tuple[str, ...]
    agencies: tuple[Agency, ...]
    """For the role that was asked about; none where it has to be looked for, or no role was named."""
    everywhere: bool
    """Any agency may be looked for; for the secretariat: also for all of them at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GetChoices:
    """The roles somebody may make links for and, for one of them, the agencies; raises NotAllowed."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, role: str | None = None) -> Choices:
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            roles = tuple(one for one, action in INVITE.items() if reach(action, grants))
            if not roles or (role is not None and role not in roles):
                raise NotAllowed
            if role is None:
                return Choices(roles=roles, agencies=(), everywhere=False)
            within = reach(INVITE[role], grants)
            agencies = await Agencies(connection).list()
        fitting = tuple(agency for agency in agencies if within.covers(agency.id) and _fits(role, agency))
        searched = within.everywhere and role != SECRETARIAT
        return Choices(roles=roles, agencies=() if searched else fitting, everywhere=within.everywhere)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A link, said once: what stands in it is kept nowhere."""

    id: int
    token: str
    role: str
    agency: str | None
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """Make a link that gives whoever takes it a role, once, within 72 hours.

    A double tap leaves one link that counts, the later. Raises NotAllowed, or Refusal("link-agency") where the role
    does not go with the agency.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, role: str, agency_id: int | None) -> Made:
        token, now = new_token(), self.now()
        async with self.database.write() as connection:
            if not may_invite(await grants_of(connection, actor_telegram_id, self.admin_ids), role, agency_id):
                raise NotAllowed
            agency = await Agencies(connection).find(agency_id) if agency_id is not None else None
            if not _fits(role, agency):
                raise Refusal("link-agency")
            person_id = await _person(connection, actor_telegram_id, agency, now)
            links = Invitations(connection)
            await links.revoke_same(person_id, role, agency_id, since=now - DOUBLE_TAP, at=now)
            new = NewInvitation(
                token_hash=hash_of(token),
                purpose=ROLE,
                role=role,
                agency_id=agency_id,
                invited_by=person_id,
                created_at=now,
                expires_at=now + LASTS,
            )
            id_ = await links.add(new)
            await Audit(connection).add(
                "role.invited",
                subject="invitation",
                subject_id=id_,
                at=now,
                actor_id=person_id,
                agency_id=agency_id,
                role=role,
            )
        return Made(
            id=id_, token=token, role=role, agency=agency.short_name if agency else None, expires_at=new.expires_at
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GetInvitation:
    """An open role link, for those who may see the team; raises NotAllowed, or Refusal("link-gone")."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, invitation_id: int, actor_telegram_id: int) -> tuple[Invitation, bool]:
        """The link, and whether the actor may take it back."""
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            within = reach(VIEW, grants)
            if not within:
                raise NotAllowed
            link = await Invitations(connection).find(invitation_id)
        if link is None or link.role is None or not within.covers(link.agency_id) or not _is_open(link, self.now()):
            raise Refusal("link-gone")
        return link, may_revoke(grants, link.role, link.agency_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """Take a role link back before anybody used it; a second time changes nothing.

    Raises NotAllowed, or a Refusal: link-gone (there is none that the actor may touch), link-used.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, invitation_id: int, actor_telegram_id: int) -> None:
        async with self.database.write() as connection:
            grants, now = await grants_of(connection, actor_telegram_id, self.admin_ids), self.now()
            if not reach(VIEW, grants):
                raise NotAllowed
            links = Invitations(connection)
            link = await links.find(invitation_id)
            if link is None or link.role is None or not may_revoke(grants, link.role, link.agency_id):
                raise Refusal("link-gone")
            if not await links.revoke(invitation_id, at=now):
                held = await links.find(invitation_id)
                if held is not None and held.used_at is not None:
                    raise Refusal("link-used")
                return
            actor = await People(connection).find(actor_telegram_id)
            await Audit(connection).add(
                "role.link-revoked",
                subject="invitation",
                subject_id=invitation_id,
                at=now,
                actor_id=actor.id if actor else None,
                agency_id=link.agency_id,
                role=link.role,
                account=actor_telegram_id,
            )


def _is_open(link: Invitation, now: datetime) -> bool:
    return link.used_at is None and link.revoked_at is None and now < link.expires_at


def _fits(role: str, agency: Agency | None) -> bool:
    """The secretariat's roles are its agency's or for all; organizers and instructors belong to one agency."""
    if role == SECRETARIAT:
        return agency is None or agency.kind == SECRETARIAT_KIND
    return agency is not None


async def _person(connection: AsyncConnection, telegram_id: int, agency: Agency | None, now: datetime) -> int:
    """Who makes the link; an admin of the settings may have no record yet, and the link has to name somebody."""
    await Bulk(connection).add_person(telegram_id, zone=agency.zone if agency else None, at=now)
    person = await People(connection).find(telegram_id)
    assert person is not None
    return person.id
