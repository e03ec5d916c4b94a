"""What people are told about the batch they are in."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.outbox import post
from storage.repositories.batch_desk import BatchDesk, DeskBatch
from storage.repositories.enrolments import Enrolments

MOVED: Final = "batch.moved"
URGENCY: Final = 3


async def tell_of_move(connection: AsyncConnection, before: DeskBatch, after: DeskBatch, now: datetime) -> int:
    """Owe everybody who takes part or waits the old and the new dates; how many they are.

    Who has not read of an earlier move yet is told of one move, from the dates that they know.
    """
    people = await Enrolments(connection).list_live(before.id)
    subjects = [f"enrolment:{enrolment.id}" for enrolment in people]
    untold = await BatchDesk(connection).list_untold(MOVED, subjects)
    usual: dict[str, Any] = {"was_starts": before.starts_at.isoformat(), "was_ends": before.ends_at.isoformat()}
    for enrolment, subject in zip(people, subjects, strict=True):
        known = untold.get(subject, usual)
        await post(
            connection,
            person_id=enrolment.person_id,
            kind=MOVED,
            subject=subject,
            occasion=now.isoformat(),
            payload={
                "enrolment": enrolment.id,
                "was_starts": known["was_starts"],
                "was_ends": known["was_ends"],
                "starts": after.starts_at.isoformat(),
                "ends": after.ends_at.isoformat(),
            },
            due_at=now,
            now=now,
            urgency=URGENCY,
        )
    return len(people)
