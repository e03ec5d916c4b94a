"""The record of who did what."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.audit import AuditRow


class Audit:
    """Writes entries; nothing changes or deletes them."""

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
        **details: Any,
    ) -> None:
        """One entry. Details hold ids and plain values, never a NIP or a phone number."""
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
