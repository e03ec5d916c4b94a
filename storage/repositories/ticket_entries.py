"""What was said about a question, entry by entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialect import insert_for
from storage.tables.agencies import RoleRow
from storage.tables.helpdesk import TicketEntryRow, TicketRow
from storage.tables.people import PersonRow

LARGEST_ALBUM = 10


class Side(StrEnum):
    """Who said it; a `note` stays within the team."""

    ASKER = "asker"
    TEAM = "team"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing said. `author` is the name of the author's role, else their own; None: it is not known any more."""

    id: int
    ticket_id: int
    author_id: int | None
    author: str | None
    side: Side
    body: str
    media: dict[str, Any] | None
    chat_id: int
    message_id: int
    version: int
    at: datetime
    edited_at: datetime | None
    withdrawn_at: datetime | None


_role_name = (
    select(RoleRow.name)
    .where(RoleRow.telegram_id == PersonRow.telegram_id, RoleRow.name.is_not(None))
    .order_by(RoleRow.id)
    .limit(1)
    .scalar_subquery()
)
_COLUMNS: tuple[Any, ...] = (
    TicketEntryRow.id,
    TicketEntryRow.ticket_id,
    TicketEntryRow.author_id,
    func.coalesce(_role_name, PersonRow.name).label("author"),
    TicketEntryRow.side,
    TicketEntryRow.body,
    TicketEntryRow.media,
    TicketEntryRow.chat_id,
    TicketEntryRow.message_id,
    TicketEntryRow.version,
    TicketEntryRow.at,
    TicketEntryRow.edited_at,
    TicketEntryRow.withdrawn_at,
)
_ENTRIES: Select[Any] = select(*_COLUMNS).outerjoin(PersonRow, PersonRow.id == TicketEntryRow.author_id)


class TicketEntries:
    """Rows of entries, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(
        self,
        *,
        ticket_id: int,
        author_id: int | None,
        side: Side,
        body: str,
        media: dict[str, Any] | None,
        chat_id: int,
        message_id: int,
        at: datetime,
    ) -> int | None:
        """The new entry's id; None, and nothing added, where the message was taken before."""
        values = {"ticket_id": ticket_id, "author_id": author_id, "side": side, "body": body, "media": media}
        statement = insert_for(self._connection, TicketEntryRow).values(
            **values, chat_id=chat_id, message_id=message_id, at=at
        )
        statement = statement.on_conflict_do_nothing(index_elements=["chat_id", "message_id"])
        return await self._connection.scalar(statement.returning(TicketEntryRow.id))

    async def find(self, entry_id: int) -> Entry | None:
        """One entry."""
        return await self._one(_ENTRIES.where(TicketEntryRow.id == entry_id))

    async def find_by_message(self, chat_id: int, message_id: int) -> Entry | None:
        """The entry that came from a message."""
        return await self._one(
            _ENTRIES.where(TicketEntryRow.chat_id == chat_id, TicketEntryRow.message_id == message_id)
        )

    async def find_near(self, chat_id: int, message_id: int, album: str) -> Entry | None:
        """The first kept part of an album: the numbers of an album's messages are near each other."""
        near = TicketEntryRow.message_id.between(message_id - LARGEST_ALBUM + 1, message_id + LARGEST_ALBUM - 1)
        query = _ENTRIES.where(TicketEntryRow.chat_id == chat_id, near).order_by(TicketEntryRow.message_id)
        found = (_entry(row) for row in await self._connection.execute(query))
        return next((entry for entry in found if (entry.media or {}).get("album") == album), None)

    async def list(self, ticket_id: int) -> tuple[Entry, ...]:
        """All that was said about a question, oldest first."""
        rows = await self._connection.execute(
            _ENTRIES.where(TicketEntryRow.ticket_id == ticket_id).order_by(TicketEntryRow.id)
        )
        return tuple(_entry(row) for row in rows)

    async def count_asked(self, person_id: int, *, since: datetime) -> int:
        """How many messages a person wrote about their questions since a moment, an album as one, and how often those
        changed.
        """
        query = (
            select(
                TicketEntryRow.id,
                TicketEntryRow.media,
                TicketEntryRow.at,
                TicketEntryRow.edited_at,
                TicketEntryRow.version,
            )
            .join(TicketRow, TicketRow.id == TicketEntryRow.ticket_id)
            .where(TicketRow.person_id == person_id, TicketEntryRow.side == Side.ASKER)
            .where(or_(TicketEntryRow.at > since, TicketEntryRow.edited_at > since))
        )
        rows = (await self._connection.execute(query)).all()
        written = {(row.media or {}).get("album") or row.id for row in rows if row.at > since}
        changed: int = sum(row.version - 1 for row in rows if row.edited_at is not None and row.edited_at > since)
        return len(written) + changed

    async def set(self, entry_id: int, **values: Any) -> None:
        """Change columns of an entry."""
        await self._connection.execute(update(TicketEntryRow).where(TicketEntryRow.id == entry_id).values(**values))

    async def _one(self, query: Select[Any]) -> Entry | None:
        row = (await self._connection.execute(query)).first()
        return _entry(row) if row else None


def _entry(row: Any) -> Entry:
    values = row._asdict()
    return Entry(**values | {"side": Side(values["side"])})
