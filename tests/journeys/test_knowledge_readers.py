"""Readers say whether it helped, ask for what is missing, and find again what they read."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from bot.callbacks_knowledge import AskOrganizers, Helped, Shelf
from storage.tables import ArticleReadingRow, ArticleViewRow, ArticleVoteRow, MissRow
from tests.journeys.conftest import STRANGER, YOHANA, World
from tests.support.sandbox import Person

pytestmark = pytest.mark.one_database

WOG = "whole-of-government"


async def agreed(world: World, telegram_id: int = YOHANA) -> Person:
    """Somebody of whom something may be kept."""
    await world.app.tools.people.consent(telegram_id=telegram_id, language="id", version="1")
    return world.person(telegram_id)


async def rows(world: World, table: type[Any]) -> list[dict[str, Any]]:
    async with world.database.read() as connection:
        return [dict(row) for row in (await connection.execute(select(table.__table__))).mappings()]


async def misses(world: World) -> dict[str, int]:
    return {row["query"]: row["count"] for row in await rows(world, MissRow)}


async def toast(person: Person, label: str) -> str | None:
    return (await (await person.press(label)).answer()).text


async def test_a_vote_is_kept_and_shown_where_it_was_given(bot_world: World) -> None:
    person = await agreed(bot_world)
    card = await person.ask("apa itu wog?")

    thanks = await toast(person, "👍")
    ticked = await person.until(lambda message: "✅ 👍" in message.labels)
    await person.press("👎")
    changed = await person.until(lambda message: "✅ 👎" in message.labels)

    assert thanks == "Terima kasih, penilaian Anda disimpan."
    assert (ticked.id, ticked.text, changed.id) == (card.id, card.text, card.id)
    assert [(row["article"], row["value"]) for row in await rows(bot_world, ArticleVoteRow)] == [(WOG, -1)]


async def test_a_vote_is_taken_back_and_is_seen_when_the_card_is_opened_again(bot_world: World) -> None:
    person = await agreed(bot_world)
    await person.ask("apa itu wog?")
    await person.press("👍")
    await person.until(lambda message: "✅ 👍" in message.labels)

    again = await person.ask("wog")
    taken_back = await toast(person, "👍")
    after = await person.until(lambda message: "👍" in message.labels)

    assert "✅ 👍" in again.labels
    assert taken_back == "Penilaian Anda ditarik."
    assert after.id == again.id
    assert await rows(bot_world, ArticleVoteRow) == []


async def test_the_same_tap_twice_changes_nothing(bot_world: World) -> None:
    person = await agreed(bot_world)
    card = await person.ask("apa itu wog?")
    data = card.button("👍")["callback_data"]

    for _ in range(2):
        await (await person.press_data(data, on=card.id)).answer()

    assert [row["value"] for row in await rows(bot_world, ArticleVoteRow)] == [1]


async def test_a_guests_vote_is_not_kept_and_they_are_told_why(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    card = await person.ask("apa itu wog?")

    said = await toast(person, "👎")

    assert said is not None
    assert "tidak disimpan" in said
    assert (await person.last()).labels == card.labels
    assert await rows(bot_world, ArticleVoteRow) == await rows(bot_world, ArticleReadingRow) == []
    assert [(row["article"], row["count"]) for row in await rows(bot_world, ArticleViewRow)] == [(WOG, 1)]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(Helped(sign="0123456789", value=1), id="a vote"),
        pytest.param("kv:0123456789:7", id="a forged vote"),
        pytest.param("kq:0123:x", id="a forged question"),
    ],
)
async def test_buttons_for_what_is_not_there_are_answered_kindly(bot_world: World, data: Helped | str) -> None:
    person = await agreed(bot_world)
    card = await person.ask("apa itu wog?")

    await person.press_data(data if isinstance(data, str) else data.pack(), on=card.id)
    shown = await person.until()

    assert shown.text.startswith(("Artikel ini sudah tidak ada", "Halo."))
    assert await rows(bot_world, ArticleVoteRow) == []


async def test_what_has_no_answer_is_noted_without_the_person_who_agrees_before_asking_people(
    bot_world: World,
) -> None:
    person = bot_world.person(STRANGER)

    nothing = await person.ask("tempat wisata di banyuwangi 081299900001")
    asked = await person.tap("Tanya penyelenggara")

    assert nothing.labels[-2:] == ["Tanya penyelenggara", "⬅️ Menu"]
    assert asked.id == nothing.id
    assert asked.text.startswith("Bertanya terbuka setelah Anda setuju")
    assert asked.labels == ["Baca persetujuan", "Cari pengetahuan", "⬅️ Menu"]
    assert await misses(bot_world) == {"tempat wisata di banyuwangi …": 1}


async def test_a_card_that_does_not_answer_can_be_asked_about_without_typing_it_again(bot_world: World) -> None:
    person = await agreed(bot_world)
    await person.ask("/cari apa itu wog?")

    asked = await person.tap("Tanya penyelenggara")
    left = await person.tap("Batal")

    assert asked.text.startswith('"apa itu wog?"\n\nDitujukan ke penyelenggara mana?')
    assert left.text == "Tidak ada yang dikirim."
    assert await misses(bot_world) == {"apa itu wog?": 1}


async def test_a_card_without_a_question_is_asked_about_by_its_title(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask(f"/start a_{WOG}")

    await person.tap("Tanya penyelenggara")

    assert await misses(bot_world) == {bot_world.app.tools.index.library.get(WOG).title: 1}


async def test_a_card_that_another_question_led_to_is_asked_about_by_its_title(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("apa itu wog?")
    await person.tap("Tanya penyelenggara")
    for label in ("Cari pengetahuan", "Menurut topik", "2"):
        await person.tap(label)
    card = await person.tap("1")

    await person.tap("Tanya penyelenggara")

    assert await misses(bot_world) == {"apa itu wog?": 1, card.text.splitlines()[0].removeprefix("📘 "): 1}


async def test_none_of_them_is_noted_once(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("aturan bantuan")

    none = await person.tap("Bukan ketiganya")
    await person.tap("Tanya penyelenggara")

    assert none.labels == ["Lihat pelatihan", "Tanya penyelenggara", "⬅️ Menu"]
    assert await misses(bot_world) == {"aturan bantuan": 1}


async def test_where_the_question_is_no_longer_seen_nothing_is_pretended(bot_world: World) -> None:
    person = await agreed(bot_world)
    menu = await person.ask("/menu")

    await person.press_data(AskOrganizers().pack(), on=menu.id)
    asked = await person.until()

    assert asked.text == "Tulis pertanyaan Anda dalam satu pesan. Foto atau dokumen boleh disertakan."
    assert await misses(bot_world) == {}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("terima kasih banyak", id="courtesy"),
        pytest.param("/tidakada", id="an unknown command"),
        pytest.param("diklatpim 4", id="a training"),
        pytest.param("apa itu wog?", id="an answer"),
        pytest.param("19950817 202012 2 031", id="a NIP"),
        pytest.param("👍", id="an emoji"),
    ],
)
async def test_what_is_no_miss_is_not_noted(bot_world: World, text: str) -> None:
    await bot_world.person(STRANGER).ask(text)

    assert await misses(bot_world) == {}


async def test_one_looks_through_a_topic_and_comes_back_to_the_list(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    home = await person.ask("/cari")

    topics = await person.tap("Menurut topik")
    first = await person.tap("1")
    second = await person.tap("Berikutnya")
    card = await person.tap("2")
    back = await person.tap("⬅️ Daftar")
    await person.tap("⬅️ Kembali")
    beginning = await person.tap("⬅️ Kembali")

    assert home.id == topics.id == first.id == card.id == beginning.id
    assert topics.text.startswith("Menurut topik\n\n1. Kolaborasi dan hukumnya (")
    assert "Halaman 1 dari " in first.text
    assert card.text.splitlines()[0].removeprefix("📘 ") in second.text
    assert "Bukan ini" not in card.labels
    assert (back.text, back.labels) == (second.text, second.labels)
    assert beginning.text.startswith("Ketik pertanyaan Anda")


async def test_one_looks_through_the_alphabet(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/cari")

    letters = await person.tap("A–Z")
    span = letters.labels[1]
    found = await person.tap(span)
    card = await person.tap("1")

    assert letters.text == "Judulnya berawal huruf apa?"
    assert found.text.startswith(f"{span}\n")
    assert card.text.splitlines()[0].removeprefix("📘 ") in found.text


async def test_what_was_read_is_found_again_by_who_has_agreed(bot_world: World) -> None:
    person = await agreed(bot_world)
    before = await person.ask("/cari")
    for question in ("apa itu wog?", "kapan bantuan dinas boleh ditolak"):
        bot_world.now.advance(minutes=1)
        card = await person.ask(question)

    after = await person.ask("/cari")
    read = await person.tap("Terakhir dibaca")
    again = await person.tap("1")

    assert before.labels[:2] == ["Menurut topik", "A–Z"]
    assert after.labels[:2] == ["Terakhir dibaca", "Sering dicari"]
    assert [line[:2] for line in read.text.splitlines()[2:]] == ["1.", "2."]
    assert again.text.splitlines()[0] == card.text.splitlines()[0]
    assert len(await rows(bot_world, ArticleReadingRow)) == 2


async def test_a_guest_sees_what_is_often_asked_but_has_no_list_of_their_own(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    card = await person.ask("apa itu wog?")

    home = await person.ask("/cari")
    asked = await person.tap("Sering dicari")
    await person.press_data(Shelf(kind="read").pack(), on=asked.id)
    read = await person.until()

    assert home.labels[:1] == ["Sering dicari"]
    assert asked.text == f"Sering dicari, 30 hari terakhir\n\n1. {card.text.splitlines()[0].removeprefix('📘 ')}"
    assert read.text.startswith("Daftar ini sekarang kosong.")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param("ks:module:0123456789:1", "Daftar ini sekarang kosong.", id="a module that is gone"),
        pytest.param("kf:asked::1:0123456789", "Artikel ini sudah tidak ada.", id="an article that is gone"),
        pytest.param("ks:modules::77", "Menurut topik", id="a page that is not there"),
        pytest.param("ks:secret::1", "Halo.", id="a list that never was"),
        pytest.param("ks:between:A':1", "Halo.", id="forged letters"),
        pytest.param("kf:asked::0:0123456789", "Halo.", id="page nought"),
    ],
)
async def test_old_and_forged_buttons_of_lists_are_answered_kindly(bot_world: World, data: str, said: str) -> None:
    person = bot_world.person(STRANGER)
    home = await person.ask("/cari")

    await person.press_data(data, on=home.id)

    assert (await person.until()).text.startswith(said)


async def test_lists_and_votes_are_english_for_english_visitors(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/bahasa")
    await person.tap("English")

    await person.ask("/cari")
    topics = await person.tap("By topic")
    page = await person.tap("1")
    card = await person.tap("1")
    said = await toast(person, "👍")
    asked = await person.tap("Ask the organizers")

    assert topics.text.startswith("By topic\n\n1. Collaboration and its law (")
    assert "Page 1 of " in page.text
    assert "⬅️ List" in card.labels
    assert said is not None
    assert said.startswith("Thank you. This rating is not kept")
    assert asked.text.startswith("Asking opens once you have agreed")
