"""Topics of a forum: made, renamed, closed, opened, deleted by bots and people, and what is said in them."""

from collections.abc import AsyncIterator
from typing import Any

import aiogram
import pytest
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramMigrateToChat
from aiogram.types import ReplyParameters

from tests.support.sandbox import TOKEN, Sandbox, SandboxError, running_sandbox

BOT = 4242


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        yield sandbox


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[aiogram.Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    async with aiogram.Bot(TOKEN, session=session) as bot:
        yield bot


@pytest.fixture
async def forum(sandbox: Sandbox) -> int:
    return await sandbox.add_group("Panitia", [7001, 7003], [BOT], is_forum=True, admins=[BOT])


async def refusal(sandbox: Sandbox, method: str, **params: Any) -> str:
    answer = await sandbox.call(method, **params)
    assert answer["error_code"] == 400
    return str(answer["description"]).removeprefix("Bad Request: ")


async def test_a_question_has_a_topic_of_its_own(sandbox: Sandbox, bot: aiogram.Bot, forum: int) -> None:
    chat = await bot.get_chat(forum)
    topic = await bot.create_forum_topic(forum, "T-0217 Penginapan", icon_color=7322096)
    card = await bot.send_message(forum, "Dapat penginapan?", message_thread_id=topic.message_thread_id)
    rina = sandbox.person(7003).in_group(forum, topic.message_thread_id)
    await rina.send("Saya carikan.")
    await rina.reply("Ya, di asrama.", await rina.last())
    updates = await bot.get_updates()

    assert chat.is_forum
    assert (topic.name, topic.icon_color) == ("T-0217 Penginapan", 7322096)
    assert card.is_topic_message
    assert card.message_thread_id == topic.message_thread_id
    first, answer = [update.message for update in updates[-2:]]
    assert first is not None
    assert answer is not None
    assert first.message_thread_id == answer.message_thread_id == topic.message_thread_id
    assert first.is_topic_message
    assert first.reply_to_message is not None
    assert first.reply_to_message.forum_topic_created is not None
    assert first.reply_to_message.forum_topic_created.name == "T-0217 Penginapan"
    assert answer.reply_to_message is not None
    assert answer.reply_to_message.message_id == card.message_id
    assert [message.text for message in await rina.messages()][1:] == [
        "Dapat penginapan?",
        "Saya carikan.",
        "Ya, di asrama.",
    ]
    assert (await rina.messages())[0].service == "Topik “T-0217 Penginapan” dibuat"
    assert await sandbox.warnings() == []


async def test_everything_that_is_sent_goes_into_the_topic(sandbox: Sandbox, bot: aiogram.Bot, forum: int) -> None:
    thread = (await bot.create_forum_topic(forum, "T-1")).message_thread_id
    text = await bot.send_message(forum, "a", message_thread_id=thread)
    paper = aiogram.types.BufferedInputFile(b"%PDF-1", "surat.pdf")
    sent = [
        await bot.send_document(forum, paper, message_thread_id=thread),
        await bot.send_rich_message(forum, aiogram.types.InputRichMessage(html="<p>a</p>"), message_thread_id=thread),
        # An answer goes where that is which it answers.
        await bot.send_message(forum, "b", reply_parameters=ReplyParameters(message_id=text.message_id)),
    ]
    copied = await bot.copy_message(forum, forum, text.message_id, message_thread_id=thread)
    general = await bot.send_message(forum, "umum")

    assert [message.message_thread_id for message in sent] == [thread] * 3
    assert await bot.send_chat_action(forum, "typing", message_thread_id=thread)
    assert (await sandbox.person(7003).in_group(forum, thread).messages())[-1].id == copied.message_id
    assert general.message_thread_id is None
    seen = await sandbox.control("GET", f"chats/{forum}?topic=general")
    assert seen["messages"][-1]["message_id"] == general.message_id
    assert {message["thread"] for message in seen["messages"]} == {None}
    assert [topic["name"] for topic in seen["topics"]] == ["T-1"]
    assert await sandbox.warnings() == []


async def test_a_topic_is_renamed_closed_opened_and_deleted(sandbox: Sandbox, bot: aiogram.Bot, forum: int) -> None:
    thread = (await bot.create_forum_topic(forum, "T-1")).message_thread_id
    rina = sandbox.person(7003).in_group(forum, thread)

    assert await bot.edit_forum_topic(forum, thread, name="T-1 selesai")
    assert await bot.close_forum_topic(forum, thread)
    with pytest.raises(SandboxError, match="The topic T-1 selesai is closed"):
        await rina.send("Satu lagi")
    said = await bot.send_message(forum, "Ditutup.", message_thread_id=thread)
    assert await bot.reopen_forum_topic(forum, thread)
    lines = [message.service for message in await rina.messages() if message.service]
    await rina.send("Satu lagi")
    assert await bot.delete_forum_topic(forum, thread)

    assert lines[1:] == ["Topik diganti nama menjadi “T-1 selesai”", "Topik ditutup", "Topik dibuka lagi"]
    assert said.reply_to_message is not None
    assert (await rina.view()).topics == []
    assert thread not in [message.topic for message in await sandbox.person(7003).in_group(forum).messages()]
    methods = [entry.method for entry in await sandbox.ledger(chat=forum)]
    assert methods[1:] == [
        "editForumTopic",
        "closeForumTopic",
        "sendMessage",
        "reopenForumTopic",
        "deleteForumTopic",
    ]


async def test_people_make_and_close_topics_and_bots_hear_of_it(sandbox: Sandbox, bot: aiogram.Bot, forum: int) -> None:
    rina = await sandbox.person(7003).in_group(forum).open_topic("Konsumsi")
    await rina.change_topic(name="Konsumsi dan tempat", is_closed=True)
    await rina.change_topic(is_closed=False)

    made, renamed, closed, opened = [update.message for update in (await bot.get_updates())[-4:]]

    assert made is not None
    assert made.forum_topic_created is not None
    assert made.message_thread_id == made.message_id == rina.topic
    assert renamed is not None
    assert renamed.forum_topic_edited is not None
    assert renamed.forum_topic_edited.name == "Konsumsi dan tempat"
    assert closed is not None
    assert closed.forum_topic_closed is not None
    assert opened is not None
    assert opened.forum_topic_reopened is not None
    with pytest.raises(SandboxError, match="TOPIC_NOT_MODIFIED"):
        await rina.change_topic(is_closed=False)
    await rina.change_topic(deleted=True)
    with pytest.raises(SandboxError, match="TOPIC_ID_INVALID"):
        await rina.change_topic(name="x")


RIGHTS = {
    "createForumTopic": "not enough rights to create a topic",
    "editForumTopic": "not enough rights to edit the topic",
    "closeForumTopic": "not enough rights to close or open the topic",
    "reopenForumTopic": "not enough rights to close or open the topic",
    "deleteForumTopic": "not enough rights to delete the topic",
}


async def test_without_the_right_topics_are_refused(sandbox: Sandbox, forum: int) -> None:
    topic = (await sandbox.person(7003).in_group(forum).open_topic("Konsumsi")).topic
    await sandbox.seat(forum, BOT, "administrator", rights=["can_pin_messages"])

    refused = {
        method: await refusal(sandbox, method, chat_id=forum, message_thread_id=topic, name="x") for method in RIGHTS
    }

    assert refused == RIGHTS


async def test_what_is_closed_takes_posts_of_those_who_may_manage_it(sandbox: Sandbox, forum: int) -> None:
    rina = await sandbox.person(7003).in_group(forum).open_topic("Konsumsi")
    mine = (await sandbox.call("createForumTopic", chat_id=forum, name="T-1"))["result"]["message_thread_id"]
    await rina.change_topic(is_closed=True)
    await sandbox.call("closeForumTopic", chat_id=forum, message_thread_id=mine)
    await sandbox.seat(forum, BOT, "member")

    refused = await refusal(sandbox, "sendMessage", chat_id=forum, text="a", message_thread_id=rina.topic)
    own = await sandbox.call("sendMessage", chat_id=forum, text="a", message_thread_id=mine)
    await sandbox.seat(forum, BOT, "administrator", rights=["can_manage_topics"])

    assert refused == "TOPIC_CLOSED"
    assert own["ok"]
    assert (await sandbox.call("sendMessage", chat_id=forum, text="a", message_thread_id=rina.topic))["ok"]
    assert (await rina.send("Yang membuat boleh.")).message_id


async def test_a_thread_that_is_not_there_is_refused(sandbox: Sandbox, forum: int) -> None:
    thread = (await sandbox.call("createForumTopic", chat_id=forum, name="T-1"))["result"]["message_thread_id"]
    await sandbox.call("deleteForumTopic", chat_id=forum, message_thread_id=thread)
    await sandbox.person(7001).send("/start")

    for chat, number in ((forum, thread), (forum, 1), (forum, 999), (7001, 5)):
        refused = await refusal(sandbox, "sendMessage", chat_id=chat, text="a", message_thread_id=number)
        assert refused == "message thread not found"


REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    "no name": ("createForumTopic", {"name": "  "}, "title must be non-empty"),
    "a color of its own": ("createForumTopic", {"name": "a", "icon_color": 7}, "the sandbox knows the six colors"),
    "an unknown topic": ("closeForumTopic", {"message_thread_id": 999}, "TOPIC_ID_INVALID"),
    "an unknown topic deleted": ("deleteForumTopic", {"message_thread_id": 999}, "TOPIC_ID_INVALID"),
}


