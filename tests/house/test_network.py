"""The network guard lets tests talk to this machine and to nobody else."""

from __future__ import annotations

import asyncio
import socket

import pytest

from tests.support.network import PastLoopback, is_loopback, no_network


@pytest.mark.parametrize(
    ("host", "is_ours"),
    [
        pytest.param("127.0.0.1", True, id="loopback"),
        pytest.param("127.8.0.1", True, id="another loopback address"),
        pytest.param("::1", True, id="loopback, version 6"),
        pytest.param("localhost", True, id="its name"),
        pytest.param(None, True, id="every address, as servers bind"),
        pytest.param("192.0.2.1", False, id="another machine"),
        pytest.param("2001:db8::1", False, id="another machine, version 6"),
        pytest.param(b"telegram.example", False, id="a name"),
    ],
)
def test_only_this_machine_is_loopback(host: str | bytes | None, is_ours: bool) -> None:
    assert is_loopback(host) is is_ours


def test_a_connection_past_loopback_is_refused_and_remembered() -> None:
    with no_network() as asked, socket.socket() as client, pytest.raises(PastLoopback, match=r"192\.0\.2\.1"):
        client.connect(("192.0.2.1", 80))

    assert asked == ["192.0.2.1"]


async def test_asyncio_is_guarded_too() -> None:
    with no_network() as asked, pytest.raises(PastLoopback):
        await asyncio.open_connection("telegram.example", 443)

    assert asked == ["telegram.example"]


async def test_a_server_of_our_own_is_reached() -> None:
    async def greet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"halo")
        writer.close()

    server = await asyncio.start_server(greet, "127.0.0.1", 0)
    async with server:
        host, port = server.sockets[0].getsockname()
        reader, writer = await asyncio.open_connection(host, port)
        heard = await reader.read()
        writer.close()

    assert heard == b"halo"
