"""Real clients are content with the sandbox: python-telegram-bot's Bot, and aiogram's."""

from collections.abc import AsyncIterator

import aiogram
import pytest
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError, TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputMediaDocument,
    InputRichMessage,
    InputTextMessageContent,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden, RetryAfter

from tests.support.sandbox import TOKEN, Sandbox, running_sandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        await sandbox.person(7001).send("/start")
        yield sandbox


@pytest.fixture
async def ptb(sandbox: Sandbox) -> AsyncIterator[telegram.Bot]:
    async with telegram.Bot(TOKEN, f"{sandbox.url}/bot", f"{sandbox.url}/file/bot") as bot:
        yield bot


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[aiogram.Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    async with aiogram.Bot(TOKEN, session=session) as bot:
        yield bot


async def test_python_telegram_bot_reads_and_writes(sandbox: Sandbox, ptb: telegram.Bot) -> None:
    (start,) = await ptb.get_updates()
    keyboard = telegram.InlineKeyboardMarkup(
        [[telegram.InlineKeyboardButton("Daftar", callback_data="d", style="success")]]
    )
    sent = await ptb.send_message(7001, "<b>Halo</b> 😀", parse_mode="HTML", reply_markup=keyboard)
    await sandbox.person(7001).press("Daftar")
    (update,) = await ptb.get_updates(offset=start.update_id + 1)
    query = update.callback_query

    assert start.message is not None
    assert start.message.text == "/start"
    assert query is not None
    assert query.data == "d"
    assert query.message == sent
    assert await query.answer("Terdaftar", show_alert=True)
    edited = await query.edit_message_text("Selesai")
    assert isinstance(edited, telegram.Message)
    assert (edited.text, edited.reply_markup) == ("Selesai", None)
    assert edited.edit_date is not None
    assert await ptb.delete_message(7001, sent.message_id)
    assert await sandbox.warnings() == []


async def test_python_telegram_bot_moves_files(sandbox: Sandbox, ptb: telegram.Bot) -> None:
    sent = await ptb.send_document(7001, b"%PDF-1", filename="surat.pdf", caption="Surat")

    assert sent.document is not None
    file = await sent.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"%PDF-1"
    assert sent.document.file_name == "surat.pdf"
    assert await sandbox.warnings() == []


async def test_python_telegram_bot_understands_refusals(
    sandbox: Sandbox, ptb: telegram.Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else it warns that retry_after will be one
    with pytest.raises(BadRequest, match="Message text is empty"):
        await ptb.send_message(7001, "")
    with pytest.raises(Forbidden, match="bot can't initiate conversation"):
        await ptb.send_message(7002, "Halo")
    await sandbox.fault("429", retry_after=3)
    with pytest.raises(RetryAfter):
        await ptb.send_message(7001, "Halo")


async def test_python_telegram_bot_asks_about_chats_and_itself(ptb: telegram.Bot) -> None:
    await ptb.set_my_commands([("cari", "Cari jawaban")], language_code="id")
    await ptb.set_my_description("Jalin")

    assert (await ptb.get_me()).username == "jalin_bot"
    assert [command.command for command in await ptb.get_my_commands(language_code="id")] == ["cari"]
    assert (await ptb.get_my_description()).description == "Jalin"
    assert (await ptb.get_chat(7001)).first_name == "Yohana"
    assert (await ptb.get_chat_member(7001, 7001)).status == "member"
    assert (await ptb.get_webhook_info()).url == ""


async def test_aiogram_reads_and_writes(sandbox: Sandbox, bot: aiogram.Bot) -> None:
    (start,) = await bot.get_updates(allowed_updates=["message", "callback_query"])
    keyboard = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="Daftar", callback_data="d", style="danger")]]
    )
    assert start.message is not None
    sent = await bot.send_message(
        7001,
        "<b>Halo</b> 😀",
        parse_mode="HTML",
        reply_markup=keyboard,
        protect_content=True,
        disable_notification=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(message_id=start.message.message_id),
    )
    press = await sandbox.person(7001).press("Daftar")
    (update,) = await bot.get_updates(offset=start.update_id + 1)

    assert sent.reply_to_message is not None
    assert sent.has_protected_content
    assert update.callback_query is not None
    assert await update.callback_query.as_(bot).answer("Terdaftar")
    assert (await press.answer()).text == "Terdaftar"
    edited = await bot.edit_message_text("Selesai", chat_id=7001, message_id=sent.message_id)
    assert isinstance(edited, aiogram.types.Message)
    assert edited.text == "Selesai"
    assert await bot.send_chat_action(7001, "typing")
    assert (await sandbox.person(7001).view()).chat_action == "typing"
    assert await bot.set_my_commands([BotCommand(command="cari", description="Cari jawaban")])
    assert (await sandbox.person(7001).view()).commands == [{"command": "cari", "description": "Cari jawaban"}]
    assert await sandbox.warnings() == []


async def test_aiogram_moves_files(sandbox: Sandbox, bot: aiogram.Bot) -> None:
    sent = await bot.send_document(7001, BufferedInputFile(b"%PDF-1", "surat.pdf"))
    assert sent.document is not None
    content = await bot.download(sent.document)
    assert content is not None
    media = InputMediaDocument(media=BufferedInputFile(b"%PDF-2", "baru.pdf"), caption="<i>Baru</i>", parse_mode="HTML")

    edited = await bot.edit_message_media(media, chat_id=7001, message_id=sent.message_id)

    assert content.read() == b"%PDF-1"
    assert isinstance(edited, aiogram.types.Message)
    assert edited.document is not None
    assert (edited.document.file_name, edited.caption) == ("baru.pdf", "Baru")
    assert await sandbox.warnings() == []


