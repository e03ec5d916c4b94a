"""Somebody asks: free text, /cari, the buttons under an answer, links between articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.callbacks_knowledge import Topic
from bot.handlers.knowledge import LONGEST_QUESTION

if TYPE_CHECKING:
    from tests.journeys.conftest import World

pytestmark = pytest.mark.one_database

STRANGER = 600000004


async def test_free_text_is_answered_with_a_card_that_replies_to_it(bot_world: World) -> None:
    person = bot_world.person(STRANGER)

    asked = await person.send("apa itu wog?")
    card = await person.until()

    assert card.reply_to == asked.message_id
    assert card.text.startswith("📘 Whole of Government")
    assert "Sumber: Modul Kolaboratif, LAN, 2021" in card.text
    assert card.labels == [
        *("Baca selengkapnya", "Uji diri, 3 soal", "Terkait", "Bukan ini"),
        *("👍", "👎", "Tanya penyelenggara", "⬅️ Menu"),
    ]


async def test_cari_answers_too_and_alone_says_how_to_ask(bot_world: World) -> None:
    person = bot_world.person(STRANGER)

    asked = await person.send("/cari pasal 36")
    card = await person.until()
    how = await person.ask("/cari")

    assert card.reply_to == asked.message_id
    assert "Pasal 36" in card.text
    assert how.text.startswith("Ketik pertanyaan Anda")


async def test_the_whole_article_comes_as_a_message_of_its_own(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    card = await person.ask("kapan bantuan dinas boleh ditolak")

    article = await person.tap("Baca selengkapnya")
    related = await person.tap("Terkait")
    await person.press("⬅️ Ringkasan", on=related.id)
    summary = await person.until()

    assert card.id < article.id < related.id
    assert "Tiga alasan menolak" in article.text
    assert "<b>" in article.html
    assert article.labels == ["Uji diri, 3 soal", "Terkait", "⬅️ Ringkasan"]
    assert related.text.startswith("Terkait dengan")
    assert summary.id == related.id
    assert summary.text.startswith(card.text.splitlines()[0])


async def test_a_link_in_an_article_opens_the_other_one(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("apa itu bantuan kedinasan")
    article = await person.tap("Baca selengkapnya")

    link = re.search(r'href="https://t\.me/jalin_bot\?start=(a_[a-z0-9-]+)"', article.html)
    assert link is not None
    card = await person.ask(f"/start {link[1]}")

    assert card.text.startswith("📘")
    assert card.labels[0] == "Baca selengkapnya"


async def test_not_this_offers_the_other_results_of_the_same_question(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    card = await person.ask("apa itu wog?")

    others = await person.tap("Bukan ini")
    other = await person.tap("1")
    again = await person.tap("Bukan ini")

    assert others.id == card.id == other.id
    assert others.labels == ["1", "2", "Bukan keduanya", "⬅️ Kembali"]
    assert other.text.splitlines()[0] != card.text.splitlines()[0]
    assert again.text == f"Mungkin ini yang Anda maksud:\n\n1. {others.text.splitlines()[3].removeprefix('2. ')}"


async def test_unsure_asks_and_none_of_them_suggests_other_words(bot_world: World) -> None:
    person = bot_world.person(STRANGER)

    unsure = await person.ask("aturan bantuan")
    chosen = await person.tap("2")
    await person.ask("aturan bantuan")
    none = await person.tap("Bukan ketiganya")

    assert unsure.text.startswith("Maksud Anda yang mana?")
    assert unsure.text.splitlines()[3].removeprefix("2. ") in chosen.text
    assert none.text.startswith("Coba tulis dengan kata lain")


async def test_no_answer_is_said_with_what_is_near(bot_world: World) -> None:
    person = bot_world.person(STRANGER)

    nothing = await person.ask("tempat wisata di banyuwangi")
    near = await person.tap("1")

    assert nothing.text.startswith('Belum ada jawaban untuk "tempat wisata di banyuwangi". Topik terdekat:')
    assert near.text.startswith("📘")


async def test_a_training_typed_as_a_question_is_found_as_a_training(bot_world: World) -> None:
    person = bot_world.person(STRANGER)

    asked = await person.send("diklatpim 4")
    found = await person.until()

    assert found.reply_to == asked.message_id
    assert "1. Pelatihan Kepemimpinan Pengawas" in found.text


async def test_a_name_that_is_a_training_and_a_topic_leads_to_both(bot_world: World) -> None:
    person = bot_world.person(STRANGER)

    found = await person.ask("kolaborasi pemerintahan")
    assert "1. Kolaborasi Pemerintahan" in found.text

    article = await person.tap("Baca penjelasannya")
    assert article.text.startswith("📘")


async def test_a_topic_chosen_under_a_question_shows_the_passage_for_that_question(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    sure = await person.ask("kulon progo")
    await person.tap("Bukan ini")

    again = await person.tap("⬅️ Kembali")

    assert "Beda Kulon Progo dan Banyuwangi" in sure.text
    assert again.text == sure.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("👍", id="an emoji"),
        pytest.param("?" * 4000, id="nothing but signs"),
        pytest.param("<b>apa & siapa</b> </script>" * 50, id="markup"),
        pytest.param("kolaborasi " * 370, id="as long as a message may be"),
        pytest.param("\u200b \u202e gov\u0000", id="signs nobody sees"),
    ],
)
async def test_whatever_is_typed_is_answered(bot_world: World, text: str) -> None:
    person = bot_world.person(STRANGER)

    answer = await person.ask(text)

    assert answer.text
    assert len(answer.text) <= 4096 > LONGEST_QUESTION


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        pytest.param("Halo!", "Halo. Ketik", id="hello"),
        pytest.param("Selamat pagi 🙏", "Halo. Ketik", id="good morning"),
        pytest.param("assalamualaikum wr wb", "Halo. Ketik", id="peace"),
        pytest.param("Terima kasih banyak", "Sama-sama.", id="thanks"),
        pytest.param("terima kasih, lalu apa itu wog dan bagaimana sejarahnya", "📘", id="a question after all"),
    ],
)
async def test_courtesy_is_answered_in_kind(bot_world: World, said: str, answer: str) -> None:
    person = bot_world.person(STRANGER)

    shown = await person.ask(said)

    assert shown.text.startswith(answer)


async def test_english_visitors_read_english(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/bahasa")
    await person.tap("English")

    card = await person.ask("what is wog")

    assert "The article itself is in Indonesian." in card.text
    assert card.labels == [
        *("Read the whole article", "Test yourself, 3", "Related", "Not this"),
        *("👍", "👎", "Ask the organizers", "⬅️ Menu"),
    ]


async def test_an_article_that_is_gone_is_said_kindly(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    card = await person.ask("apa itu wog?")

    await person.press_data(Topic(show="card", sign="0123456789").pack(), on=card.id)
    by_button = await person.until()
    by_link = await person.ask("/start a_tidak-ada")

    assert by_button.text == by_link.text == "Artikel ini sudah tidak ada. Tulis pertanyaan Anda, nanti dicarikan lagi."


@pytest.mark.parametrize("before", ["", "/cari "])
async def test_a_nip_typed_as_a_question_does_not_stay_and_is_led_to_the_introduction(
    bot_world: World, before: str
) -> None:
    person = bot_world.person(STRANGER)

    answer = await person.ask(f"{before}19950817 202012 2 031")
    chat = "\n".join(message.text for message in await person.messages())

    assert answer.text.startswith("NIP cukup ditulis di perkenalan")
    assert answer.labels[0] == "Mulai perkenalan"
    assert "19950817" not in chat


async def test_a_nip_typed_as_a_name_to_look_for_does_not_stay(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/pelatihan")
    await person.tap("Cari nama")

    answer = await person.ask("199508172020122031")
    chat = "\n".join(message.text for message in await person.messages())

    assert answer.text.startswith("NIP cukup ditulis di perkenalan")
    assert "19950817" not in chat
