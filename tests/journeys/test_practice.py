"""A week of quizzes: on two phones, tapped twice, from old screens, about what is retired meanwhile."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import aiohttp
from sqlalchemy import func, select

from bot.bench.quiz import Taker
from knowledge import Bank, Question, Use
from storage.tables import PracticeCardRow, PracticeDayRow, QuizAnswerRow, QuizRow
from tests.journeys.conftest import STRANGER, YOHANA
from tests.journeys.test_replay import settled

if TYPE_CHECKING:
    import pytest

    from tests.journeys.conftest import World
    from tests.support.sandbox import Message, Person

MORNING = datetime(2026, 11, 17, 0, 0, tzinfo=UTC)
"""08.00 WITA."""


async def agreed(world: World) -> Person:
    """Yohana, who has agreed, and has no NIP yet."""
    await world.app.tools.people.consent(telegram_id=YOHANA, language="id", version="1")
    return world.person(YOHANA)


async def counted(world: World) -> list[int]:
    """Rows of practice: quizzes, answers, cards, days."""
    tables = (QuizRow, QuizAnswerRow, PracticeCardRow, PracticeDayRow)
    async with world.database.read() as connection:
        return [await connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables]


def asked_in(world: World, message: Message) -> Question:
    """The question that a screen asks."""
    (found,) = [one for one in world.app.tools.bank.of(Use.PRACTICE) if one.ask in message.text]
    return found


def letter_of(world: World, message: Message, *, right: bool) -> str:
    """The letter of the right option, or of another one."""
    question = asked_in(world, message)
    letters = dict(re.findall(r"^([A-D])\. (.*)$", message.text, re.MULTILINE))
    correct = question.options[question.right]
    return next(str(letter) for letter, text in letters.items() if (text == correct) == right)


async def answer(world: World, person: Person, message: Message, *, right: bool) -> Message:
    """Tap an option; the same message then says whether it was right."""
    letter = letter_of(world, message, right=right)
    await person.press(letter, on=message.id)
    return await person.until(f"✅ {letter} benar:" if right else f"Jawaban Anda {letter}, yang tepat")


async def sit(world: World, person: Person, wrong: tuple[str, ...] = ()) -> list[str]:
    """A whole quiz by /kuis, all right but these; the questions it asked."""
    names, message = [], await person.ask("/kuis")
    while True:
        names.append(asked_in(world, message).id)
        said = await answer(world, person, message, right=names[-1] not in wrong)
        if "Lihat hasil" in said.labels:
            await person.press("Lihat hasil", on=said.id)
            await person.until("beruntun")
            return names
        message = await person.tap("Soal berikutnya")


def reduce(world: World, monkeypatch: pytest.MonkeyPatch, bank: Bank) -> None:
    """The files hold these questions only."""
    monkeypatch.setattr(world.app.tools.shelf, "_bank", bank)


async def test_a_week_of_quizzes(bot_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    six = bot_world.app.tools.bank.of(Use.PRACTICE, "kolaborasi")[:6]
    reduce(bot_world, monkeypatch, Bank(six))
    person = await agreed(bot_world)
    bot_world.now.set(MORNING)

    tuesday = await sit(bot_world, person)
    assert len(set(tuesday)) == 3
    last = await person.last()
    assert last.text == (
        "✅ Semua 3 soal benar. Satu hari belajar tercatat. Lanjutkan besok atau lusa untuk membuatnya beruntun."
    )
    bot_world.now.advance(hours=12)  # the same evening: new ones, and one of them is missed
    missed = next(one.id for one in six if one.id not in tuesday)
    evening = await sit(bot_world, person, wrong=(missed,))
    result = await person.last()
    assert set(evening) == {one.id for one in six} - set(tuesday)
    assert result.text.startswith("✅ 2 dari 3 benar. ")
    repeated = await person.tap("Ulangi yang terlewat")
    assert repeated.text.startswith("💡 Ulangan · 1 dari 1")
    await answer(bot_world, person, repeated, right=True)
    assert (await person.tap("Lihat hasil")).text.startswith("✅ Benar. ")

    bot_world.now.set(MORNING + timedelta(days=1))  # Wednesday, in the morning: what was missed in the evening
    wednesday = await sit(bot_world, person)
    assert wednesday[0] == missed
    bot_world.now.set(MORNING + timedelta(days=3))  # Friday, after a day off: the three of Tuesday, and more are due
    friday = await sit(bot_world, person)
    assert set(tuesday) - set(wednesday) <= set(friday)
    assert (await person.last()).text.endswith("Sudah 3 hari beruntun; libur satu hari tidak memutusnya.")
    bot_world.now.set(MORNING + timedelta(days=6))  # two days off
    await sit(bot_world, person)
    assert "Satu hari belajar tercatat." in (await person.last()).text
    assert (await counted(bot_world))[2:] == [6, 4]


async def test_another_phone_goes_on_and_old_taps_change_nothing(
    bot_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, bank = await agreed(bot_world), bot_world.app.tools.bank
    one = await person.ask("/kuis")
    data = one.button(letter_of(bot_world, one, right=True))["callback_data"]
    for _ in range(2):  # the same tap, which comes again as another update
        await bot_world.sandbox.queue_update({"callback_query": _tap(one.id, data)})
    await person.press_data(data, on=one.id)
    await settled(bot_world)
    assert await counted(bot_world) == [1, 1, 1, 1]

    wrong = one.button(letter_of(bot_world, one, right=False))["callback_data"]
    twice = await (await person.press_data(wrong, on=one.id)).answer()
    assert twice.text == "Jawaban Anda sudah tercatat dan tetap satu."

    two = await person.ask("/kuis")  # on another phone
    assert two.text.startswith("💡 Kuis hari ini · 2 dari 3\n")
    said = await answer(bot_world, person, two, right=False)
    assert said.text.endswith("Soal ini akan muncul lagi lain hari.")
    before = await counted(bot_world)
    stale = await (await person.press_data(data, on=one.id)).answer()
    three = await person.until(lambda message: "3 dari 3" in message.text)
    assert stale.text == "Kuis berlanjut di layar yang lebih baru. Jawaban Anda aman."
    assert three.id > said.id
    assert await counted(bot_world) == before == [1, 2, 2, 1]

    article = await person.ask("/kuis")
    paused = await person.tap("Nanti saja")
    assert paused.text.startswith("Kuis tersimpan di soal 3 dari 3.")
    assert (await person.tap("Lanjutkan kuis")).text == article.text
    gone = asked_in(bot_world, three)
    reduce(bot_world, monkeypatch, Bank(tuple(one for one in bank if one.id != gone.id)))
    done = await person.tap("A")  # it was retired while it stood there
    assert done.text.startswith("✅ 1 dari 2 benar.")
    assert done.labels == ["Ulangi yang terlewat", "Pilih topik lain", "Papan provinsi", "Ubah jam kuis", "⬅️ Menu"]


async def test_guests_hear_why_and_readers_test_themselves(bot_world: World) -> None:
    guest = bot_world.person(STRANGER)
    told = await guest.ask("/kuis")
    assert told.text.startswith("💡 Kuis mencatat soal mana yang sudah Anda kuasai")
    assert told.labels == ["Baca persetujuan", "⬅️ Menu"]
    assert await counted(bot_world) == [0, 0, 0, 0]

    person = await agreed(bot_world)
    card = await person.ask("apa itu whole of government?")
    assert card.labels[:2] == ["Baca selengkapnya", "Uji diri, 3 soal"]
    first = await person.tap("Uji diri, 3 soal")
    assert first.text.startswith("💡 Uji diri · 1 dari 3 · sekitar 2 menit")
    assert asked_in(bot_world, first).article == "whole-of-government"
    assert (await person.tap("Lewati")).text.startswith("💡 Uji diri · 2 dari 3")
    said = await answer(bot_world, person, await person.last(), right=True)
    read = await person.tap("Baca artikelnya")
    assert (read.id, read.labels) == (said.id, ["Lanjutkan kuis", "Baca selengkapnya"])
    assert (await person.tap("Lanjutkan kuis")).text.startswith("💡 Uji diri · 3 dari 3")

    topics = await person.ask("/kuis")
    await person.press("Nanti saja", on=topics.id)
    await person.until("tersimpan")
    chosen = await person.tap("Pilih topik lain")
    assert "1. " in chosen.text
    assert chosen.labels[0] == "Campuran"
    other = await person.tap("2")
    assert "1 dari 3" in other.text
    left = await (await person.press_data(first.button("Lewati")["callback_data"], on=other.id)).answer()
    assert left.text == "Kuis berlanjut di layar yang lebih baru. Jawaban Anda aman."
    assert "Kuis hari ini" in (await person.until("sudah digantikan kuis lain")).labels


async def test_the_benchmark_taps_through_quiz_after_quiz(bot_world: World) -> None:
    async with aiohttp.ClientSession() as http:
        taker = Taker(http, bot_world.sandbox.url, bot_world.app.bot.id, YOHANA)
        await agreed(bot_world)
        await taker.begin("/kuis")
        for _ in range(8):  # three answers and what follows them, another quiz, its first answer
            await taker.tap()

    assert (await counted(bot_world))[:2] == [2, 4]


def _tap(message_id: int, data: str) -> dict[str, Any]:
    sender = {"id": YOHANA, "is_bot": False, "first_name": "Yohana"}
    chat = {"id": YOHANA, "type": "private", "first_name": "Yohana"}
    message = {"message_id": message_id, "date": 1, "chat": chat, "text": "x"}
    return {"id": "77", "from": sender, "chat_instance": "1", "data": data, "message": message}
