"""The worker: what it renders, when it looks, how it stops, and that it gets over trouble."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.delivery import Kind, Kinds, Recipient, Rendered
from services.outbox import Policy
from storage.database import Database
from tests.support.clock import Clock
from tests.support.deliveries import FIRST_TELEGRAM_ID, add_agency, add_people, owe, rows, states
from tests.support.sandbox import Sandbox, running_sandbox
from tests.support.worker import Bench, bot_at, know, render_text

PEOPLE = range(1, 21)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await know(sandbox, *PEOPLE)
        yield sandbox


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    async with bot_at(sandbox.url) as bot:
        yield bot


@pytest.fixture
async def bench(database: Database, bot: Bot, now: Clock) -> Bench:
    await add_agency(database, 1, "WIT")
    await add_people(database, *PEOPLE, agency_id=1, language="en")
    return Bench(database, bot, now)


async def sent_texts(sandbox: Sandbox) -> list[str]:
    return [entry.params["text"] for entry in await sandbox.ledger(method="sendMessage")]


async def test_what_is_no_longer_true_is_skipped(bench: Bench, database: Database, sandbox: Sandbox) -> None:
    await owe(database, 1)
    await owe(database, 2, text="masih benar")

    await bench.run()

    assert await states(database) == ["skipped", "sent"]
    assert await sent_texts(sandbox) == ["masih benar"]


async def test_a_message_is_rendered_for_its_recipient_with_its_buttons(
    database: Database, bench: Bench, sandbox: Sandbox, bot: Bot, now: Clock
) -> None:
    recipients: list[Recipient] = []

    async def render(payload: dict[str, Any], recipient: Recipient) -> Rendered:
        recipients.append(recipient)
        button = InlineKeyboardButton(text="Benar", callback_data=f"v:{payload['verification']}")
        return Rendered("Betul?", InlineKeyboardMarkup(inline_keyboard=[[button]]))

    await owe(database, 1, "request", verification=7)
    kinds = Kinds([Kind("request", Policy.AT_LEAST_ONCE, render)])
    await Bench(database, bot, now, kinds=kinds).run()

    assert recipients == [Recipient(1, FIRST_TELEGRAM_ID + 1, "en", "WIT")]
    shown = await sandbox.person(FIRST_TELEGRAM_ID + 1).last()
    assert shown.button("Benar")["callback_data"] == "v:7"


async def test_a_renderer_that_fails_is_tried_again_and_stops_nobody_else(
    database: Database, bench: Bench, bot: Bot, now: Clock
) -> None:
    failures = [ValueError, ValueError]

    async def render(payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        if recipient.person_id == 1 and failures:
            raise failures.pop()
        return await render_text(payload, recipient)

    await owe(database, 1, "request", text="satu")
    await owe(database, 2, "request", text="dua")
    other = Bench(database, bot, now, kinds=Kinds([Kind("request", Policy.AT_MOST_ONCE, render)]))
    other.idle_lasts = 0.2
    await other.run()

    assert [(row.state, row.attempt) for row in await rows(database)] == [("sent", 3), ("sent", 1)]


async def test_a_message_posted_in_this_process_goes_at_once(
    bench: Bench, database: Database, sandbox: Sandbox
) -> None:
    idle = asyncio.Event()

    async def wait_for_the_event_alone(event: asyncio.Event, seconds: float) -> None:
        idle.set()
        await event.wait()

    bench.deliverer._pause = wait_for_the_event_alone

    async def posted_and_sent() -> bool:
        await idle.wait()
        if not await rows(database):
            await owe(database, 1, text="Halo")
            bench.deliverer.wake()
        return await states(database) == ["sent"]

    await bench.run(posted_and_sent)

    assert await sent_texts(sandbox) == ["Halo"]


async def test_messages_to_one_person_keep_their_order(bench: Bench, database: Database, sandbox: Sandbox) -> None:
    for number in range(5):
        await owe(database, 1, subject=str(number), text=f"pesan {number}")
    bench.idle_lasts = 0.2

    await bench.run()

    assert await sent_texts(sandbox) == [f"pesan {number}" for number in range(5)]


async def test_a_stop_finishes_what_is_in_flight_and_leaves_nothing_in_doubt(
    bench: Bench, database: Database, sandbox: Sandbox
) -> None:
    await sandbox.fault("latency", "sendMessage", seconds=0.05, times=-1)
    bench.deliverer.capacity = 8
    for person in PEOPLE:
        await owe(database, person, "reminder", text=f"untuk {person}")

    async def something_is_in_flight() -> bool:
        return {"sent", "sending"} <= set(await states(database))

    await bench.run(something_is_in_flight)

    left = await states(database)
    assert set(left) == {"sent", "queued"}
    assert left.count("sent") == len(await sent_texts(sandbox)) <= 2 * bench.deliverer.capacity


async def test_no_more_is_sending_at_a_time_than_may_be_in_doubt(
    bench: Bench, database: Database, sandbox: Sandbox, bot: Bot, now: Clock
) -> None:
    await sandbox.fault("latency", "sendMessage", seconds=0.01, times=-1)
    for person in PEOPLE:
        await owe(database, person, text="Halo")
    bench.deliverer.capacity = 8
    most = 0

    async def over() -> bool:
        nonlocal most
        standing = await states(database)
        most = max(most, standing.count("sending"))
        return set(standing) == {"sent"}

    await bench.run(over)

    assert 0 < most <= 8


async def test_results_are_committed_in_groups(bench: Bench, database: Database) -> None:
    worker = bench.deliverer
    worker.capacity, record, pause = 8, worker._desk.record, worker._pause
    groups: list[int] = []

    async def record_and_count(results: Any) -> None:
        groups.append(len(results))
        await record(results)

    async def linger(event: asyncio.Event, seconds: float) -> None:
        await (event.wait() if event is worker._enough else pause(event, seconds))

    worker._desk.record, worker._pause = record_and_count, linger  # type: ignore[assignment]
    for person in PEOPLE:
        await owe(database, person, text="Halo")

    await bench.run()

    assert sum(groups) == len(PEOPLE)
    assert len(groups) <= len(PEOPLE) // 2


async def test_results_that_cannot_be_written_are_kept_until_they_can(
    bench: Bench, database: Database, sandbox: Sandbox
) -> None:
    failures = iter([OSError("disk full")] * 12)
    record = bench.deliverer._desk.record

    async def record_with_trouble(results: Any) -> None:
        for failure in failures:
            raise failure
        await record(results)

    bench.deliverer._desk.record = record_with_trouble  # type: ignore[assignment]
    await owe(database, 1, "reminder", text="Halo")
    bench.idle_lasts = 5.0  # a dozen failures outlast the lease; one idle moment leaves enough of it to start

    await bench.run()

    assert await states(database) == ["sent"]
    assert await sent_texts(sandbox) == ["Halo"]


async def test_an_outbox_that_cannot_be_read_is_asked_again(bench: Bench, database: Database, sandbox: Sandbox) -> None:
    await owe(database, 1, text="Halo")

    async with outage(database, bench):
        await bench.run()

    assert await sent_texts(sandbox) == ["Halo"]


@asynccontextmanager
async def outage(database: Database, bench: Bench) -> AsyncIterator[None]:
    """The outbox is away for the first three looks."""
    looks = 0
    claim = bench.deliverer._desk.claim

    async def claim_with_trouble(**asked: Any) -> Any:
        nonlocal looks
        looks += 1
        if looks <= 3:
            raise OSError("connection refused")
        return await claim(**asked)

    bench.deliverer._desk.claim = claim_with_trouble  # type: ignore[assignment]
    yield
    assert looks > 3


def test_a_kind_is_registered_once() -> None:
    kinds = Kinds([Kind("notice", Policy.AT_LEAST_ONCE, render_text)])

    with pytest.raises(ValueError, match="notice"):
        kinds.register(Kind("notice", Policy.AT_MOST_ONCE, render_text))
