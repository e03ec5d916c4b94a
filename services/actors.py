"""Somebody at work for an agency: who they are, what they hold, and what is put on record of what they did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import Grant, grants_of
from storage.repositories.audit import Audit
from storage.repositories.people import People


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """Who acts; an admin may have no record as a person. `agency_id` is their own agency, as a person."""

    telegram_id: int
    person_id: int | None
    agency_id: int | None
    grants: tuple[Grant, ...]

    @classmethod
    async def find(cls, connection: AsyncConnection, telegram_id: int, admin_ids: frozenset[int]) -> Self:
        """Who has this account, with what they hold now."""
        person = await People(connection).find(telegram_id)
        return cls(
            telegram_id=telegram_id,
            person_id=person.id if person else None,
            agency_id=person.agency.id if person and person.agency else None,
            grants=await grants_of(connection, telegram_id, admin_ids),
        )

    async def put_on_record(
        self,
        connection: AsyncConnection,
        action: str,
        subject: str,
        subject_id: int,
        at: datetime,
        *,
        agency_id: int,
        **details: Any,
    ) -> None:
        """An entry of the audit: ids and plain values, never what was said."""
        await Audit(connection).add(
            action,
            subject=subject,
            subject_id=subject_id,
            at=at,
            actor_id=self.person_id,
            account=self.telegram_id,
            agency_id=agency_id,
            **details,
        )
