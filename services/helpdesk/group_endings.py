"""What follows from the end of a message in a team's group: kept as which message it went, or said elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.helpdesk.albums import is_later_part
from services.helpdesk.desks import note_trouble
from services.helpdesk.erasing import erase_late
from services.helpdesk.falling_back import tell_alone
from services.helpdesk.in_group import CARD, FILE, LINE, owe, owe_file, owe_line, owe_topic_state
from services.outbox import Over, State
from storage.repositories.group_talk import GroupTalk
from storage.repositories.helpdesks import Helpdesk, Helpdesks, Topics, Trouble
from storage.repositories.ticket_entries import Side, TicketEntries
from storage.repositories.tickets import Ticket, Tickets, TicketState


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterTopic:
    """The card follows into the topic; where Telegram opened none, into the group as it is."""

    now: Clock

    async def __call__(self, connection: AsyncConnection, over: Over) -> None:
        ticket, payload = await _ticket(connection, over), over.owed.payload
        if ticket is None or over.state is State.SKIPPED:
            await erase_late(connection, over, self.now())
            return
        now, desks = self.now(), Helpdesks(connection)
        if over.state is State.SENT:
            chat = await _chat(connection, over, ticket)
            await Tickets(connection).set(ticket.id, chat_id=chat, thread_id=over.message_id)
        else:
            desk = await desks.hold(ticket.agency.id)
            if desk is None or desk.group is None:
                await tell_alone(connection, ticket, now)
                return
            await _note_no_topics(connection, desk, now)
        chat = await _chat(connection, over, ticket)
        await owe(connection, ticket, CARD, chat, now=now, occasion=payload["occasion"], thread=over.message_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterTopicState:
    """A topic that Telegram lets nobody close or open: the bot lost its right. The question goes on all the same."""

    now: Clock

    async def __call__(self, connection: AsyncConnection, over: Over) -> None:
        ticket = await _ticket(connection, over)
        if ticket is None or over.state is not State.FAILED:
            return
        desk = await Helpdesks(connection).hold(ticket.agency.id)
        if desk is not None and desk.group == over.owed.goes_to:
            await _note_no_topics(connection, desk, self.now())


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterCard:
    """The question is talked about there; what its asker wrote meanwhile follows. Refused: to each organizer alone."""

    now: Clock

    async def __call__(self, connection: AsyncConnection, over: Over) -> None:
        ticket, payload, now = await _ticket(connection, over), over.owed.payload, self.now()
        if ticket is None or over.state is State.SKIPPED:
            await erase_late(connection, over, now)
            return
        if over.state is not State.SENT or over.message_id is None:
            if payload.get("thread"):  # somebody took the topic away: into the group as it is
                await Tickets(connection).set(ticket.id, thread_id=None)
                occasion = f"{payload['occasion']}:flat"
                chat = await _chat(connection, over, ticket)
                await owe(connection, ticket, CARD, chat, now=now, occasion=occasion, thread=None)
            else:
                await tell_alone(connection, ticket, now)
            return
        chat, entries = await _chat(connection, over, ticket), await TicketEntries(connection).list(ticket.id)
        asked = [entry for entry in entries if entry.side == Side.ASKER]
        tickets, shown = Tickets(connection), await GroupTalk(connection).list_shown(ticket.id, chat)
        placed = replace(ticket, chat_id=chat, thread_id=payload.get("thread"))
        await tickets.set(ticket.id, chat_id=chat, thread_id=placed.thread_id)
        first = asked[0].id if asked else None
        await tickets.keep_message(chat_id=chat, message_id=over.message_id, ticket_id=ticket.id, entry_id=first)
        if first is not None and first not in shown:
            await owe_file(connection, ticket, chat, first, now=now, occasion=f"{chat}:{first}")
        for entry in asked[1:]:
            if entry.id in shown:
                continue
            occasion = f"{chat}:{entry.id}"
            if is_later_part(asked, entry):
                await owe_file(connection, ticket, chat, entry.id, now=now, occasion=occasion)
            else:
                await owe_line(connection, ticket, chat, "added", now=now, occasion=occasion, entry_id=entry.id)
        if ticket.state is TicketState.CLOSED:  # while its card was on the way
            await owe_topic_state(connection, placed, now=now, occasion=f"{chat}:card")


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterLine:
    """A reply to it means its question. Refused in a topic: once more without; then to each organizer alone."""

    now: Clock

    async def __call__(self, connection: AsyncConnection, over: Over) -> None:
        ticket, payload, now = await _ticket(connection, over), over.owed.payload, self.now()
        if ticket is None or over.state is State.SKIPPED:
            await erase_late(connection, over, now)
            return
        tickets, entry = Tickets(connection), payload.get("entry")
        if over.state is State.SENT and over.message_id is not None:
            chat = await _chat(connection, over, ticket) if payload.get("what") != "left" else over.owed.goes_to
            await tickets.keep_message(chat_id=chat, message_id=over.message_id, ticket_id=ticket.id, entry_id=entry)
        elif ticket.thread_id is not None and not payload.get("flat"):
            await tickets.set(ticket.id, thread_id=None)
            again: dict[str, Any] = {**payload, "flat": True, "occasion": f"{payload['occasion']}:flat"}
            again = {key: value for key, value in again.items() if key not in ("ticket", "chat")}
            kind = over.owed.kind
            chat = await _chat(connection, over, ticket)
            await owe(connection, ticket, kind, chat, now=now, **again)
        elif over.owed.kind in (LINE, FILE) and payload.get("what") in ("added", "reopened", None):
            await tell_alone(connection, ticket, now)


async def _note_no_topics(connection: AsyncConnection, desk: Helpdesk, now: datetime) -> None:
    await Helpdesks(connection).set(desk.agency.id, topics=Topics.REFUSED)
    await note_trouble(connection, desk, Trouble.TOPICS, now)


async def _ticket(connection: AsyncConnection, over: Over) -> Ticket | None:
    return await Tickets(connection).lock(over.owed.payload["ticket"])


async def _chat(connection: AsyncConnection, over: Over, ticket: Ticket) -> int:
    """The group as it is numbered now: it may have moved while the message was on its way."""
    desk = await Helpdesks(connection).find(ticket.agency.id)
    return desk.group if desk is not None and desk.group is not None else over.owed.goes_to
