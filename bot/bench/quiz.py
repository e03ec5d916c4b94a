"""A morning of quizzes: 1,000 people who each tap every 20 seconds, on SQLite and on PostgreSQL.

Ours is the bot as it runs; the baseline a bare aiogram bot with one UPDATE a tap, both as processes of their own
against one sandbox. CPU is the bot's process alone; the time is from the tap until the chat shows what came of it.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes
from statistics import quantiles

import aiohttp
import psutil
from sqlalchemy import insert

from bot.bench.figures import figure
from bot.bench.inbound import JALIN, Presser, child_process
from bot.bench.postgres import NoPostgres, server
from bot.callbacks_practice import AnswerQuiz, NextQuiz, OpenQuiz
from bot.demo import sandbox_process
from services.clock import utc_now
from storage.database import Database
from storage.migrate import migrate
from storage.tables.people import PersonRow

PEOPLE = 1_000
EVERY_SECONDS = 20.0
TAPS_EACH = 3
FIRST_PERSON = 600_700_001
BARE = [sys.executable, "-m", "bot.bench.bare_quiz"]
OURS_BOT, BARE_BOT = "73000", "74000"
AT_ONCE = 20
"""So many begin together, before anything is measured."""


@dataclass(frozen=True, slots=True)
class Readings:
    """What one bot took."""

    cpu_ms: float
    p99_ms: float


def measure() -> Iterator[str]:
    """Two figures a database."""
    with tempfile.TemporaryDirectory(prefix="jalin-bench-") as folder:
        yield from _compare("sqlite", f"sqlite:///{folder}/jalin.db", f"sqlite:///{folder}/bare.db")
    yield from measure_postgres()


def measure_postgres() -> Iterator[str]:
    """The same on a server of its own; without its binaries, a line says so."""
    try:
        with server() as url:
            database = url.format(database="postgres")
            yield from _compare("postgresql", database, database.replace("+asyncpg", ""))
    except NoPostgres as problem:
        sys.stderr.write(f"quiz.postgresql.* is left out: {problem}\n")


def _compare(name: str, ours_url: str, bare_url: str) -> Iterator[str]:
    with sandbox_process(0, None) as url:
        asyncio.run(prepare(ours_url, PEOPLE))
        bare = _run(url, BARE_BOT, BARE, bare_url)
        ours = _run(url, OURS_BOT, JALIN, ours_url)
    yield figure(f"quiz.{name}.cpu_ms", [ours.cpu_ms], "ms", [bare.cpu_ms])
    yield figure(f"quiz.{name}.p99_ms", [ours.p99_ms], "ms", [bare.p99_ms])


async def prepare(database_url: str, people: int) -> None:
    """A database with people who have agreed."""
    if database_url.startswith("sqlite"):
        Path(database_url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    now = utc_now()
    agreed = {"consent_version": "1", "consent_at": now, "created_at": now, "zone": "WIB"}
    database = Database(database_url)
    await migrate(database)
    async with database.write() as connection:
        await connection.execute(
            insert(PersonRow), [{"telegram_id": FIRST_PERSON + number, **agreed} for number in range(people)]
        )
    await database.close()


def _run(url: str, bot_id: str, command: list[str], database_url: str) -> Readings:
    environment = os.environ | {"BOT_TOKEN": f"{bot_id}:{'b' * 35}", "TELEGRAM_API_URL": url, "LOG_LEVEL": "WARNING"}
    keys = {name: urlsafe_b64encode(token_bytes(32)).decode() for name in ("DATA_KEY", "LOOKUP_KEY")}
    with child_process(command, environment | keys | {"DATABASE_URL": database_url}) as (process, _):
        return asyncio.run(_morning(url, int(bot_id), process))


async def _morning(url: str, bot: int, process: psutil.Process) -> Readings:
    """Everybody begins, and then taps at their own moment of each 20 seconds."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
        crowd = [Taker(http, url, bot, FIRST_PERSON + number) for number in range(PEOPLE)]
        for start in range(0, PEOPLE, AT_ONCE):
            await asyncio.gather(*(taker.begin("/kuis") for taker in crowd[start : start + AT_ONCE]))
        before = process.cpu_times()
        waited = await spread(crowd, EVERY_SECONDS, TAPS_EACH)
        after = process.cpu_times()
    spent = (after.user + after.system) - (before.user + before.system)
    return Readings(1000 * spent / len(waited), 1000 * quantiles(waited, n=100)[-1])


async def spread(crowd: Sequence[Taker], every: float, taps: int) -> list[float]:
    """The seconds that each tap took; all people tap so often, evenly spread over each round."""
    loop = asyncio.get_running_loop()
    start, waited = loop.time(), list[float]()

    async def sit(number: int, taker: Taker) -> None:
        for turn in range(taps):
            await asyncio.sleep(start + every * (turn + number / len(crowd)) - loop.time())
            tapped = loop.time()
            await taker.tap()
            waited.append(loop.time() - tapped)

    await asyncio.gather(*(sit(number, taker) for number, taker in enumerate(crowd)))
    return waited


class Taker(Presser):
    """Somebody with a quiz: answers, goes on, and begins another one after the last question."""

    async def tap(self) -> None:
        """One tap on what the chat shows, until it shows something else."""
        body = {"from": self._person, "bot": self._bot, "message_id": self._message, "data": next_tap(self._data)}
        made = await self._call(f"chats/{self._person}/press", body)
        self._look(await self._wait(made["changed"]))


def next_tap(buttons: Sequence[str]) -> str:
    """What to tap where these buttons are: an option, else the next question, else another quiz."""
    for form in (AnswerQuiz, NextQuiz):
        found = next((data for data in buttons if data.startswith(f"{form.__prefix__}:")), None)
        if found:
            return found
    return OpenQuiz().pack()
