"""What the bot owes people: messages nobody asked for at this moment, written where their cause is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.repositories.outbox import Due, Outbox

__all__ = ["Due", "post", "post_all"]

NORMAL = 5


async def post(
    connection: AsyncConnection,
    *,
    person_id: int,
    kind: str,
    subject: str,
    occasion: str = "",
    payload: dict[str, Any],
    due_at: datetime,
    now: datetime,
    urgency: int = NORMAL,
    chat_id: int | None = None,
) -> bool:
    """Owe a person a message, in the transaction that caused it; lower `urgency` goes first.

    With `chat_id` it goes to that group instead, where people talk about the person's question.

    True when it is newly owed; False when the same (person, kind, subject, occasion) was owed before, whatever became
    of it. The payload carries ids and plain values, never a NIP or words: the message is rendered when it is sent.
    """
    due = Due(
        person_id=person_id,
        kind=kind,
        subject=subject,
        occasion=occasion,
        payload=payload,
        urgency=urgency,
        due_at=due_at,
        chat_id=chat_id,
    )
    return await Outbox(connection).add(due, created_at=now)


async def post_all(connection: AsyncConnection, dues: Sequence[Due], now: datetime) -> None:
    """Owe many messages at once, as `post` owes one; those that were owed before stay as they are."""
    await Outbox(connection).add_all(dues, created_at=now)
