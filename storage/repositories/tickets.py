"""Questions to the organizers: where each stands, and the messages by which a reply finds its question."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.dialect import insert_for
from storage.repositories.agencies import AGENCY_COLUMNS, Agency
from storage.tables.agencies import AgencyRow, RoleRow
from storage.tables.helpdesk import TicketMessageRow, TicketRow
from storage.tables.people import PersonRow
from storage.tables.trainings import TrainingRow


class TicketState(StrEnum):
    """`open` waits for the team, `answered` for the asker."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A question with its asker's account, its agency, its training's title, and the name of who took it."""

    id: int
    person_id: int
    telegram_id: int
    training_id: int | None
    training: str | None
    title: str
    """The first words; empty where it was asked without any."""
    state: TicketState
    holder_id: int | None
    holder: str | None
    opened_at: datetime
    waiting_since: datetime | None
    alarm_at: datetime | None
    alarms: int
    answered_at: datetime | None
    closed_at: datetime | None
    closed_by: str | None
    rating: int | None
    chat_id: int | None
    thread_id: int | None
    agency: Agency


_holder = aliased(PersonRow)
_holder_role = (
    select(RoleRow.name)
    .where(RoleRow.telegram_id == _holder.telegram_id, RoleRow.name.is_not(None))
    .order_by(RoleRow.id)
    .limit(1)
    .scalar_subquery()
)
_COLUMNS: tuple[Any, ...] = (
    TicketRow.id,
    TicketRow.person_id,
    PersonRow.telegram_id,
    TicketRow.training_id,
    TrainingRow.title.label("training"),
    TicketRow.title,
    TicketRow.state,
    TicketRow.holder_id,
    func.coalesce(_holder_role, _holder.name).label("holder"),
    TicketRow.opened_at,
    TicketRow.waiting_since,
    TicketRow.alarm_at,
    TicketRow.alarms,
    TicketRow.answered_at,
    TicketRow.closed_at,
    TicketRow.closed_by,
    TicketRow.rating,
    TicketRow.chat_id,
    TicketRow.thread_id,
)
_NAMES = tuple(column.key for column in _COLUMNS)
_TICKETS: Select[Any] = (
    select(*_COLUMNS, *AGENCY_COLUMNS)
    .join(PersonRow, PersonRow.id == TicketRow.person_id)
    .join(AgencyRow, AgencyRow.id == TicketRow.agency_id)
    .outerjoin(TrainingRow, TrainingRow.id == TicketRow.training_id)
    .outerjoin(_holder, _holder.id == TicketRow.holder_id)
)
NOT_CLOSED = TicketRow.state.in_((TicketState.OPEN, TicketState.ANSWERED))
"""Named one by one, for an index of states knows nothing of what something is not."""
IS_CLOSED = TicketRow.state == TicketState.CLOSED


