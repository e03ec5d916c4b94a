"""The durable inbox: nothing Telegram handed over is lost, nothing takes effect twice.

An update is written down before it is confirmed to Telegram, handled in its person's lane, and marked done after its
reply. What was not done when the process died is handled again; effects are unique by business key, so a second run
finds them and shows the state again. A handler that raises is tried three times, then its update is quarantined and
the person gets an apology with a reference. Trouble on Telegram's side never counts against an update: it waits.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import structlog
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.lanes import Again, Lanes, Sleep
from bot.scope import CURRENT, UpdateScope
from bot.waiting import either
from services.clock import Clock
from services.vault import Vault
from storage.database import Database
from storage.repositories.fsm import FsmStates
from storage.repositories.inbox import Arrival, Inbox, Waiting

log = structlog.get_logger(__name__)

Feed = Callable[[dict[str, Any]], Awaitable[Any]]
Apologise = Callable[[dict[str, Any], str], Awaitable[None]]

TRIES = 3
WIDTH = 32
DEPTH = 1_000
PAGE = 200
HANDLING_SECONDS = 60.0
TELEGRAMS_OWN = (TelegramNetworkError, TelegramRetryAfter, TelegramServerError)
DATABASES_OWN = (OperationalError, InterfaceError, PoolTimeout, OSError)
LONGEST_PAUSE = 30.0
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(slots=True, kw_only=True)
class UpdateInbox:
    """Takes updates in, and sees each of them through. `feed` is the dispatcher; `apologise` is the last resort."""

    database: Database
    vault: Vault
    now: Clock
    feed: Feed
    apologise: Apologise
    sleep: Sleep | None = None
    _taking: asyncio.Lock = field(init=False, default_factory=asyncio.Lock)
    lanes: Lanes = field(init=False)
    _fed: int = field(init=False, default=0)
    _behind: bool = field(init=False, default=True)
    _news: asyncio.Event = field(init=False, default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.lanes = Lanes(self._handle, width=WIDTH, depth=DEPTH, sleep=self.sleep)
        self._news.set()

    async def take(self, updates: Sequence[dict[str, Any]]) -> None:
        """Write a batch down in one transaction. When this returns, Telegram may forget it."""
        if not updates:
            return
        arrivals = [Arrival(u["update_id"], lane_of(u), json.dumps(u, ensure_ascii=False)) for u in updates]
        async with self._taking:
            async with self.database.write() as connection:
                new = await Inbox(connection).add(arrivals, self.now())
            self._hand_over(new)

    async def run(self, stop: asyncio.Event, *, grace: float = 8.0) -> None:
        """Feed the lanes from the database until `stop`, then let what is at work finish."""
        try:
            while await either(self._news, stop) and not stop.is_set():
                await self._catch_up(stop)
        finally:
            await self.lanes.close(grace)

    async def again(self, reference: str, lane: int) -> bool:
        """Put a quarantined update of this person back in line; whether there was one."""
        async with self.database.write() as connection:
            inbox = Inbox(connection)
            found = await inbox.find_quarantined(reference, lane)
            if found is None:
                return False
            body = self.vault.decrypt(found.cipher)
            await inbox.set_waiting(found.seq, body)
        self.lanes.put(Waiting(found.seq, found.update_id, lane, body))
        return True

    def _hand_over(self, new: list[Waiting]) -> None:
        # While the database holds older ones not fed yet, new ones wait their turn behind them.
        if self._behind or not self.lanes.has_room:
            self._behind = True
            self._news.set()
            return
        for item in new:
            self._put(item)

    async def _catch_up(self, stop: asyncio.Event) -> None:
        self._behind = True
        while self._behind and not stop.is_set():
            await self.lanes.room()
            self._news.clear()
            async with self.database.read() as connection:
                page = await Inbox(connection).list_waiting(self._fed, PAGE)
            for item in page:
                self._put(item)
            # News since the page was read means that newer ones stepped back behind us: read on.
            self._behind = len(page) == PAGE or self._news.is_set()

    def _put(self, item: Waiting) -> None:
        if item.seq > self._fed:
            self._fed = item.seq
            self.lanes.put(item)

    async def _handle(self, item: Waiting) -> Again | None:
        try:
            await self._attempt(item)
        except TELEGRAMS_OWN as error:
            log.warning("telegram_away", update_id=item.update_id, error=type(error).__name__)
        except DATABASES_OWN as error:
            log.error("database_away", update_id=item.update_id, error=type(error).__name__)
            if item.waits == 0:
                await self._apologise(item, new_reference())
        except Exception as error:
            log.exception("update_failed", update_id=item.update_id, attempt=item.attempts + 1)
            return await self._count_failure(replace(item, attempts=item.attempts + 1), error)
        else:
            return None
        return Again(replace(item, waits=item.waits + 1), min(0.5 * 2**item.waits, LONGEST_PAUSE))

    async def _attempt(self, item: Waiting) -> None:
        async with self.database.read() as connection:
            entries = await FsmStates(connection).list(item.lane)
        scope = UpdateScope(item.lane, entries)
        CURRENT.set(scope)
        try:
            async with asyncio.timeout(HANDLING_SECONDS):
                await self.feed(json.loads(item.body))
        except TelegramForbiddenError:
            log.info("person_unreachable", update_id=item.update_id)
        async with self.database.write() as connection:
            if scope.changes:
                await FsmStates(connection).save(item.lane, scope.changes, self.now())
            await Inbox(connection).set_done(item.seq, self.now())

    async def _count_failure(self, item: Waiting, error: Exception) -> Again | None:
        reference = new_reference()
        try:
            async with self.database.write() as connection:
                await self._write_failure(Inbox(connection), item, type(error).__name__, reference)
        except DATABASES_OWN:
            return Again(item, LONGEST_PAUSE)
        if item.attempts < TRIES:
            return Again(item, 0.5 * 2**item.attempts)
        log.error("update_quarantined", update_id=item.update_id, reference=reference, error=type(error).__name__)
        await self._apologise(item, reference)
        return None

    async def _write_failure(self, inbox: Inbox, item: Waiting, about: str, reference: str) -> None:
        if item.attempts < TRIES:
            return await inbox.set_failed(item.seq, item.attempts, about)
        return await inbox.set_quarantined(
            item.seq,
            attempts=item.attempts,
            error=about,
            reference=reference,
            cipher=self.vault.encrypt(item.body),
            now=self.now(),
        )

    async def _apologise(self, item: Waiting, reference: str) -> None:
        try:
            await self.apologise(json.loads(item.body), reference)
        except TelegramAPIError as error:
            log.warning("apology_not_sent", update_id=item.update_id, error=type(error).__name__)


def new_reference() -> str:
    """`J-7K2M`: short enough to be read out, without letters that look alike."""
    return "J-" + "".join(secrets.choice(LETTERS) for _ in range(4))


def lane_of(update: dict[str, Any]) -> int:
    """Whose update it is: the person's Telegram id, else the chat's, else 0 for what belongs to nobody."""
    for kind, event in update.items():
        if kind != "update_id" and isinstance(event, dict):
            source = event.get("from") or event.get("user") or event.get("chat") or {}
            return int(source.get("id", 0))
    return 0
