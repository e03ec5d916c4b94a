"""What is owed to the group in which a team answers."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.helpdesk.message import read
from services.outbox import post
from services.outbox.quiet import after_quiet_hours
from storage.repositories.helpdesks import Helpdesk, Topics
from storage.repositories.ticket_entries import Side, TicketEntries
from storage.repositories.tickets import Ticket, Tickets

TOPIC: Final = "ticket-topic"
"""Opens a topic for a question; the card follows into it."""
CARD: Final = "ticket-group"
"""The question itself, with its buttons."""
STATE: Final = "ticket-group-state"
"""The card once more, in its place: taken, closed, open again."""
LINE: Final = "ticket-group-line"
"""What else is said about a question: added, edited, answered elsewhere, closed, rated."""
FILE: Final = "ticket-group-file"
"""A picture or document of the asker's."""
TOPIC_STATE: Final = "ticket-topic-state"
"""Closes the topic of a question that is closed, and opens that of one that is open again."""
URGENCY: Final = 4
LINES: Final = frozenset({"added", "reopened", "opened", "edited", "answered", "withdrawn", "closed", "rated", "left"})
STATES: Final = frozenset({"taken", "answered", "withdrawn", "closed", "reopened", "opened"})
OPENING: Final = frozenset({"reopened", "opened"})
"""After which the topic is open again; what is said of it is said in the open topic."""


async def tell_group(
    connection: AsyncConnection,
    ticket: Ticket,
    desk: Helpdesk,
    what: str,
    *,
    now: datetime,
    occasion: str,
    entry_id: int | None,
) -> None:
    """Owe the group what it is to see. What comes before the card stands there is told with it."""
    assert desk.group is not None
    if what == "new":
        await owe_question(connection, ticket, desk, now=now, occasion=occasion)
        return
    if await Tickets(connection).find_first_message(ticket.id, desk.group) is None:
        return
    if what in OPENING:
        await owe_topic_state(connection, ticket, now=now, occasion=occasion)
    if what in LINES and not await _was_said_there(connection, desk.group, what, entry_id):
        await owe_line(connection, ticket, desk.group, what, now=now, occasion=occasion, entry_id=entry_id)
    if what == "part" and entry_id is not None:
        await owe_file(connection, ticket, desk.group, entry_id, now=now, occasion=occasion)
    if what in STATES:
        await owe(connection, ticket, STATE, desk.group, now=now, occasion=occasion)
    if what == "closed":
        await owe_topic_state(connection, ticket, now=now, occasion=occasion)


async def owe_topic_state(connection: AsyncConnection, ticket: Ticket, *, now: datetime, occasion: str) -> None:
    """The topic, where the question has one, as the question is when its turn comes."""
    if ticket.chat_id is not None and ticket.thread_id is not None:
        await owe(connection, ticket, TOPIC_STATE, ticket.chat_id, now=now, occasion=occasion, thread=ticket.thread_id)


async def owe_question(
    connection: AsyncConnection, ticket: Ticket, desk: Helpdesk, *, now: datetime, occasion: str
) -> None:
    """The question: in a topic of its own where the group has topics. At night it waits for the agency's morning."""
    assert desk.group is not None
    kind = TOPIC if desk.topics is Topics.OPEN else CARD
    morning = after_quiet_hours(now, desk.agency.zone, None)
    await owe(connection, ticket, kind, desk.group, now=now, occasion=occasion, due_at=morning)


async def owe_line(
    connection: AsyncConnection,
    ticket: Ticket,
    chat_id: int,
    what: str,
    *,
    now: datetime,
    occasion: str,
    entry_id: int | None,
    flat: bool = False,
) -> None:
    """Something that was said or done; a picture or document of the asker's follows it."""
    more: dict[str, Any] = {"what": what, "entry": entry_id, "flat": flat}
    await owe(connection, ticket, LINE, chat_id, now=now, occasion=occasion, **more)
    if what in ("added", "reopened", "edited") and entry_id is not None:
        await owe_file(connection, ticket, chat_id, entry_id, now=now, occasion=occasion)


async def owe_file(
    connection: AsyncConnection, ticket: Ticket, chat_id: int, entry_id: int, *, now: datetime, occasion: str
) -> None:
    """The picture or document of an entry, where it has one."""
    entry = await TicketEntries(connection).find(entry_id)
    if entry is not None and read(entry.media) is not None:
        await owe(connection, ticket, FILE, chat_id, now=now, occasion=f"{occasion}:file", entry=entry_id)


async def owe(
    connection: AsyncConnection,
    ticket: Ticket,
    kind: str,
    chat_id: int,
    *,
    now: datetime,
    occasion: str,
    due_at: datetime | None = None,
    **more: Any,
) -> None:
    """One message in the group, about the question's asker."""
    await post(
        connection,
        person_id=ticket.person_id,
        chat_id=chat_id,
        kind=kind,
        subject=f"ticket:{ticket.id}",
        occasion=occasion,
        payload={"ticket": ticket.id, "chat": chat_id, "occasion": occasion} | more,
        due_at=due_at or now,
        now=now,
        urgency=URGENCY,
    )


async def _was_said_there(connection: AsyncConnection, chat_id: int, what: str, entry_id: int | None) -> bool:
    """What the team wrote in the group itself everybody there has seen."""
    if entry_id is None or what not in ("answered", "withdrawn"):
        return False
    entry = await TicketEntries(connection).find(entry_id)
    return entry is not None and entry.side != Side.ASKER and entry.chat_id == chat_id
