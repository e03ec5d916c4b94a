"""The outbox: messages owed to people, and until when the sender waits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ScalarSelect, Select, bindparam, func, join, literal_column, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialect import insert_for
from storage.tables.agencies import AgencyRow
from storage.tables.outbox import DeliveryRow, SenderRow
from storage.tables.people import PersonRow

SENDER = 1
# Spelled out instead of bound: a partial index serves only a condition that the planner can read.
IS_QUEUED = DeliveryRow.state == literal_column("'queued'")
IS_SENDING = DeliveryRow.state == literal_column("'sending'")


class State(StrEnum):
    """Where a delivery stands. `sending` is committed before the request to Telegram starts."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A message that is to be owed: to whom, what about, and from when on; `chat_id` as in `Owed`."""

    person_id: int
    kind: str
    subject: str
    occasion: str
    payload: dict[str, Any]
    urgency: int
    due_at: datetime
    chat_id: int | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """A message owed now, with what is needed to render and address it.

    `chat_id` is the group it goes to, where it is about the person and not for them. `zone` is the person's own, else
    their agency's, else None; `quiet` their choice of quiet hours. `attempt` counts the tries that may have reached
    Telegram; while one is in flight it is that try's number.
    """

    id: int
    person_id: int
    telegram_id: int
    chat_id: int | None
    language: str | None
    zone: str | None
    quiet: str | None
    kind: str
    subject: str
    payload: dict[str, Any]
    due_at: datetime
    attempt: int
    lease_until: datetime | None

    @property
    def goes_to(self) -> int:
        """The chat it goes to."""
        return self.telegram_id if self.chat_id is None else self.chat_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What becomes of a delivery whose attempt ended."""

    id: int
    held_attempt: int
    state: State
    attempt: int
    due_at: datetime
    done_at: datetime | None = None
    message_id: int | None = None
    reason: str | None = None


class Outbox:
    """Rows of the outbox, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, due: Due, *, created_at: datetime) -> bool:
        """Queue it; False, and nothing changed, when the same was queued before."""
        statement = self._insert().values(**_values(due, created_at)).returning(DeliveryRow.id)
        return await self._connection.scalar(statement) is not None

    async def add_all(self, dues: Sequence[Due], *, created_at: datetime) -> None:
        """Queue them in one go; what was queued before stays as it is."""
        if dues:
            await self._connection.execute(self._insert(), [_values(due, created_at) for due in dues])

    def _insert(self) -> Any:
        insert = insert_for(self._connection, DeliveryRow)
        return insert.on_conflict_do_nothing(index_elements=["person_id", "kind", "subject", "occasion"])

    async def list_due(
        self, *, now: datetime, kinds: Collection[str], busy: Collection[int], limit: int, lock: bool = False
    ) -> list[Owed]:
        """What is due to reachable chats that are not `busy`: most urgent first, then the longest due.

        With `lock` the rows are held to the end of the transaction, and rows that another holds are passed over.
        """
        found: list[Owed] = []
        asked = {"now": now, "kinds": list(kinds), "busy": list(busy)}
        for urgency in await self._urgencies():
            if len(found) < limit:
                found += await self._owed(_DUE, lock, **asked, urgency=urgency, most=limit - len(found))
        return found

    async def find_payload(self, person_id: int, kind: str, subject: str) -> dict[str, Any] | None:
        """What a message to a person was made from; the last one of the kind and subject."""
        query = select(DeliveryRow.payload).where(
            DeliveryRow.person_id == person_id, DeliveryRow.kind == kind, DeliveryRow.subject == subject
        )
        return await self._connection.scalar(query.order_by(DeliveryRow.id.desc()).limit(1))

    async def map_states(self, person_id: int, kind: str, subject: str) -> dict[str, str]:
        """Where each message of a kind and subject to a person stands, by its occasion."""
        query = select(DeliveryRow.occasion, DeliveryRow.state).where(
            DeliveryRow.person_id == person_id, DeliveryRow.kind == kind, DeliveryRow.subject == subject
        )
        return {row.occasion: row.state for row in await self._connection.execute(query)}

    async def lease(self, ids: Collection[int], *, until: datetime) -> None:
        """Turn queued rows to `sending`, one attempt further."""
        await self._connection.execute(
            update(DeliveryRow)
            .where(DeliveryRow.id.in_(ids), IS_QUEUED)
            .values(state=State.SENDING, attempt=DeliveryRow.attempt + 1, lease_until=until)
        )

    async def postpone(self, ids: Collection[int], *, due_at: datetime) -> None:
        """Let queued rows wait until `due_at`."""
        await self._connection.execute(
            update(DeliveryRow).where(DeliveryRow.id.in_(ids), IS_QUEUED).values(due_at=due_at)
        )

    async def end(self, endings: Iterable[Ending]) -> None:
        """Write how attempts ended; an ending whose attempt is no longer the one in flight changes nothing."""
        rows = [_parameters(ending) for ending in endings]
        if rows:
            await self._connection.execute(END, rows)

    async def list_lapsed(
        self, *, now: datetime, kinds: Collection[str], held: Collection[int], limit: int, lock: bool = False
    ) -> list[Owed]:
        """What is `sending` past its lease, oldest lease first, apart from the ids in `held`; `lock` as above."""
        return await self._owed(_LAPSED, lock, now=now, kinds=list(kinds), held=list(held), most=limit)

    async def find_halt(self) -> datetime | None:
        """Until when Telegram told the sender to wait, as last written."""
        return await self._connection.scalar(select(SenderRow.halted_until).where(SenderRow.id == SENDER))

    async def set_halt(self, until: datetime) -> None:
        """Keep until when to wait; an earlier moment than the one kept changes nothing."""
        insert = insert_for(self._connection, SenderRow).values(id=SENDER, halted_until=until)
        kept = SenderRow.halted_until
        statement = insert.on_conflict_do_update(
            index_elements=["id"], set_={"halted_until": until}, where=kept.is_(None) | (kept < until)
        )
        await self._connection.execute(statement)

    async def _owed(self, query: Select[Any], lock: bool, **asked: Any) -> list[Owed]:
        if lock:
            query = query.with_for_update(of=DeliveryRow, skip_locked=True)
        return [Owed(*row) for row in (await self._connection.execute(query, asked)).all()]

    async def _urgencies(self) -> Sequence[int]:
        """Those that something queued has, the most urgent first."""
        return (await self._connection.scalars(_URGENCIES)).all()


