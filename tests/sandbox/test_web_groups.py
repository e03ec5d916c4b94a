"""The web chat in groups: topics of a forum, edits of what one has written, and polls."""

import pytest
from playwright.async_api import Page, expect

from tests.support.tiny_bot import BOT, TinyBot
from tests.support.web_chat import RINA, YOHANA, become, message, write

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

GROUP = -1001000000077


async def open_forum(bot: TinyBot, page: Page) -> int:
    """The helpdesk's forum, as Yohana sees it, with a topic of the bot's; its number."""
    order = {"title": "Helpdesk NTT", "members": [YOHANA, RINA], "bots": [BOT], "admins": [BOT], "is_forum": True}
    await bot.control("groups", id=GROUP, **order)
    for kind in ("my_chat_member", "message"):
        await bot.next(kind)
    topic = await bot.call("createForumTopic", chat_id=GROUP, name="T-0217 Penginapan", icon_color=7322096)
    await become(page, f"chat-{GROUP}")
    return int(topic["message_thread_id"])


async def test_a_topic_is_opened_written_in_and_left(bot: TinyBot, page: Page) -> None:
    thread = await open_forum(bot, page)
    card = await bot.say(GROUP, "Dapat penginapan?", message_thread_id=thread)
    elsewhere = await bot.say(GROUP, "Selamat pagi")
    await expect(page.get_by_test_id(f"topic-{thread}")).to_contain_text("Dapat penginapan?")
    await expect(page.get_by_test_id("topic-general")).to_contain_text("Selamat pagi")
    await expect(page.get_by_test_id("composer-input")).to_be_hidden()

    await page.get_by_test_id(f"topic-{thread}").tap()
    await expect(page.get_by_test_id("chat-title")).to_have_text("T-0217 Penginapan")
    await expect(page.get_by_test_id("chat-status")).to_have_text("Helpdesk NTT")
    await expect(message(page, card)).to_be_visible()
    await expect(message(page, elsewhere)).to_have_count(0)
    await write(page, "Ya, di asrama.")

    heard = await bot.next("message")
    assert (heard["text"], heard["message_thread_id"], heard["is_topic_message"]) == ("Ya, di asrama.", thread, True)
    await message(page, heard).get_by_test_id("message-text").click(button="right")
    await page.get_by_test_id("action-edit").tap()
    await write(page, "Ya, di asrama Kupang.")
    assert (await bot.next("edited_message"))["text"] == "Ya, di asrama Kupang."
    await expect(message(page, heard)).to_contain_text("disunting")

    await bot.call("closeForumTopic", chat_id=GROUP, message_thread_id=thread)
    await expect(page.get_by_test_id("closed-topic")).to_be_visible()
    await expect(page.get_by_test_id("composer-input")).to_be_hidden()
    await page.get_by_test_id("topic-back").tap()
    await expect(page.get_by_test_id(f"topic-{thread}")).to_contain_text("Topik ditutup")
    await page.get_by_test_id(f"topic-{thread}").tap()
    await bot.call("deleteForumTopic", chat_id=GROUP, message_thread_id=thread)
    await expect(page.get_by_test_id("topic-general")).to_be_visible()
    await expect(page.get_by_test_id(f"topic-{thread}")).to_have_count(0)


async def test_a_caption_is_edited_and_taken_away(bot: TinyBot, page: Page) -> None:
    await page.get_by_test_id("file-input").set_input_files(
        {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1"}
    )
    await write(page, "Surat saya")
    sent = await bot.next("message")

    await message(page, sent).get_by_test_id("message-text").click(button="right")
    await page.get_by_test_id("action-edit").tap()
    await expect(page.get_by_test_id("composer-input")).to_have_value("Surat saya")
    await write(page, "")

    edited = await bot.next("edited_message")
    assert (edited["document"]["file_name"], edited.get("caption")) == ("surat.pdf", None)


async def test_polls_take_votes_and_show_what_came_of_it(bot: TinyBot, page: Page) -> None:
    thread = await open_forum(bot, page)
    ask = {"chat_id": GROUP, "message_thread_id": thread}
    quiz = await bot.call(
        "sendPoll", question="Apa itu WoG?", options=["Kerja bersama", "Permainan"], type="quiz",
        correct_option_ids=[0], explanation="Lihat modul 1.", **ask,
    )  # fmt: skip
    days = await bot.call(
        "sendPoll", question="Hari apa bisa?", options=["Senin", "Selasa", "Rabu"], is_anonymous=False,
        allows_multiple_answers=True, **ask,
    )  # fmt: skip
    await page.get_by_test_id(f"topic-{thread}").tap()

    await expect(message(page, quiz).get_by_test_id("poll-kind")).to_have_text("Kuis anonim")
    await message(page, quiz).get_by_test_id("poll-option-1").tap()
    assert (await bot.next("poll"))["options"][1]["voter_count"] == 1
    await expect(message(page, quiz).get_by_test_id("poll-result-1")).to_contain_text("100%")
    await expect(message(page, quiz).get_by_test_id("poll-explanation")).to_have_text("Lihat modul 1.")
    await expect(message(page, quiz).get_by_test_id("poll-retract")).to_have_count(0)

    several = message(page, days)
    await several.get_by_test_id("poll-option-0").tap()
    await several.get_by_test_id("poll-option-2").tap()
    await several.get_by_test_id("poll-send").tap()
    assert (await bot.next("poll_answer"))["option_ids"] == [0, 2]
    await bot.next("poll")
    await several.get_by_test_id("poll-retract").tap()
    assert (await bot.next("poll_answer"))["option_ids"] == []
    await expect(several.get_by_test_id("poll-total")).to_have_text("Belum ada suara")
    await bot.call("stopPoll", chat_id=GROUP, message_id=days["message_id"])
    await expect(several.get_by_test_id("poll-kind")).to_have_text("Hasil akhir")
