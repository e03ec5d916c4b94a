"""Who tends the knowledge base."""

from __future__ import annotations

from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import grants_of, may
from services.errors import NotAllowed

TEND: Final = "knowledge.tend"


async def check_may_tend(connection: AsyncConnection, telegram_id: int, admin_ids: frozenset[int]) -> None:
    """Raises NotAllowed unless the account's roles reach it; articles are no agency's own."""
    if not may(TEND, await grants_of(connection, telegram_id, admin_ids), None):
        raise NotAllowed
