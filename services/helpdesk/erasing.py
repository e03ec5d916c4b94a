"""What stands about an erased asker's questions in the groups of teams and the chats of organizers: it goes as well.

What is to go is looked up before the rows about it go, and owed to the record that is left of the asker: an empty one,
whose number means nobody. The rows name messages and the question's number, no person and no words.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.helpdesk.in_group import TOPIC
from services.outbox import Over, State, post
from storage.repositories.group_talk import ERASED
from storage.repositories.people import People
from storage.repositories.ticket_traces import Standing, TicketTraces

__all__ = ["ERASED", "Erase", "erase_late", "list_standing", "owe_erasing"]

URGENCY: Final = 6
"""Behind what people wait for: there may be many in one group."""


class Erase(StrEnum):
    """What is to become of what stands there."""

    FIRST = "first"
    """Says from now on that the asker erased their data: the rest of the talk hangs on it."""
    MESSAGE = "message"
    """Goes."""
    NAME = "name"
    """A topic's name: the number stays."""
    TOPIC = "topic"
    """A topic is closed: what is written there reaches nobody any more."""


async def list_standing(connection: AsyncConnection, person_id: int, telegram_id: int) -> tuple[Standing, ...]:
    """All of it, while it is known still."""
    traces = TicketTraces(connection)
    topics = await traces.list_topics(person_id, kind=TOPIC)
    return (*topics, *await traces.list_messages(person_id, but=telegram_id))


async def owe_erasing(
    connection: AsyncConnection, person_id: int, standing: Collection[Standing], now: datetime
) -> None:
    """In a group it is owed to the record that is left of the asker, in an organizer's own chat to the organizer."""
    firsts: dict[tuple[int, int], int] = {}
    for one in standing:
        if one.is_topic:
            await _owe(connection, person_id, one, Erase.NAME, now)
            await _owe(connection, person_id, one, Erase.TOPIC, now)
        else:
            first = firsts.setdefault((one.ticket_id, one.chat_id), one.message_id)
            what = Erase.FIRST if first == one.message_id else Erase.MESSAGE
            await _owe(connection, person_id, one, what, now)


async def erase_late(connection: AsyncConnection, over: Over, now: datetime) -> None:
    """A message that was on its way when its asker erased: it goes at once."""
    owed = over.owed
    owner = await People(connection).find_by_id(owed.person_id)
    if over.state is not State.SENT or not over.message_id or owner is None:
        return
    if owed.chat_id is None and owner.telegram_id != owed.telegram_id:
        return  # the asker's own, in a chat that is theirs to clear
    late = Standing(
        ticket_id=owed.payload["ticket"],
        chat_id=owed.goes_to,
        message_id=over.message_id,
        owner_id=owner.id if owed.chat_id is None else None,
        is_topic=owed.kind == TOPIC,
    )
    if late.is_topic:
        await owe_erasing(connection, owner.id, (late,), now)
    else:
        await _owe(connection, owner.id, late, Erase.MESSAGE, now)


async def _owe(connection: AsyncConnection, person_id: int, one: Standing, what: Erase, now: datetime) -> None:
    chat = one.chat_id if one.owner_id is None else None
    # A group that moves takes its queued rows along, and counts its messages anew: `stood` is where it was meant.
    place = {} if chat is None else {"chat": chat, "stood": chat}
    await post(
        connection,
        person_id=person_id if one.owner_id is None else one.owner_id,
        chat_id=chat,
        kind=ERASED,
        subject=f"ticket:{one.ticket_id}",
        occasion=f"{chat or ''}:{one.message_id}:{what}",
        payload={"ticket": one.ticket_id, "message": one.message_id, "what": what} | place,
        due_at=now,
        now=now,
        urgency=URGENCY,
    )
