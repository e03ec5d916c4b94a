"""The outbox: messages owed to people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialect import insert_for
from storage.tables.outbox import DeliveryRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A message that is to be owed: to whom, what about, and from when on."""

    person_id: int
    kind: str
    subject: str
    occasion: str
    payload: dict[str, Any]
    urgency: int
    due_at: datetime


class Outbox:
    """Rows of the outbox, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, due: Due, *, created_at: datetime) -> bool:
        """Queue it; False, and nothing changed, when the same was queued before."""
        statement = (
            insert_for(self._connection, DeliveryRow)
            .values(
                person_id=due.person_id,
                kind=due.kind,
                subject=due.subject,
                occasion=due.occasion,
                payload=due.payload,
                urgency=due.urgency,
                due_at=due.due_at,
                created_at=created_at,
            )
            .on_conflict_do_nothing(index_elements=["person_id", "kind", "subject", "occasion"])
            .returning(DeliveryRow.id)
        )
        return await self._connection.scalar(statement) is not None
