"""Each row of the table of "Messages out", from the outbox to the sandbox and back."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientTimeout
from sqlalchemy import select

from bot.delivery import sender
from storage.database import Database
from storage.tables import PersonRow
from tests.support.clock import NOON, Clock
from tests.support.deliveries import FIRST_TELEGRAM_ID, add_people, desk, owe, rows, states
from tests.support.sandbox import Sandbox, running_sandbox
from tests.support.worker import Bench, bot_at, know

FREE_PORT = "http://127.0.0.1:9"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await know(sandbox, 1, 2)
        yield sandbox


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    async with bot_at(sandbox.url) as bot:
        yield bot


@pytest.fixture
async def bench(database: Database, bot: Bot, now: Clock) -> Bench:
    await add_people(database, 1, 2)
    return Bench(database, bot, now)


async def sent_texts(sandbox: Sandbox) -> list[str]:
    return [entry.params["text"] for entry in await sandbox.ledger(method="sendMessage")]


async def test_what_is_sent_is_recorded_with_its_message_id(bench: Bench, database: Database, sandbox: Sandbox) -> None:
    await owe(database, 1, text="<b>Halo</b> &amp; selamat")

    await bench.run()

    (entry,) = await sandbox.ledger(method="sendMessage")
    (row,) = await rows(database)
    assert (row.state, row.message_id, row.attempt) == ("sent", entry.message_id, 1)
    assert (await sandbox.person(FIRST_TELEGRAM_ID + 1).last()).text == "Halo & selamat"


async def test_without_a_connection_it_is_tried_again_with_growing_pauses(
    bench: Bench, bot: Bot, database: Database, sandbox: Sandbox
) -> None:
    there, bot.session.api = bot.session.api, TelegramAPIServer.from_base(FREE_PORT)
    await owe(database, 1, "reminder", text="Halo")

    async def reconnected_after_seven_pauses() -> bool:
        if len(bench.waits) >= 7:
            bot.session.api = there
        return await states(database) == ["sent"]

    await bench.run(reconnected_after_seven_pauses)

    assert bench.waits[:7] == [1, 2, 4, 8, 16, 30, 30]
    assert await sent_texts(sandbox) == ["Halo"]
    assert [row.attempt for row in await rows(database)] == [1]


async def test_at_429_the_whole_sender_waits_as_told_and_a_restart_would_too(
    bench: Bench, database: Database, sandbox: Sandbox, now: Clock
) -> None:
    await sandbox.fault("429", "sendMessage", retry_after=7)
    await owe(database, 1, text="satu")
    await owe(database, 2, text="dua")

    await bench.run()

    now.set(NOON)
    assert await desk(database, now).find_halt() == pytest.approx(7, abs=0.1)
    assert sum(bench.waits) == pytest.approx(7, abs=0.1)
    assert sorted(await sent_texts(sandbox)) == ["dua", "satu"]


async def test_a_worker_that_starts_during_a_halt_waits_out_the_rest(
    bench: Bench, database: Database, sandbox: Sandbox, now: Clock
) -> None:
    await desk(database, now).halt(40)
    now.advance(seconds=15)
    await owe(database, 1, text="Halo")

    await bench.run()

    assert bench.waits == [25]
    assert now() >= NOON.replace(second=40)


async def test_what_telegram_cannot_parse_goes_once_more_as_plain_text(
    bench: Bench, database: Database, sandbox: Sandbox
) -> None:
    await owe(database, 1, text="<b>Nilai</b> 3 < 5 &amp; lulus")

    await bench.run()

    (entry,) = await sandbox.ledger(method="sendMessage")
    assert entry.params["text"] == "Nilai 3 < 5 & lulus"
    assert await states(database) == ["sent"]


async def test_what_telegram_refuses_is_failed_with_its_reason(
    bench: Bench, database: Database, sandbox: Sandbox
) -> None:
    await owe(database, 1, text="x" * 5000)

    await bench.run()

    (row,) = await rows(database)
    assert (row.state, "too long" in row.reason) == ("failed", True)
    assert await sent_texts(sandbox) == []


async def test_who_blocked_the_bot_becomes_unreachable_and_the_row_stays(
    bench: Bench, database: Database, sandbox: Sandbox
) -> None:
    await sandbox.person(FIRST_TELEGRAM_ID + 1).block()
    await owe(database, 1, text="satu")
    await owe(database, 2, text="dua")

    await bench.run()

    async with database.read() as connection:
        unreachable = (
            await connection.scalars(select(PersonRow.id).where(PersonRow.unreachable_since.is_not(None)))
        ).all()
    assert unreachable == [1]
    assert await states(database) == ["failed", "sent"]
    assert "blocked" in (await rows(database))[0].reason


@pytest.mark.parametrize("token", ["4242:" + "x" * 4, "4243:" + "r" * 35], ids=["malformed", "revoked"])
async def test_a_token_that_is_refused_stops_the_worker_and_fails_nothing(
    database: Database, sandbox: Sandbox, now: Clock, token: str
) -> None:
    if "r" in token:
        await sandbox.control("POST", "bots", {"token": token, "revoked": True})
    await add_people(database, 1)
    await owe(database, 1, text="Halo")

    async with bot_at(sandbox.url, token) as bot:
        bench = Bench(database, bot, now)
        await bench.run()

    assert bench.deliverer.broken
    (row,) = await rows(database)
    assert (row.state, row.attempt) == ("queued", 0)


@pytest.mark.parametrize(
    ("fault", "accepted"),
    [
        pytest.param({"kind": "5xx", "status": 502}, 0, id="5xx"),
        pytest.param({"kind": "reset_before"}, 0, id="cut before it was accepted"),
        pytest.param({"kind": "reset_after"}, 1, id="cut after it was accepted"),
        pytest.param({"kind": "latency", "seconds": 60}, 0, id="read timeout"),
    ],
)
class TestInDoubt:
    """Perhaps sent: only the kind's policy knows what to do."""

    @pytest.fixture(autouse=True)
    def impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sender, "TIMEOUT", ClientTimeout(total=0.1))

    async def test_at_most_once_is_never_sent_again_by_itself(
        self, bench: Bench, database: Database, sandbox: Sandbox, fault: dict[str, object], accepted: int
    ) -> None:
        await sandbox.fault(method="sendMessage", **fault)  # type: ignore[arg-type]
        await owe(database, 1, "reminder", text="Halo")

        await bench.run()

        assert await states(database) == ["unknown"]
        assert await sent_texts(sandbox) == ["Halo"] * accepted

    async def test_at_least_once_is_sent_again_with_the_same_text(
        self, bench: Bench, database: Database, sandbox: Sandbox, fault: dict[str, object], accepted: int
    ) -> None:
        await sandbox.fault(method="sendMessage", **fault)  # type: ignore[arg-type]
        await owe(database, 1, "notice", text="Halo")
        bench.idle_lasts = 0.2

        await bench.run()

        (row,) = await rows(database)
        assert (row.state, row.attempt) == ("sent", 2)
        assert await sent_texts(sandbox) == ["Halo"] * (accepted + 1)
