"""Who may approve an announcement: a second person, never its author.

Another organizer of the agency (or, of the secretariat's, another one of its people); where the agency has nobody
else, the secretariat's people. Admins always may.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import ADMIN, ORGANIZER, SECRETARIAT
from services.broadcasts.writing import Actor
from storage.repositories.announcements import Announcement
from storage.repositories.people import People
from storage.repositories.planners import Planners

APPROVE: Final = "broadcast.approve"
OWN_ROLES = (ORGANIZER, SECRETARIAT)


async def may_approve(connection: AsyncConnection, actor: Actor, found: Announcement) -> bool:
    """Whether this person is a second one for it."""
    if actor.person_id is not None and actor.person_id == found.author_id:
        return False
    roles = {grant.role for grant in actor.grants}
    own = {grant.role for grant in actor.grants if grant.agency_id == found.agency_id}
    if ADMIN in roles or own & set(OWN_ROLES):
        return True
    return SECRETARIAT in roles and not await _colleagues(connection, found)


async def list_approvers(connection: AsyncConnection, found: Announcement) -> tuple[int, ...]:
    """Person ids of those who are asked: the agency's others, else the secretariat's people."""
    return await _colleagues(connection, found) or await Planners(connection).list(
        SECRETARIAT, None, but=await _author(connection, found)
    )


async def _colleagues(connection: AsyncConnection, found: Announcement) -> tuple[int, ...]:
    author, planners = await _author(connection, found), Planners(connection)
    people = [person for role in OWN_ROLES for person in await planners.list(role, [found.agency_id], but=author)]
    return tuple(dict.fromkeys(people))


async def _author(connection: AsyncConnection, found: Announcement) -> int:
    person = await People(connection).find_by_id(found.author_id) if found.author_id else None
    return person.telegram_id if person else 0
