"""Watching a training: to hear when it opens, and before it closes."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.errors import Refusal
from storage.database import Database
from storage.repositories.people import People
from storage.repositories.reminders import Reminders


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Begin to watch a batch's training, or end it; twice changes nothing. Raises: consent-needed, training-gone."""

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, batch_id: int, on: bool) -> None:
        async with self.database.write() as connection:
            person = await People(connection).find(telegram_id)
            if person is None or not person.consented:
                raise Refusal("consent-needed")
            if not on:
                await Reminders(connection).unwatch(person.id, batch_id)
            elif not await Reminders(connection).watch(person.id, batch_id, at=self.now()):
                raise Refusal("training-gone")


@dataclass(frozen=True, slots=True, kw_only=True)
class IsWatched:
    """Whether somebody watches a batch's training."""

    database: Database

    async def __call__(self, *, telegram_id: int, batch_id: int) -> bool:
        async with self.database.read() as connection:
            person = await People(connection).find(telegram_id)
            return person is not None and await Reminders(connection).is_watched(person.id, batch_id)
