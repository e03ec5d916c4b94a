"""Answering a question: the asker is owed the answer in the transaction that keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.errors import Refusal
from services.helpdesk.acting import ANSWER, Member, as_team
from services.helpdesk.in_group import owe_topic_state
from services.helpdesk.message import Said, is_note
from services.helpdesk.telling import ANSWERED, What, tell_asker, tell_team
from services.helpdesk.thread import STILL
from storage.database import Database
from storage.repositories.ticket_entries import Side, TicketEntries
from storage.repositories.tickets import Ticket, Tickets, TicketState


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What was kept of a message of the team's; `new` is False where the same message was taken before."""

    ticket: Ticket
    entry_id: int
    side: Side
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTicket:
    """Answer a question, also one that is closed; what begins with `//` is kept as a note within the team instead.

    The same message twice is one answer. Who answers a question that nobody took has taken it. Raises NotAllowed, or a
    Refusal: ticket-unknown, ticket-own, ticket-empty, ticket-long.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, ticket_id: int, actor_telegram_id: int, said: Said) -> Answered:
        async with self.database.write() as connection:
            ticket, member = await as_team(connection, ticket_id, actor_telegram_id, ANSWER, self.admin_ids)
            return await answer(connection, ticket, member, said, self.now)


async def answer(
    connection: AsyncConnection, ticket: Ticket, member: Member, said: Said, now: Clock, **details: object
) -> Answered:
    """Keep what a member of the team wrote, and owe an answer to the asker. The question is held by the caller."""
    body, at = said.tidy(), now()
    side = Side.NOTE if is_note(body) else Side.TEAM
    entries = TicketEntries(connection)
    entry_id = await entries.add(
        ticket_id=ticket.id,
        author_id=member.person_id,
        side=side,
        body=body,
        at=at,
        **said.source,
    )
    if entry_id is None:
        earlier = await entries.find_by_message(said.chat_id, said.message_id)
        if earlier is None or earlier.ticket_id != ticket.id:
            raise Refusal("ticket-unknown")
        return Answered(ticket=ticket, entry_id=earlier.id, side=earlier.side, new=False)
    if side == Side.NOTE:
        await member.record(connection, "noted", ticket, at, entry=entry_id)
        return Answered(ticket=ticket, entry_id=entry_id, side=side, new=True)
    tickets = Tickets(connection)
    await tickets.set(
        ticket.id,
        state=TicketState.ANSWERED,
        answered_at=at,
        holder_id=ticket.holder_id or member.person_id,
        closed_at=None,
        closed_by=None,
        rating=None,
        **STILL,
    )
    await tell_asker(connection, ticket, ANSWERED, now=at, occasion=str(entry_id), entry=entry_id)
    await member.record(connection, "answered", ticket, at, entry=entry_id, **details)
    if ticket.state == TicketState.CLOSED:
        await owe_topic_state(connection, ticket, now=at, occasion=str(entry_id))
    answered = await tickets.find(ticket.id)
    assert answered is not None
    await tell_team(connection, answered, What.ANSWERED, now=at, occasion=str(entry_id), entry_id=entry_id)
    return Answered(ticket=answered, entry_id=entry_id, side=side, new=True)
