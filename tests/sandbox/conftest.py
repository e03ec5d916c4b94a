"""The web chat's stage: a sandbox as a process, a bot played by hand, and a phone with the page."""

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.support.browser import chromium, phone_page
from tests.support.tiny_bot import BOT, TinyBot, serving
from tests.support.web_chat import CAST, YOHANA


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sandbox") / "people.json"
    path.write_text(json.dumps(CAST))
    return path


@pytest.fixture(scope="module")
def address(people: Path) -> Iterator[str]:
    with serving(people) as address:
        yield address


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def bot(address: str) -> AsyncIterator[TinyBot]:
    """A sandbox in which nothing has happened yet, and the bot in it."""
    async with aiohttp.ClientSession() as session:
        bot = TinyBot(address, session)
        await bot.control("reset")
        await bot.call("getMe")
        yield bot


@pytest_asyncio.fixture(loop_scope="module")
async def page(bot: TinyBot, browser: Browser) -> AsyncIterator[Page]:
    """Yohana's phone, after her first words: the chat is no longer empty."""
    await bot.control(f"chats/{YOHANA}/send", **{"from": YOHANA, "bot": BOT, "text": "/start"})
    await bot.next("message")
    async with phone_page(f"{bot.base}/?person={YOHANA}", browser=browser) as page:
        await expect(page.get_by_test_id("composer-input")).to_be_visible()
        yield page
