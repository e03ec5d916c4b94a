"""The web chat: what a bot offers inline in a chat where it is not, and rich messages on a narrow phone."""

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
    await bot.call("answerInlineQuery", inline_query_id=asked["id"], results=results, button=button, next_offset="2")
    await expect(page.get_by_test_id("inline-1")).to_contain_text("Tentang WoG")
    await expect(page.get_by_test_id("inline-start")).to_have_text("Buka Jalin")
    await page.get_by_test_id("inline-more").tap()
    more = await bot.next("inline_query")
    await bot.call("answerInlineQuery", inline_query_id=more["id"], results=[article("3", "Diskresi")])
    await expect(page.get_by_test_id("inline-3")).to_be_visible()
    await page.get_by_test_id("inline-2").tap()

    assert (asked["query"], asked["chat_type"], more["offset"]) == ("wog", "private", "2")
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


WIDE = "".join(f"<td>Kolom nomor {number}</td>" for number in range(8))
RICH = f"""
<h2>Bantuan Kedinasan</h2>
<p>Baca <a href="https://x.id/uu">undang-undangnya</a> atau <a href="#ujung">langsung ke ujung</a>, lalu /menu.</p>
<table bordered><caption>Siapa berbuat apa</caption>
<tr><th>Pihak</th><th>Tugas</th></tr><tr><td>Peminta</td><td>Alasan</td></tr></table>
<table><tr>{WIDE}</tr></table>
<details><summary>Kapan ditolak?</summary>
<p>Bila <tg-spoiler>rahasia</tg-spoiler>.</p><p><a name="ujung"></a>Ujung</p></details>
<p>&lt;img src=x onerror=alert(1)&gt;</p>
"""


async def test_a_rich_message_has_headings_tables_and_details_that_open_and_fits_the_phone(
    bot: TinyBot, page: Page
) -> None:
    await page.set_viewport_size({"width": 380, "height": 760})
    sent = await bot.call("sendRichMessage", chat_id=YOHANA, rich_message={"html": RICH})
    shown = message(page, sent)

    await expect(shown.get_by_test_id("rich-heading")).to_have_text("Bantuan Kedinasan")
    await expect(shown.get_by_role("table").first.get_by_role("row")).to_have_count(2)
    await expect(shown.get_by_role("table").first.get_by_role("columnheader").nth(1)).to_have_text("Tugas")
    await expect(shown.locator("img")).to_have_count(0)
    outside = "all => all.filter(one => one.getBoundingClientRect().right > innerWidth).length"
    assert await shown.locator(".bubble, .rich > *").evaluate_all(outside) == 0
    assert await page.evaluate("document.documentElement.scrollWidth") == 380
    assert await shown.locator(".rich-scroll").nth(1).evaluate("one => one.scrollWidth > one.clientWidth")

    inside, fold = shown.get_by_text("Bila"), shown.locator("summary")
    await expect(inside).to_be_hidden()
    await fold.tap()
    await expect(inside).to_be_visible()
    await shown.get_by_test_id("spoiler").tap()
    await expect(shown.get_by_test_id("spoiler-open")).to_have_text("rahasia")
    await fold.press("Enter")
    await expect(inside).to_be_hidden()
    await shown.get_by_text("langsung ke ujung").tap()
    await expect(shown.get_by_text("Ujung", exact=True)).to_be_visible()
    await shown.get_by_test_id("message-link").tap()
    await expect(page.get_by_test_id("link-dialog")).to_contain_text("https://x.id/uu")
    await page.get_by_test_id("link-dialog-cancel").tap()
    await shown.get_by_test_id("command-link-menu").tap()

    assert (await bot.next("message"))["text"] == "/menu"
