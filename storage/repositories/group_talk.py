"""What is said in a team's group about its questions, and how a group's number changes or goes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.helpdesk import HelpdeskRow, TicketEntryRow, TicketMessageRow, TicketRow
from storage.tables.outbox import DeliveryRow

ERASED = "ticket-erased"
"""The kind by which words of people who erased their data go."""


class GroupTalk:
    """Rows around a group, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find_ticket(self, chat_id: int, *, thread: int | None, reply_to: int | None) -> int | None:
        """The question that a message means: by its topic, else by the message it answers, the bot's or a person's."""
        if thread is not None:
            here = select(TicketRow.id).where(TicketRow.chat_id == chat_id, TicketRow.thread_id == thread)
            if (found := await self._connection.scalar(here.order_by(TicketRow.id.desc()).limit(1))) is not None:
                return found
        if reply_to is None:
            return None
        for row in (TicketMessageRow, TicketEntryRow):
            query = select(row.ticket_id).where(row.chat_id == chat_id, row.message_id == reply_to)
            if (found := await self._connection.scalar(query)) is not None:
                return found
        return None

    async def list_shown(self, ticket_id: int, chat_id: int) -> frozenset[int]:
        """The entries of a question that have a copy in the chat."""
        query = select(TicketMessageRow.entry_id).where(
            TicketMessageRow.ticket_id == ticket_id,
            TicketMessageRow.chat_id == chat_id,
            TicketMessageRow.entry_id.is_not(None),
        )
        return frozenset(entry for entry in await self._connection.scalars(query) if entry is not None)

    async def move(self, old: int, new: int) -> tuple[int, ...]:
        """The group has another number; the questions talked about there that are not closed.

        Messages keep the old one: those of the new group are counted anew, and must not be taken for them.
        """
        run = self._connection.execute
        await run(update(HelpdeskRow).where(HelpdeskRow.chat_id == old).values(chat_id=new))
        owed = select(DeliveryRow.id, DeliveryRow.payload).where(
            DeliveryRow.chat_id == old, DeliveryRow.state.in_(("queued", "sending"))
        )
        for row in (await run(owed)).all():
            changed = update(DeliveryRow).where(DeliveryRow.id == row.id)
            await run(changed.values(chat_id=new, payload=row.payload | {"chat": new}))
        there = update(TicketRow).where(TicketRow.chat_id == old).values(chat_id=new, thread_id=None)
        moved = await run(there.returning(TicketRow.id, TicketRow.state))
        return tuple(sorted(row.id for row in moved if row.state != "closed"))

    async def leave(self, chat_id: int, *, at: datetime) -> None:
        """Nothing more is said there; what people erased still goes, if it can."""
        told = update(DeliveryRow).where(
            DeliveryRow.chat_id == chat_id, DeliveryRow.state == "queued", DeliveryRow.kind != ERASED
        )
        await self._connection.execute(told.values(state="skipped", reason="the group is gone", done_at=at))
        there = update(TicketRow).where(TicketRow.chat_id == chat_id)
        await self._connection.execute(there.values(chat_id=None, thread_id=None))
