"""The sandbox as fault runs use it: its people, the faults it is told to have, and its ledger, which is the truth."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.bench.deliverer import TOKEN
from bot.demo import sandbox_process

SIDE_BY_SIDE = 16


@dataclass(frozen=True, slots=True)
class Copy:
    """A message that was accepted: its text, for which chat, and when."""

    text: str
    chat: int
    time: float


@dataclass(slots=True)
class StandIn:
    """A sandbox in a process of its own, by its control API."""

    url: str
    http: aiohttp.ClientSession
    read: int = 0
    """The last number of the ledger that `copies` has told."""

    async def meet(self, chats: list[int]) -> None:
        """Let people with these ids start the bot."""
        await self._order("POST", "bots", {"token": TOKEN, "username": "jalin_bot"})
        limit = asyncio.Semaphore(SIDE_BY_SIDE)

        async def one(chat: int) -> None:
            async with limit:
                await self._order("POST", "people", {"id": chat, "first_name": f"Contoh {chat}"})
                await self._order("POST", f"chats/{chat}/send", {"from": chat, "text": "/start"})

        await asyncio.gather(*(one(chat) for chat in chats))

    async def fault(self, kind: str, chat: int | None = None, **more: Any) -> None:
        """Let the next sendMessage (to a chat) go wrong."""
        await self._order("POST", "faults", {"kind": kind, "method": "sendMessage", "chat": chat} | more)

    async def block(self, chat: int, *, blocked: bool) -> None:
        """Somebody blocks the bot, or no longer."""
        await self._order("POST", f"people/{chat}/block", {"blocked": blocked})

    async def copies(self) -> list[Copy]:
        """What was accepted since the last time, in order."""
        told = await self._order("GET", f"ledger?method=sendMessage&after={self.read}")
        self.read = max((row["n"] for row in told["entries"]), default=self.read)
        return [Copy(row["params"]["text"], row["chat"], row["time"]) for row in told["entries"]]

    async def _order(self, verb: str, path: str, body: Any = None) -> dict[str, Any]:
        async with self.http.request(verb, f"{self.url}/api/{path}", json=body) as response:
            told: dict[str, Any] = await response.json()
            if response.status != 200:
                raise RuntimeError(f"{path}: {told}")
            return told


@asynccontextmanager
async def stand_in() -> AsyncIterator[StandIn]:
    """One, while the context is open."""
    with sandbox_process(0, None) as url:
        async with aiohttp.ClientSession() as http:
            yield StandIn(url, http)
