"""The promise of the inbox: `kill -9` as often as you like, and every update is answered, every effect happens once.

Twenty people introduce themselves at the same time while the process is killed ten times in the middle of its work.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass

import pytest
from sqlalchemy import func, select

from bot.loading import load_into
from services.clock import utc_now
from storage.database import Database
from storage.tables import (
    DeliveryRow,
    InboxRow,
    PersonRow,
    PracticeCardRow,
    PracticeDayRow,
    QuizAnswerRow,
    VerificationRow,
)
from tests.journeys.conftest import EXAMPLES, settings_for
from tests.support.catalogue import add
from tests.support.jalin_process import jalin_running
from tests.support.killing import KILLS, LIMIT, Insistent, kill_often
from tests.support.sandbox import Sandbox

PEOPLE = 20
TAKERS = 12
FIRST_ID = 610_000_001
STEPS = ("Sebelum mulai", "Data Anda, hak Anda", "Langkah 1", "Langkah 2", "Langkah 3", "belum ditemukan", "Terkirim")
pytestmark = [pytest.mark.process, pytest.mark.timeout(LIMIT)]


@dataclass(kw_only=True)
class Newcomer(Insistent):
    """Somebody who is not on any staff list, and asks to be checked."""

    number: int

    async def introduce(self) -> None:
        await self.write("/start", "Sebelum mulai")
        await self.tap("Baca, lalu mulai", "Data Anda, hak Anda")
        await self.tap("Setuju dan lanjutkan", "Langkah 1")
        await self.write(f"19850101201001{1 + self.number % 2}{100 + self.number}", "Langkah 2")
        await self.write(f"Andai Contoh {'abcdefghijklmnopqrst'[self.number]}", "Langkah 3")
        await self.write("bpsdm ntt", lambda message: "1" in message.labels)
        await self.tap("1", "belum ditemukan")
        await self.tap("Minta diperiksa", "Terkirim")
        await self.write("apa itu wog?", "Whole of Government")
        await self.write("/menu", "sedang diperiksa")

    async def sit(self) -> None:
        """A quiz of three questions."""
        await self.write("/kuis", "1 dari 3")
        for number in (1, 2, 3):
            await self.tap("A", lambda message: not {"Soal berikutnya", "Lihat hasil"}.isdisjoint(message.labels))
            if number < 3:
                await self.tap("Soal berikutnya", f"{number + 1} dari 3")
        await self.tap("Lihat hasil", "hari belajar tercatat")


async def test_no_update_is_lost_and_no_effect_doubled_by_kills(sandbox: Sandbox, database_url: str) -> None:
    settings = settings_for(sandbox.url, database_url)
    await load_into(settings, EXAMPLES)
    # A slow machine may leave a tap unanswered for longer than Telegram would wait; this is about losing none.
    await sandbox.settings(callback_seconds=600)
    crowd = [await _newcomer(sandbox, number) for number in range(PEOPLE)]

    async with jalin_running(sandbox.url, database_url, LOG_LEVEL="INFO") as jalin:
        journeys = asyncio.gather(*(newcomer.introduce() for newcomer in crowd))
        await kill_often(sandbox, jalin, journeys)
        await journeys
        assert await jalin.stop() == 0

    updates = [update for newcomer in crowd for update in newcomer.updates]
    assert len(updates) >= 10 * PEOPLE
    database = Database(database_url)
    assert await _states(database, updates) == {"done": len(updates)}
    assert await _effects(database) == (PEOPLE, PEOPLE, PEOPLE)
    await database.close()
    for newcomer in crowd:
        answers = [await sandbox.callback(press) for press in newcomer.presses]
        assert all(answer.answered for answer in answers)
        assert await _steps_seen(sandbox, newcomer.person.id) == list(STEPS)


@pytest.mark.one_database
async def test_no_tap_of_a_quiz_counts_twice_or_is_lost_by_kills(sandbox: Sandbox, database_url: str) -> None:
    await load_into(settings_for(sandbox.url, database_url), EXAMPLES)
    await sandbox.settings(callback_seconds=600)
    crowd = [await _newcomer(sandbox, number) for number in range(TAKERS)]
    agreed = {"consent_version": "1", "consent_at": utc_now(), "created_at": utc_now()}
    database = Database(database_url)
    for taker in crowd:
        await add(database, PersonRow, telegram_id=taker.person.id, **agreed)

    async with jalin_running(sandbox.url, database_url, LOG_LEVEL="INFO") as jalin:
        journeys = asyncio.gather(*(taker.sit() for taker in crowd))
        await kill_often(sandbox, jalin, journeys, kills=KILLS * 3 // 5)
        await journeys
        assert await jalin.stop() == 0

    async with database.read() as connection:
        answers = await connection.scalar(select(func.count()).select_from(QuizAnswerRow))
        counted = await connection.scalar(select(func.sum(PracticeDayRow.answered)))
        asked = await connection.scalar(select(func.sum(PracticeCardRow.right_count + PracticeCardRow.wrong_count)))
    await database.close()
    assert (answers, counted, asked) == (3 * TAKERS,) * 3


async def _newcomer(sandbox: Sandbox, number: int) -> Newcomer:
    person = await sandbox.add_person(id=FIRST_ID + number, first_name=f"Contoh {number}")
    return Newcomer(person=person, number=number)


async def _states(database: Database, updates: list[int]) -> dict[str, int]:
    async with database.read() as connection:
        rows = await connection.execute(select(InboxRow.update_id, InboxRow.state))
        state = dict(rows.all())
    return dict(Counter(state.get(update, "lost") for update in updates))


async def _effects(database: Database) -> tuple[int, int, int]:
    """People who agreed, open requests, messages owed to the one organizer."""
    async with database.read() as connection:
        people = select(func.count()).where(
            PersonRow.telegram_id >= FIRST_ID, PersonRow.telegram_id < FIRST_ID + PEOPLE
        )
        requests = select(func.count()).where(VerificationRow.state == "open")
        owed = select(func.count()).where(DeliveryRow.kind == "verification-request")
        first, second, third = [(await connection.execute(query)).scalar_one() for query in (people, requests, owed)]
    return first, second, third


async def _steps_seen(sandbox: Sandbox, chat: int) -> list[str]:
    """The steps in the order in which their screens first came."""
    seen: list[str] = []
    for entry in await sandbox.ledger(chat=chat):
        text = str(entry.params.get("text", ""))
        seen += [step for step in STEPS if step in text and step not in seen]
    return seen
