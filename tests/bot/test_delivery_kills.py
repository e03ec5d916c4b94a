"""Workers that are killed: at most once is never doubled, at least once is never lost, all that is unsure is listed."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import insert

from bot.faults.worker import Orders, ended, start
from services.broadcasts import KIND
from storage.database import Database
from storage.tables import DeliveryRow
from tests.support.clock import NOON
from tests.support.deliveries import FIRST_TELEGRAM_ID, add_people, rows, states
from tests.support.sandbox import TOKEN, Sandbox, running_sandbox
from tests.support.worker import OPEN, know

PEOPLE = range(1, 201)
KILLS = 5
IN_FLIGHT = 8

pytestmark = pytest.mark.process


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await know(sandbox, *PEOPLE)
        yield sandbox


async def owe_each(database: Database) -> None:
    await add_people(database, *PEOPLE, zone="WITA")
    values = [
        {
            "person_id": person,
            "kind": KIND if person % 2 else "notice",
            "subject": "1",
            "payload": {"text": str(person)},
            "due_at": NOON,
            "created_at": NOON,
        }
        for person in PEOPLE
    ]
    async with database.write() as connection:
        await connection.execute(insert(DeliveryRow), values)


async def sent_at_least(sandbox: Sandbox, count: int) -> None:
    while len(await sandbox.ledger(method="sendMessage")) < count:
        await asyncio.sleep(0.01)


def orders(database_url: str, sandbox: Sandbox, number: int = 0, limit: float = 60) -> Orders:
    return Orders(database_url=database_url, api_url=sandbox.url, limit=limit, number=number, token=TOKEN)


async def test_kills_lose_nothing_silently_and_double_nothing_that_may_not(
    database: Database, database_url: str, sandbox: Sandbox
) -> None:
    await owe_each(database)
    # Every seventh answer is lost after Telegram took the message.
    for person in range(7, 200, 7):
        await sandbox.fault("reset_after", "sendMessage", chat=FIRST_TELEGRAM_ID + person)

    async with asyncio.timeout(90):
        for kill in range(KILLS):
            worker = start(orders(database_url, sandbox, kill))
            await sent_at_least(sandbox, 30 * (kill + 1))
            worker.kill()
            await ended(worker)
        worker = start(orders(database_url, sandbox, KILLS))
        while OPEN & set(await states(database)):
            await asyncio.sleep(0.02)
        worker.terminate()
        assert await ended(worker) == 0

    copies = Counter(entry.params["text"] for entry in await sandbox.ledger(method="sendMessage"))
    check(copies, {row.person_id: row.state for row in await rows(database)})


def check(copies: Counter[str], states: dict[int, str]) -> None:
    announcements = [person for person in PEOPLE if person % 2]
    notices = [person for person in PEOPLE if not person % 2]
    unknown = [person for person in announcements if states[person] == "unknown"]
    answers_lost = [person for person in announcements if person % 7 == 0]

    assert {states[person] for person in notices} == {"sent"}
    assert all(copies[str(person)] >= 1 for person in notices)
    assert {states[person] for person in announcements} == {"sent", "unknown"}
    assert max(copies[str(person)] for person in announcements) == 1
    assert [person for person in announcements if not copies[str(person)] and person not in unknown] == []
    assert set(answers_lost) <= set(unknown)
    assert len(unknown) <= len(answers_lost) + KILLS * IN_FLIGHT


async def test_sigterm_leaves_nothing_in_doubt(database: Database, database_url: str, sandbox: Sandbox) -> None:
    await owe_each(database)
    await sandbox.fault("latency", "sendMessage", seconds=0.1, times=-1)

    async with asyncio.timeout(60):
        worker = start(orders(database_url, sandbox))
        await sent_at_least(sandbox, 20)
        worker.terminate()
        exit_code = await ended(worker)

    standing = Counter(await states(database))
    assert exit_code == 0
    assert set(standing) == {"sent", "queued"}
    assert standing["sent"] == len(await sandbox.ledger(method="sendMessage"))


async def test_the_sandbox_never_sees_more_than_the_limit_in_a_second(
    database: Database, database_url: str, sandbox: Sandbox
) -> None:
    # The tenth that the pacer leaves is more than the eight that may be under way, however slow this machine is.
    limit = 120
    await owe_each(database)

    async with asyncio.timeout(60):
        worker = start(orders(database_url, sandbox, limit=limit))
        await sent_at_least(sandbox, len(PEOPLE))
        worker.terminate()
        await ended(worker)

    times = [entry.time for entry in await sandbox.ledger(method="sendMessage")]
    assert max(sum(begin <= time < begin + 1 for time in times) for begin in times) <= limit
