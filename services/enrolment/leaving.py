"""Leaving all batches at once: the seats of somebody who erases their data go to those in line."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.enrolment.line import move_line
from services.enrolment.seating import free_seat
from storage.repositories.batches import Batches
from storage.repositories.enrolments import Enrolments


async def leave_all(connection: AsyncConnection, person_id: int, now: datetime) -> None:
    """Give back every seat of a person who is held, and take their enrolments out, before anybody is offered one."""
    enrolments = Enrolments(connection)
    live = await enrolments.list_live_of(person_id)
    batches = [await Batches(connection).lock(enrolment.batch_id) for enrolment in live]
    # Between the look and the locks the seats may have moved.
    freed = {
        now_.batch_id for now_ in await enrolments.list_live_of(person_id) if await free_seat(connection, now_, now)
    }
    await enrolments.delete_of(person_id)
    for batch in batches:
        if batch is not None and batch.id in freed:
            await move_line(connection, batch, now)