class Tickets:
    """Rows of questions, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(
        self, *, agency_id: int, person_id: int, training_id: int | None, title: str, at: datetime, alarm_at: datetime
    ) -> int:
        """A new question, which waits for the team from now on; its number."""
        values = {"agency_id": agency_id, "person_id": person_id, "training_id": training_id, "title": title}
        statement = insert(TicketRow).values(**values, opened_at=at, waiting_since=at, alarm_at=alarm_at)
        return int((await self._connection.execute(statement.returning(TicketRow.id))).scalar_one())

    async def find(self, ticket_id: int) -> Ticket | None:
        """One question."""
        row = (await self._connection.execute(_TICKETS.where(TicketRow.id == ticket_id))).first()
        return _ticket(tuple(row)) if row else None

    async def lock(self, ticket_id: int) -> Ticket | None:
        """The same, held to the end of the transaction."""
        query = select(TicketRow.id).where(TicketRow.id == ticket_id).with_for_update(key_share=True)
        held = await self._connection.scalar(query)
        return None if held is None else await self.find(ticket_id)

    async def set(self, ticket_id: int, **values: Any) -> None:
        """Change columns of a question."""
        await self._connection.execute(update(TicketRow).where(TicketRow.id == ticket_id).values(**values))

    async def list_own(self, person_id: int, *, skip: int, limit: int) -> tuple[Ticket, ...]:
        """A person's questions: those that are not closed first, the newest first."""
        order = (IS_CLOSED, TicketRow.id.desc())
        return await self._list(_TICKETS.where(TicketRow.person_id == person_id).order_by(*order), skip, limit)

    async def count_own(self, person_id: int, *, unclosed_only: bool = False) -> int:
        """How many questions a person has."""
        query = select(func.count()).select_from(TicketRow).where(TicketRow.person_id == person_id)
        query = query.where(NOT_CLOSED) if unclosed_only else query
        return int(await self._connection.scalar(query) or 0)

    async def list_for_team(
        self,
        agencies: Collection[int] | None,
        *,
        closed: bool,
        holder_id: int | None,
        but: int,
        skip: int,
        limit: int,
    ) -> tuple[Ticket, ...]:
        """Those of these agencies (None: of all) that wait, the longest first, then the answered ones; or closed ones.

        `holder_id`: only what this person took; `but`: an account whose own questions are left out.
        """
        query = _TICKETS.where(*_for_team(agencies, closed, holder_id, but))
        if closed:
            return await self._list(query.order_by(TicketRow.closed_at.desc(), TicketRow.id.desc()), skip, limit)
        # Sorted by whether it waits first: where NULLs stand is each database's own.
        waits = (TicketRow.waiting_since.is_(None), TicketRow.waiting_since, TicketRow.answered_at.desc(), TicketRow.id)
        return await self._list(query.order_by(*waits), skip, limit)

    async def count_for_team(
        self, agencies: Collection[int] | None, *, closed: bool, holder_id: int | None, but: int
    ) -> int:
        """How many these are."""
        query = select(func.count()).select_from(TicketRow).where(*_for_team(agencies, closed, holder_id, but))
        return int(await self._connection.scalar(query) or 0)

    async def list_waiting(self, agencies: Collection[int] | None, *, but: int) -> tuple[Ticket, ...]:
        """Those that wait for these agencies (None: for any), the longest first; without those of the account `but`."""
        # Whoever waits has an alarm: by its index those few are found among all that were ever asked.
        waits = (TicketRow.waiting_since.is_not(None), TicketRow.alarm_at.is_not(None))
        query = _TICKETS.where(*_for_team(agencies, False, None, but), *waits)
        query = query.order_by(TicketRow.waiting_since, TicketRow.id)
        return tuple(_ticket(tuple(row)) for row in await self._connection.execute(query))

    async def keep_message(self, *, chat_id: int, message_id: int, ticket_id: int, entry_id: int | None = None) -> None:
        """A message of the bot's that is about a question (and is the copy of an entry); known already, it stays."""
        values = {"chat_id": chat_id, "message_id": message_id, "ticket_id": ticket_id, "entry_id": entry_id}
        statement = insert_for(self._connection, TicketMessageRow).values(**values)
        await self._connection.execute(
            statement.on_conflict_do_nothing(index_elements=["chat_id", "message_id"]),
        )

    async def find_by_message(self, chat_id: int, message_id: int) -> int | None:
        """The question that a message of the bot's is about."""
        query = select(TicketMessageRow.ticket_id).where(
            TicketMessageRow.chat_id == chat_id, TicketMessageRow.message_id == message_id
        )
        return await self._connection.scalar(query)

    async def find_first_message(self, ticket_id: int, chat_id: int) -> int | None:
        """The bot's first message about a question in a chat: what comes later replies to it."""
        query = select(func.min(TicketMessageRow.message_id)).where(
            TicketMessageRow.ticket_id == ticket_id, TicketMessageRow.chat_id == chat_id
        )
        return await self._connection.scalar(query)

    async def list_copies(self, entry_id: int, chat_id: int) -> tuple[int, ...]:
        """The messages in a chat that are copies of an entry, the latest first."""
        query = (
            select(TicketMessageRow.message_id)
            .where(TicketMessageRow.entry_id == entry_id, TicketMessageRow.chat_id == chat_id)
            .order_by(TicketMessageRow.message_id.desc())
        )
        return tuple(await self._connection.scalars(query))

    async def _list(self, query: Select[Any], skip: int, limit: int) -> tuple[Ticket, ...]:
        rows = await self._connection.execute(query.offset(skip).limit(limit))
        return tuple(_ticket(tuple(row)) for row in rows)


def _for_team(
    agencies: Collection[int] | None, closed: bool, holder_id: int | None, but: int
) -> tuple[ColumnElement[bool], ...]:
    account = select(PersonRow.id).where(PersonRow.telegram_id == but).scalar_subquery()
    return (
        IS_CLOSED if closed else NOT_CLOSED,
        TicketRow.person_id != func.coalesce(account, 0),
        *(() if agencies is None else (TicketRow.agency_id.in_(agencies),)),
        *(() if holder_id is None else (TicketRow.holder_id == holder_id,)),
    )


def _ticket(row: tuple[Any, ...]) -> Ticket:
    own, agency = dict(zip(_NAMES, row, strict=False)), row[len(_NAMES) :]
    return Ticket(**own | {"state": TicketState(own["state"])}, agency=Agency(*agency))