@pytest.mark.parametrize(("method", "params", "reason"), REFUSED.values(), ids=REFUSED.keys())
async def test_nonsense_is_refused(
    sandbox: Sandbox, forum: int, method: str, params: dict[str, Any], reason: str
) -> None:
    assert (await refusal(sandbox, method, chat_id=forum, **params)).startswith(reason)


async def test_what_stays_the_same_and_what_is_no_forum_is_refused(sandbox: Sandbox, forum: int) -> None:
    plain = await sandbox.add_group("Biasa", [7001], [BOT], admins=[BOT])
    made = (await sandbox.call("createForumTopic", chat_id=forum, name="n" * 200))["result"]
    thread = made["message_thread_id"]

    assert len(made["name"]) == 128
    same = {"chat_id": forum, "message_thread_id": thread}
    assert await refusal(sandbox, "editForumTopic", name="n" * 128, **same) == "TOPIC_NOT_MODIFIED"
    assert await refusal(sandbox, "reopenForumTopic", **same) == "TOPIC_NOT_MODIFIED"
    assert await refusal(sandbox, "deleteMessage", chat_id=forum, message_id=thread) == "message can't be deleted"
    assert await refusal(sandbox, "createForumTopic", chat_id=plain, name="a") == "the chat is not a forum"
    assert (await sandbox.call("editForumTopic", **same))["ok"]


