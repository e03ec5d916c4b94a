"""The promise of the inbox: `kill -9` as often as you like, and every update is answered, every effect happens once.

Twenty people introduce themselves at the same time while the process is killed ten times in the middle of its work.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

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
from tests.support.jalin_process import Jalin, jalin_running
from tests.support.sandbox import Message, Person, Sandbox

PEOPLE = 20
# JALIN_KILLS=100 makes it the run that the promise speaks of.
KILLS = int(os.environ.get("JALIN_KILLS", "5"))
TAKERS = 12
FIRST_ID = 610_000_001
PATIENCE = 90.0
STEPS = ("Sebelum mulai", "Data Anda, hak Anda", "Langkah 1", "Langkah 2", "Langkah 3", "belum ditemukan", "Terkirim")
pytestmark = [pytest.mark.process, pytest.mark.timeout(280)]


@dataclass
class Newcomer:
    """Somebody who is not on any staff list, and asks to be checked. Taps again when a screen comes twice."""

    person: Person
    number: int
    updates: list[int] = field(default_factory=list)
    presses: list[str] = field(default_factory=list)

    async def introduce(self) -> None:
        await self._write("/start", "Sebelum mulai")
        await self._tap("Baca, lalu mulai", "Data Anda, hak Anda")
        await self._tap("Setuju dan lanjutkan", "Langkah 1")
        await self._write(f"19850101201001{1 + self.number % 2}{100 + self.number}", "Langkah 2")
        await self._write(f"Andai Contoh {'abcdefghijklmnopqrst'[self.number]}", "Langkah 3")
        await self._write("bpsdm ntt", lambda message: "1" in message.labels)
        await self._tap("1", "belum ditemukan")
        await self._tap("Minta diperiksa", "Terkirim")
        await self._write("apa itu wog?", "Whole of Government")
        await self._write("/menu", "sedang diperiksa")

    async def sit(self) -> None:
        """A quiz of three questions."""
        await self._write("/kuis", "1 dari 3")
        for number in (1, 2, 3):
            await self._tap("A", lambda message: not {"Soal berikutnya", "Lihat hasil"}.isdisjoint(message.labels))
            if number < 3:
                await self._tap("Soal berikutnya", f"{number + 1} dari 3")
        await self._tap("Lihat hasil", "hari belajar tercatat")

    async def _write(self, text: str, wanted: str | Callable[[Message], bool]) -> None:
        sent = await self.person.send(text)
        self.updates += sent.update_ids
        await self.person.until(wanted, timeout=PATIENCE)

    async def _tap(self, label: str, wanted: str | Callable[[Message], bool]) -> None:
        there = wanted if callable(wanted) else lambda message: wanted in message.text
        # A screen whose process died before it could remember it is sent again: then its newer copy is tapped.
        for _ in range(KILLS + 2):
            press = await self.person.press(label)
            self.updates.append(press.update_id)
            self.presses.append(press.id)
            message = await self.person.until(lambda m: there(m) or label in m.labels, timeout=PATIENCE)
            if there(message):
                return
        raise AssertionError(f"{self.person.id} does not get past {label!r}")


async def test_no_update_is_lost_and_no_effect_doubled_by_kills(sandbox: Sandbox, database_url: str) -> None:
    settings = settings_for(sandbox.url, database_url)
    await load_into(settings, EXAMPLES)
    # A slow machine may leave a tap unanswered for longer than Telegram would wait; this is about losing none.
    await sandbox.settings(callback_seconds=600)
    crowd = [await _newcomer(sandbox, number) for number in range(PEOPLE)]

    async with jalin_running(sandbox.url, database_url, LOG_LEVEL="INFO") as jalin:
        journeys = asyncio.gather(*(newcomer.introduce() for newcomer in crowd))
        await _kill_often(sandbox, jalin, journeys)
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
        await _kill_often(sandbox, jalin, journeys, kills=min(KILLS, 3))
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
    return Newcomer(person, number)


async def _kill_often(sandbox: Sandbox, jalin: Jalin, journeys: asyncio.Future[list[None]], kills: int = KILLS) -> None:
    """Kill after a random number of accepted sends, so that death comes in the middle of work, never in idle time."""
    chance = random.Random(20261121)
    for _ in range(kills):
        wanted = len(await sandbox.ledger()) + chance.randint(5, 18)
        while len(await sandbox.ledger()) < wanted and not journeys.done():
            await asyncio.sleep(0.005)
        await jalin.kill()
        await jalin.start()


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
