"""Long polling: nothing is handed over twice once confirmed, nothing is lost before; one poller at a time."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from sandbox.errors import Refusal
from sandbox.updates import KEPT_SECONDS, UpdateQueue
from tests.support.sandbox import Sandbox, running_sandbox

OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        yield sandbox


async def texts(sandbox: Sandbox, **params: Any) -> list[str]:
    return [update["message"]["text"] for update in (await sandbox.call("getUpdates", **params))["result"]]


async def test_updates_stay_until_they_are_confirmed(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    first = (await yohana.send("satu")).update_ids[0]
    second = (await yohana.send("dua")).update_ids[0]

    assert second == first + 1
    assert await texts(sandbox) == ["satu", "dua"]
    assert await texts(sandbox, limit=1) == ["satu"]
    assert await texts(sandbox, offset=second) == ["dua"]
    assert await texts(sandbox) == ["dua"]
    assert await sandbox.pending() == 1
    assert await texts(sandbox, offset=second + 1) == []
    assert await sandbox.pending() == 0


async def test_a_negative_offset_forgets_all_but_the_last(sandbox: Sandbox) -> None:
    for text in ("satu", "dua", "tiga"):
        await sandbox.person(7001).send(text)

    assert await texts(sandbox, offset=-2) == ["dua", "tiga"]
    assert await texts(sandbox) == ["dua", "tiga"]


async def test_a_poll_waits_for_the_next_update(sandbox: Sandbox) -> None:
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(texts(sandbox, timeout=10))
        await asyncio.sleep(0.02)
        await sandbox.person(7001).send("halo")

    assert poll.result() == ["halo"]


async def test_a_second_poller_ends_the_first_with_409(sandbox: Sandbox) -> None:
    async with asyncio.TaskGroup() as tasks:
        first = tasks.create_task(sandbox.call("getUpdates", timeout=10))
        await asyncio.sleep(0.02)
        second = tasks.create_task(texts(sandbox, timeout=10))
        await asyncio.wait([first])
        await sandbox.person(7001).send("halo")

    assert first.result() == {"ok": False, "error_code": 409, "description": OTHER_POLLER}
    assert second.result() == ["halo"]


async def test_polling_is_refused_while_a_webhook_is_active(sandbox: Sandbox) -> None:
    await sandbox.call("setWebhook", url="http://127.0.0.1:9/")

    refused = await sandbox.call("getUpdates")
    await sandbox.call("deleteWebhook")

    assert (refused["error_code"], refused["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    assert (await sandbox.call("getUpdates"))["ok"]


async def test_a_webhook_ends_the_poll_that_waits(sandbox: Sandbox) -> None:
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(sandbox.call("getUpdates", timeout=10))
        await asyncio.sleep(0.02)
        await sandbox.call("setWebhook", url="http://127.0.0.1:9/")

    assert poll.result()["description"] == "Conflict: terminated by setWebhook request"


async def test_only_kinds_that_are_asked_for_are_queued(sandbox: Sandbox) -> None:
    await sandbox.call("getUpdates", allowed_updates=["callback_query"])
    unheard = await sandbox.person(7001).send("tidak didengar")
    await sandbox.call("getUpdates", allowed_updates=[])
    await sandbox.person(7001).send("didengar")

    assert unheard.update_ids == []
    assert await texts(sandbox) == ["didengar"]


async def test_a_replayed_update_comes_again_once_also_below_the_offset(sandbox: Sandbox) -> None:
    sent = await sandbox.person(7001).send("halo")
    update = (await sandbox.call("getUpdates"))["result"][0]
    offset = sent.update_ids[0] + 1
    await sandbox.call("getUpdates", offset=offset)

    await sandbox.queue_update(update)

    assert (await sandbox.call("getUpdates", offset=offset))["result"] == [update]
    assert (await sandbox.call("getUpdates", offset=offset))["result"] == []


async def test_a_raw_update_without_an_id_gets_the_next_one(sandbox: Sandbox) -> None:
    sent = await sandbox.person(7001).send("halo")

    queued = await sandbox.queue_update({"poll": {"id": "1"}})

    assert queued == sent.update_ids[0] + 1


async def test_updates_older_than_a_day_are_gone() -> None:
    now = 0.0
    queue = UpdateQueue(lambda: now)
    queue.put("message", {"text": "lama"})
    now = 10.0
    queue.put("message", {"text": "baru"})
    now = KEPT_SECONDS + 5.0

    updates = await queue.poll(0, 100, 0)

    assert [update["message"]["text"] for update in updates] == ["baru"]


async def test_a_poll_may_wait_in_vain() -> None:
    assert await UpdateQueue(lambda: 0.0).poll(0, 100, 0.01) == []


async def test_two_pollers_at_odds_are_slowed_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.updates._CONFLICT_PAUSE", 0.2)
    clock = asyncio.get_running_loop().time
    queue = UpdateQueue(clock)
    pauses = []
    for _ in range(2):
        begun = clock()
        async with asyncio.TaskGroup() as tasks:
            poll = tasks.create_task(_refused(queue))
            await asyncio.sleep(0)
            queue.interrupt("terminated")
        assert poll.result() == "Conflict: terminated"
        pauses.append(clock() - begun)

    assert pauses[0] < 0.15 <= pauses[1]


async def _refused(queue: UpdateQueue) -> str:
    with pytest.raises(Refusal) as refused:
        await queue.poll(0, 100, 10)
    return refused.value.description


async def test_numbers_rise_with_time_so_that_a_later_run_repeats_none() -> None:
    earlier, later = UpdateQueue(lambda: 1_795_000_000.0), UpdateQueue(lambda: 1_795_000_060.0)
    last_of_the_earlier = [earlier.put("message", {}) for _ in range(400)][-1]

    first_of_the_later = later.put("message", {})

    assert last_of_the_earlier is not None
    assert first_of_the_later is not None
    assert last_of_the_earlier < first_of_the_later
