"""Webhooks: the secret, the retries with growing pauses, order within a chat, answers that are calls."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from tests.support.sandbox import Sandbox, running_sandbox

PAUSE = 0.02


@dataclass
class Receiver:
    """A bot's web server: it notes what comes, and answers as told."""

    url: str = ""
    seen: list[dict[str, Any]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    arrived: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def receive(self, request: web.Request) -> web.Response:
        self.seen.append(await request.json())
        self.times.append(asyncio.get_running_loop().time())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        async with self.arrived:
            self.arrived.notify_all()
        return self.answers.pop(0) if self.answers else web.Response()

    async def until(self, enough: Callable[[], bool]) -> None:
        async with asyncio.timeout(5), self.arrived:
            await self.arrived.wait_for(enough)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.seen]


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as receiver:
        yield receiver


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        await sandbox.settings(webhook_pause=PAUSE)
        yield sandbox


async def emptied(sandbox: Sandbox) -> dict[str, Any]:
    """The webhook's state once nothing waits."""
    async with asyncio.timeout(5):
        while (info := (await sandbox.call("getWebhookInfo"))["result"])["pending_update_count"]:
            await asyncio.sleep(0.005)
    return dict(info)


async def test_an_update_is_pushed_with_the_secret(sandbox: Sandbox, receiver: Receiver) -> None:
    await sandbox.call("setWebhook", url=receiver.url, secret_token="rahasia_1", allowed_updates=["message"])

    sent = await sandbox.person(7001).send("halo")
    info = await emptied(sandbox)

    assert [update["update_id"] for update in receiver.seen] == sent.update_ids
    assert receiver.secrets == ["rahasia_1"]
    assert (info["url"], info["allowed_updates"], info["max_connections"]) == (receiver.url, ["message"], 40)
    assert "last_error_message" not in info


async def test_what_waited_before_is_pushed_too(sandbox: Sandbox, receiver: Receiver) -> None:
    await sandbox.person(7001).send("sebelum")

    await sandbox.call("setWebhook", url=receiver.url)
    await emptied(sandbox)

    assert receiver.texts() == ["sebelum"]
    assert receiver.secrets == [None]


async def test_what_waited_before_may_be_dropped(sandbox: Sandbox, receiver: Receiver) -> None:
    await sandbox.person(7001).send("sebelum")

    await sandbox.call("setWebhook", url=receiver.url, drop_pending_updates=True)
    await sandbox.person(7001).send("sesudah")
    await emptied(sandbox)

    assert receiver.texts() == ["sesudah"]


async def test_a_refused_update_comes_again_after_growing_pauses(sandbox: Sandbox, receiver: Receiver) -> None:
    receiver.answers = [web.Response(status=500) for _ in range(3)]
    await sandbox.call("setWebhook", url=receiver.url)

    await sandbox.person(7001).send("halo")
    info = await emptied(sandbox)

    pauses = [later - earlier for earlier, later in zip(receiver.times, receiver.times[1:], strict=False)]
    assert receiver.texts() == ["halo"] * 4
    assert all(pause >= PAUSE * 2**tries for tries, pause in enumerate(pauses))
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"


async def test_a_chat_keeps_its_order_while_others_go_on(sandbox: Sandbox, receiver: Receiver) -> None:
    receiver.answers = [web.Response(status=503)]
    await sandbox.call("setWebhook", url=receiver.url)

    await sandbox.person(7001).send("satu")
    await sandbox.person(7001).send("dua")
    await sandbox.person(7002).send("lain")
    await emptied(sandbox)

    assert [text for text in receiver.texts() if text != "lain"] == ["satu", "satu", "dua"]
    assert receiver.texts().count("lain") == 1


async def test_a_dead_address_is_tried_until_somebody_listens(sandbox: Sandbox, receiver: Receiver) -> None:
    await sandbox.call("setWebhook", url="http://127.0.0.1:9/hook")
    await sandbox.person(7001).send("halo")
    async with asyncio.timeout(5):
        while "last_error_message" not in (info := (await sandbox.call("getWebhookInfo"))["result"]):
            await asyncio.sleep(0.005)

    await sandbox.call("setWebhook", url=receiver.url)
    await emptied(sandbox)

    assert info["last_error_message"] == "Connection refused"
    assert info["pending_update_count"] == 1
    assert receiver.texts() == ["halo"]


async def test_the_answer_of_a_webhook_may_be_a_call(sandbox: Sandbox, receiver: Receiver) -> None:
    receiver.answers = [web.json_response({"method": "sendMessage", "chat_id": 7001, "text": "Halo juga"})]
    await sandbox.call("setWebhook", url=receiver.url)
    yohana = sandbox.person(7001)

    answer = await yohana.ask("halo")

    assert answer.text == "Halo juga"
    assert [entry.method for entry in await sandbox.ledger()] == ["sendMessage"]


async def test_a_deleted_webhook_leaves_the_rest_to_polling(sandbox: Sandbox, receiver: Receiver) -> None:
    receiver.answers = [web.Response(status=500) for _ in range(100)]
    await sandbox.call("setWebhook", url=receiver.url)
    await sandbox.person(7001).send("halo")
    await receiver.until(lambda: len(receiver.seen) >= 2)

    await sandbox.call("deleteWebhook")
    polled = (await sandbox.call("getUpdates"))["result"]

    assert polled == receiver.seen[:1]
    assert (await sandbox.call("getWebhookInfo"))["result"] == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 1,
    }