# In the order of Owed's fields.
OWED = (
    DeliveryRow.id,
    DeliveryRow.person_id,
    PersonRow.telegram_id,
    DeliveryRow.chat_id,
    PersonRow.language,
    func.coalesce(PersonRow.zone, AgencyRow.zone),
    PersonRow.quiet,
    DeliveryRow.kind,
    DeliveryRow.subject,
    DeliveryRow.payload,
    DeliveryRow.due_at,
    DeliveryRow.attempt,
    DeliveryRow.lease_until,
)
PEOPLE = join(DeliveryRow, PersonRow, PersonRow.id == DeliveryRow.person_id).outerjoin(
    AgencyRow, AgencyRow.id == PersonRow.agency_id
)

# Built once: the worker asks at every claim, and to build one takes longer than to answer it.
_DUE = (
    select(*OWED)
    .select_from(PEOPLE)
    .where(IS_QUEUED, DeliveryRow.urgency == bindparam("urgency"), DeliveryRow.due_at <= bindparam("now"))
    .where(or_(PersonRow.unreachable_since.is_(None), DeliveryRow.chat_id.is_not(None)))
    .where(DeliveryRow.kind.in_(bindparam("kinds", expanding=True)))
    .where(func.coalesce(DeliveryRow.chat_id, PersonRow.telegram_id).not_in(bindparam("busy", expanding=True)))
    .order_by(DeliveryRow.due_at, DeliveryRow.id)
    .limit(bindparam("most"))
)
_LAPSED = (
    select(*OWED)
    .select_from(PEOPLE)
    .where(IS_SENDING, DeliveryRow.lease_until <= bindparam("now"))
    .where(DeliveryRow.kind.in_(bindparam("kinds", expanding=True)))
    .where(DeliveryRow.id.not_in(bindparam("held", expanding=True)))
    .order_by(DeliveryRow.lease_until)
    .limit(bindparam("most"))
)


def _values(due: Due, created_at: datetime) -> dict[str, Any]:
    return {field.name: getattr(due, field.name) for field in fields(due)} | {"created_at": created_at}


def _least_urgency(more_than: Any = None) -> ScalarSelect[Any]:
    query = select(func.min(DeliveryRow.urgency)).where(IS_QUEUED)
    return (query if more_than is None else query.where(DeliveryRow.urgency > more_than)).scalar_subquery()


def _build_urgencies() -> Select[Any]:
    """One seek of the index per urgency: rows that are queued for later are never walked through."""
    found = select(_least_urgency().label("urgency")).cte("urgencies", recursive=True)
    following = select(_least_urgency(found.c.urgency)).where(found.c.urgency.is_not(None))
    found = found.union_all(following)
    return select(found.c.urgency).where(found.c.urgency.is_not(None))


_URGENCIES = _build_urgencies()

END = (
    update(DeliveryRow)
    .where(
        DeliveryRow.id == bindparam("row_id"),
        DeliveryRow.attempt == bindparam("held_attempt"),
        IS_SENDING,
    )
    .values(
        state=bindparam("new_state"),
        attempt=bindparam("new_attempt"),
        due_at=bindparam("new_due_at"),
        done_at=bindparam("new_done_at"),
        message_id=bindparam("new_message_id"),
        reason=bindparam("new_reason"),
        lease_until=None,
    )
)


def _parameters(ending: Ending) -> Mapping[str, Any]:
    return {
        "row_id": ending.id,
        "held_attempt": ending.held_attempt,
        "new_state": ending.state,
        "new_attempt": ending.attempt,
        "new_due_at": ending.due_at,
        "new_done_at": ending.done_at,
        "new_message_id": ending.message_id,
        "new_reason": ending.reason,
    }
