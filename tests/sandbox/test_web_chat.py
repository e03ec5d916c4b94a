"""The web chat in a real browser, against a real sandbox; the bot is played by the test over the Bot API."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, Page, Route, expect

from tests.support.browser import phone_page
from tests.support.tiny_bot import BOT, TinyBot, serving
from tests.support.web_chat import BAGUS, RINA, YOHANA, become, message, write

# One browser for all, and one loop for it to live in: starting a browser takes longer than most of these tests.
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

GROUP = -1009


async def test_what_a_person_types_reaches_the_bot_and_the_answer_shows_formatted(bot: TinyBot, page: Page) -> None:
    await write(page, "apa itu wog?")
    heard = await bot.next("message")
    sent = await bot.say(YOHANA, "<b>Whole of Government</b>", reply_parameters={"message_id": heard["message_id"]})

    assert heard["text"] == "apa itu wog?"
    await expect(message(page, heard)).to_have_attribute("data-own", "")
    await expect(message(page, sent).locator("b")).to_have_text("Whole of Government")
    await expect(message(page, sent).get_by_test_id(f"quoted-{heard['message_id']}")).to_contain_text("apa itu wog?")
    await expect(page.get_by_test_id("composer-input")).to_have_value("")


async def test_an_inline_button_edits_its_message_in_place_and_shows_the_toast(bot: TinyBot, page: Page) -> None:
    sent = await bot.say(YOHANA, "Sebelum", [{"text": "Daftar", "callback_data": "enrol"}])

    await page.get_by_test_id("button-Daftar").tap()
    pressed = await bot.next("callback_query")
    await bot.call("editMessageText", chat_id=YOHANA, message_id=sent["message_id"], text="Sesudah")
    await bot.call("answerCallbackQuery", callback_query_id=pressed["id"], text="Tersimpan")

    assert pressed["data"] == "enrol"
    await expect(page.get_by_test_id("toast")).to_have_text("Tersimpan")
    await expect(message(page, sent).get_by_test_id("message-text")).to_have_text("Sesudah")
    await expect(page.get_by_test_id("button-Daftar")).to_have_count(0)
    await expect(page.get_by_test_id("messages").get_by_role("article")).to_have_count(2)


async def test_an_alert_waits_until_it_is_read(bot: TinyBot, page: Page) -> None:
    await bot.say(YOHANA, "Kartu", [{"text": "Rincian", "callback_data": "more"}])

    await page.get_by_test_id("button-Rincian").tap()
    pressed = await bot.next("callback_query")
    await expect(page.get_by_test_id("button-Rincian")).to_have_attribute("aria-busy", "true")
    await bot.call("answerCallbackQuery", callback_query_id=pressed["id"], text="Dibuka besok", show_alert=True)

    await expect(page.get_by_test_id("alert")).to_contain_text("Dibuka besok")
    await page.get_by_test_id("alert-ok").tap()
    await expect(page.get_by_test_id("alert")).to_have_count(0)
    await expect(page.get_by_test_id("button-Rincian")).not_to_have_attribute("aria-busy", "true")


async def test_a_contact_is_shared_after_a_question_and_a_one_time_keyboard_goes_away(bot: TinyBot, page: Page) -> None:
    rows = [[{"text": "Bagikan nomor saya", "request_contact": True}], [{"text": "Lewati"}]]
    markup = {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}
    await bot.call("sendMessage", chat_id=YOHANA, text="Nomor HP?", reply_markup=markup)

    await page.get_by_test_id("reply-Bagikan nomor saya").tap()
    await page.get_by_test_id("contact-dialog-cancel").tap()
    await expect(page.get_by_test_id("reply-keyboard")).to_be_visible()
    await page.get_by_test_id("reply-Bagikan nomor saya").tap()
    await page.get_by_test_id("contact-dialog-share").tap()

    contact = (await bot.next("message"))["contact"]
    assert (contact["user_id"], contact["phone_number"].lstrip("+")) == (YOHANA, "62000000001")
    await expect(page.get_by_test_id("contact")).to_contain_text("Yohana Contoh")
    await expect(page.get_by_test_id("reply-keyboard")).to_be_hidden()


async def test_a_reply_keyboard_stays_can_be_folded_away_and_goes_when_the_bot_removes_it(
    bot: TinyBot, page: Page
) -> None:
    markup = {"keyboard": [["Satu", "Dua"]]}
    await bot.call("sendMessage", chat_id=YOHANA, text="Pilih", reply_markup=markup)

    await page.get_by_test_id("reply-Dua").tap()
    assert (await bot.next("message"))["text"] == "Dua"
    await page.get_by_test_id("keyboard-toggle").tap()
    await expect(page.get_by_test_id("reply-keyboard")).to_be_hidden()
    await page.get_by_test_id("keyboard-toggle").tap()
    await expect(page.get_by_test_id("reply-keyboard")).to_be_visible()
    await bot.call("sendMessage", chat_id=YOHANA, text="Cukup", reply_markup={"remove_keyboard": True})

    await expect(page.get_by_test_id("reply-keyboard")).to_be_hidden()
    await expect(page.get_by_test_id("keyboard-toggle")).to_be_hidden()


async def test_a_file_travels_both_ways_with_its_caption(bot: TinyBot, page: Page) -> None:
    letter = {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 surat"}
    await page.get_by_test_id("file-input").set_input_files(letter)  # type: ignore[arg-type]
    await expect(page.get_by_test_id("attachment")).to_contain_text("surat.pdf")
    await write(page, "Rekomendasi saya")
    heard = await bot.next("message")
    sent = await bot.upload("sendDocument", "document", "panggilan.pdf", b"%PDF-1.4", chat_id=str(YOHANA))

    assert (heard["document"]["file_name"], heard["caption"]) == ("surat.pdf", "Rekomendasi saya")
    await expect(message(page, heard)).to_contain_text("Rekomendasi saya")
    await expect(message(page, sent).get_by_test_id("document")).to_contain_text("panggilan.pdf")
    async with page.expect_download() as download:
        await message(page, sent).get_by_test_id("document").tap()
    assert Path(await (await download.value).path()).read_bytes() == b"%PDF-1.4"


async def test_who_is_not_looked_at_has_a_counter_until_looked_at(bot: TinyBot, page: Page) -> None:
    await bot.control(f"chats/{BAGUS}/send", **{"from": BAGUS, "bot": BOT, "text": "/start"})
    await bot.next("message")

    await bot.say(BAGUS, "Satu")
    await bot.say(BAGUS, "Dua")

    await expect(page.get_by_test_id("unread-total")).to_have_text("2")
    await become(page, f"person-{BAGUS}")

    await expect(page.get_by_test_id("chat-as")).to_contain_text("Bagus Misal")
    await expect(page.get_by_test_id("messages").get_by_text("Dua")).to_be_visible()
    await expect(page.get_by_test_id("unread-total")).to_have_count(0)
    await write(page, "Halo dari Jatim")
    assert (await bot.next("message"))["from"]["id"] == BAGUS


async def test_blocking_stops_the_bot_and_restarting_lets_it_in_again(bot: TinyBot, page: Page) -> None:
    await page.get_by_test_id("chat-menu").tap()
    await page.get_by_test_id("menu-block").tap()
    await page.get_by_test_id("block-dialog-block").tap()
    left = await bot.next("my_chat_member")
    refusal = await bot.refusal("sendMessage", chat_id=YOHANA, text="Halo?")

    assert left["new_chat_member"]["status"] == "kicked"
    assert refusal == "Forbidden: bot was blocked by the user"
    await page.get_by_test_id("restart-button").tap()
    assert (await bot.next("my_chat_member"))["new_chat_member"]["status"] == "member"
    assert (await bot.next("message"))["text"] == "/start"
    await expect(page.get_by_test_id("composer-input")).to_be_visible()


async def test_an_empty_chat_offers_start_and_a_shared_link_starts_with_its_payload(bot: TinyBot, page: Page) -> None:
    await become(page, f"person-{RINA}")
    await page.get_by_test_id("start-button").tap()
    assert (await bot.next("message"))["text"] == "/start"

    await bot.say(RINA, "Lihat https://t.me/jalin_bot?start=tr-7")
    await page.get_by_test_id("message-link").tap()

    assert (await bot.next("message"))["text"] == "/start tr-7"


async def test_commands_are_listed_and_sent_by_the_keyboard_alone(bot: TinyBot, page: Page) -> None:
    commands = [{"command": "menu", "description": "Menu"}, {"command": "bantuan", "description": "Bantuan"}]
    await bot.call("setMyCommands", commands=commands)
    await expect(page.get_by_test_id("commands-button")).to_be_visible()

    await page.get_by_test_id("composer-input").press_sequentially("/")
    await expect(page.get_by_test_id("command-menu")).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")

    assert (await bot.next("message"))["text"] == "/bantuan"
    await expect(page.get_by_test_id("commands")).to_be_hidden()


async def test_a_group_shows_who_speaks_and_a_reply_reaches_the_bot(bot: TinyBot, page: Page) -> None:
    await bot.control("groups", id=GROUP, title="Helpdesk NTT", members=[YOHANA, RINA], bots=[BOT])
    await bot.next("my_chat_member")
    assert (await bot.next("message"))["new_chat_members"][0]["id"] == BOT
    question = await bot.say(GROUP, "T-0217: boleh menyusul?")

    await become(page, f"chat-{GROUP}")
    await expect(page.get_by_test_id("chat-title")).to_have_text("Helpdesk NTT")
    await message(page, question).dblclick(position={"x": 60, "y": 20})
    await expect(page.get_by_test_id("reply-bar")).to_contain_text("T-0217")
    await write(page, "Boleh")

    heard = await bot.next("message")
    assert (heard["chat"]["id"], heard["reply_to_message"]["message_id"]) == (GROUP, question["message_id"])
    await become(page, f"person-{RINA}")
    await become(page, f"chat-{GROUP}")
    await expect(message(page, heard)).to_contain_text("Yohana Contoh")
    await expect(message(page, heard)).not_to_have_attribute("data-own", "")


async def test_formatting_hides_folds_and_links_as_telegram_does(bot: TinyBot, page: Page) -> None:
    lines = "\n".join(f"baris {number}" for number in range(9))
    sent = await bot.say(YOHANA, f"<tg-spoiler>rahasia</tg-spoiler> /menu\n<blockquote expandable>{lines}</blockquote>")
    shown = message(page, sent)

    await shown.get_by_test_id("spoiler").tap()
    await expect(shown.get_by_test_id("spoiler-open")).to_have_text("rahasia")
    folded = await shown.locator("blockquote").bounding_box()
    await shown.get_by_test_id("quote-toggle").tap()
    unfolded = await shown.locator("blockquote").bounding_box()
    await shown.get_by_test_id("command-link-menu").tap()

    assert folded is not None
    assert unfolded is not None
    assert unfolded["height"] > folded["height"]
    assert (await bot.next("message"))["text"] == "/menu"


async def test_html_that_a_person_types_is_text_and_nothing_else(bot: TinyBot, page: Page) -> None:
    await write(page, "<img src=x onerror=alert(1)> <b>tebal</b>")

    heard = await bot.next("message")
    await expect(message(page, heard).get_by_test_id("message-text")).to_have_text(heard["text"])
    await expect(message(page, heard).locator("img, b")).to_have_count(0)


async def test_on_a_desktop_people_stand_beside_the_phone_and_keys_suffice(bot: TinyBot, browser: Browser) -> None:
    async with phone_page(f"{bot.base}/?person={YOHANA}", browser=browser, desktop=True, scheme="dark") as page:
        await expect(page.get_by_test_id("start-button")).to_be_visible()

        await page.get_by_test_id(f"person-{YOHANA}").focus()
        await page.keyboard.press("End")
        await page.keyboard.press("ArrowUp")
        await page.keyboard.press("Enter")

        await expect(page.get_by_test_id(f"person-{BAGUS}")).to_have_attribute("aria-current", "true")
        await expect(page.get_by_test_id(f"person-{BAGUS}")).to_be_focused()
        await expect(page.get_by_test_id("chat-as")).to_contain_text("Bagus Misal")


async def test_a_file_can_be_dropped_on_the_phone(bot: TinyBot, page: Page) -> None:
    dropped = await page.evaluate_handle(
        "() => { const d = new DataTransfer(); d.items.add(new File(['isi'], 'lepas.txt')); return d; }"
    )

    await page.get_by_test_id("messages").dispatch_event("dragenter", {"dataTransfer": dropped})
    await expect(page.get_by_test_id("drop-hint")).to_be_visible()
    await page.get_by_test_id("messages").dispatch_event("drop", {"dataTransfer": dropped})
    await expect(page.get_by_test_id("drop-hint")).to_be_hidden()
    await page.get_by_test_id("composer-send").tap()

    assert (await bot.next("message"))["document"]["file_name"] == "lepas.txt"


async def test_a_person_edits_and_deletes_an_own_message(bot: TinyBot, page: Page) -> None:
    await write(page, "NIP saya 1990")
    heard = await bot.next("message")

    await message(page, heard).click(button="right", position={"x": 300, "y": 12})
    await page.get_by_test_id("action-edit").tap()
    await write(page, "NIP saya 1991")
    assert (await bot.next("edited_message"))["text"] == "NIP saya 1991"
    await expect(message(page, heard).get_by_test_id("message-text")).to_have_text("NIP saya 1991")

    await message(page, heard).focus()
    await page.keyboard.press("Enter")
    await page.get_by_test_id("action-delete").press("Enter")
    await expect(message(page, heard)).to_have_count(0)


@pytest.mark.parametrize("kind", ["sticker", "voice"])
async def test_what_the_bot_cannot_read_can_be_sent_too(bot: TinyBot, page: Page, kind: str) -> None:
    await page.get_by_test_id("attach").tap()
    await page.get_by_test_id(f"attach-{kind}").tap()

    heard = await bot.next("message")
    assert kind in heard
    await expect(message(page, heard)).to_be_visible()


async def test_copying_sharing_and_typing_look_as_in_telegram(bot: TinyBot, page: Page) -> None:
    share = "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fjalin_bot%3Fstart%3Dtr-7&text=Ikut"
    buttons: list[dict[str, Any]] = [
        {"text": "Salin", "copy_text": {"text": "TR-7"}},
        {"text": "Bagikan", "url": share},
    ]
    await bot.say(YOHANA, "Kartu", buttons)

    await page.get_by_test_id("button-Salin").tap()
    await expect(page.get_by_test_id("toast")).to_have_text("Disalin")
    assert await page.evaluate("navigator.clipboard.readText()") == "TR-7"
    await page.get_by_test_id("button-Bagikan").tap()
    await expect(page.get_by_test_id("share-dialog")).to_contain_text("https://t.me/jalin_bot?start=tr-7")
    await page.keyboard.press("Escape")
    await bot.call("sendChatAction", chat_id=YOHANA, action="typing")
    await expect(page.get_by_test_id("typing")).to_contain_text("mengetik")
    await bot.say(YOHANA, "Selesai")

    await expect(page.get_by_test_id("typing")).to_have_count(0)


async def test_a_press_that_is_refused_is_told_and_frees_the_button(bot: TinyBot, page: Page) -> None:
    await bot.say(YOHANA, "Kartu", [{"text": "Daftar", "callback_data": "enrol"}])
    await page.route("**/press", lambda route: route.fulfill(status=400, json={"error": "There is no such button."}))

    await page.get_by_test_id("button-Daftar").tap()

    await expect(page.get_by_test_id("toast")).to_have_text("There is no such button.")
    await expect(page.get_by_test_id("button-Daftar")).not_to_have_attribute("aria-busy", "true")


async def test_the_page_finds_its_way_back_when_the_server_was_away(people: Path, browser: Browser) -> None:
    async with aiohttp.ClientSession() as session, AsyncExitStack() as stack:
        with serving(people) as address:
            await TinyBot(address, session).call("getMe")
            page = await stack.enter_async_context(phone_page(f"{address}/?person={YOHANA}", browser=browser))
            await expect(page.get_by_test_id("start-button")).to_be_visible()
        await expect(page.get_by_test_id("offline")).to_be_visible()
        with serving(people, int(address.rsplit(":", 1)[1])):
            bot = TinyBot(address, session)
            await bot.call("getMe")
            await bot.control(f"chats/{YOHANA}/send", **{"from": YOHANA, "text": "Sudah kembali?"})

            await expect(page.get_by_test_id("messages")).to_contain_text("Sudah kembali?")
            await expect(page.get_by_test_id("offline")).to_be_hidden()


async def test_the_drawer_takes_the_focus_and_gives_it_back(bot: TinyBot, page: Page) -> None:
    await page.get_by_test_id("people-button").press("Enter")
    await expect(page.get_by_test_id(f"person-{YOHANA}")).to_be_focused()
    await page.keyboard.press("Escape")

    await expect(page.get_by_test_id("people-button")).to_be_focused()
    await expect(page.get_by_test_id("people")).to_be_hidden()


async def test_the_drawer_stays_open_when_the_people_come_late(bot: TinyBot, page: Page) -> None:
    ready = asyncio.Event()

    async def late(route: Route) -> None:
        await ready.wait()
        await route.continue_()

    await page.route("**/api/state", late)
    await page.reload()
    await page.get_by_test_id("people-button").tap()
    ready.set()

    await expect(page.get_by_test_id(f"person-{BAGUS}")).to_be_visible()
    await page.get_by_test_id(f"person-{BAGUS}").tap()
    await expect(page.get_by_test_id("chat-as")).to_contain_text("Bagus")


async def test_every_button_has_a_name_that_can_be_read_aloud(bot: TinyBot, page: Page) -> None:
    await bot.say(YOHANA, "Kartu", [{"text": "Daftar", "callback_data": "enrol"}])
    await expect(page.get_by_test_id("button-Daftar")).to_be_visible()

    nameless = await page.locator("button").evaluate_all(
        "all => all.filter(one => !one.getAttribute('aria-label') && !one.textContent.trim()).map(one => one.outerHTML)"
    )

    assert nameless == []


async def test_the_page_speaks_english_where_the_browser_does(bot: TinyBot, browser: Browser) -> None:
    async with phone_page(f"{bot.base}/?person={YOHANA}", browser=browser, locale="en-GB") as page:
        await expect(page.get_by_test_id("start-button")).to_have_text("Start")
        await expect(page.locator("html")).to_have_attribute("lang", "en")
