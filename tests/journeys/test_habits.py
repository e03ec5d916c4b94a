"""The daily quiz at the chosen hour, the week as a picture, the board, and open exercises; by HTTP."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, select

from bot.callbacks_habits import ChooseHour, JoinBoard, SeeBoard
from knowledge import Bank
from services.practice.habits.hours import next_week
from storage.repositories.habits import HabitRows
from storage.tables import DeliveryRow, PersonRow, PracticeDayRow, PracticeHabitRow
from tests.journeys.conftest import STRANGER, YOHANA
from tests.journeys.test_enrolment import meet, press
from tests.support.sandbox import Message, Person

if TYPE_CHECKING:
    from tests.journeys.conftest import World

HALF_PAST_SEVEN = datetime(2026, 11, 17, 23, 30, tzinfo=UTC)
"""On Wednesday in WITA."""
DAY = timedelta(days=1)


async def tick(world: World, moment: datetime) -> None:
    """The clock moves to a moment and ticks there."""
    world.now.set(moment)
    await world.app.schedule.practise()
    world.app.deliverer.wake()


async def owed(world: World, kind: str) -> list[tuple[str, str]]:
    """What is owed of a kind: its occasion, and what became of it."""
    query = select(DeliveryRow.occasion, DeliveryRow.state).where(DeliveryRow.kind == kind).order_by(DeliveryRow.id)
    async with world.database.read() as connection:
        return [(occasion, state) for occasion, state in await connection.execute(query)]


async def test_the_quiz_comes_at_the_chosen_hour_once(bot_world: World) -> None:
    yohana = await meet(bot_world, YOHANA)
    await yohana.ask("/pengaturan")
    before = await yohana.tap("Kuis harian")
    chosen = await yohana.tap("⬜ 07.30")

    await tick(bot_world, HALF_PAST_SEVEN - timedelta(minutes=1))
    early = await owed(bot_world, "quiz-daily")
    await tick(bot_world, HALF_PAST_SEVEN)
    said = await yohana.until("1 dari")
    await tick(bot_world, HALF_PAST_SEVEN + timedelta(hours=1))
    answered = await yohana.tap("A")
    await yohana.ask("/pengaturan")
    changed = await yohana.tap("Kuis harian")
    await yohana.tap("⬜ 12.00")
    off = await yohana.tap("Matikan kuis harian")
    again = await press(yohana, ChooseHour().pack())
    foreign = await press(yohana, "hb:0317")
    await tick(bot_world, HALF_PAST_SEVEN + 5 * DAY)

    assert before.labels == [
        "⬜ 06.30",
        "⬜ 07.30",
        "⬜ 12.00",
        "⬜ 16.30",
        "⬜ 19.00",
        "✅ Ringkasan mingguan",
        "⬅️ Kembali",
    ]
    assert "Datang tiap hari pukul 07.30 WITA" in chosen.text
    assert early == []
    assert "Kuis hari ini" in said.text
    assert said.labels == ["A", "B", "C", "D", "Lewati", "Nanti saja"]
    assert answered.labels[0] == "Soal berikutnya"
    assert "✅ 07.30" in changed.labels
    assert "Pilih jamnya" in off.text
    assert again is None
    assert foreign == "Pilihan jam itu sudah tidak ada. Silakan pilih lagi."
    assert await owed(bot_world, "quiz-daily") == [("2026-11-18", "sent")]
    assert await bot_world.sandbox.warnings() == []


@pytest.mark.one_database
async def test_where_nothing_can_be_asked_nothing_comes_and_in_a_dialog_the_quiz_does_not_disturb(
    bot_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    yohana = await meet(bot_world, YOHANA)
    await press(yohana, ChooseHour(hour="0730").pack())
    await yohana.until("pukul 07.30 WITA")
    with monkeypatch.context() as files:
        files.setattr(bot_world.app.tools.shelf, "_bank", Bank(()))
        await tick(bot_world, HALF_PAST_SEVEN)
        async with asyncio.timeout(10):
            while await owed(bot_world, "quiz-daily") != [("2026-11-18", "skipped")]:
                await asyncio.sleep(0.02)
    silent = await yohana.last()
    await yohana.ask("/tanya")
    await tick(bot_world, HALF_PAST_SEVEN + DAY)
    said = await yohana.until("Kuis hari ini")
    await yohana.press("A", on=said.id)
    await yohana.until(lambda message: "Soal berikutnya" in message.labels)
    asked = await yohana.ask("Apakah peserta dari puskesmas boleh ikut?")

    assert "Datang tiap hari" in silent.text
    assert "puskesmas" in asked.text
    assert await bot_world.sandbox.warnings() == []


async def learnt(world: World, telegram_id: int, name: str, right: int, board: str) -> None:
    """Somebody of NTT who joined the board and answered."""
    async with world.database.write() as connection:
        query = select(PersonRow.id, PersonRow.agency_id).where(PersonRow.telegram_id == YOHANA)
        own, agency = (await connection.execute(query)).one()
        who: int | None = own
        if telegram_id != YOHANA:
            values = {"telegram_id": telegram_id, "name": name, "agency_id": agency, "identity": "verified"}
            insertion = insert(PersonRow).values(consent_version="1", created_at=world.now(), **values)
            who = await connection.scalar(insertion.returning(PersonRow.id))
            await connection.execute(
                insert(PracticeHabitRow).values(person_id=who, board=board, changed_at=world.now())
            )
        await connection.execute(
            insert(PracticeDayRow).values(person_id=who, day=date(2026, 11, 17), answered=20, right=right)
        )
        assert who is not None
        await HabitRows(connection).plan_week(who, next_week("WITA", world.now()), at=world.now())


async def test_who_joins_the_board_counts_and_decides_whether_the_name_shows(bot_world: World) -> None:
    yohana = await meet(bot_world, YOHANA)
    await learnt(bot_world, YOHANA, "", 12, "off")
    await learnt(bot_world, 4001, "Bima <i>Contoh", 15, "named")
    await learnt(bot_world, 4002, "Citra Rahasia", 9, "hidden")

    await press(yohana, SeeBoard().pack())
    alone = await yohana.until("Belum ada provinsi dengan 3 peserta")
    joined = await yohana.tap("⬜ Ikut di papan")
    bot_world.now.advance(minutes=2)
    named = await yohana.tap("⬜ Tampilkan nama saya")
    people = await yohana.tap("Peserta provinsi saya")
    twice = await press(yohana, JoinBoard(board="named").pack())
    left = await yohana.tap("✅ Ikut di papan")
    stranger = await press(await guest(bot_world), SeeBoard().pack())

    assert "Anda belum ikut" in alone.text
    assert alone.labels == ["⬜ Ikut di papan", "Mulai kuis", "⬅️ Menu"]
    assert "✅ Ikut di papan" in joined.labels
    assert "1. NTT · 12,0 (3 peserta)" in named.text
    assert "urutan ke-2 dari 3 peserta NTT, dengan 12 jawaban benar" in named.text
    assert people.text.splitlines()[2:5] == [
        "1. Bima <i>Contoh · 15 benar",
        "2. Yohana Contoh · 12 benar",
        "3. tanpa nama · 9 benar",
    ]
    assert twice is None
    assert "Anda belum ikut" in left.text
    assert stranger == "Kuis harian terbuka setelah Anda setuju datanya disimpan: /privasi"
    assert await bot_world.sandbox.warnings() == []


async def guest(world: World) -> Person:
    person = world.person(STRANGER)
    await person.ask("/start")
    return person


@pytest.mark.one_database
async def test_an_exercise_is_thought_through_and_compared(bot_world: World) -> None:
    stranger = await guest(bot_world)
    await stranger.ask("/cari")
    found = await stranger.tap("Latihan terbuka")
    task = await stranger.tap("4")
    points = await stranger.tap("Bandingkan")
    await stranger.tap("⬜ 1")
    ticked = await stranger.tap("⬜ 4")
    unticked = await stranger.tap("✅ 1")
    reading = await stranger.tap("Baca artikelnya")
    card = await stranger.tap("3")
    gone = await press(stranger, "hg:0123456789:task:0")

    assert found.text.splitlines()[-1] == "4. Tiga daerah di tepi tol pantura"
    assert "uraikan langkah kolaborasi" in task.text
    assert points.text.endswith("Belum ada yang ditandai.")
    assert points.labels == ["⬜ 1", "⬜ 2", "⬜ 3", "⬜ 4", "⬜ 5", "⬜ 6", "Baca artikelnya", "⬅️ Kembali"]
    assert ticked.text.endswith("2 dari 6 sudah ada.")
    assert unticked.text.endswith("1 dari 6 sudah ada.")
    assert "3. Kartamantul" in reading.text
    assert "sekretariat bersama" in card.text
    assert gone is None
    assert (await stranger.last()).text == "Latihan ini sudah tidak ada."
    assert await bot_world.sandbox.warnings() == []


@pytest.mark.one_database
async def test_the_week_comes_on_sunday_as_a_picture(bot_world: World) -> None:
    yohana = await meet(bot_world, YOHANA)
    await learnt(bot_world, YOHANA, "", 14, "off")
    sunday = datetime(2026, 11, 22, 11, 30, tzinfo=UTC)  # 19.30 WITA

    await tick(bot_world, sunday - timedelta(minutes=1))
    early = await owed(bot_world, "quiz-week")
    await tick(bot_world, sunday)
    said = await yohana.until("Minggu ini: 1 hari belajar, 14 dari 20 soal benar (70%).")
    practised = await press_on(yohana, said.id, said.button("Mulai kuis")["callback_data"])
    settings = await press_on(yohana, said.id, said.button("Ubah jam kuis")["callback_data"])
    off = await yohana.tap("✅ Ringkasan mingguan")
    board = await press_on(yohana, said.id, SeeBoard().pack())
    await tick(bot_world, sunday + 7 * DAY)

    assert early == []
    assert said.raw["photo"]
    assert said.labels == ["Mulai kuis", "Papan provinsi", "Ubah jam kuis"]
    assert "1 dari 3" in practised.text
    assert "tiap Minggu pukul 19.30 WITA" in settings.text
    assert "⬜ Ringkasan mingguan" in off.labels
    assert "Papan provinsi" in board.text
    kept = next(message for message in await yohana.messages() if message.id == said.id)
    assert kept.labels == said.labels
    assert await owed(bot_world, "quiz-week") == [("2026-11-16", "sent")]
    assert await bot_world.sandbox.warnings() == []


async def press_on(person: Person, message: int, data: str) -> Message:
    """Press a button of an older message; what is last then."""
    await (await person.press_data(data, on=message)).answer()
    return await person.last()
