"""What both sides hear unasked: each is a row of the outbox, written where its cause is written."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.helpdesk.acting import team_of
from services.helpdesk.in_group import tell_group
from services.outbox import post
from storage.repositories.helpdesks import Helpdesks
from storage.repositories.tickets import Ticket

ANSWERED: Final = "ticket-answer"
EDITED: Final = "ticket-edit"
WITHDRAWN: Final = "ticket-withdrawn"
MOVED: Final = "ticket-moved"
CLOSED: Final = "ticket-closed"
HANDED: Final = "ticket-handed"
"""Kinds of messages to the asker, and (the last) to the colleague who was handed a question."""
NEW_KIND: Final = "ticket-new"
ADDED_KIND: Final = "ticket-added"
"""Kinds of messages to each organizer of an agency that answers without a group."""
URGENCY: Final = 4


class What(StrEnum):
    """What a team is to see of a question."""

    NEW = "new"
    """Asked, or handed on from another agency."""
    ADDED = "added"
    PART = "part"
    """A later part of the asker's album."""
    REOPENED = "reopened"
    OPENED = "opened"
    """Open again by the team."""
    EDITED = "edited"
    """The asker changed what they wrote."""
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    TAKEN = "taken"
    CLOSED = "closed"
    RATED = "rated"
    LEFT = "left"
    """Handed on to another agency; the question is told as it was."""


ALONE: Final = {
    What.NEW: NEW_KIND,
    What.ADDED: ADDED_KIND,
    What.PART: ADDED_KIND,
    What.REOPENED: ADDED_KIND,
}
"""What is said to each organizer alone where a team has no group: only what waits for them."""


async def tell_team(
    connection: AsyncConnection,
    ticket: Ticket,
    what: What,
    *,
    now: datetime,
    occasion: str,
    entry_id: int | None = None,
) -> None:
    """Owe the team of the question's agency what it is to see; `occasion` tells one such thing from the next."""
    desk = await Helpdesks(connection).find(ticket.agency.id)
    if desk is None or desk.group is None:
        await tell_each(connection, ticket, what, now=now, occasion=occasion, entry_id=entry_id)
    else:
        await tell_group(connection, ticket, desk, what, now=now, occasion=occasion, entry_id=entry_id)


async def tell_each(
    connection: AsyncConnection,
    ticket: Ticket,
    what: What,
    *,
    now: datetime,
    occasion: str,
    entry_id: int | None = None,
) -> None:
    """The same where the team has no group, or none that works: to each in their own chat."""
    kind = ALONE.get(what)
    if kind is None:
        return
    if what is What.REOPENED and entry_id is None:
        occasion = f"reopened:{now:%Y-%m-%dT%H}"  # closing and opening again and again says nothing new to anybody
    payload = {"ticket": ticket.id, "entry": entry_id, "agency": ticket.agency.id}
    for person_id in await team_of(connection, ticket.agency.id, but=ticket.telegram_id):
        await owe(connection, ticket, kind, payload, now=now, occasion=occasion, person_id=person_id)


async def tell_asker(
    connection: AsyncConnection, ticket: Ticket, kind: str, *, now: datetime, occasion: str, **payload: Any
) -> None:
    """Owe the asker a message about their question."""
    await owe(
        connection,
        ticket,
        kind,
        {"ticket": ticket.id} | payload,
        now=now,
        occasion=occasion,
        person_id=ticket.person_id,
    )


async def owe(
    connection: AsyncConnection,
    ticket: Ticket,
    kind: str,
    payload: dict[str, Any],
    *,
    now: datetime,
    occasion: str,
    person_id: int,
) -> None:
    """Owe one person a message about a question."""
    await post(
        connection,
        person_id=person_id,
        kind=kind,
        subject=ticket_subject(ticket.id),
        occasion=occasion,
        payload=payload,
        due_at=now,
        now=now,
        urgency=URGENCY,
    )


def ticket_subject(ticket_id: int) -> str:
    """The subject under which messages about a question are owed."""
    return f"ticket:{ticket_id}"
