"""The week's picture, the board and an exercise on a phone, in a real browser.

With JALIN_PICTURES set to a folder, each screen is kept there as a picture to be looked at.
"""

from __future__ import annotations

import asyncio
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import Page, expect
from sqlalchemy import insert, select

from storage.repositories.habits import HabitRows
from storage.tables import PersonRow, PracticeDayRow, PracticeHabitRow, QuizAnswerRow, QuizRow
from storage.tables.agencies import AgencyRow
from tests.journeys.conftest import STRANGER, YOHANA
from tests.journeys.test_enrolment import meet
from tests.support.browser import chromium_or_skip, phone_page
from tests.support.web_chat import become, write

if TYPE_CHECKING:
    from tests.journeys.conftest import World

PICTURES = os.environ.get("JALIN_PICTURES")
MONDAY = date(2026, 11, 16)
SUNDAY = datetime(2026, 11, 22, 11, 30, tzinfo=UTC)
pytestmark = [pytest.mark.browser, pytest.mark.one_database, pytest.mark.timeout(180)]


async def sees(page: Page, name: str, text: str) -> None:
    """Wait until the chat shows the text; keep a picture."""
    await expect(page.get_by_test_id("messages").get_by_text(text).last).to_be_visible(timeout=20_000)
    if PICTURES:
        await asyncio.to_thread(Path(PICTURES).mkdir, parents=True, exist_ok=True)
        await page.screenshot(path=Path(PICTURES) / f"{name}.png")


async def fill(world: World) -> None:
    """Yohana's week, and colleagues on the board in three provinces."""
    async with world.database.write() as connection:
        own = await connection.scalar(select(PersonRow.id).where(PersonRow.telegram_id == YOHANA))
        for at, (answered, right) in enumerate(((3, 2), (5, 5), (0, 0), (3, 3), (3, 1), (0, 0), (3, 3))):
            if answered:
                day = {"person_id": own, "day": MONDAY + timedelta(days=at), "answered": answered, "right": right}
                await connection.execute(insert(PracticeDayRow).values(**day))
        assert own is not None
        await HabitRows(connection).plan_week(own, SUNDAY, at=world.now())
        values: dict[str, Any] = {
            "person_id": own,
            "questions": [],
            "state": "done",
            "started_at": world.now(),
            "done_at": world.now(),
        }
        quiz = await connection.scalar(insert(QuizRow).returning(QuizRow.id), values)
        shelf = world.app.tools.bank
        for place, (article, right) in enumerate((("wog-sejarah", True), ("bantuan-kedinasan-menolak", False))):
            question = next(one.id for one in shelf if one.article == article)
            answer = {"quiz_id": quiz, "place": place, "person_id": own, "question": question, "chosen": 1}
            await connection.execute(insert(QuizAnswerRow).values(**answer, right=right, at=world.now()))
        number = 9000
        for code, rights in (("bpsdm-ntt", (21, 18, 9)), ("bpsdm-bali", (25, 20, 15)), ("bpsdm-jatim", (30, 4, 5, 6))):
            agency = await connection.scalar(select(AgencyRow.id).where(AgencyRow.code == code))
            for right in rights:
                number += 1
                named = {"name": f"Contoh {number}", "agency_id": agency, "identity": "verified"}
                who = await connection.scalar(
                    insert(PersonRow).returning(PersonRow.id),
                    {"telegram_id": number, "created_at": world.now(), "consent_version": "1", **named},
                )
                board = "named" if right % 2 else "hidden"
                await connection.execute(
                    insert(PracticeHabitRow).values(person_id=who, board=board, changed_at=world.now())
                )
                await connection.execute(
                    insert(PracticeDayRow).values(person_id=who, day=MONDAY, answered=40, right=right)
                )


async def test_somebody_new_takes_a_quiz_on_a_phone(bot_world: World) -> None:
    chromium_or_skip()
    async with phone_page(bot_world.sandbox.url) as page:

        async def tap(label: str) -> None:
            await page.get_by_test_id(f"button-{label}").last.tap()

        await become(page, f"person-{STRANGER}")
        await page.get_by_test_id("start-button").tap()
        await sees(page, "quiz-0-hello", "Sebelum mulai")
        await write(page, "/kuis")
        await sees(page, "quiz-1-guest", "Kuis mencatat soal mana")
        await tap("Baca persetujuan")
        await tap("Setuju dan lanjutkan")
        await sees(page, "quiz-2-agreed", "NIP")
        await write(page, "/kuis")
        for number in (1, 2, 3):
            await sees(page, f"quiz-3-{number}-asked", f"{number} dari 3")
            await tap("ABC"[number - 1])
            await expect(page.get_by_test_id("button-Baca artikelnya").last).to_be_visible()
            await sees(page, f"quiz-3-{number}-said", "")
            if number == 2:
                await tap("Baca artikelnya")
                await expect(page.get_by_test_id("button-Lanjutkan kuis").last).to_be_visible()
                await sees(page, "quiz-4-article", "")
                await tap("Lanjutkan kuis")
            else:
                await tap("Soal berikutnya" if number < 3 else "Lihat hasil")
        await sees(page, "quiz-5-result", "Satu hari belajar tercatat")
        await tap("Pilih topik lain")
        await sees(page, "quiz-6-topics", "Kuis tentang apa?")
        await tap("3")
        await sees(page, "quiz-7-topic", "1 dari 3")
        await tap("Nanti saja")
        await sees(page, "quiz-8-paused", "Kuis tersimpan di soal 1 dari 3")
        await tap("⬅️ Menu")
        await write(page, "apa itu whole of government?")
        await sees(page, "quiz-9-card", "Whole of Government")
        await tap("Uji diri, 3 soal")
        await sees(page, "quiz-10-article", "Uji diri · 1 dari 3")


async def test_the_week_and_the_board_on_a_phone(bot_world: World) -> None:
    chromium_or_skip()
    await meet(bot_world, YOHANA)
    await fill(bot_world)
    bot_world.now.set(SUNDAY)
    await bot_world.app.schedule.practise()
    bot_world.app.deliverer.wake()
    async with phone_page(bot_world.sandbox.url) as page:
        await become(page, f"person-{YOHANA}")
        await sees(page, "habits-1-week", "Perlu diulang: Bantuan Kedinasan.")
        await page.get_by_test_id("button-Papan provinsi").last.tap()
        await sees(page, "habits-2-board", "Bali · 20,0")
        await page.get_by_test_id("button-⬜ Ikut di papan").last.tap()
        await page.get_by_test_id("button-⬜ Tampilkan nama saya").last.tap()
        await sees(page, "habits-3-joined", "Anda urutan ke-3 dari 4 peserta NTT")
        await page.get_by_test_id("button-Peserta provinsi saya").last.tap()
        await sees(page, "habits-4-people", "Yohana Contoh · 14 benar")
        await page.get_by_test_id("button-Ubah jam kuis").last.tap()
        await page.get_by_test_id("button-⬜ 16.30").last.tap()
        await sees(page, "habits-5-hour", "Datang tiap hari pukul 16.30 WITA")
