"""Somebody types @jalin_bot and a question, in whichever chat they are."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot.inline_results import MOST
from storage.tables import FsmRow, InboxRow, PersonRow
from tests.journeys.test_replay import settled
from tests.support.canary import NIP
from tests.support.newcomer import to_nip
from tests.support.sandbox import Person, Results

if TYPE_CHECKING:
    from tests.journeys.conftest import World

pytestmark = pytest.mark.one_database

YOHANA, BAGUS, STRANGER = 600000001, 600000002, 600000004
MENOLAK = "Kapan Bantuan Kedinasan boleh ditolak"


async def typed(person: Person, question: str) -> Results:
    """What is offered for the question."""
    return await (await person.inline(question)).results()


async def test_a_card_from_the_list_goes_into_a_chat_that_jalin_is_not_in(bot_world: World) -> None:
    chat = await bot_world.person(YOHANA).beside(BAGUS)

    asked = await chat.inline("pasal 36")
    offered = await asked.results()
    chosen = await chat.choose(asked, offered.results[0].id)
    card = next(message for message in await chat.messages() if message.id == chosen.message_id)

    assert offered.titles[0] == MENOLAK
    assert offered.results[0].description.startswith("Boleh ditolak, secara tertulis")
    assert card.via_bot == "jalin_bot"
    assert card.text.startswith(f"📘 {MENOLAK}\n\n")
    assert "Sumber: UU 30/2014" in card.text
    assert card.button("Buka di Jalin")["url"] == "https://t.me/jalin_bot?start=a_bantuan-kedinasan-menolak"


async def test_the_button_under_it_opens_the_same_card_in_jalin(bot_world: World) -> None:
    reader = bot_world.person(BAGUS)

    card = await reader.ask("/start a_bantuan-kedinasan-menolak")

    assert card.text.startswith(f"📘 {MENOLAK}")
    assert card.labels[0] == "Baca selengkapnya"


async def test_before_anything_is_typed_there_is_something_to_begin_with(bot_world: World) -> None:
    offered = await typed(await bot_world.person(STRANGER).beside(), "")

    assert len(offered.results) == MOST
    assert any(title == "Bantuan Kedinasan" for title in offered.titles)
    assert offered.button is None


async def test_no_answer_leads_to_the_search_in_jalin(bot_world: World) -> None:
    person = bot_world.person(STRANGER)

    offered = await typed(await person.beside(), "tempat wisata di banyuwangi")
    assert offered.button is not None
    search = await person.ask(f"/start {offered.button['start_parameter']}")

    assert offered.results == []
    assert offered.button["text"] == "Belum ada. Cari di Jalin"
    assert search.text.startswith("Ketik pertanyaan Anda")


async def test_everybody_gets_the_same_answer_and_telegram_remembers_it(bot_world: World) -> None:
    first = await typed(bot_world.person(YOHANA), "apa itu wog")
    again = await typed(bot_world.person(BAGUS), "apa itu wog")

    assert (first.cache_time, bool(first.is_personal), first.cached) == (300, False, False)
    assert again.cached
    assert again.titles == first.titles


async def test_who_chose_english_in_jalin_reads_english_and_alone(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/bahasa")
    await person.tap("English")

    offered = await typed(await person.beside(), "what is wog")

    assert "The article itself is in Indonesian." in offered.results[0].text
    assert offered.is_personal


@pytest.mark.parametrize(
    ("code", "language"),
    [
        pytest.param("en-GB", "English", id="English"),
        pytest.param("id", "Indonesian", id="Indonesian"),
        pytest.param("jv", "Indonesian", id="one that Jalin does not speak"),
    ],
)
async def test_who_chose_nothing_is_answered_in_the_language_of_their_telegram(
    bot_world: World, code: str, language: str
) -> None:
    person = await bot_world.sandbox.add_person(id=600000099, first_name="Ada", language_code=code)

    offered = await typed(person, "what is wog")

    assert ("The article itself" in offered.results[0].text) is (language == "English")


async def test_a_choice_in_jalin_counts_more_than_the_language_of_telegram(bot_world: World) -> None:
    person = await bot_world.sandbox.add_person(id=600000099, first_name="Ada", language_code="en")
    await to_nip(bot_world, 600000099)

    offered = await typed(person, "what is wog")

    assert offered.results[0].text.splitlines()[-1].startswith("Sumber:")


async def test_a_nip_is_answered_with_nothing_and_appears_nowhere(
    bot_world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    offered = await typed(bot_world.person(YOHANA), f"siapa {NIP}")

    assert (offered.results, offered.button, offered.cache_time) == ([], None, 0)
    assert NIP not in caplog.text


async def test_nothing_says_afterwards_who_asked_what(bot_world: World) -> None:
    await typed(bot_world.person(STRANGER), "apa itu wog")
    await settled(bot_world)

    async with bot_world.database.read() as connection:
        rows = (await connection.execute(select(InboxRow.body, InboxRow.lane).where(InboxRow.state == "done"))).all()
        people = list(await connection.scalars(select(PersonRow.id).where(PersonRow.telegram_id == STRANGER)))
        states = list(await connection.scalars(select(FsmRow.key).where(FsmRow.lane == STRANGER)))
    assert {tuple(row) for row in rows} == {(None, 0)}
    assert (people, states) == ([], [])


async def test_who_types_on_gets_the_answer_to_the_last(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await bot_world.sandbox.fault("latency", "answerInlineQuery", seconds=0.5)

    asked = [await person.inline(question) for question in ("ban", "bantu", "bantuan", "bantuan dinas")]
    last = await asked[-1].results()
    before = await asyncio.gather(*(bot_world.sandbox.control("GET", f"inline/{each.id}") for each in asked[1:-1]))

    assert "Bantuan Kedinasan" in last.titles[0]
    assert [each["answered"] for each in before] == [False, False]


async def test_an_answer_that_comes_too_late_is_no_trouble(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    old = {"id": "1", "from": {"id": STRANGER, "is_bot": False, "first_name": "Ada"}, "query": "wog", "offset": ""}

    await bot_world.sandbox.queue_update({"inline_query": old})
    menu = await person.ask("/menu")

    assert menu.text
    assert set(await settled(bot_world)) == {"done"}


async def test_a_card_picked_in_jalins_own_chat_is_no_question(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    asked = await person.inline("pasal 36")
    offered = await asked.results()

    chosen = await person.choose(asked, offered.results[0].id)
    await settled(bot_world)

    assert (await person.messages())[-1].id == chosen.message_id
