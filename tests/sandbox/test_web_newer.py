"""Inline mode in the web chat: `@bot ...` in a chat where the bot is not, by finger and by keys."""

import pytest
from playwright.async_api import Page, expect

from tests.support.tiny_bot import TinyBot
from tests.support.web_chat import YOHANA, become, message

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


def article(result_id: str, title: str) -> dict[str, object]:
    keyboard = {"inline_keyboard": [[{"text": "Rincian", "callback_data": "more"}]]}
    content = {"message_text": f"<b>{title}</b>", "parse_mode": "HTML"}
    shown = {"type": "article", "id": result_id, "title": title, "description": f"Tentang {title}"}
    return shown | {"input_message_content": content, "reply_markup": keyboard}


async def test_what_a_bot_offers_is_sent_to_a_colleague_who_presses_its_button(bot: TinyBot, page: Page) -> None:
    dialogue = (await bot.control("dialogues", people=[YOHANA, 1002]))["dialogue"]["id"]
    field = page.get_by_test_id("composer-input")
    await become(page, f"chat-{dialogue}")
    await expect(page.get_by_test_id("chat-title")).to_have_text("Bagus Misal")
    await expect(page.get_by_test_id("chat-menu")).to_be_hidden()

    await field.press_sequentially("@jalin_bot wog")
    asked = await bot.next("inline_query")
    results = [article("1", "WoG"), article("2", "Bantuan Kedinasan")]
    button = {"text": "Buka Jalin", "start_parameter": "cari"}
    await bot.call("answerInlineQuery", inline_query_id=asked["id"], results=results, button=button)
    await expect(page.get_by_test_id("inline-1")).to_contain_text("Tentang WoG")
    await expect(page.get_by_test_id("inline-start")).to_have_text("Buka Jalin")
    await page.get_by_test_id("inline-2").tap()

    assert (asked["query"], asked["chat_type"]) == ("wog", "private")
    sent = page.get_by_role("article")
    await expect(sent.get_by_test_id("message-text")).to_have_text("Bantuan Kedinasan")
    await expect(sent.get_by_test_id("via-bot")).to_have_text("lewat @jalin_bot")
    await expect(field).to_have_value("")
    await expect(page.get_by_test_id("inline")).to_be_hidden()
    await page.get_by_test_id("button-Rincian").tap()
    pressed = await bot.next("callback_query")
    await bot.call("editMessageText", inline_message_id=pressed["inline_message_id"], text="Rinciannya")
    await bot.call("answerCallbackQuery", callback_query_id=pressed["id"], text="Dibuka")
    await expect(sent.get_by_test_id("message-text")).to_have_text("Rinciannya")
    await expect(page.get_by_test_id("toast")).to_have_text("Dibuka")

    # Telegram remembers the answer: the same words need no bot, and the keys suffice.
    await field.press_sequentially("@jalin_bot wog")
    await expect(page.get_by_test_id("inline-1")).to_have_attribute("aria-selected", "true")
    await field.press("ArrowDown")
    await field.press("Enter")
    await expect(page.get_by_role("article")).to_have_count(2)
    await field.press_sequentially("@jalin_bot wog")
    await page.get_by_test_id("inline-start").tap()
    assert (await bot.next("message"))["text"] == "/start cari"
    await expect(page.get_by_test_id("chat-title")).to_have_text("Jalin")


async def test_a_share_button_asks_for_a_chat_and_types_there(bot: TinyBot, page: Page) -> None:
    card = await bot.say(YOHANA, "Pelatihan", [{"text": "Bagikan", "switch_inline_query": "tr-7"}])

    await message(page, card).get_by_test_id("button-Bagikan").tap()
    await page.get_by_test_id("chats-dialog").get_by_text("Pesan Tersimpan").tap()

    await expect(page.get_by_test_id("chat-title")).to_have_text("Pesan Tersimpan")
    await expect(page.get_by_test_id("composer-input")).to_have_value("@jalin_bot tr-7")
    asked = await bot.next("inline_query")
    assert asked["query"] == "tr-7"
    await bot.call("answerInlineQuery", inline_query_id=asked["id"], results=[])
    await expect(page.get_by_test_id("inline")).to_have_text("Tidak ada yang cocok.")
