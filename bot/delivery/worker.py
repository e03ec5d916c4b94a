"""The delivery worker: claims what is due, has it sent at the pace Telegram allows, writes down what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog
from aiogram import Bot

from bot.delivery.courier import DATABASE_TROUBLE, Courier, MarkUnreachable, NoteMove
from bot.delivery.kinds import Kinds
from bot.pacer import Pacer
from bot.waiting import sleep_or
from services.clock import Clock, utc_now
from services.outbox import Desk, Owed, Result

log = structlog.get_logger(__name__)

FEWEST_IN_FLIGHT = 8
SECONDS_IN_FLIGHT = 0.15
POLL_SECONDS = 1.0
LINGER_SECONDS = 0.1
RECOVER_EVERY = timedelta(seconds=5)
TRIES_AFTER_STOP = 3

Pause = Callable[[asyncio.Event, float], Awaitable[None]]
"""Sleeps so many seconds, but no longer than until the event is set."""


class Deliverer:
    """Sends what the outbox owes until it is told to stop.

    At most `capacity` deliveries are *sending* at a time: that many may be in doubt after a kill.
    """

    def __init__(
        self,
        *,
        bot: Bot,
        kinds: Kinds,
        desk: Desk,
        pacer: Pacer,
        unreachable: MarkUnreachable,
        moved: NoteMove | None = None,
        now: Clock = utc_now,
        default_zone: str = "WIB",
        paid: bool = False,
        pause: Pause = sleep_or,
    ) -> None:
        self.capacity = max(FEWEST_IN_FLIGHT, int(pacer.rate * SECONDS_IN_FLIGHT))
        self._courier = Courier(
            bot=bot,
            kinds=kinds,
            pacer=pacer,
            keep_halt=desk.halt,
            unreachable=unreachable,
            moved=moved,
            now=now,
            default_zone=default_zone,
            paid=paid,
        )
        self._desk, self._pacer, self._now, self._pause = desk, pacer, now, pause
        self._flying: dict[int, int] = {}
        self._results: asyncio.Queue[Result | None] = asyncio.Queue()
        self._recorded, self._woken, self._enough = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._recover_at = now()

    @property
    def broken(self) -> str | None:
        """Why no message is taken until an operator acts, a revoked token for instance; else None."""
        return self._courier.broken

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set (or Telegram refuses the bot itself); what is in flight then is waited for."""
        await self._resume_halt()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._record_all(stop))
            watch = tasks.create_task(self._close_at(stop))
            async with asyncio.TaskGroup() as sends:
                await self._start_all(stop, sends)
            self._results.put_nowait(None)
            watch.cancel()

    def wake(self) -> None:
        """Something was posted: look at once."""
        self._woken.set()

    async def halt(self, seconds: float) -> None:
        """Telegram told a reply to wait: deliveries wait as long, after a restart too."""
        await self._courier.halt(seconds)

    def note(self, chat_id: int) -> bool:
        """Count a message that goes out beside the deliveries; False: nothing may go out now."""
        if self._pacer.halted_for():
            return False
        self._pacer.note_reply(chat_id)
        return True

    async def _resume_halt(self) -> None:
        try:
            self._pacer.halt(await self._desk.find_halt())
        except DATABASE_TROUBLE as error:
            log.warning("halt_not_read", error=type(error).__name__)

    async def _close_at(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._pacer.close()
        self._woken.set()

    async def _start_all(self, stop: asyncio.Event, sends: asyncio.TaskGroup) -> None:
        while not stop.is_set() and self.broken is None:
            if wait := self._pacer.halted_for():
                await self._pause(stop, wait)
                continue
            await self._room()
            group = await self._claim()
            for owed in group:
                self._flying[owed.id] = owed.goes_to
                sends.create_task(self._deliver(owed))
            if not group:
                await self._pause(self._woken, POLL_SECONDS)
                self._woken.clear()

    async def _room(self) -> None:
        while len(self._flying) > self.capacity // 2:
            self._recorded.clear()
            await self._recorded.wait()

    async def _claim(self) -> tuple[Owed, ...]:
        try:
            if self._now() >= self._recover_at:
                self._recover_at = self._now() + RECOVER_EVERY
                await self._desk.recover(held=self._flying.keys())
            limit = self.capacity - len(self._flying)
            return await self._desk.claim(limit=limit, busy=frozenset(self._flying.values()))
        except DATABASE_TROUBLE as error:
            log.warning("outbox_not_read", error=type(error).__name__)
            return ()

    async def _deliver(self, owed: Owed) -> None:
        self._results.put_nowait(await self._courier.take(owed))
        if self._is_enough(self._results.qsize() + 1):
            self._enough.set()

    def _is_enough(self, results: int) -> bool:
        return results >= min(len(self._flying), self.capacity // 2)

    async def _record_all(self, stop: asyncio.Event) -> None:
        more = True
        while more:
            batch = [await self._results.get()]
            if not self._is_enough(1):  # a commit costs more than a message: one for several
                await self._pause(self._enough, LINGER_SECONDS)
            self._enough.clear()
            while not self._results.empty():
                batch.append(self._results.get_nowait())
            results = [result for result in batch if result is not None]
            more = len(results) == len(batch)
            await self._record(results, stop)

    async def _record(self, results: list[Result], stop: asyncio.Event) -> None:
        tries_left = TRIES_AFTER_STOP
        while results and tries_left:
            try:
                await self._desk.record(results)
                break
            except DATABASE_TROUBLE as error:
                log.warning("results_not_written", count=len(results), error=type(error).__name__)
                tries_left -= stop.is_set()
                await self._pause(asyncio.Event(), POLL_SECONDS)
        for result in results:
            del self._flying[result.owed.id]
        self._recorded.set()
