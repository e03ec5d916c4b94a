"""How many people an announcement would reach, now."""

from __future__ import annotations

from dataclasses import dataclass

from storage.database import Database
from storage.repositories.broadcasts import Audience, Broadcasts, Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class CountAudience:
    """Count who is meant as it is now, apart those who blocked the bot; rights are the caller's to ask."""

    database: Database

    async def __call__(self, audience: Audience, *, general: bool) -> Counted:
        async with self.database.read() as connection:
            return await Broadcasts(connection).count(audience, general=general)
