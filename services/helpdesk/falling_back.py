"""A team whose group is lost, or given up: what waits comes to each organizer's own chat."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.helpdesk.telling import What, tell_each
from storage.repositories.group_talk import GroupTalk
from storage.repositories.tickets import Ticket, Tickets


async def fall_back(connection: AsyncConnection, chat_id: int, agency_id: int, now: datetime) -> None:
    """All of an agency's questions that wait; nothing more is said in the group."""
    talk = GroupTalk(connection)
    await talk.leave(chat_id, at=now)
    for ticket in await Tickets(connection).list_waiting([agency_id], but=0):
        await tell_alone(connection, ticket, now)


async def tell_alone(connection: AsyncConnection, ticket: Ticket, now: datetime) -> None:
    """One question, to each organizer; once while it waits."""
    if ticket.waiting_since is not None:
        occasion = f"alone:{ticket.waiting_since.isoformat()}"
        await tell_each(connection, ticket, What.NEW, now=now, occasion=occasion)
