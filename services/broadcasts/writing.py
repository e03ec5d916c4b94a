"""Who writes announcements, which of them are theirs, and what is put on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import ADMIN, Grant, may, reach
from services.actors import Somebody
from services.errors import NotAllowed, Refusal
from storage.repositories.agencies import Agency
from storage.repositories.announcements import Announcement, Announcements

WRITE: Final = "broadcast.write"
EVERYONE: Final = "broadcast.everyone"
SECRETARIATS: Final = "secretariat"
"""The kind of agency that an admin without an agency speaks for."""


class Stage(StrEnum):
    """Where an announcement stands until it is sent."""

    DRAFT = "draft"
    WAITING = "waiting"
    SCHEDULED = "scheduled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Somebody):
    """Somebody at work on announcements."""

    async def record(
        self, connection: AsyncConnection, action: str, found: Announcement, at: datetime, **details: Any
    ) -> None:
        """An entry of the audit."""
        action = f"broadcast.{action}"
        await self.put_on_record(connection, action, "broadcast", found.id, at, agency_id=found.agency_id, **details)


async def author_of(connection: AsyncConnection, telegram_id: int, admin_ids: frozenset[int]) -> Actor:
    """Who writes. Raises NotAllowed, or Refusal("announce-start-first"): an author has to be known as a person."""
    actor = await Actor.find(connection, telegram_id, admin_ids)
    if not reach(WRITE, actor.grants):
        raise NotAllowed
    if actor.person_id is None:
        raise Refusal("announce-start-first")
    return actor


def speaks_for(actor: Actor, agency: Agency) -> bool:
    """Whether announcements may be written in the name of this agency."""
    if any(grant.agency_id == agency.id for grant in actor.grants) and may(WRITE, actor.grants, agency.id):
        return True
    is_admin = any(grant.role == ADMIN for grant in actor.grants)
    return is_admin and (agency.id == actor.agency_id or agency.kind == SECRETARIATS)


def bounds(grants: tuple[Grant, ...], agency_id: int) -> tuple[int, ...]:
    """The agencies whose reach bounds an audience: none for who may address everybody."""
    return () if reach(EVERYONE, grants) else (agency_id,)


async def hold_own(connection: AsyncConnection, broadcast_id: int, author: Actor) -> Announcement:
    """An announcement of the author's, held to the end of the transaction.

    Raises Refusal("announce-unknown"), or NotAllowed: it is somebody else's, or the agency's no more.
    """
    return _own(await Announcements(connection).lock(broadcast_id), author)


async def hold_draft(connection: AsyncConnection, broadcast_id: int, author: Actor) -> Announcement:
    """The same, as long as it can be changed; else Refusal("announce-moved-on")."""
    return _draft(await hold_own(connection, broadcast_id, author))


async def find_draft(connection: AsyncConnection, broadcast_id: int, author: Actor) -> Announcement:
    """The same, not held."""
    return _draft(_own(await Announcements(connection).find(broadcast_id), author))


def _own(found: Announcement | None, author: Actor) -> Announcement:
    if found is None:
        raise Refusal("announce-unknown")
    if found.author_id != author.person_id or not may(WRITE, author.grants, found.agency_id):
        raise NotAllowed
    return found


def _draft(found: Announcement) -> Announcement:
    if found.state != Stage.DRAFT or found.template:
        raise Refusal("announce-moved-on")
    return found
