"""A delivery worker on a real database and a real sandbox, in time that a test moves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.delivery import Deliverer, Kind, Kinds, Recipient, Rendered
from bot.pacer import Pacer
from services.outbox import Desk, Policy
from services.people import MarkUnreachable
from storage.database import Database
from tests.support.clock import Clock
from tests.support.deliveries import FIRST_TELEGRAM_ID, states
from tests.support.sandbox import TOKEN, Sandbox

LIMIT = 1000.0
OPEN = {"queued", "sending"}


async def render_text(payload: dict[str, Any], _: Recipient) -> Rendered | None:
    """The payload's text; without one it is no longer true."""
    return Rendered(payload["text"]) if "text" in payload else None


def text_kinds() -> Kinds:
    """The kinds of `tests.support.deliveries.RULES`."""
    return Kinds(
        [
            Kind("notice", Policy.AT_LEAST_ONCE, render_text),
            Kind("reminder", Policy.AT_MOST_ONCE, render_text),
            Kind("alarm", Policy.AT_LEAST_ONCE, render_text, urgent=True),
        ]
    )


@asynccontextmanager
async def bot_at(url: str, token: str = TOKEN) -> AsyncIterator[Bot]:
    """An aiogram bot that talks to this Bot API server."""
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    yield bot
    await bot.session.close()


async def know(sandbox: Sandbox, *people: int) -> None:
    """Let the persons of `add_people` start the bot."""
    await sandbox.add_bot()
    for person in people:
        known = await sandbox.add_person(id=FIRST_TELEGRAM_ID + person, first_name=f"P{person}")
        await known.send("/start")


class Bench:
    """A worker, its clock, and what it waited for. Time stands still while it idles, unless `idle_lasts` says else."""

    def __init__(self, database: Database, bot: Bot, now: Clock, *, kinds: Kinds | None = None) -> None:
        self.database, self.bot, self.now = database, bot, now
        self.kinds = kinds or text_kinds()
        self.stop = asyncio.Event()
        self.waits: list[float] = []
        self.idle_lasts = 0.0
        self.pacer = Pacer(LIMIT, clock=lambda: now().timestamp(), sleep=self._sleep)
        self.deliverer = Deliverer(
            bot=bot,
            kinds=self.kinds,
            desk=Desk(database=database, now=now, rules=self.kinds.rules()),
            pacer=self.pacer,
            unreachable=self._unreachable,
            now=now,
            pause=self._pause,
        )

    async def run(self, until: Callable[[], Any] | None = None) -> None:
        """Work until all is over, or until the coroutine function `until` answers with something true."""
        async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
            tasks.create_task(self.deliverer.run(self.stop))
            while not await (until or self._is_over)():
                await asyncio.sleep(0.002)
            self.stop.set()

    async def _is_over(self) -> bool:
        return self.deliverer.broken is not None or not OPEN & set(await states(self.database))

    async def _sleep(self, seconds: float) -> None:
        self.now.advance(seconds=seconds, microseconds=1)  # a moment has no less: a shorter sleep would never end
        await asyncio.sleep(0)

    async def _pause(self, event: asyncio.Event, seconds: float) -> None:
        if event is self.stop:
            self.waits.append(round(seconds, 3))
            await self._sleep(seconds)
            return
        self.now.advance(seconds=self.idle_lasts)
        with suppress(TimeoutError):
            async with asyncio.timeout(0.005):
                await event.wait()

    async def _unreachable(self, telegram_id: int) -> None:
        await MarkUnreachable(database=self.database, now=self.now)(telegram_id=telegram_id)
