"""A delivery worker in a process of its own, to be killed, with a clock that may run ahead, run fast, or jump."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from multiprocessing.context import ForkServerProcess

from bot.bench.deliverer import TOKEN, delivering
from bot.logs import set_up_logs

BEGAN = datetime(2026, 11, 17, 4, 0, tzinfo=UTC)
BETWEEN_STARTS = timedelta(minutes=15)
"""How much later each worker believes it is: leases of the one before have lapsed, as after a long absence."""
SPEED = 10
"""How fast its clock runs, so that pauses between attempts are short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What a worker is to know. `jumps`: after so many seconds the clock moves by so much."""

    database_url: str
    api_url: str
    limit: float
    number: int = 0
    speed: float = SPEED
    token: str = TOKEN
    jumps: tuple[tuple[float, timedelta], ...] = ()
    epoch: datetime = field(default=BEGAN)

    def clock(self, seconds: float) -> datetime:
        """What its clock shows so many seconds after its start."""
        jumped = sum((by for after, by in self.jumps if seconds >= after), timedelta())
        return self.epoch + self.number * BETWEEN_STARTS + timedelta(seconds=self.speed * seconds) + jumped


def start(orders: Orders) -> ForkServerProcess:
    """Start it; it runs until SIGTERM or a kill."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    process = context.Process(target=_work, args=(orders,), daemon=True)
    process.start()
    return process


async def ended(process: ForkServerProcess) -> int | None:
    """Wait for its end; the exit code."""
    while process.is_alive():  # noqa: ASYNC110 - it says nothing when it ends
        await asyncio.sleep(0.01)
    return process.exitcode


def _work(orders: Orders) -> None:
    set_up_logs("ERROR")
    asyncio.run(_deliver(orders))


async def _deliver(orders: Orders) -> None:
    stop, began = asyncio.Event(), time.monotonic()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)

    def now() -> datetime:
        return orders.clock(time.monotonic() - began)

    async with delivering(
        orders.database_url, orders.api_url, limit=orders.limit, now=now, token=orders.token
    ) as deliverer:
        await deliverer.run(stop)
