"""What one person left in the helpdesk: as who asked, and as who answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Executable, case, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables.agencies import AgencyRow
from storage.tables.helpdesk import (
    AskerBlockRow,
    HelpdeskRow,
    ReadyAnswerRow,
    TicketEntryRow,
    TicketMessageRow,
    TicketRow,
)
from storage.tables.knowledge import FaqRow
from storage.tables.outbox import DeliveryRow
from storage.tables.people import PersonRow
from storage.tables.trainings import TrainingRow

Kept = dict[str, Any]
NO_CHAT = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A message of the bot's about somebody's question in a chat of others, or a topic in a group.

    `owner_id`: the person whose own chat it is; None: a group's.
    """

    ticket_id: int
    chat_id: int
    message_id: int
    owner_id: int | None = None
    is_topic: bool = False


class TicketTraces:
    """One person's, within one transaction of the caller's. Columns keep their names."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list_tickets(self, person_id: int) -> list[Kept]:
        """Questions the person asked, oldest first."""
        own = (
            TicketRow.id,
            TicketRow.title,
            TicketRow.state,
            TicketRow.opened_at,
            TicketRow.answered_at,
            TicketRow.closed_at,
            TicketRow.rating.label("stars"),
        )
        query = (
            select(*own, AgencyRow.name.label("agency"), TrainingRow.title.label("training"))
            .join(AgencyRow, AgencyRow.id == TicketRow.agency_id)
            .outerjoin(TrainingRow, TrainingRow.id == TicketRow.training_id)
            .where(TicketRow.person_id == person_id)
        )
        return await self._list(query.order_by(TicketRow.id))

    async def list_entries(self, person_id: int) -> list[Kept]:
        """What was said about them to the person and by them; what a team noted for itself is the team's."""
        columns = (
            TicketEntryRow.ticket_id,
            TicketEntryRow.side,
            TicketEntryRow.body,
            TicketEntryRow.at,
            TicketEntryRow.edited_at,
        )
        query = (
            select(*columns)
            .join(TicketRow, TicketRow.id == TicketEntryRow.ticket_id)
            .where(TicketRow.person_id == person_id, TicketEntryRow.side != "note")
            .where(TicketEntryRow.withdrawn_at.is_(None))
        )
        return await self._list(query.order_by(TicketEntryRow.id))

    async def list_blocks(self, person_id: int) -> list[Kept]:
        """Agencies that do not take the person's questions."""
        query = select(AgencyRow.name.label("agency"), AskerBlockRow.at).join(
            AgencyRow, AgencyRow.id == AskerBlockRow.agency_id
        )
        return await self._list(query.where(AskerBlockRow.person_id == person_id).order_by(AskerBlockRow.at))

    async def list_answers(self, person_id: int) -> list[Kept]:
        """What the person wrote for a team, oldest first: answers, and notes."""
        columns = (TicketEntryRow.ticket_id, TicketEntryRow.side, TicketEntryRow.body, TicketEntryRow.at)
        query = select(*columns).where(TicketEntryRow.author_id == person_id, TicketEntryRow.side != "asker")
        return await self._list(query.order_by(TicketEntryRow.id))

    async def hold(self, person_id: int) -> bool:
        """Hold the person's questions, so that no message about them is noted meanwhile.

        Returns whether something is being sent to a group at this moment. Held in the order of those who write down
        what became of a message: first the message, then its question.
        """
        sending = select(DeliveryRow.chat_id).where(DeliveryRow.person_id == person_id, DeliveryRow.state == "sending")
        chats = (await self._connection.scalars(sending.order_by(DeliveryRow.id).with_for_update())).all()
        asked = select(TicketRow.id).where(TicketRow.person_id == person_id).order_by(TicketRow.id)
        await self._connection.execute(asked.with_for_update())
        return any(chat is not None for chat in chats)

    async def list_messages(self, person_id: int, *, but: int) -> tuple[Standing, ...]:
        """Messages about the person's questions in groups and in chats of other people (not `but`), oldest first."""
        there = TicketMessageRow
        query = (
            select(there.ticket_id, there.chat_id, there.message_id, PersonRow.id.label("owner_id"))
            .join(TicketRow, TicketRow.id == there.ticket_id)
            .outerjoin(PersonRow, PersonRow.telegram_id == there.chat_id)
            .where(TicketRow.person_id == person_id, there.chat_id != but)
            .where((there.chat_id < NO_CHAT) | PersonRow.id.is_not(None))
        )
        return tuple(Standing(**row) for row in await self._list(query.order_by(there.chat_id, there.message_id)))

    async def list_topics(self, person_id: int, *, kind: str) -> tuple[Standing, ...]:
        """Topics that were opened for the person's questions, also for those handed on since, by messages of a kind."""
        query = (
            select(DeliveryRow.payload, DeliveryRow.chat_id, DeliveryRow.message_id)
            .where(DeliveryRow.person_id == person_id, DeliveryRow.kind == kind, DeliveryRow.state == "sent")
            .where(DeliveryRow.chat_id.is_not(None), DeliveryRow.message_id.is_not(None))
            .order_by(DeliveryRow.id)
        )
        return tuple(
            Standing(
                ticket_id=row["payload"]["ticket"], chat_id=row["chat_id"], message_id=row["message_id"], is_topic=True
            )
            for row in await self._list(query)
        )

    async def erase(self, person_id: int, telegram_id: int) -> None:
        """Own questions go with all that was said about them; what the person did for a team stays, without them."""
        run, asked = self._connection.execute, select(TicketRow.id).where(TicketRow.person_id == person_id)
        await run(asked.with_for_update())  # whoever answers at this moment is done, or finds nothing to answer
        await run(delete(TicketMessageRow).where(TicketMessageRow.ticket_id.in_(asked)))
        await run(delete(TicketEntryRow).where(TicketEntryRow.ticket_id.in_(asked)))
        await run(update(FaqRow).where(FaqRow.ticket_id.in_(asked)).values(ticket_id=None))
        await run(delete(TicketRow).where(TicketRow.person_id == person_id))
        await run(delete(AskerBlockRow).where(AskerBlockRow.person_id == person_id))
        # The chat of a message in private is the person's account; its own number keeps each such entry apart.
        in_private = TicketEntryRow.chat_id == telegram_id
        places = {
            "chat_id": case((in_private, NO_CHAT), else_=TicketEntryRow.chat_id),
            "message_id": case((in_private, -TicketEntryRow.id), else_=TicketEntryRow.message_id),
        }
        mine = update(TicketEntryRow).where((TicketEntryRow.author_id == person_id) | in_private)
        await run(mine.values(author_id=None, **places))
        await run(delete(TicketMessageRow).where(TicketMessageRow.chat_id == telegram_id))
        await run(update(TicketRow).where(TicketRow.holder_id == person_id).values(holder_id=None))
        await run(update(ReadyAnswerRow).where(ReadyAnswerRow.author_id == person_id).values(author_id=None))
        await run(update(AskerBlockRow).where(AskerBlockRow.blocked_by == person_id).values(blocked_by=None))
        await run(update(HelpdeskRow).where(HelpdeskRow.linked_by == person_id).values(linked_by=None))

    async def _list(self, query: Executable) -> list[Kept]:
        return [dict(row) for row in (await self._connection.execute(query)).mappings()]
