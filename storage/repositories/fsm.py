"""Conversation state: read whole per person, written once per update."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialect import insert_for
from storage.tables import FsmRow


@dataclass(frozen=True, slots=True)
class FsmEntry:
    """What one storage key holds; empty when both parts are empty."""

    state: str | None = None
    data: Mapping[str, Any] | None = None

    @property
    def is_empty(self) -> bool:
        return self.state is None and not self.data


# Built once: it runs at every update.
_OF_LANE = select(FsmRow.key, FsmRow.state, FsmRow.data).where(FsmRow.lane == bindparam("lane"))


class FsmStates:
    """The rows of `fsm`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list(self, lane: int) -> dict[str, FsmEntry]:
        """Every entry of a person, by key."""
        rows = await self._connection.execute(_OF_LANE, {"lane": lane})
        return {key: FsmEntry(state, data) for key, state, data in rows}

    async def save(self, lane: int, changes: Mapping[str, FsmEntry], now: datetime) -> None:
        """Write what changed; an empty entry is deleted."""
        gone = [key for key, entry in changes.items() if entry.is_empty]
        if gone:
            await self._connection.execute(delete(FsmRow).where(FsmRow.lane == lane, FsmRow.key.in_(gone)))
        kept = [
            {"lane": lane, "key": key, "state": entry.state, "data": entry.data, "updated_at": now}
            for key, entry in changes.items()
            if not entry.is_empty
        ]
        if kept:
            statement = insert_for(self._connection, FsmRow)
            new = statement.excluded
            await self._connection.execute(
                statement.on_conflict_do_update(
                    index_elements=[FsmRow.lane, FsmRow.key],
                    set_={"state": new.state, "data": new.data, "updated_at": new.updated_at},
                ),
                kept,
            )

    async def delete_idle(self, before: datetime) -> int:
        """Forget conversations nobody has touched since; how many entries went."""
        return (await self._connection.execute(delete(FsmRow).where(FsmRow.updated_at < before))).rowcount
