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
from aiogram.exceptions import TelegramForbiddenError

from bot.lanes import Again, Lanes, Sleep
from bot.scope import CURRENT, UpdateScope
from bot.trouble import TELEGRAMS_OWN, HandledTooLong, TelegramTooSlow, is_databases_own
from bot.waiting import either, sleep_or
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
CATCH_UP_PAUSE = 1.0
HANDLING_SECONDS = 60.0
LONGEST_PAUSE = 30.0
DOUBLINGS = 6
"""After so many, a pause is the longest anyway."""
LARGEST_LANE = 2**63 - 1
INLINE = "inline_query"
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
        # Plain ASCII: no text that somebody may send can break a body.
        arrivals = [Arrival(u["update_id"], lane_of(u), json.dumps(u)) for u in updates]
        async with self._taking:
            try:
                async with self.database.write() as connection:
                    new = await Inbox(connection).add(arrivals, self.now())
            except BaseException:
                # Perhaps they are written all the same. They will not be new when they come again, so look for them.
                self._hand_over_from_database()
                raise
            self._hand_over(new)

    async def run(self, stop: asyncio.Event, *, grace: float = 8.0) -> None:
        """Feed the lanes from the database until `stop`, then let what is at work finish."""
        try:
            while await either(self._news, stop) and not stop.is_set():
                try:
                    await self._catch_up(stop)
                except Exception as error:
                    if not is_databases_own(error):
                        raise
                    log.error("database_away", error=type(error).__name__)
                    self._hand_over_from_database()
                    await sleep_or(stop, CATCH_UP_PAUSE)
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
            if not await inbox.set_waiting(found.seq, lane, body):
                return False
        self.lanes.put(Waiting(found.seq, found.update_id, lane, body))
        return True

    def _hand_over(self, new: list[Waiting]) -> None:
        # While the database holds older ones not fed yet, new ones wait their turn behind them.
        if self._behind or not self.lanes.has_room:
            self._hand_over_from_database()
            return
        for item in new:
            self._put(item)

    def _hand_over_from_database(self) -> None:
        self._behind = True
        self._news.set()

    async def _catch_up(self, stop: asyncio.Event) -> None:
        self._behind = True
        while self._behind and not stop.is_set():
            await self.lanes.room(stop)
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
        told = 0.0
        try:
            await self._attempt(item)
        except TELEGRAMS_OWN as error:
            told = getattr(error, "retry_after", 0.0)
            log.warning("telegram_away", update_id=item.update_id, error=type(error).__name__, told=told)
        except Exception as error:
            if is_databases_own(error):
                return await self._wait_for_database(item, error)
            log.exception("update_failed", update_id=item.update_id, attempt=item.attempts + 1)
            return await self._count_failure(replace(item, attempts=item.attempts + 1), error)
        else:
            return None
        return _later(item, told)

    async def _wait_for_database(self, item: Waiting, error: Exception) -> Again:
        log.error("database_away", update_id=item.update_id, error=type(error).__name__)
        if item.waits == 0:
            await self._apologise(item, new_reference())
        return _later(item)

    async def _attempt(self, item: Waiting) -> None:
        if is_moot(item, self.lanes.behind(item.lane)):
            async with self.database.write() as connection:
                await Inbox(connection).set_done(item.seq, self.now())
            return
        async with self.database.read() as connection:
            entries = await FsmStates(connection).list(item.lane)
        scope = UpdateScope(item.lane, entries)
        CURRENT.set(scope)
        try:
            await self._feed_in_time(item, scope)
        except TelegramForbiddenError:
            log.info("person_unreachable", update_id=item.update_id)
        async with self.database.write() as connection:
            if scope.changes:
                await FsmStates(connection).save(item.lane, scope.changes, self.now())
            await Inbox(connection).set_done(item.seq, self.now())

    async def _feed_in_time(self, item: Waiting, scope: UpdateScope) -> None:
        try:
            async with asyncio.timeout(HANDLING_SECONDS) as limit:
                await self.feed(json.loads(item.body))
        except TimeoutError as error:
            if not limit.expired():
                raise
            raise (TelegramTooSlow if scope.cut_short else HandledTooLong) from error

    async def _count_failure(self, item: Waiting, error: Exception) -> Again | None:
        reference = new_reference()
        try:
            async with self.database.write() as connection:
                await self._write_failure(Inbox(connection), item, type(error).__name__, reference)
        except Exception:
            log.exception("failure_not_written", update_id=item.update_id)
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
        except Exception as error:
            # Whatever it was, the lane goes on: the person's next update must not wait for this one's apology.
            log.exception("apology_not_sent", update_id=item.update_id, error=type(error).__name__)


def _later(item: Waiting, told: float = 0.0) -> Again:
    """The same update after a growing pause, or after the pause Telegram asked for."""
    pause = min(0.5 * 2 ** min(item.waits, DOUBLINGS), LONGEST_PAUSE)
    return Again(replace(item, waits=item.waits + 1), max(pause, told))


def new_reference() -> str:
    """`J-7K2M`: short enough to be read out, without letters that look alike."""
    return "J-" + "".join(secrets.choice(LETTERS) for _ in range(4))


def is_moot(item: Waiting, behind: Sequence[Waiting]) -> bool:
    """Whether nobody waits for the answer: who types on while an inline query waits has asked another one since."""
    return _is_inline(item) and any(_is_inline(other) for other in behind)


def _is_inline(item: Waiting) -> bool:
    # Looked for as text first, which is cheap; people may have written it too.
    return INLINE in item.body and INLINE in json.loads(item.body)


def lane_of(update: dict[str, Any]) -> int:
    """Whose update it is: the person's Telegram id, else the chat's, else 0 for what belongs to nobody."""
    for kind, event in update.items():
        if kind != "update_id" and isinstance(event, dict):
            source = event.get("from") or event.get("user") or event.get("chat")
            number = source.get("id") if isinstance(source, dict) else None
            return number if isinstance(number, int) and abs(number) <= LARGEST_LANE else 0
    return 0
