"""Who makes articles of answers, which of them are theirs, and what is put on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import ADMIN, may, reach
from services.actors import Somebody
from services.errors import NotAllowed, Refusal
from storage.repositories.agencies import Agencies, Agency
from storage.repositories.faqs import Faq, Faqs

WRITE: Final = "faq.write"
SECRETARIATS: Final = "secretariat"
"""The kind of agency that an admin without an agency speaks for."""


class Stage(StrEnum):
    """Where such an article stands."""

    DRAFT = "draft"
    WAITING = "waiting"
    SHOWN = "shown"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Somebody):
    """Somebody at work on such articles."""

    def may_write(self, agency_id: int) -> bool:
        """Whether articles may be written in the name of this agency."""
        return may(WRITE, self.grants, agency_id)

    async def record(self, connection: AsyncConnection, action: str, found: Faq, at: datetime, **details: Any) -> None:
        """An entry of the audit."""
        action = f"faq.{action}"
        await self.put_on_record(connection, action, "faq", found.id, at, agency_id=found.agency_id, **details)


async def author_of(connection: AsyncConnection, telegram_id: int, admin_ids: frozenset[int]) -> tuple[Actor, int]:
    """Who writes, and their number as a person.

    Raises NotAllowed, or Refusal("faq-start-first"): whoever approves has to be somebody else, so an author is known.
    """
    actor = await Actor.find(connection, telegram_id, admin_ids)
    if not reach(WRITE, actor.grants):
        raise NotAllowed
    if actor.person_id is None:
        raise Refusal("faq-start-first")
    return actor, actor.person_id


async def list_speakers(connection: AsyncConnection, actor: Actor) -> tuple[Agency, ...]:
    """In whose name somebody may write: the agencies of their roles; an admin's own, or the secretariat."""
    agencies = await Agencies(connection).list()
    named = {grant.agency_id for grant in actor.grants if grant.agency_id is not None}
    found = tuple(one for one in agencies if one.id in named and actor.may_write(one.id))
    if found or not any(grant.role == ADMIN for grant in actor.grants):
        return found
    return tuple(one for one in agencies if one.id == actor.agency_id or one.kind == SECRETARIATS)


async def hold(
    connection: AsyncConnection,
    faq_id: int,
    telegram_id: int,
    admin_ids: frozenset[int],
    *,
    version: int | None = None,
) -> tuple[Actor, int, Faq]:
    """Who writes, their number as a person, and one of the own agency's, held to the end of the transaction.

    With a version it is what was looked at. Raises as author_of does, or a Refusal: faq-unknown, faq-moved-on.
    """
    actor, author_id = await author_of(connection, telegram_id, admin_ids)
    found = await Faqs(connection).lock(faq_id)
    if found is None:
        raise Refusal("faq-unknown")
    if not actor.may_write(found.agency_id):
        raise NotAllowed
    if version is not None and found.version != version:
        raise Refusal("faq-moved-on")
    return actor, author_id, found
