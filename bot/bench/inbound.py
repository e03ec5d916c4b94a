"""What an update costs: CPU of a browse press, time to `ready`, memory at rest, each next to bare aiogram.

Both bots run as processes of their own against one sandbox; the sandbox's and this process's CPU are not counted.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import psutil

from bot.bench.figures import figure
from bot.callbacks import Browse
from bot.demo import EXAMPLES, sandbox_process
from bot.loading import load_into
from bot.settings import Settings

ROUNDS = 3
PEOPLE = 20
PRESSES = 40
WARM_UP = 5
REST_SECONDS = 2.0
FIRST_PERSON = 600_500_001
JALIN = [sys.executable, "-m", "bot.cli", "run"]
BARE = [sys.executable, "-m", "bot.bench.bare"]


@dataclass(frozen=True, slots=True)
class Readings:
    """What one bot did in one round."""

    start_seconds: float
    idle_mb: float
    cpu_ms: float


def measure() -> Iterator[str]:
    """Three figures, medians of three rounds; ours and the baseline take turns."""
    with tempfile.TemporaryDirectory(prefix="jalin-bench-") as folder, sandbox_process(0, None) as url:
        ours, bare = [], []
        for number in range(ROUNDS):
            # Another bot each time, so another database: update ids of two bots mean different updates.
            database = f"sqlite:///{folder}/{number}/jalin.db"
            asyncio.run(load_into(_settings(database), EXAMPLES))
            ours.append(_round(url, f"7100{number}", JALIN, {"DATABASE_URL": database, "LOG_LEVEL": "WARNING"}))
            bare.append(_round(url, f"7200{number}", BARE, {}))
    for name, field, unit in (
        ("inbound.cpu_ms", "cpu_ms", "ms"),
        ("start.seconds", "start_seconds", "s"),
        ("idle.rss_mb", "idle_mb", "MB"),
    ):
        yield figure(name, [getattr(r, field) for r in ours], unit, [getattr(r, field) for r in bare])


def _settings(database: str) -> Settings:
    return Settings(_env_file=None, database_url=database)  # type: ignore[call-arg]


def _round(url: str, bot_id: str, command: list[str], more: dict[str, str]) -> Readings:
    environment = os.environ | {"BOT_TOKEN": f"{bot_id}:{'b' * 35}", "TELEGRAM_API_URL": url} | more
    with child_process(command, environment) as (process, seconds):
        time.sleep(REST_SECONDS)
        idle = process.memory_info().rss / 2**20
        return Readings(seconds, idle, asyncio.run(_press(url, int(bot_id), process)))


@contextmanager
def child_process(command: list[str], environment: dict[str, str]) -> Iterator[tuple[psutil.Process, float]]:
    """The process and how long it took to say `ready`."""
    started = time.perf_counter()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603
    try:
        assert child.stdout is not None
        while child.stdout.readline().strip() != "ready":
            if child.poll() is not None:
                raise RuntimeError(f"{command[-1]} ended with {child.returncode} before it was ready")
        yield psutil.Process(child.pid), time.perf_counter() - started
    finally:
        child.terminate()
        child.wait(timeout=15)


async def _press(url: str, bot: int, process: psutil.Process) -> float:
    """CPU milliseconds of the process per press, after a warm-up."""
    async with aiohttp.ClientSession() as http:
        crowd = [Presser(http, url, bot, FIRST_PERSON + number) for number in range(PEOPLE)]
        await asyncio.gather(*(presser.begin() for presser in crowd))
        await asyncio.gather(*(presser.press(WARM_UP) for presser in crowd))
        before = process.cpu_times()
        await asyncio.gather(*(presser.press(PRESSES) for presser in crowd))
        after = process.cpu_times()
    spent = (after.user + after.system) - (before.user + before.system)
    return float(1000 * spent / (PEOPLE * PRESSES))


class Presser:
    """Somebody who browses: writes once, then taps through the pages and waits for each."""

    def __init__(self, http: aiohttp.ClientSession, url: str, bot: int, person: int) -> None:
        self._http, self._url, self._bot, self._person = http, url, bot, person
        self._message = 0
        self._data: list[str] = []
        self._taps = 0

    async def begin(self, text: str = "/menu") -> None:
        """Write to the bot, and wait for a message to tap on."""
        await self._call("people", {"id": self._person, "first_name": f"Contoh {self._person}"})
        sent = await self._call(f"chats/{self._person}/send", {"from": self._person, "bot": self._bot, "text": text})
        self._look(await self._wait(sent["changed"]))

    async def press(self, times: int) -> None:
        """Tap so often, each time on another page, and wait for the screen to change."""
        for _ in range(times):
            self._taps += 1
            data = Browse(page=1 + self._taps % 2).pack()
            body = {"from": self._person, "bot": self._bot, "message_id": self._message, "data": data}
            made = await self._call(f"chats/{self._person}/press", body)
            await self._wait(made["changed"])

    def _look(self, view: dict[str, Any]) -> None:
        """The newest message is the one to tap on."""
        newest = view["messages"][-1]
        rows = newest["inline_keyboard"] or []
        self._message = newest["message_id"]
        self._data = [button["callback_data"] for row in rows for button in row if "callback_data" in button]

    async def _wait(self, changed: int) -> dict[str, Any]:
        """The chat once it has changed; a bot that is busy is waited for."""
        path = f"chats/{self._person}?bot={self._bot}&after={changed}&wait=10&limit=5"
        while True:
            async with self._http.get(f"{self._url}/api/{path}") as response:
                view = dict(await response.json())
            if view["changed"] > changed:
                return view

    async def _call(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        async with self._http.post(f"{self._url}/api/{path}", json=body) as response:
            text = await response.text()
            if response.status != 200:
                raise RuntimeError(text)
            return dict(json.loads(text))
