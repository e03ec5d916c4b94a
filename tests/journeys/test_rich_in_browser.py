"""Rich articles and inline mode on a phone, in a real browser.

With JALIN_PICTURES set to a folder, each screen is kept there as a picture to be looked at.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Page, expect

from tests.support.browser import chromium_or_skip, phone_page
from tests.support.newcomer import to_nip
from tests.support.web_chat import become, write

if TYPE_CHECKING:
    from tests.journeys.conftest import World

YOHANA, BAGUS = 600000001, 600000002
PICTURES = os.environ.get("JALIN_PICTURES")
pytestmark = [pytest.mark.browser, pytest.mark.one_database, pytest.mark.timeout(180)]


async def sees(page: Page, name: str, text: str) -> None:
    """Wait until the chat shows the text; keep a picture."""
    await expect(page.get_by_text(text).last).to_be_visible(timeout=20_000)
    if PICTURES:
        await asyncio.to_thread(Path(PICTURES).mkdir, parents=True, exist_ok=True)
        await page.screenshot(path=Path(PICTURES) / f"{name}.png")


async def test_somebody_reads_an_article_rich_on_a_phone(bot_world: World) -> None:
    chromium_or_skip()
    await (await to_nip(bot_world, YOHANA)).ask("/batal")
    async with phone_page(bot_world.sandbox.url) as page:
        await become(page, f"person-{YOHANA}")
        await write(page, "/cari beda wog dan collaborative governance")
        await page.get_by_test_id("button-Baca selengkapnya").last.tap()
        await sees(page, "1-offer", "versi lama hanya menampilkan tulisan pengganti")
        await page.get_by_test_id("button-Coba tampilan kaya").last.tap()
        await expect(page.get_by_test_id("button-Tampilan biasa").last).to_be_visible()
        await sees(page, "2-rich", "Sumber")
        await page.locator("summary").last.tap()
        await sees(page, "3-sources", "Modul Kolaboratif, LAN, 2021")
        await write(page, "/pengaturan")
        await sees(page, "4-settings", "Waktu ditampilkan dalam")


async def test_somebody_sends_a_colleague_a_card_on_a_phone(bot_world: World) -> None:
    chromium_or_skip()
    dialogue = (await bot_world.person(YOHANA).beside(BAGUS)).chat
    async with phone_page(bot_world.sandbox.url) as page:
        await become(page, f"person-{YOHANA}")
        await become(page, f"chat-{dialogue}")
        await page.get_by_test_id("composer-input").press_sequentially("@jalin_bot pasal 36")
        await sees(page, "5-offered", "Kapan Bantuan Kedinasan boleh ditolak")
        await page.get_by_text("Kapan Bantuan Kedinasan boleh ditolak").first.tap()
        await expect(page.get_by_test_id("button-Buka di Jalin")).to_be_visible()
        await sees(page, "6-sent", "Sumber: UU 30/2014")
        await page.get_by_test_id("composer-input").press_sequentially("@jalin_bot resep rendang")
        await sees(page, "7-nothing", "Belum ada. Cari di Jalin")
        await page.get_by_text("Belum ada. Cari di Jalin").tap()
        await sees(page, "8-search", "Ketik pertanyaan Anda dengan kata sendiri")