async def test_aiogram_understands_refusals(sandbox: Sandbox, bot: aiogram.Bot) -> None:
    await sandbox.fault("429", "sendPhoto", retry_after=3)

    with pytest.raises(TelegramBadRequest, match="can't parse entities"):
        await bot.send_message(7001, "<x>", parse_mode="HTML")
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(7002, "Halo")
    with pytest.raises(TelegramRetryAfter) as retry:
        await bot.send_photo(7001, "x")
    await bot.set_webhook("http://127.0.0.1:9/")
    with pytest.raises(TelegramConflictError):
        await bot.get_updates()

    assert retry.value.retry_after == 3


async def test_aiogram_answers_inline_queries(sandbox: Sandbox, bot: aiogram.Bot) -> None:
    await sandbox.settings(inline_feedback=True)
    yohana = await sandbox.person(7001).beside(7002)
    (start,) = await bot.get_updates()
    asked = await yohana.inline("wog")
    (update,) = await bot.get_updates(offset=start.update_id + 1)
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Rincian", callback_data="r")]])
    article = InlineQueryResultArticle(
        id="wog",
        title="WoG",
        description="Whole of Government",
        input_message_content=InputTextMessageContent(
            message_text="<b>WoG</b>", parse_mode="HTML", link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
        reply_markup=keyboard,
    )

    assert update.inline_query is not None
    assert update.inline_query.chat_type == "private"
    button = InlineQueryResultsButton(text="Daftar", start_parameter="inline")
    assert await update.inline_query.as_(bot).answer([article], cache_time=5, is_personal=True, button=button)
    chosen = await yohana.choose(asked, "wog")
    await yohana.press("Rincian")
    picked, pressed = await bot.get_updates(offset=update.update_id + 1)
    assert picked.chosen_inline_result is not None
    assert pressed.callback_query is not None
    inline_ids = (picked.chosen_inline_result.inline_message_id, pressed.callback_query.inline_message_id)
    assert inline_ids == (chosen.inline_message_id, chosen.inline_message_id)
    assert await bot.edit_message_text("Rincian", inline_message_id=chosen.inline_message_id) is True
    assert (await bot.get_me()).supports_inline_queries
    assert await sandbox.warnings() == []


async def test_python_telegram_bot_answers_inline_queries(sandbox: Sandbox, ptb: telegram.Bot) -> None:
    yohana = await sandbox.person(7001).beside()
    asked = await yohana.inline("wog")
    _, update = await ptb.get_updates()
    content = telegram.InputTextMessageContent("WoG")

    assert update.inline_query is not None
    assert await update.inline_query.answer([telegram.InlineQueryResultArticle("1", "WoG", content)])

    assert (await asked.results()).titles == ["WoG"]
    assert await sandbox.warnings() == []


EVERY_BLOCK = """
<h1>Satu</h1><p>a <b>b</b><i>i</i><u>u</u><s>s</s><mark>m</mark><sub>x</sub><sup>y</sup><tg-spoiler>z</tg-spoiler>
<code>c</code><a href="https://x.id/">l</a><a href="mailto:a@x.id">e</a><a href="tel:+62">t</a><a href="#k">k</a>
<a href="tg://user?id=7001">Y</a><a href="#n">n</a><tg-reference name="n">N</tg-reference><tg-math>x</tg-math>
<tg-emoji emoji-id="5">👍</tg-emoji><tg-time unix="9" format="wDT">besok</tg-time> /menu #wog @jalin_bot https://x.id</p>
<a name="k"></a><pre><code class="language-py">x</code></pre><hr/><tg-math-block>E</tg-math-block>
<ul><li><input type="checkbox" checked>a</li></ul><ol type="i"><li>b</li></ol>
<blockquote>q<cite>c</cite></blockquote><blockquote expandable>p</blockquote><aside>s<cite>c</cite></aside>
<table bordered striped compact><caption>T</caption><tr><th colspan="2">a</th></tr><tr><td>b</td><td>c</td></tr></table>
<details open><summary>d</summary><p>e</p></details><footer>f</footer>
"""


async def test_aiogram_sends_rich_messages_and_reads_every_block(sandbox: Sandbox, bot: aiogram.Bot) -> None:
    sent = await bot.send_rich_message(7001, InputRichMessage(html=EVERY_BLOCK))
    blocks = sent.rich_message.model_dump(exclude_none=True)["blocks"] if sent.rich_message else []
    again = await bot.send_rich_message(7001, InputRichMessage(blocks=blocks))
    edited = await bot.edit_message_text(
        chat_id=7001, message_id=again.message_id, rich_message=InputRichMessage(html="<h2>Dua</h2>")
    )

    raw = (await sandbox.person(7001).messages())[1].raw["rich"]["blocks"]
    assert blocks == raw
    assert len({block["type"] for block in blocks}) == 13
    assert again.rich_message == sent.rich_message
    assert isinstance(edited, aiogram.types.Message)
    assert edited.rich_message is not None
    assert edited.rich_message.blocks[0].type == "heading"
    with pytest.raises(TelegramBadRequest, match="RICH_MESSAGE_EMPTY"):
        await bot.send_rich_message(7001, InputRichMessage(html="<hr/>"))
    # What Telegram gives back has labels, which a bot does not give.
    assert await sandbox.warnings() == ["sendRichMessage: rich message: list item.label is not known"]