async def test_python_telegram_bot_works_with_topics(sandbox: Sandbox, forum: int) -> None:
    async with telegram.Bot(TOKEN, f"{sandbox.url}/bot", f"{sandbox.url}/file/bot") as ptb:
        topic = await ptb.create_forum_topic(forum, "T-1")
        sent = await ptb.send_message(forum, "a", message_thread_id=topic.message_thread_id)
        assert await ptb.edit_forum_topic(forum, topic.message_thread_id, icon_custom_emoji_id="5377544228505134960")
        assert await ptb.close_forum_topic(forum, topic.message_thread_id)
        seat = await ptb.get_chat_member(forum, BOT)
        await sandbox.person(7001).in_group(forum).send("halo")
        updates = await ptb.get_updates()

    assert sent.reply_to_message is not None
    assert sent.reply_to_message.forum_topic_created is not None
    assert isinstance(seat, telegram.ChatMemberAdministrator)
    assert seat.can_manage_topics
    assert updates[0].my_chat_member is not None
    assert await sandbox.warnings() == []


async def test_aiogram_reads_seats_and_the_move_to_a_supergroup(sandbox: Sandbox, bot: aiogram.Bot) -> None:
    old = await sandbox.add_group("Panitia", [7001, 7003], [BOT], admins=[BOT], type="group")
    await sandbox.seat(old, BOT, "member")

    new = await sandbox.person(7003).in_group(old).migrate()
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(old, "Halo")
    updates = await bot.get_updates()

    assert moved.value.migrate_to_chat_id == new
    seats = [update.my_chat_member.new_chat_member.status for update in updates if update.my_chat_member]
    assert seats == ["administrator", "member"]
    numbers = [(m.migrate_to_chat_id, m.migrate_from_chat_id) for m in (update.message for update in updates) if m]
    assert numbers[-2:] == [(new, None), (None, old)]
    with pytest.raises(TelegramBadRequest, match="chat is not a forum"):
        await bot.create_forum_topic(new, "T-1")
    assert await sandbox.warnings() == []
