"""The durable inbox: what Telegram handed over, until it is handled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialect import insert_for
from storage.tables import InboxRow


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update as it came: its id, the lane it belongs to, and its JSON."""

    update_id: int
    lane: int
    body: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update to be handled; `seq` is its place in the order of arrival.

    `attempts` counts its own failures, `waits` how often it waited for Telegram or the database to come back.
    """

    seq: int
    update_id: int
    lane: int
    body: str
    attempts: int = 0
    waits: int = 0


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An update that failed three times; its body is encrypted."""

    seq: int
    update_id: int
    lane: int
    cipher: bytes
    reference: str
    error: str


# Built once: it runs at every update.
_DONE = (
    update(InboxRow)
    .where(InboxRow.seq == bindparam("its_seq"))
    .values(state="done", body=None, cipher=None, lane=0, done_at=bindparam("at"))
)


class Inbox:
    """The rows of `inbox`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, arrivals: Sequence[Arrival], now: datetime) -> list[Waiting]:
        """Keep those not seen before, by set membership of their ids; the new ones, in order of arrival."""
        known = {arrival.update_id: arrival for arrival in arrivals}
        if not known:
            return []
        rows = [{"update_id": a.update_id, "lane": a.lane, "body": a.body, "received_at": now} for a in known.values()]
        statement = insert_for(self._connection, InboxRow).on_conflict_do_nothing(index_elements=[InboxRow.update_id])
        added = await self._connection.execute(statement.values(rows).returning(InboxRow.seq, InboxRow.update_id))
        new = sorted((seq, update_id) for seq, update_id in added)
        return [Waiting(seq, update_id, known[update_id].lane, known[update_id].body) for seq, update_id in new]

    async def list_waiting(self, after: int, limit: int) -> list[Waiting]:
        """Unhandled updates after a place in the order, oldest first."""
        rows = await self._connection.execute(
            select(InboxRow.seq, InboxRow.update_id, InboxRow.lane, InboxRow.body, InboxRow.attempts)
            .where(InboxRow.state == "waiting", InboxRow.seq > after)
            .order_by(InboxRow.seq)
            .limit(limit)
        )
        return [Waiting(seq, update_id, lane, body or "{}", attempts) for seq, update_id, lane, body, attempts in rows]

    async def count_waiting(self) -> int:
        """How many updates are not handled yet."""
        query = select(func.count()).select_from(InboxRow).where(InboxRow.state == "waiting")
        return (await self._connection.execute(query)).scalar_one()

    async def set_done(self, seq: int, now: datetime) -> None:
        """Handled; the body goes, for it may have held a NIP, and the lane, for it says who came."""
        await self._connection.execute(_DONE, {"its_seq": seq, "at": now})

    async def set_waiting(self, seq: int, lane: int, body: str) -> bool:
        """A quarantined update back in line with a clean record; False when somebody else has done so already."""
        back = update(InboxRow).where(InboxRow.seq == seq, InboxRow.state == "quarantined")
        clean = {"state": "waiting", "lane": lane, "body": body, "cipher": None, "attempts": 0, "done_at": None}
        return (await self._connection.execute(back.values(**clean))).rowcount == 1

    async def set_failed(self, seq: int, attempts: int, error: str) -> None:
        """Failed once more; it waits for another try."""
        await self._set(seq, attempts=attempts, error=error)

    async def set_quarantined(
        self, seq: int, *, attempts: int, error: str, reference: str, cipher: bytes, now: datetime
    ) -> None:
        """Failed for the last time: out of the way, encrypted, to be found by its reference."""
        await self._set(
            seq,
            state="quarantined",
            body=None,
            cipher=cipher,
            attempts=attempts,
            error=error,
            reference=reference,
            done_at=now,
        )

    async def find_quarantined(self, reference: str, lane: int) -> Quarantined | None:
        """The quarantined update with this reference, if it is this person's."""
        query = select(InboxRow.seq, InboxRow.update_id, InboxRow.cipher, InboxRow.error).where(
            InboxRow.reference == reference, InboxRow.lane == lane, InboxRow.state == "quarantined"
        )
        row = (await self._connection.execute(query)).first()
        if row is None or row.cipher is None:
            return None
        return Quarantined(row.seq, row.update_id, lane, row.cipher, reference, row.error or "")

    async def delete_handled(self, *, done_before: datetime, quarantined_before: datetime) -> int:
        """Forget what was handled long ago, and quarantined bodies past their time; how many rows went."""
        old = (InboxRow.state == "done") & (InboxRow.received_at < done_before)
        stale = (InboxRow.state == "quarantined") & (InboxRow.received_at < quarantined_before)
        return (await self._connection.execute(delete(InboxRow).where(old | stale))).rowcount

    async def _set(self, seq: int, **values: object) -> None:
        await self._connection.execute(update(InboxRow).where(InboxRow.seq == seq).values(**values))
