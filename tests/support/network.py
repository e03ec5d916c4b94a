"""The network guard: a test that reaches past this machine fails, even where the code under test swallows the error."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Any
from unittest.mock import patch


class PastLoopback(AssertionError):  # noqa: N818 - read by a developer as a sentence
    """Somebody asked for an address that is not this machine."""


@contextmanager
def no_network() -> Iterator[list[str]]:
    """Refuse connections and name look-ups past loopback; yields the addresses that were asked for.

    UNIX sockets, 127.0.0.0/8, ::1 and the name `localhost` pass. asyncio connects and resolves through the same
    functions of `socket`, so it is covered too.
    """
    asked: list[str] = []

    def connecting(real: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(self: socket.socket, address: Any, *rest: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                _refuse_foreign(address[0], asked)
            return real(self, address, *rest)

        return guarded

    def resolving(host: Any, *rest: Any, **options: Any) -> Any:
        _refuse_foreign(host, asked)
        return real_getaddrinfo(host, *rest, **options)

    real_getaddrinfo = socket.getaddrinfo
    with (
        patch.object(socket.socket, "connect", connecting(socket.socket.connect)),
        patch.object(socket.socket, "connect_ex", connecting(socket.socket.connect_ex)),
        patch.object(socket, "getaddrinfo", resolving),
    ):
        yield asked


def is_loopback(host: Any) -> bool:
    """Whether a host is this machine; None and the empty name are what servers bind to."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse_foreign(host: Any, asked: list[str]) -> None:
    if not is_loopback(host):
        asked.append(str(host))
        raise PastLoopback(f"a test reached past loopback: {host}. Tests talk to 127.0.0.1 only.")
