"""What people read: their own list of it, and without anybody's name what is asked most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from storage.database import Database
from storage.repositories.knowledge import Readings, Votes
from storage.repositories.people import People

READINGS_KEPT = 10
ASKED_LATELY = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReading:
    """Count that an article was shown, and put it first on the own list of who has agreed; ten are kept.

    A person counts once a day and article. Of a guest nothing is kept by which to know them, so each time counts.
    Returns the person's vote on the article, if there is one.
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, article: str) -> int | None:
        async with self.database.write() as connection:
            person = await People(connection).find(telegram_id)
            if person is None or not person.consented:
                await Readings(connection).add_view(article, day_of(self.now()))
                return None
            await self._keep(connection, person.id, article)
            return await Votes(connection).find(person.id, article)

    async def _keep(self, connection: AsyncConnection, person_id: int, article: str) -> None:
        readings, at = Readings(connection), self.now()
        last = await readings.find(person_id, article)
        if last is None or day_of(last) != day_of(at):
            await readings.add_view(article, day_of(at))
        await readings.set(person_id, article, at=at)
        await readings.delete_all_but(person_id, READINGS_KEPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReadings:
    """The articles a person opened, the last one first."""

    database: Database

    async def __call__(self, *, person_id: int) -> tuple[str, ...]:
        async with self.database.read() as connection:
            return await Readings(connection).list(person_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class MostAsked:
    """The articles shown most in the last 30 days, most first."""

    database: Database
    now: Clock

    async def __call__(self, *, limit: int) -> tuple[str, ...]:
        since = day_of(self.now() - ASKED_LATELY)
        async with self.database.read() as connection:
            return await Readings(connection).list_most_viewed(since, limit)


def day_of(moment: datetime) -> date:
    """The day by which views are counted: the same for everybody."""
    return moment.astimezone(UTC).date()
