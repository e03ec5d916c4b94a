"""Which questions have waited too long."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.helpdesk import TicketRow


class TicketAlarms:
    """Reads of alarms, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list_due(self, now: datetime, *, limit: int, lock: bool = False) -> tuple[int, ...]:
        """Those whose alarm is due, the longest due first; with `lock` held, without what another holds."""
        query = select(TicketRow.id).where(TicketRow.alarm_at.is_not(None), TicketRow.alarm_at <= now)
        query = query.order_by(TicketRow.alarm_at, TicketRow.id).limit(limit)
        query = query.with_for_update(skip_locked=True) if lock else query
        return tuple(await self._connection.scalars(query))
