"""Opening a link for a role, and taking the role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import Grant
from services.clock import Clock
from services.errors import Refusal
from services.identity.decisions import tidy_note
from services.invitations.rules import check_maker, check_open, find_link
from services.outbox import post
from storage.database import Database
from storage.repositories.audit import Audit
from storage.repositories.bulk import Bulk
from storage.repositories.invitations import Invitation, Invitations
from storage.repositories.people import VERIFIED, People, Person
from storage.repositories.roles import Roles

TAKEN_KIND = "role-taken"
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedLink:
    """What a link is for. Of one for a role: which, for which agency (None: for all), who made it, until when."""

    purpose: str
    role: str | None
    agency: str | None
    inviter: str | None
    expires_at: datetime
    name: str
    """What the team would read: the verified name, else the name in Telegram."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLink:
    """Look at a link without using it up.

    Raises a Refusal: link-unknown, link-used, link-revoked, link-expired; of a role: role-own, role-held.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, token: str, telegram_id: int, telegram_name: str) -> OpenedLink:
        async with self.database.read() as connection:
            link = await find_link(connection, token)
            check_open(link, self.now())
            person = await People(connection).find(telegram_id)
            if link.role is not None:
                await check_maker(connection, link, self.admin_ids)
                await _check_taker(connection, link, telegram_id)
        return OpenedLink(
            purpose=link.purpose,
            role=link.role,
            agency=link.agency,
            inviter=link.inviter,
            expires_at=link.expires_at,
            name=_name(person, telegram_name),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A role that somebody took; `again`: with this very link, before."""

    role: str
    agency: str | None
    again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptRole:
    """Take the role of a link, which is used up in the same transaction: of two who tap at once, one gets it.

    Whoever has no record as a person gets an empty one, as the loader makes it, so that messages reach them. The
    maker of the link is told. Raises a Refusal: link-unknown, link-used, link-revoked, link-expired, role-own,
    role-held.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, token: str, telegram_id: int, telegram_name: str) -> Taken:
        async with self.database.write() as connection:
            link, now = await find_link(connection, token), self.now()
            if link.role is None:
                raise Refusal("link-unknown")
            await Bulk(connection).add_person(telegram_id, zone=link.agency_zone, at=now)
            person = await People(connection).lock_person(telegram_id)
            assert person is not None
            link = await find_link(connection, token)  # while the person was waited for, a double tap may have used it
            assert link.role is not None
            if link.used_by == person.id:
                return Taken(role=link.role, agency=link.agency, again=True)
            check_open(link, now)
            await check_maker(connection, link, self.admin_ids)
            await _check_taker(connection, link, telegram_id)
            if not await Invitations(connection).use(link.id, by=person.id, at=now):
                raise Refusal("link-used")
            role_id = await Roles(connection).give(
                telegram_id, link.role, link.agency_id, name=_name(person, telegram_name), at=now
            )
            await _record(connection, link, role_id, person.id, now)
        return Taken(role=link.role, agency=link.agency, again=False)


async def _record(connection: AsyncConnection, link: Invitation, role_id: int, person_id: int, now: datetime) -> None:
    await Audit(connection).add(
        "role.accepted",
        subject="role",
        subject_id=role_id,
        at=now,
        actor_id=person_id,
        agency_id=link.agency_id,
        role=link.role,
        invitation=link.id,
    )
    if link.invited_by is not None:
        await post(
            connection,
            person_id=link.invited_by,
            kind=TAKEN_KIND,
            subject=f"role:{role_id}",
            occasion=f"invitation:{link.id}",
            payload={"role": role_id},
            due_at=now,
            now=now,
        )


async def _check_taker(connection: AsyncConnection, link: Invitation, telegram_id: int) -> None:
    if link.inviter_telegram_id == telegram_id:
        raise Refusal("role-own")
    if link.role is not None and Grant(link.role, link.agency_id) in await Roles(connection).list(telegram_id):
        raise Refusal("role-held")


def _name(person: Person | None, telegram_name: str) -> str:
    if person is not None and person.identity == VERIFIED and person.name:
        return person.name
    return (tidy_note(telegram_name) or "Telegram")[:LONGEST_NAME]
