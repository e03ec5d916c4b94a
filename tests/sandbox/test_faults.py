"""Faults on order, and the ledger that knows what was accepted all the same."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.support.sandbox import Sandbox, SandboxError, running_sandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        for person in (7001, 7002):
            await sandbox.person(person).send("/start")
        yield sandbox


async def say(sandbox: Sandbox, text: str = "Halo", chat: int = 7001) -> dict[str, Any]:
    return await sandbox.call("sendMessage", chat_id=chat, text=text)


async def accepted(sandbox: Sandbox) -> list[str]:
    return [entry.params["text"] for entry in await sandbox.ledger()]


async def test_a_429_tells_how_long_to_wait_and_is_not_accepted(sandbox: Sandbox) -> None:
    await sandbox.fault("429", "sendMessage", retry_after=7)

    refused = await say(sandbox, "pertama")
    await say(sandbox, "kedua")

    assert refused == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    assert await accepted(sandbox) == ["kedua"]


@pytest.mark.parametrize(("status", "title"), [(500, "Internal Server Error"), (502, "Bad Gateway")])
async def test_a_5xx_is_not_accepted(sandbox: Sandbox, status: int, title: str) -> None:
    await sandbox.fault("5xx", status=status)

    refused = await say(sandbox)

    assert refused == {"ok": False, "error_code": status, "description": title}
    assert await accepted(sandbox) == []


async def test_latency_delays_and_then_accepts(sandbox: Sandbox) -> None:
    await sandbox.fault("latency", "sendMessage", seconds=0.05)
    begun = asyncio.get_running_loop().time()

    answer = await say(sandbox)

    assert answer["ok"]
    assert asyncio.get_running_loop().time() - begun >= 0.05


async def test_a_reset_before_is_not_accepted(sandbox: Sandbox) -> None:
    await sandbox.fault("reset_before", "sendMessage")

    with pytest.raises(aiohttp.ClientError):
        await say(sandbox)

    assert await accepted(sandbox) == []
    assert (await say(sandbox))["ok"]


async def test_a_reset_after_is_accepted_and_shown(sandbox: Sandbox) -> None:
    await sandbox.fault("reset_after", "sendMessage")

    with pytest.raises(aiohttp.ClientError):
        await say(sandbox, "sampai")

    assert await accepted(sandbox) == ["sampai"]
    assert (await sandbox.person(7001).last()).text == "sampai"


async def test_latency_goes_with_another_fault(sandbox: Sandbox) -> None:
    await sandbox.fault("reset_after", "sendMessage")
    await sandbox.fault("latency", "sendMessage", seconds=0.03)
    begun = asyncio.get_running_loop().time()

    with pytest.raises(aiohttp.ClientError):
        await say(sandbox)

    assert asyncio.get_running_loop().time() - begun >= 0.03
    assert await sandbox.faults() == []


async def test_a_fault_strikes_its_chat_and_method_only_and_so_often_as_ordered(sandbox: Sandbox) -> None:
    await sandbox.fault("5xx", "sendMessage", chat=7002, times=2)

    results = [(await say(sandbox, chat=chat))["ok"] for chat in (7001, 7002, 7002, 7002)]

    assert results == [True, False, False, True]


async def test_an_endless_fault_ends_when_all_are_cleared(sandbox: Sandbox) -> None:
    await sandbox.fault("5xx", times=-1)
    refused = [(await say(sandbox))["ok"] for _ in range(3)]
    armed = await sandbox.faults()

    await sandbox.clear_faults()

    assert refused == [False] * 3
    assert [(fault["kind"], fault["times"]) for fault in armed] == [("5xx", -1)]
    assert (await say(sandbox))["ok"]


WRONG = {
    "kind": ({"kind": "flood"}, "A fault's kind is one of latency, 400, 404, 429, 5xx, reset_before, reset_after."),
    "field": ({"kind": "429", "when": 1}, "A fault has no when."),
    "number": ({"kind": "429", "times": "x"}, "chat, times, status and retry_after of a fault are whole numbers."),
    "seconds": ({"kind": "latency", "seconds": -1}, "seconds of a fault is a number of 0 or more."),
}


@pytest.mark.parametrize(("order", "sentence"), WRONG.values(), ids=WRONG.keys())
async def test_a_wrong_order_is_told_in_a_sentence(sandbox: Sandbox, order: dict[str, Any], sentence: str) -> None:
    with pytest.raises(SandboxError) as told:
        await sandbox.control("POST", "faults", order)

    assert str(told.value) == sentence


async def test_the_ledger_holds_every_accepted_call_in_order(sandbox: Sandbox) -> None:
    first = (await say(sandbox))["result"]["message_id"]
    await sandbox.call("editMessageText", chat_id=7001, message_id=first, text="Baru")
    await say(sandbox, "", chat=7001)
    await say(sandbox, "Lain", chat=7002)
    await sandbox.call("deleteMessage", chat_id=7001, message_id=first)
    await sandbox.call("getMe")

    ledger = await sandbox.ledger()

    assert [(entry.n, entry.method, entry.chat) for entry in ledger] == [
        (1, "sendMessage", 7001),
        (2, "editMessageText", 7001),
        (3, "sendMessage", 7002),
        (4, "deleteMessage", 7001),
    ]
    assert [entry.message_id for entry in ledger if entry.chat == 7001] == [first] * 3
    assert ledger[1].params == {"chat_id": 7001, "message_id": first, "text": "Baru"}


async def test_the_ledger_is_read_by_number_chat_method_and_bot(sandbox: Sandbox) -> None:
    for chat in (7001, 7002, 7001):
        await say(sandbox, chat=chat)

    assert [entry.n for entry in await sandbox.ledger(after=1)] == [2, 3]
    assert [entry.n for entry in await sandbox.ledger(chat=7001)] == [1, 3]
    assert [entry.n for entry in await sandbox.ledger(method="sendPhoto")] == []
    assert [entry.n for entry in await sandbox.ledger(bot=1)] == []
