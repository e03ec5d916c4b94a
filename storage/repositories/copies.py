"""The copies of announcements, as they stand in the outbox: counted, held back, dropped, changed after sending."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Text, case, func, literal, literal_column, select, update
from sqlalchemy import cast as cast_to
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.base import JsonText, UtcDateTime
from storage.dialect import insert_for
from storage.repositories.broadcasts import COPY, KIND, URGENCY
from storage.repositories.outbox import IS_QUEUED, State
from storage.tables.agencies import AgencyRow
from storage.tables.outbox import DeliveryRow
from storage.tables.people import PersonRow

EDIT: Final = "broadcast.edit"
DELETE: Final = "broadcast.delete"
HELD = datetime(9000, 1, 1, tzinfo=UTC)
"""When the copies of a paused announcement are due."""
AWAY = "blocked: away"
CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many copies stand how. `blocked` are those of people who blocked the bot."""

    queued: int = 0
    sending: int = 0
    sent: int = 0
    blocked: int = 0
    failed: int = 0
    unknown: int = 0
    skipped: int = 0

    @property
    def over(self) -> int:
        """Those that nothing is done about any more."""
        return self.sent + self.blocked + self.failed + self.unknown + self.skipped

    @property
    def total(self) -> int:
        """All of them."""
        return self.queued + self.sending + self.over


@dataclass(frozen=True, slots=True)
class Target:
    """What became of one person's copy."""

    state: str
    message_id: int | None
    done_at: datetime | None


