"""One process that sends: the delivery worker (`ours`), or a bare aiogram loop. Says what it cost, as JSON."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
import time
from typing import Any

import psutil
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.bench.deliverer import delivering
from bot.logs import set_up_logs

SIDE_BY_SIDE = 8
WARM_UP = 0.1
"""The share of the messages after which connections, statements and buffers are there."""
TEXT = "<b>Pengumuman</b>\n\nPendaftaran angkatan 2 ditutup Sen, 30 Nov 2026 pukul 17.00 WIB."
KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Lihat pelatihan", callback_data="g:1")]])


class Meter:
    """What this process spends from the warm-up's end to the last message."""

    def __init__(self, messages: int) -> None:
        self.messages, self.sent = messages, 0
        self.over = asyncio.Event()
        self._process = psutil.Process()
        self._warm = int(messages * WARM_UP)
        self._at_first: tuple[float, float, float] = (0, 0, 0)

    def note(self) -> None:
        """One more message is on its way."""
        self.sent += 1
        if self.sent == self._warm:
            self._at_first = self._read()
        if self.sent == self.messages:
            self.over.set()

    def line(self) -> str:
        """CPU a message, the growth in memory, the seconds it took."""
        now, first, count = self._read(), self._at_first, self.messages - self._warm
        cpu, grown, seconds = (later - earlier for later, earlier in zip(now, first, strict=True))
        return json.dumps({"cpu_ms": 1000 * cpu / count, "rss_mb": grown / 2**20, "seconds": seconds})

    def _read(self) -> tuple[float, float, float]:
        spent = self._process.cpu_times()
        return spent.user + spent.system, float(self._process.memory_info().rss), time.monotonic()


async def ours(meter: Meter, api_url: str) -> None:
    """The worker on the outbox of DATABASE_URL, until so many are sent."""

    def said(_: dict[str, Any]) -> tuple[str, InlineKeyboardMarkup]:
        meter.note()
        return TEXT, KEYBOARD

    stop = asyncio.Event()
    database_url, limit = os.environ["DATABASE_URL"], float(os.environ["LIMIT"])
    async with delivering(database_url, api_url, limit=limit, say=said) as worker, asyncio.TaskGroup() as tasks:
        tasks.create_task(worker.run(stop))
        await meter.over.wait()
        stop.set()


async def bare(meter: Meter, api_url: str) -> None:
    """Eight loops that send as fast as they can: no outbox, no pace, nothing written down."""
    bot = Bot(os.environ["BOT_TOKEN"], session=AiohttpSession(api=TelegramAPIServer.from_base(api_url)))

    async def send() -> None:
        while meter.sent < meter.messages:
            meter.note()
            await bot.send_message(meter.sent, TEXT, reply_markup=KEYBOARD, parse_mode="HTML")

    async with asyncio.TaskGroup() as tasks:
        for _ in range(SIDE_BY_SIDE):
            tasks.create_task(send())
    await bot.session.close()


async def _main(which: str, messages: int) -> None:
    gc.freeze()  # as `jalin run` does
    meter = Meter(messages)
    await (ours if which == "ours" else bare)(meter, os.environ["TELEGRAM_API_URL"])
    sys.stdout.write(meter.line() + "\n")


if __name__ == "__main__":
    set_up_logs("WARNING")
    asyncio.run(_main(sys.argv[1], int(sys.argv[2])))
