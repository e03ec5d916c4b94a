"""What one person's copy is when its turn comes, and when what they have is changed."""

from __future__ import annotations

from dataclasses import dataclass

from services.broadcasts.looking import DELETABLE_FOR
from services.clock import Clock
from services.reminders.kinds import Group
from storage.database import Database
from storage.repositories.broadcasts import BroadcastState
from storage.repositories.copies import Copies
from storage.repositories.outbox import State
from storage.repositories.runs import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCopy:
    """Which version of the text it is to hold; None where the announcement was stopped, or is not wanted any more."""

    database: Database

    async def __call__(self, *, broadcast_id: int, person_id: int) -> int | None:
        async with self.database.read() as connection:
            facts = await Runs(connection).facts(broadcast_id, person_id)
        if facts is None or facts.state == BroadcastState.CANCELLED or facts.changing == "delete":
            return None
        return None if facts.general and Group.ANNOUNCEMENTS in (facts.muted or ()) else facts.version


@dataclass(frozen=True, slots=True, kw_only=True)
class GetEdit:
    """The message to give another text; None where a later change overtook this one."""

    database: Database

    async def __call__(self, *, broadcast_id: int, person_id: int, version: int) -> int | None:
        async with self.database.read() as connection:
            facts = await Runs(connection).facts(broadcast_id, person_id)
            copy = await Copies(connection).find(broadcast_id, person_id)
        if facts is None or facts.version != version or facts.changing == "delete":
            return None
        return copy.message_id if copy is not None and copy.state == State.SENT else None


@dataclass(frozen=True, slots=True, kw_only=True)
class GetDeletion:
    """The message to take back; None where Telegram does not let us any more."""

    database: Database
    now: Clock

    async def __call__(self, *, broadcast_id: int, person_id: int) -> int | None:
        async with self.database.read() as connection:
            copy = await Copies(connection).find(broadcast_id, person_id)
        if copy is None or copy.message_id is None or copy.done_at is None:
            return None
        return copy.message_id if self.now() < copy.done_at + DELETABLE_FOR else None