class Copies:
    """Of one kind (the copies themselves, or a change of them), within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection, kind: str = KIND) -> None:
        self._connection, self._kind = connection, kind

    async def count(self, broadcast_id: int, *, occasion: str | None = None) -> Tally:
        """How many stand how; of one occasion, or of all."""
        mine = [*self._of(broadcast_id), *([] if occasion is None else [DeliveryRow.occasion == occasion])]
        # Two questions: the first is answered by the index alone.
        states = select(DeliveryRow.state, func.count()).where(*mine).group_by(DeliveryRow.state)
        blocked = select(func.count()).where(*mine, _IS_BLOCKED)

        def run(connection: Connection) -> Tally:
            counted = {row[0]: row[1] for row in connection.execute(states)}
            if failed := counted.get(State.FAILED):
                away = connection.scalar(blocked) or 0
                counted |= {"blocked": away, State.FAILED: failed - away}
            return Tally(**counted)

        # Perhaps a million rows: in a thread where the database has none of its own.
        return await self._connection.run_sync(run)

    async def count_by_agency(self, broadcast_id: int) -> list[tuple[str | None, Tally]]:
        """The same for each agency of the recipients, by name; None: they have none."""
        people = DeliveryRow.__table__.join(PersonRow.__table__, PersonRow.id == DeliveryRow.person_id)
        query = (
            select(AgencyRow.name, _STANDS, func.count())
            .select_from(people.outerjoin(AgencyRow.__table__, AgencyRow.id == PersonRow.agency_id))
            .where(*self._of(broadcast_id))
            .group_by(AgencyRow.name, _STANDS)
        )
        found = await self._connection.run_sync(lambda connection: connection.execute(query).all())
        counted: dict[str | None, dict[str, int]] = {}
        for agency, state, number in found:
            counted.setdefault(agency, {})[state] = number
        return [(agency, Tally(**counted[agency])) for agency in sorted(counted, key=lambda name: (not name, name))]

    async def find_next_due(self, broadcast_id: int) -> datetime | None:
        """When the first that is queued to somebody who can be reached is due; None: none is."""
        query = (
            select(DeliveryRow.due_at)
            .join(PersonRow, PersonRow.id == DeliveryRow.person_id)
            .where(*self._of(broadcast_id), IS_QUEUED, PersonRow.unreachable_since.is_(None))
        )
        return await self._connection.scalar(query.order_by(DeliveryRow.due_at).limit(1))

    async def is_in_flight(self, broadcast_id: int) -> bool:
        """Whether one is being sent."""
        query = select(DeliveryRow.id).where(*self._of(broadcast_id), DeliveryRow.state == State.SENDING).limit(1)
        return await self._connection.scalar(query) is not None

    async def is_held(self, broadcast_id: int) -> bool:
        """Whether one was put aside while the announcement was paused."""
        query = select(DeliveryRow.id).where(*self._of(broadcast_id), IS_QUEUED, DeliveryRow.due_at == HELD).limit(1)
        return await self._connection.scalar(query) is not None

    async def release(self, broadcast_id: int, *, due_at: datetime, limit: int) -> int:
        """Let some of those be sent that were put aside."""
        return await self._change_queued(broadcast_id, limit, DeliveryRow.due_at == HELD, due_at=due_at)

    async def drop(self, broadcast_id: int, *, now: datetime, limit: int) -> int:
        """Take some back that are queued."""
        return await self._change_queued(
            broadcast_id, limit, state=State.SKIPPED, reason=CANCELLED, done_at=now, due_at=now
        )

    async def give_up(self, broadcast_id: int, *, now: datetime, limit: int) -> int:
        """Wait no longer for some people who blocked the bot."""
        return await self._change_queued(broadcast_id, limit, state=State.FAILED, reason=AWAY, done_at=now)

    async def requeue_unknown(self, broadcast_id: int, *, until: datetime, now: datetime) -> int:
        """Let those be sent once more that perhaps arrived, and stood so at a moment."""
        statement = (
            update(DeliveryRow)
            .where(*self._of(broadcast_id), DeliveryRow.state == State.UNKNOWN, DeliveryRow.done_at <= until)
            .values(state=State.QUEUED, due_at=now, done_at=None, reason=None)
        )
        return (await self._connection.execute(statement)).rowcount

    async def queue_changes(
        self, broadcast_id: int, *, after: int, end: int, occasion: str, version: int, now: datetime
    ) -> int:
        """Owe a change of each copy that was sent to the people after one up to another."""
        source = select(
            DeliveryRow.person_id,
            literal(self._kind),
            literal(str(broadcast_id)),
            literal(occasion),
            literal({"broadcast": broadcast_id, "version": version}, JsonText),
            literal(URGENCY),
            literal(now, UtcDateTime),
            literal(now, UtcDateTime),
        ).where(
            DeliveryRow.person_id > after,
            DeliveryRow.person_id <= end,
            DeliveryRow.kind == KIND,
            DeliveryRow.subject == str(broadcast_id),
            DeliveryRow.state == State.SENT,
            DeliveryRow.message_id.is_not(None),
        )
        statement = insert_for(self._connection, DeliveryRow).from_select(COPY, source)
        statement = statement.on_conflict_do_nothing(index_elements=["person_id", "kind", "subject", "occasion"])
        return await self._connection.run_sync(lambda connection: connection.execute(statement).rowcount)

    async def find(self, broadcast_id: int, person_id: int) -> Target | None:
        """What became of one person's."""
        query = select(DeliveryRow.state, DeliveryRow.message_id, DeliveryRow.done_at).where(
            DeliveryRow.person_id == person_id,
            DeliveryRow.kind == self._kind,
            DeliveryRow.subject == str(broadcast_id),
        )
        row = (await self._connection.execute(query.order_by(DeliveryRow.id.desc()).limit(1))).first()
        return Target(*row) if row else None

    async def hold(self, ids: Collection[int]) -> None:
        """Put queued ones aside until the announcement goes on."""
        await self._connection.execute(
            update(DeliveryRow).where(DeliveryRow.id.in_(ids), IS_QUEUED).values(due_at=HELD)
        )

    def _of(self, broadcast_id: int) -> tuple[Any, ...]:
        return (_TO_THOUSANDS, DeliveryRow.subject == str(broadcast_id), DeliveryRow.kind == self._kind)

    async def _change_queued(self, broadcast_id: int, limit: int, *conditions: Any, **values: Any) -> int:
        some = select(DeliveryRow.id).where(*self._of(broadcast_id), IS_QUEUED, *conditions).limit(limit)
        statement = update(DeliveryRow).where(DeliveryRow.id.in_(some), IS_QUEUED).values(**values)
        return await self._connection.run_sync(lambda connection: connection.execute(statement).rowcount)


# Spelled out instead of bound: a partial index serves only a condition that the planner can read.
_TO_THOUSANDS = DeliveryRow.urgency == literal_column("8")
_IS_BLOCKED = (DeliveryRow.state == literal_column("'failed'")) & DeliveryRow.reason.startswith("blocked")
_STANDS = case((_IS_BLOCKED, literal_column("'blocked'")), else_=cast_to(DeliveryRow.state, Text))
