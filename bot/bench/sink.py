"""A Bot API server that takes every message at once and remembers when: it costs less than what it measures.

A process of its own. `GET /` tells the moments of arrival, `DELETE /` forgets them.
"""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

ANSWER = b'{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"Halo"}}'
LENGTH = b"content-length:"
END_OF_HEAD = b"\r\n\r\n"


class Sink(asyncio.Protocol):
    """One connection, kept alive."""

    moments: list[float]

    def __init__(self, moments: list[float]) -> None:
        self.moments = moments
        self._transport: asyncio.Transport | None = None
        self._heard = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody calls."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Parts of requests, or several at once."""
        self._heard += data
        while (head := self._heard.find(END_OF_HEAD)) >= 0:
            end = head + len(END_OF_HEAD) + _length(self._heard[:head])
            if len(self._heard) < end:
                return
            request, self._heard = self._heard[:head], self._heard[end:]
            self._reply(request)

    def _reply(self, request: bytes) -> None:
        answer = ANSWER
        if request.startswith(b"POST"):
            self.moments.append(time.monotonic())
        elif request.startswith(b"DELETE"):
            self.moments.clear()
        else:
            answer = json.dumps(self.moments).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(answer)}\r\n\r\n"
        assert self._transport is not None
        self._transport.write(head.encode() + answer)


def _length(head: bytes) -> int:
    at = head.lower().find(LENGTH)
    return int(head[at + len(LENGTH) :].split(b"\r\n", 1)[0]) if at >= 0 else 0


def fullest_second(moments: list[float]) -> int:
    """The most messages in any second: the window that begins with each of them."""
    fullest, first = 0, 0
    for last, moment in enumerate(moments):
        while moments[first] <= moment - 1:
            first += 1
        fullest = max(fullest, last - first + 1)
    return fullest


def rate(moments: list[float]) -> float:
    """Messages a second, from the first to the last."""
    return (len(moments) - 1) / (moments[-1] - moments[0])


@contextmanager
def running() -> Iterator[str]:
    """A sink in a process of its own; yields its address."""
    child = subprocess.Popen([sys.executable, "-m", "bot.bench.sink"], stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        yield child.stdout.readline().split()[-1]
    finally:
        child.terminate()
        child.wait(timeout=10)
        if child.stdout is not None:
            child.stdout.close()


async def _serve() -> None:
    moments: list[float] = []
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    server = await loop.create_server(lambda: Sink(moments), "127.0.0.1", 0)
    sys.stdout.write(f"sandbox ready http://127.0.0.1:{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await stop.wait()


if __name__ == "__main__":
    asyncio.run(_serve())
