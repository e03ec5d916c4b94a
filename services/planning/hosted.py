"""The published trainings for which an organizer's agency can open batches."""

from __future__ import annotations

from dataclasses import dataclass

from services.access import grants_of, reach
from storage.database import Database
from storage.repositories.planning import HostedTraining, Planning


@dataclass(frozen=True, slots=True, kw_only=True)
class HostedTrainings:
    """The published trainings that an agency within the actor's reach of `action` hosts; none without any reach."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, action: str) -> tuple[HostedTraining, ...]:
        async with self.database.read() as connection:
            within = reach(action, await grants_of(connection, actor_telegram_id, self.admin_ids))
            if not within:
                return ()
            return await Planning(connection).list_hosted(None if within.everywhere else within.agencies)
