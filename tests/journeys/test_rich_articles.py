"""Somebody reads whole articles as rich messages: offered once, switched on and off, refused by Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.newcomer import to_nip

if TYPE_CHECKING:
    from tests.journeys.conftest import World
    from tests.support.sandbox import Message, Person

pytestmark = pytest.mark.one_database

YOHANA, STRANGER = 600000001, 600000004
OFFER = "Coba tampilan kaya"


async def reader(world: World, telegram_id: int = YOHANA) -> Person:
    """Agreed, and not in the middle of anything."""
    person = await to_nip(world, telegram_id)
    await person.ask("/batal")
    return person


async def read(person: Person, question: str = "beda wog dan collaborative governance") -> Message:
    """The whole article that answers the question."""
    await person.ask(question)
    return await person.tap("Baca selengkapnya")


async def test_it_is_offered_once_under_the_first_article_of_who_agreed(bot_world: World) -> None:
    person = await reader(bot_world)

    first = await read(person)
    second = await read(person, "apa itu wog?")

    assert first.labels == ["Uji diri, 3 soal", OFFER, "Terkait", "⬅️ Ringkasan"]
    assert "versi lama hanya menampilkan tulisan pengganti" in first.text
    assert second.labels == ["Uji diri, 3 soal", "Terkait", "⬅️ Ringkasan"]


async def test_guests_are_not_asked_for_a_choice_that_cannot_be_kept(bot_world: World) -> None:
    article = await read(bot_world.person(STRANGER))

    assert article.labels == ["Uji diri, 3 soal", "Terkait", "⬅️ Ringkasan"]


async def test_trying_it_shows_the_same_article_as_one_rich_message(bot_world: World) -> None:
    person = await reader(bot_world)
    usual = await read(person)

    rich = await person.tap(OFFER)

    assert (usual.is_rich, rich.is_rich) == (False, True)
    assert rich.headings[0] in usual.text
    assert rich.tables
    assert "Sumber" in rich.details
    assert rich.labels == ["Uji diri, 3 soal", "Terkait", "⬅️ Ringkasan", "Tampilan biasa"]


async def test_from_then_on_articles_come_so_with_the_usual_buttons(bot_world: World) -> None:
    person = await reader(bot_world)
    await read(person)
    await person.tap(OFFER)

    article = await read(person, "apa itu wog?")
    related = await person.tap("Terkait")
    await person.press("⬅️ Ringkasan", on=article.id)
    card = await person.until(lambda message: message.text.startswith("📘"))

    assert article.is_rich
    assert article.labels == ["Uji diri, 3 soal", "Terkait", "⬅️ Ringkasan"]
    assert related.text.startswith("Terkait dengan")
    assert not card.is_rich
    assert card.labels[0] == "Baca selengkapnya"


async def test_the_summary_follows_a_rich_article_that_is_the_last_message(bot_world: World) -> None:
    person = await reader(bot_world)
    await read(person)
    await person.tap(OFFER)

    card = await person.tap("⬅️ Ringkasan")

    assert not card.is_rich
    assert card.text.startswith("📘")


async def test_a_link_in_it_opens_the_other_article(bot_world: World) -> None:
    person = await reader(bot_world)
    await read(person, "apa itu bantuan kedinasan")
    rich = await person.tap(OFFER)

    assert "https://t.me/jalin_bot?start=a_" in str(rich.raw["rich"]["blocks"])


async def test_who_sees_only_a_placeholder_finds_the_way_back_under_it(bot_world: World) -> None:
    person = await reader(bot_world)
    await read(person)
    await person.tap(OFFER)

    usual = await person.tap("Tampilan biasa")
    next_one = await read(person, "apa itu wog?")

    assert not usual.is_rich
    assert not next_one.is_rich
    assert usual.labels == next_one.labels == ["Uji diri, 3 soal", "Terkait", "⬅️ Ringkasan"]


async def test_the_settings_have_a_switch(bot_world: World) -> None:
    person = await reader(bot_world)

    before = await person.ask("/pengaturan")
    on = await person.tap("⬜ Tampilan kaya")
    article = await read(person)
    await person.ask("/pengaturan")
    off = await person.tap("✅ Tampilan kaya")

    assert before.id == on.id
    assert "✅ Tampilan kaya" in on.labels
    assert "⬜ Tampilan kaya" in off.labels
    assert article.is_rich
    assert article.labels == ["Uji diri, 3 soal", "Terkait", "⬅️ Ringkasan"]


async def test_guests_are_told_kindly_when_the_switch_opens(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/pengaturan")

    told = await person.tap("⬜ Tampilan kaya")

    assert told.text.startswith("Pilihan tampilan artikel perlu disimpan")
    assert told.labels == ["Baca persetujuan", "⬅️ Kembali"]


@pytest.mark.parametrize("kind", ["400", "404"], ids=["not taken", "an older server"])
async def test_where_telegram_refuses_articles_come_as_usual_and_nobody_hears_of_it(
    bot_world: World, kind: str
) -> None:
    person = await reader(bot_world)
    await person.ask("/pengaturan")
    await person.tap("⬜ Tampilan kaya")
    await bot_world.sandbox.fault(kind, "sendRichMessage", times=-1)

    article = await read(person)

    assert not article.is_rich
    assert article.text.startswith("📘")
    assert article.labels == ["Uji diri, 3 soal", "Terkait", "⬅️ Ringkasan"]


async def test_where_telegram_refuses_who_tries_it_is_told_and_stays_with_the_usual(bot_world: World) -> None:
    person = await reader(bot_world)
    article = await read(person)
    await bot_world.sandbox.fault("400", "sendRichMessage", times=-1)

    press = await person.press(OFFER, on=article.id)
    answer = await press.answer()
    settings = await person.ask("/pengaturan")

    assert answer.show_alert
    assert answer.text == "Tampilan kaya belum bisa dipakai di sini. Artikel tetap tampil biasa."
    assert "⬜ Tampilan kaya" in settings.labels


async def test_english_readers_get_it_in_english(bot_world: World) -> None:
    person = await reader(bot_world)
    await person.ask("/bahasa")
    await person.tap("English")
    await person.ask("what is wog")
    await person.tap("Read the whole article")

    rich = await person.tap("Try the rich view")

    assert rich.headings[0] == "Whole of Government (WoG): meaning and scope"
    assert "Sources" in rich.details
    assert rich.labels == ["Test yourself, 3", "Related", "⬅️ Summary", "Plain view"]


async def test_the_choice_is_among_what_one_may_see(bot_world: World) -> None:
    person = await reader(bot_world)
    await read(person)
    await person.tap(OFFER)

    await person.send("/data_saya")
    note = await person.until(lambda message: message.raw["document"] is not None)
    async with bot_world.sandbox.http.get(f"{bot_world.sandbox.url}{note.raw['document']['url']}") as response:
        assert '"Tampilan kaya untuk artikel": "ya"' in await response.text()
