"""What inline mode offers, without a chat."""

from __future__ import annotations

import pytest
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent

from bot import inline_results
from bot.inline_results import BY_MODULE, DESCRIPTION, MOST, cut
from bot.knowledge.cards import article_of_payload, article_of_sign
from sandbox.html import parse
from tests.bot.test_knowledge_cards import index, library, voice


def offer(question: str, language: str = "id") -> list[InlineQueryResultArticle]:
    return inline_results.results(voice(language), question, index(), "jalin_bot")


def text_of(result: InlineQueryResultArticle) -> str:
    content = result.input_message_content
    assert isinstance(content, InputTextMessageContent)
    return content.message_text


def test_a_question_is_offered_as_cards_that_lead_to_jalin() -> None:
    first, *_ = offer("pasal 36")

    (button,) = first.reply_markup.inline_keyboard[0] if first.reply_markup else []
    assert first.title == "Kapan Bantuan Kedinasan boleh ditolak"
    assert first.description
    assert text_of(first).startswith("📘 <b>Kapan Bantuan Kedinasan boleh ditolak</b>\n\n")
    assert "\n\nSumber: UU 30/2014" in text_of(first)
    assert (button.text, button.url) == ("Buka di Jalin", "https://t.me/jalin_bot?start=a_bantuan-kedinasan-menolak")


def test_english_askers_get_english_cards() -> None:
    first, *_ = offer("what is wog", "en")

    assert first.title.startswith("Whole of Government")
    assert "The article itself is in Indonesian." in text_of(first)


@pytest.mark.parametrize("typed", ["w", "wo", "kolab", "whole of", "bantuan kedi"])
def test_what_is_half_typed_does_no_harm(typed: str) -> None:
    assert len(offer(typed)) <= MOST


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        pytest.param("kolab", "kolaborasi", id="a word that the search completes"),
        pytest.param("whole of gov", "whole-of-government", id="the beginning of a title"),
        pytest.param("of governm", "whole-of-government", id="from the middle of it"),
    ],
)
def test_the_beginning_of_a_name_is_enough(typed: str, first: str) -> None:
    assert article_of_sign(offer(typed)[0].id, library()) == library().get(first)


def test_two_letters_are_no_beginning() -> None:
    assert offer("zo") == offer("qu") == []


def test_what_only_shares_a_word_with_the_question_is_left_out() -> None:
    ids = [article.id for result in offer("pasal 36") if (article := article_of_sign(result.id, library()))]

    assert ids == ["bantuan-kedinasan-menolak", "bantuan-kedinasan-alasan-tertulis", "bantuan-kedinasan-darurat"]


@pytest.mark.parametrize("typed", ["tempat wisata di banyuwangi", "resep rendang", "?!", "🙏"])
def test_no_answer_offers_nothing_but_the_way_to_the_search(typed: str) -> None:
    button = inline_results.way_to_search(voice())

    assert offer(typed) == []
    assert (button.text, button.start_parameter) == ("Belum ada. Cari di Jalin", "cari")


def test_before_anything_is_typed_every_module_offers_where_to_begin() -> None:
    begin = [article for result in offer("  ") if (article := article_of_sign(result.id, library()))]

    in_turn = [module.id for module in library().modules for _ in range(BY_MODULE)]
    assert [article.module for article in begin] == in_turn[:MOST]
    assert "bantuan-kedinasan" in {article.id for article in begin[:BY_MODULE]}


@pytest.mark.parametrize(
    ("text", "length", "told"),
    [
        pytest.param("pendek", 10, "pendek", id="it fits"),
        pytest.param("tepat pas", 9, "tepat pas", id="it fits to the letter"),
        pytest.param("satu dua tiga", 9, "satu dua…", id="at the end of a word"),
        pytest.param("satu, dua tiga", 8, "satu…", id="without the comma"),
        pytest.param("katayangpanjang", 5, "kata…", id="a word that is too long by itself"),
    ],
)
def test_a_description_is_cut_at_a_word(text: str, length: int, told: str) -> None:
    assert cut(text, length) == told


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_article_can_be_offered(language: str) -> None:
    for article in library():
        (result, *_) = offer(article.title, language)
        payload = result.reply_markup.inline_keyboard[0][0].url if result.reply_markup else ""
        assert len(result.id) <= 64
        assert len(result.description or "") <= DESCRIPTION
        assert 0 < len(parse(text_of(result)).text) <= 4096
        assert article_of_payload((payload or "").partition("?start=")[2]) is not None
