"""Giving a seat back, leaving the line, withdrawing what was submitted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.clock import Clock
from services.enrolment.dates import cancel_until
from services.enrolment.moves import ENDED, State
from services.enrolment.own import hold_own, leave
from services.errors import Refusal
from services.identity.decisions import tidy_note
from storage.database import Database

CAN_BE_LEFT = frozenset({State.SUBMITTED, State.RECOMMENDED, State.WAITLISTED, State.OFFERED, State.CONFIRMED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """What was left. `changed` is False where it had ended before."""

    enrolment_id: int
    batch_id: int
    was: State
    changed: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """End an own enrolment. A sure seat needs a reason, and can be given back until the cut-off.

    Raises a Refusal: enrolment-unknown, reason-missing, cancel-too-late (with `until`).
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, enrolment_id: int, reason: str | None = None) -> Cancelled:
        async with self.database.write() as connection:
            own, now = await hold_own(connection, telegram_id, enrolment_id), self.now()
            was, note = State(own.enrolment.state), tidy_note(reason)
            if was not in ENDED:
                until = cancel_until(own.batch)
                if was not in CAN_BE_LEFT or (was is State.CONFIRMED and now >= until):
                    raise Refusal("cancel-too-late", until=until)
                if was is State.CONFIRMED and note is None:
                    raise Refusal("reason-missing")
                await leave(connection, own.batch, own.enrolment, own.actor, now, reason=note)
        return Cancelled(enrolment_id=enrolment_id, batch_id=own.batch.id, was=was, changed=was not in ENDED, at=now)
