"""A delivery worker in a process of its own, to be killed."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
import time
from datetime import datetime, timedelta
from multiprocessing.context import ForkServerProcess

from bot.delivery import Deliverer
from bot.pacer import Pacer
from services.outbox import Desk
from storage.database import Database
from tests.support.clock import NOON
from tests.support.worker import bot_at, text_kinds

LIMIT = 60.0
BETWEEN_STARTS = timedelta(minutes=2)
"""How much later each worker believes it is: leases of the one before have lapsed, as after a long absence."""
SPEED = 10
"""How fast its clock runs, so that pauses between attempts are short."""


def start(number: int, database_url: str, api_url: str, limit: float = LIMIT) -> ForkServerProcess:
    """Start the worker; it runs until SIGTERM or a kill."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    process = context.Process(target=work, args=(number, database_url, api_url, limit), daemon=True)
    process.start()
    return process


def work(number: int, database_url: str, api_url: str, limit: float) -> None:
    """The process."""
    asyncio.run(_deliver(number, database_url, api_url, limit))


async def _deliver(number: int, database_url: str, api_url: str, limit: float) -> None:
    stop, began = asyncio.Event(), time.monotonic()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    database, kinds = Database(database_url), text_kinds()

    def now() -> datetime:
        return NOON + number * BETWEEN_STARTS + timedelta(seconds=SPEED * (time.monotonic() - began))

    async with bot_at(api_url) as bot:
        deliverer = Deliverer(
            bot=bot,
            kinds=kinds,
            desk=Desk(database=database, now=now, rules=kinds.rules()),
            pacer=Pacer(limit),
            unreachable=_nobody,
            now=now,
        )
        await deliverer.run(stop)
    await database.close()


async def _nobody(telegram_id: int) -> None:
    raise AssertionError(f"{telegram_id} was thought unreachable")
