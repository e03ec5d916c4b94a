"""Who makes articles of answers, which of them are theirs, and what is put on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import ADMIN, Grant, grants_of, may, reach
from services.errors import NotAllowed, Refusal
from storage.repositories.agencies import Agencies, Agency
from storage.repositories.audit import Audit
from storage.repositories.faqs import Faq, Faqs
from storage.repositories.people import People

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
class Actor:
    """Somebody at work on such articles; an admin may have no record as a person."""

    telegram_id: int
    person_id: int | None
    agency_id: int | None
    grants: tuple[Grant, ...]

    def may_write(self, agency_id: int) -> bool:
        """Whether articles may be written in the name of this agency."""
        return may(WRITE, self.grants, agency_id)

    async def record(self, connection: AsyncConnection, action: str, found: Faq, at: datetime, **details: Any) -> None:
        """An entry of the audit."""
        await Audit(connection).add(
            f"faq.{action}",
            subject="faq",
            subject_id=found.id,
            at=at,
            actor_id=self.person_id,
            agency_id=found.agency_id,
            **details,
            **({} if self.person_id else {"admin": self.telegram_id}),
        )


async def actor_of(connection: AsyncConnection, telegram_id: int, admin_ids: frozenset[int]) -> Actor:
    """Who acts, with what they hold."""
    person = await People(connection).find(telegram_id)
    return Actor(
        telegram_id=telegram_id,
        person_id=person.id if person else None,
        agency_id=person.agency.id if person and person.agency else None,
        grants=await grants_of(connection, telegram_id, admin_ids),
    )


async def author_of(connection: AsyncConnection, telegram_id: int, admin_ids: frozenset[int]) -> tuple[Actor, int]:
    """Who writes, and their number as a person.

    Raises NotAllowed, or Refusal("faq-start-first"): whoever approves has to be somebody else, so an author is known.
    """
    actor = await actor_of(connection, telegram_id, admin_ids)
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


async def hold(connection: AsyncConnection, faq_id: int, actor: Actor, *, version: int | None = None) -> Faq:
    """One of the own agency's, held to the end of the transaction; with a version, as it was looked at.

    Raises NotAllowed, or a Refusal: faq-unknown, faq-moved-on.
    """
    found = await Faqs(connection).lock(faq_id)
    if found is None:
        raise Refusal("faq-unknown")
    if not actor.may_write(found.agency_id):
        raise NotAllowed
    if version is not None and found.version != version:
        raise Refusal("faq-moved-on")
    return found
