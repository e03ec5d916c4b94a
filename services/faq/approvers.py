"""Who may approve an article made of an answer: a second person, never who wrote it last.

Another organizer of the agency, or the secretariat's people; where the agency has nobody else, they are asked. Admins
always may.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import ORGANIZER, SECRETARIAT, may
from services.faq.acting import Actor
from storage.repositories.faqs import Faq
from storage.repositories.people import People
from storage.repositories.planners import Planners

APPROVE: Final = "faq.approve"
OWN_ROLES = (ORGANIZER, SECRETARIAT)


def may_approve(actor: Actor, found: Faq) -> bool:
    """Whether this person is a second one for it."""
    is_author = actor.person_id is not None and actor.person_id == found.author_id
    return not is_author and may(APPROVE, actor.grants, found.agency_id)


async def is_asked(connection: AsyncConnection, actor: Actor, found: Faq) -> bool:
    """Whether it waits for this very person: the secretariat is not asked while the agency has a second one."""
    if not may_approve(actor, found):
        return False
    is_of_agency = any(grant.agency_id == found.agency_id for grant in actor.grants)
    is_secretariat = any(grant.role == SECRETARIAT for grant in actor.grants)
    return is_of_agency or not is_secretariat or not await _colleagues(connection, found)


async def list_approvers(connection: AsyncConnection, found: Faq) -> tuple[int, ...]:
    """Person ids of those who are asked: the agency's others, else the secretariat's people."""
    return await _colleagues(connection, found) or await Planners(connection).list(
        SECRETARIAT, None, but=await _author(connection, found)
    )


async def _colleagues(connection: AsyncConnection, found: Faq) -> tuple[int, ...]:
    author, planners = await _author(connection, found), Planners(connection)
    people = [person for role in OWN_ROLES for person in await planners.list(role, [found.agency_id], but=author)]
    return tuple(dict.fromkeys(people))


async def _author(connection: AsyncConnection, found: Faq) -> int:
    person = await People(connection).find_by_id(found.author_id) if found.author_id else None
    return person.telegram_id if person else 0
