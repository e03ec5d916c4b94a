"""The baseline: the smallest aiogram bot that counts a tap with one UPDATE, answers it, and edits the message.

Run as a process of its own. It keeps no inbox, asks nobody who they are, and talks to the database's driver directly.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import asyncpg
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import GetUpdates
from aiogram.types import CallbackQuery, Message

from bot.bench.bare import KEYBOARD
from storage.database import POSTGRES_POOL
from storage.inline import PRAGMAS

Count = Callable[[int], Awaitable[object]]

TABLE = "CREATE TABLE IF NOT EXISTS bare_taps (person BIGINT PRIMARY KEY, taps INTEGER NOT NULL)"
ADD = "INSERT INTO bare_taps VALUES ({person}, 0) ON CONFLICT DO NOTHING"
TAP = "UPDATE bare_taps SET taps = taps + 1 WHERE person = {person}"
TEXT = "Tercatat. " * 30
"""About as long as a question with its options."""


@asynccontextmanager
async def on_sqlite(file: str) -> AsyncIterator[tuple[Count, Count]]:
    """To add a person, and to count a tap: one connection with our settings, and no thread in between."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(TABLE)
    added, counted = ADD.format(person="?"), TAP.format(person="?")

    async def add(person: int) -> None:
        connection.execute(added, (person,))

    async def tap(person: int) -> None:
        connection.execute(counted, (person,))

    yield add, tap
    connection.close()


@asynccontextmanager
async def on_postgres(url: str) -> AsyncIterator[tuple[Count, Count]]:
    """The same with as many connections as ours keeps."""
    async with asyncpg.create_pool(url, min_size=POSTGRES_POOL, max_size=POSTGRES_POOL) as connections:
        await connections.execute(TABLE)
        added, counted = ADD.format(person="$1"), TAP.format(person="$1")

        async def add(person: int) -> None:
            await connections.execute(added, person)

        async def tap(person: int) -> None:
            await connections.execute(counted, person)

        yield add, tap


async def main() -> None:
    """Poll, and say `ready` after the first answer."""
    api = TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"])
    bot = Bot(os.environ["BOT_TOKEN"], session=AiohttpSession(api=api))
    url = os.environ["DATABASE_URL"]
    door = on_sqlite(url.removeprefix("sqlite:///")) if url.startswith("sqlite") else on_postgres(url)
    async with door as (add, tap):

        async def greet(message: Message) -> None:
            await add(message.chat.id)
            await message.answer("Halo", reply_markup=KEYBOARD)

        async def press(event: CallbackQuery) -> None:
            await tap(event.from_user.id)
            await event.answer()
            if isinstance(event.message, Message):
                await event.message.edit_text(f"{TEXT}{event.id}", reply_markup=KEYBOARD)

        dispatcher = Dispatcher()
        dispatcher.message.register(greet)
        dispatcher.callback_query.register(press)
        await bot(GetUpdates(timeout=0, limit=1))
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await dispatcher.start_polling(bot, handle_signals=True)


if __name__ == "__main__":
    asyncio.run(main())
