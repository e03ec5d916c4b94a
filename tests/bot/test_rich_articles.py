"""Rich articles without a chat: the screens, and what happens when Telegram does not take them."""

from __future__ import annotations

import asyncio
from contextvars import Context
from datetime import UTC, datetime
from typing import Any

import pytest
import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError
from aiogram.types import CallbackQuery, Chat, Message, User
from pydantic import SecretStr

from bot import rich_articles as screens
from bot.callbacks_knowledge import sign_of
from bot.callbacks_rich import SetRichTo
from bot.rich_stage import RichStage
from bot.screens import Screen
from bot.session import build_bot
from bot.settings import Settings
from bot.words import Html
from tests.bot.test_knowledge_cards import SMALL, WOG, labels, library, make_article, voice
from tests.support.canary import TOKEN
from tests.support.scripted import Script, message, refusal, scripted

PERSON = 5
SHOWN = Screen(Html("<h1>Judul</h1>"))
UNKNOWN_BLOCK = message(PERSON).replace('"date"', '"rich_message":{"blocks":[{"type":"hologram"}]},"date"')


def test_the_article_links_to_others_and_has_the_usual_buttons() -> None:
    screen = screens.rich(voice(), WOG, SMALL, "jalin_bot")

    assert screen is not None
    assert screen.text == (
        "<h1>Whole of Government (WoG)</h1><p>Seluruh bagian pemerintah bekerja sebagai satu kesatuan.</p>"
        '<h2>Mengapa</h2><p>Supaya <a href="https://t.me/jalin_bot?start=a_cg">tata kelola</a> dan lain &lt; cepat.</p>'
        "<details><summary>Sumber</summary><ul><li>Modul Kolaboratif, LAN, 2021, Bab II huruf C</li></ul></details>"
    )
    assert labels(screen) == [["Terkait", "⬅️ Ringkasan"]]


def test_english_visitors_read_that_the_article_is_in_indonesian() -> None:
    screen = screens.rich(voice("en"), WOG, SMALL, "jalin_bot")

    assert screen is not None
    assert screen.text.startswith(
        "<h1>Whole of Government</h1><p>All of government works as one.</p>"
        "<p><i>The article itself is in Indonesian.</i></p>"
    )
    assert "<summary>Sources</summary>" in screen.text


def test_who_tries_it_finds_the_way_back_under_what_may_be_a_placeholder() -> None:
    screen = screens.rich(voice(), WOG, SMALL, "jalin_bot", tried=True)

    assert screen is not None
    assert labels(screen) == [["Terkait", "⬅️ Ringkasan"], ["Tampilan biasa"]]
    assert screen.rows[-1][0].callback_data == SetRichTo(on=False, sign=sign_of("wog")).pack()


def test_an_article_that_is_too_long_for_one_message_has_no_such_screen() -> None:
    assert screens.rich(voice(), make_article(body="kata " * 7_000), SMALL, "jalin_bot") is None


def test_the_offer_stands_under_the_last_message_and_trying_it_comes_first() -> None:
    long = make_article(body="\n\n".join(["kata " * 300] * 6))

    *before, last = screens.offered(voice(), long, SMALL, "jalin_bot")

    assert [screen.rows for screen in before] == [(), ()]
    assert last.text.endswith("hanya menampilkan tulisan pengganti.</i>")
    assert labels(last) == [["Coba tampilan kaya"], ["Terkait", "⬅️ Ringkasan"]]
    assert last.rows[0][0].callback_data == SetRichTo(on=True, sign=sign_of("wog")).pack()


def test_guests_hear_why_and_what_opens_it() -> None:
    assert labels(screens.guest(voice())) == [["Baca persetujuan"], ["⬅️ Kembali"]]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_article_of_the_library_has_a_rich_screen(language: str) -> None:
    assert all(screens.rich(voice(language), article, library(), "jalin_bot") for article in library())


async def add(script: Script, stage: RichStage, **changes: Any) -> bool:
    """Show the screen after a tap, in a context of its own: no update of another test is in hand here."""
    settings = Settings(_env_file=None, bot_token=SecretStr(TOKEN), telegram_api_url=script.url)  # type: ignore[call-arg]
    bot: Bot = build_bot(settings)
    chat = Chat(id=PERSON, type="private")
    above = Message(message_id=1, date=datetime.now(UTC), chat=chat)
    person = User(id=PERSON, is_bot=False, first_name="Yohana")
    tap = CallbackQuery(id="1", from_user=person, chat_instance="1", **({"message": above} | changes))
    try:
        return await asyncio.get_running_loop().create_task(stage.add(tap, SHOWN, bot), context=Context())
    finally:
        await bot.session.close()


async def test_what_looks_like_a_phone_number_is_left_alone() -> None:
    async with scripted((200, message(PERSON))) as script:
        shown = await add(script, RichStage())

    assert shown
    assert script.requests[0]["rich_message"] == '{"html": "<h1>Judul</h1>", "skip_entity_detection": true}'


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(refusal(400, "Bad Request: can't parse rich message"), id="not liked"),
        pytest.param(refusal(404, "Not Found: method not found"), id="an older server"),
        pytest.param(refusal(413, "Request Entity Too Large"), id="too large"),
    ],
)
async def test_a_refusal_is_told_to_the_caller_and_logged_once(trouble: tuple[int, str]) -> None:
    stage = RichStage()
    async with scripted(trouble, trouble) as script:
        with structlog.testing.capture_logs() as logs:
            shown = [await add(script, stage) for _ in range(2)]

    assert shown == [False, False]
    assert [line["event"] for line in logs] == ["rich_refused"]


async def test_who_blocked_the_bot_is_no_refusal_of_the_form() -> None:
    async with scripted(refusal(403, "Forbidden: bot was blocked by the user")) as script:
        with pytest.raises(TelegramForbiddenError):
            await add(script, RichStage())


async def test_what_was_sent_is_sent_even_where_its_parts_are_not_known_here() -> None:
    async with scripted((200, UNKNOWN_BLOCK)) as script:
        assert await add(script, RichStage())


async def test_a_tap_without_a_message_has_nowhere_to_show_anything() -> None:
    async with scripted() as script:
        assert await add(script, RichStage(), message=None)

    assert script.requests == []
