"""An inbox over a real database, with a dispatcher played by the test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from bot.inbox import UpdateInbox
from bot.trouble import is_databases_own
from services.vault import Vault
from storage.database import Database
from storage.repositories.inbox import Inbox
from tests.support.clock import Clock

Feed = Callable[[dict[str, Any]], Awaitable[None]]


def update(update_id: int, person: int = 1, text: str = "halo") -> dict[str, Any]:
    chat = {"id": person, "type": "private"}
    return {"update_id": update_id, "message": {"message_id": 1, "chat": chat, "from": {"id": person}, "text": text}}


class World:
    """An inbox over a real database, with a dispatcher played by the test."""

    def __init__(self, database: Database, now: Clock, feed: Feed) -> None:
        self.slept: list[float] = []
        self.apologies: list[tuple[int, str]] = []
        self.database = database
        self.inbox = UpdateInbox(
            database=database,
            vault=Vault(b"d" * 32, b"l" * 32),
            now=now,
            feed=feed,
            apologise=self._apologise,
            sleep=self._sleep,
        )

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)

    async def _apologise(self, raw: dict[str, Any], reference: str) -> None:
        self.apologies.append((raw["update_id"], reference))

    async def settle(self) -> None:
        """Wait until nothing waits any more."""
        for _ in range(2_000):
            if await self._count_waiting() == 0 and self.inbox.lanes.is_idle:
                return
            await asyncio.sleep(0.002)
        raise AssertionError("the inbox did not settle")

    async def _count_waiting(self) -> int | None:
        """None while the database is away: whoever looks shares its connections, and a server ends those too."""
        try:
            async with self.database.read() as connection:
                return await Inbox(connection).count_waiting()
        except Exception as error:
            if not is_databases_own(error):
                raise
            return None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        stop = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.inbox.run(stop))
            yield
            stop.set()
