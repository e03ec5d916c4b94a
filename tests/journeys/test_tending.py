"""Organizers see what was looked for in vain and how articles are rated, and deal with it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.callbacks_knowledge import SeeMiss, SeeMisses, Settle, Shelf, Tend
from storage.tables import AuditRow, MissRow
from tests.journeys.conftest import RINA, STRANGER, YOHANA, World
from tests.support.rooms import find_room
from tests.support.sandbox import Person

pytestmark = pytest.mark.one_database

NOT_FOR_YOU = "Bagian ini hanya untuk penyelenggara."


@pytest.fixture
async def rina(bot_world: World) -> Person:
    """An organizer in /kelola, with nothing that waits."""
    rina = bot_world.person(RINA)
    await rina.ask("/kelola")
    return rina


async def look_for(world: World, *questions: str) -> None:
    for question in questions:
        world.now.advance(minutes=1)
        await world.app.tools.knowledge.record_miss(text=question)


async def test_what_a_person_looked_for_in_vain_is_settled_by_an_organizer(bot_world: World, rina: Person) -> None:
    person = bot_world.person(STRANGER)
    for question in ("tempat wisata di banyuwangi", "Tempat wisata di Banyuwangi?"):
        await person.ask(question)

    await find_room(rina, "Pengetahuan")
    overview = await rina.tap("Pengetahuan")
    listed = await rina.tap("Dicari, tidak ada")
    one = await rina.tap("1")
    press = await rina.press("Tandai selesai")
    after = await rina.until()

    assert overview.text == "Pengetahuan\n\nDicari, tidak ada: 1\nBelum ada artikel yang dinilai."
    assert listed.text.endswith('1. "tempat wisata di banyuwangi" · 2 kali, terakhir 17 Nov')
    assert "Belum ada artikel yang menjawabnya." in one.text
    assert "Lestari" not in listed.text + one.text
    assert (await press.answer()).text == "Ditandai selesai."
    assert overview.id == listed.id == one.id == after.id
    assert after.text.startswith("Tidak ada pencarian yang menunggu.")
    async with bot_world.database.read() as connection:
        assert list(await connection.scalars(select(AuditRow.action))) == ["miss.settled"]


async def test_the_list_has_pages_and_settling_stays_on_them(bot_world: World, rina: Person) -> None:
    await look_for(bot_world, *(f"hal yang tiada {letter}" for letter in "abcdefgh"))
    await find_room(rina, "Pengetahuan")
    await rina.tap("Pengetahuan")
    await rina.tap("Dicari, tidak ada")

    second = await rina.tap("Berikutnya")
    await rina.tap("3")
    after = await rina.tap("Tandai selesai")
    first = await rina.tap("⬅️ Sebelumnya")

    assert second.labels == ["1", "2", "3", "⬅️ Sebelumnya", "⬅️ Kembali"]
    assert second.text.splitlines()[-1].startswith('3. "hal yang tiada a"')
    assert after.labels == ["1", "2", "⬅️ Sebelumnya", "⬅️ Kembali"]
    assert first.text.splitlines()[1] == "Halaman 1 dari 2"


async def test_an_organizer_sees_that_there_is_an_article_by_now(bot_world: World, rina: Person) -> None:
    await look_for(bot_world, "apa itu wog?")
    await find_room(rina, "Pengetahuan")
    await rina.tap("Pengetahuan")
    await rina.tap("Dicari, tidak ada")

    one = await rina.tap("1")

    assert "Kini ditemukan: Whole of Government" in one.text


async def test_ratings_lead_to_the_card_and_back(bot_world: World, rina: Person) -> None:
    tools = bot_world.app.tools
    await tools.people.consent(telegram_id=YOHANA, language="id", version="1")
    for article, value in (("kolaborasi", 1), ("whole-of-government", -1), ("tiada-lagi", -1)):
        await tools.knowledge.vote(telegram_id=YOHANA, article=article, value=value)

    await find_room(rina, "Pengetahuan")
    overview = await rina.tap("Pengetahuan")
    ratings = await rina.tap("Penilaian artikel")
    card = await rina.tap("1")
    back = await rina.tap("⬅️ Daftar")
    again = await rina.tap("⬅️ Kembali")

    assert overview.text.endswith("Artikel yang dinilai: 2")
    assert [line.partition(" · ")[2] for line in ratings.text.splitlines()[2:]] == [
        "membantu 0, belum 1",
        "membantu 1, belum 0",
    ]
    assert card.text.startswith("📘 Whole of Government")
    assert (back.text, again.text) == (ratings.text, overview.text)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(Tend().pack(), id="the overview"),
        pytest.param(SeeMisses().pack(), id="what is missing"),
        pytest.param(SeeMiss(miss=1).pack(), id="one of them"),
        pytest.param(Settle(miss=1).pack(), id="settling"),
        pytest.param(Shelf(kind="rated").pack(), id="ratings"),
    ],
)
async def test_a_button_proves_nothing(bot_world: World, data: str) -> None:
    person = bot_world.person(STRANGER)
    await look_for(bot_world, "cuti besar")
    menu = await person.ask("/menu")

    answer = await (await person.press_data(data, on=menu.id)).answer()

    assert (answer.text, answer.show_alert) == (NOT_FOR_YOU, True)
    assert (await person.last()).text == menu.text
    async with bot_world.database.read() as connection:
        assert list(await connection.scalars(select(MissRow.settled_at))) == [None]


@pytest.mark.parametrize("data", [SeeMiss(miss=99).pack(), Settle(miss=99).pack()])
async def test_what_is_gone_is_said(rina: Person, data: str) -> None:
    shown = await rina.last()

    answer = await (await rina.press_data(data, on=shown.id)).answer()

    assert answer.text == "Catatan itu sudah tidak ada dalam daftar."
