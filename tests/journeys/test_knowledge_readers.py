"""Readers say whether it helped, ask for what is missing, and find again what they read."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from bot.callbacks_knowledge import AskOrganizers, Helped
from storage.tables import ArticleReadingRow, ArticleViewRow, ArticleVoteRow, MissRow
from tests.journeys.conftest import STRANGER, YOHANA, World
from tests.support.sandbox import Person

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


async def test_what_has_no_answer_is_noted_without_the_person_and_the_organizers_are_said_to_see_it(
    bot_world: World,
) -> None:
    person = bot_world.person(STRANGER)

    nothing = await person.ask("tempat wisata di banyuwangi 081299900001")
    asked = await person.tap("Tanya penyelenggara")

    assert nothing.labels[-2:] == ["Tanya penyelenggara", "⬅️ Menu"]
    assert asked.id == nothing.id
    assert asked.text == (
        "Bertanya kepada penyelenggara lewat obrolan ini belum dibuka.\n\n"
        'Yang Anda cari sudah masuk catatan mereka, tanpa nama Anda: "tempat wisata di banyuwangi …"\n\n'
        "Perlu jawaban segera? Hubungi bagian kepegawaian instansi Anda."
    )
    assert asked.labels == ["Cari pengetahuan", "⬅️ Menu"]
    assert await misses(bot_world) == {"tempat wisata di banyuwangi …": 1}


async def test_a_card_that_does_not_answer_can_be_asked_about_and_left_open(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    card = await person.ask("/cari apa itu wog?")

    asked = await person.tap("Tanya penyelenggara")
    back = await person.tap("⬅️ Kembali")

    assert 'tanpa nama Anda: "apa itu wog?"' in asked.text
    assert (back.text, back.labels) == (card.text, card.labels)
    assert await misses(bot_world) == {"apa itu wog?": 1}


async def test_a_card_without_a_question_is_asked_about_by_its_title(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask(f"/start a_{WOG}")

    await person.tap("Tanya penyelenggara")

    assert await misses(bot_world) == {bot_world.app.tools.index.library.get(WOG).title: 1}


async def test_none_of_them_is_noted_once(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("aturan bantuan")

    none = await person.tap("Bukan ketiganya")
    asked = await person.tap("Tanya penyelenggara")

    assert none.labels == ["Lihat pelatihan", "Tanya penyelenggara", "⬅️ Menu"]
    assert '"aturan bantuan"' in asked.text
    assert await misses(bot_world) == {"aturan bantuan": 1}


async def test_where_the_question_is_no_longer_seen_nothing_is_pretended(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    menu = await person.ask("/menu")

    await person.press_data(AskOrganizers().pack(), on=menu.id)
    asked = await person.until()

    assert "Belum ada yang dicatat" in asked.text
    assert await misses(bot_world) == {}


async def test_the_agency_that_answers_for_the_person_is_named(bot_world: World) -> None:
    person = await agreed(bot_world)
    tools = bot_world.app.tools
    (agency, *_) = await tools.identity.find_agencies(text="dinas pangan ntt")
    await tools.identity.choose_agency(telegram_id=YOHANA, agency_id=agency.id)
    await person.ask("tempat wisata di banyuwangi")

    asked = await person.tap("Tanya penyelenggara")

    assert asked.text.endswith("Hubungi penyelenggara di BPSDM NTT.")


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
