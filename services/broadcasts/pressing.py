"""Counting who pressed a button of an announcement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from services.clock import Clock
from services.errors import Refusal
from storage.database import Database
from storage.repositories.copies import Copies
from storage.repositories.people import People
from storage.repositories.runs import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class PressButton:
    """Count a button once a person, and give it as it is written in the announcement.

    Counted is only who has a copy. Raises Refusal("broadcast-gone") where there is none, or no such button.
    """

    database: Database
    now: Clock

    async def __call__(self, *, broadcast_id: int, button: int, telegram_id: int) -> dict[str, Any]:
        async with self.database.write() as connection:
            person = await People(connection).find(telegram_id)
            run = await Runs(connection).find(broadcast_id)
            if person is None or run is None or await Copies(connection).find(broadcast_id, person.id) is None:
                raise Refusal("broadcast-gone")
            buttons: list[dict[str, Any]] = run.body.get("buttons") or []
            if not 0 <= button < len(buttons):
                raise Refusal("broadcast-gone")
            await Runs(connection).press(broadcast_id, person.id, button, self.now())
        return buttons[button]
