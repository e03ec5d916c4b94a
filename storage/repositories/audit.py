"""The record of who did what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.audit import AuditRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What somebody did."""

    id: int
    at: datetime
    actor_id: int | None
    action: str
    subject_id: str
    details: dict[str, Any]


class Audit:
    """Writes and reads entries; nothing changes or deletes them."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(
        self,
        action: str,
        *,
        subject: str,
        subject_id: int,
        at: datetime,
        actor_id: int | None,
        agency_id: int | None,
        account: int | None = None,
        **details: Any,
    ) -> None:
        """One entry. Details hold ids and plain values, never a NIP or a phone number.

        An admin may have no row as a person (`actor_id` is None): then the entry names the Telegram `account`.
        """
        if actor_id is None and account is not None:
            details["admin"] = account
        await self._connection.execute(
            insert(AuditRow).values(
                action=action,
                subject=subject,
                subject_id=str(subject_id),
                at=at,
                actor_id=actor_id,
                agency_id=agency_id,
                details=details,
            )
        )

    async def list_of(
        self, subject: str, *, subject_id: str | None = None, since: datetime | None = None
    ) -> tuple[Entry, ...]:
        """What was done to one subject, or to all of a kind since a moment; oldest first."""
        query = select(
            AuditRow.id, AuditRow.at, AuditRow.actor_id, AuditRow.action, AuditRow.subject_id, AuditRow.details
        ).where(AuditRow.subject == subject)
        if subject_id is not None:
            query = query.where(AuditRow.subject_id == subject_id)
        if since is not None:
            query = query.where(AuditRow.at >= since)
        rows = await self._connection.execute(query.order_by(AuditRow.id))
        return tuple(Entry(**row._asdict()) for row in rows)
