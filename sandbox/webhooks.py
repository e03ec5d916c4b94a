"""Webhooks: a bot's updates are pushed to its address, one at a time per chat, with growing pauses until taken."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from sandbox.errors import bad_request
from sandbox.updates import Pending, UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_PORTS = {None, 80, 88, 443, 8443}
_ANSWER_SECONDS = 60
_LONGEST_PAUSE = 60

Reply = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass(slots=True, eq=False)
class Webhook:
    """Where the updates of one bot go, and how that goes."""

    queue: UpdateQueue
    now: Callable[[], float]
    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error: tuple[int, str] | None = None
    task: asyncio.Task[None] | None = None
    _busy: set[int] = field(default_factory=set)

    def info(self) -> dict[str, Any]:
        """A `WebhookInfo` of the Bot API."""
        info: dict[str, Any] = {"url": self.url, "has_custom_certificate": False}
        info["pending_update_count"] = len(self.queue)
        if self.url:
            info["max_connections"] = self.max_connections
        if self.url and self.last_error is not None:
            info["last_error_date"], info["last_error_message"] = self.last_error
        if self.queue.allowed:
            info["allowed_updates"] = self.queue.allowed
        return info

    def set(self, url: str, secret: str, max_connections: int) -> None:
        self.forget()
        self.url, self.secret, self.max_connections = url, secret, max_connections

    def forget(self) -> None:
        """No webhook any more; what is being pushed is broken off and stays in the queue."""
        if self.task is not None:
            self.task.cancel()
        self.task, self.url, self.secret, self.last_error = None, "", "", None
        self._busy.clear()

    async def run(self, session: aiohttp.ClientSession, reply: Reply, pause: Callable[[], float]) -> None:
        """Pushes until it is cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                self.queue.arrived.clear()
                for pending, lane in self._ready():
                    group.create_task(self._push(session, reply, pause, pending, lane))
                await self.queue.arrived.wait()

    def _ready(self) -> list[tuple[Pending, int]]:
        """What may be pushed now: the first of each chat that has nothing under way."""
        ready = []
        for pending in self.queue.waiting(1_000):
            lane = _lane(pending.update)
            if lane not in self._busy and len(self._busy) < self.max_connections:
                self._busy.add(lane)
                ready.append((pending, lane))
        return ready

    async def _push(
        self, session: aiohttp.ClientSession, reply: Reply, pause: Callable[[], float], pending: Pending, lane: int
    ) -> None:
        tries = 0
        while not await self._offered(session, reply, pending):
            await asyncio.sleep(min(pause() * 2**tries, _LONGEST_PAUSE))
            tries += 1
        self.queue.drop(pending)
        self._busy.discard(lane)
        self.queue.arrived.set()

    async def _offered(self, session: aiohttp.ClientSession, reply: Reply, pending: Pending) -> bool:
        headers = {SECRET_HEADER: self.secret} if self.secret else {}
        timeout = aiohttp.ClientTimeout(total=_ANSWER_SECONDS)
        try:
            async with session.post(self.url, json=pending.update, headers=headers, timeout=timeout) as answer:
                if answer.ok:
                    await _use_answer(answer, reply)
                    return True
                return self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except TimeoutError:
            return self._failed("Read timeout expired")
        except aiohttp.ClientConnectorError:
            return self._failed("Connection refused")
        except aiohttp.ClientError:
            return self._failed("Connection reset by peer")

    def _failed(self, message: str) -> bool:
        self.last_error = (int(self.now()), message)
        return False


async def _use_answer(answer: aiohttp.ClientResponse, reply: Reply) -> None:
    """A webhook may answer with a call: `{"method": "sendMessage", ...}`."""
    if answer.content_type != "application/json":
        return
    try:
        body = await answer.json()
    except ValueError:
        return
    if isinstance(body, dict) and isinstance(body.get("method"), str):
        await reply(body)


def _lane(update: dict[str, Any]) -> int:
    """Updates of one chat go one after the other; those of no chat by themselves."""
    for body in update.values():
        if isinstance(body, dict):
            place = body.get("chat") or body.get("message", {}).get("chat") or body.get("from") or {}
            return int(place.get("id", 0))
    return -int(update["update_id"])


def check_address(url: str) -> None:
    """Refuses what Telegram refuses; plain HTTP is taken on loopback only; nothing past it is ever reached."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if not parts.hostname or parts.scheme not in ("http", "https"):
        raise bad_request("invalid webhook URL specified")
    if parts.hostname in _LOOPBACK:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    raise bad_request("bad webhook: Failed to resolve host: Name or service not known")


def session() -> aiohttp.ClientSession:
    """A client for pushing; certificates on loopback are self-signed, so they are not checked."""
    unchecked = ssl.create_default_context()
    unchecked.check_hostname = False
    unchecked.verify_mode = ssl.CERT_NONE
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=unchecked, limit=0))
